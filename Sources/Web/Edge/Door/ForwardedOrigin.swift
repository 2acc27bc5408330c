import HTTPTypes

/// What a trusted proxy says about the client before it: its address and whether it came over TLS.
///
/// Believed only from the proxy's own address, and only the entry that this proxy added (the last one): what stands before it
/// the client may have written itself.
struct ForwardedOrigin: Equatable {
    let address: ClientAddress
    let isSecure: Bool?

    init(peer: ClientAddress, trusted: Set<ClientAddress>, headers: HTTPFields) {
        guard trusted.contains(peer) else {
            (address, isSecure) = (peer, nil)
            return
        }
        address = headers[values: .xForwardedFor].last.flatMap(Self.lastEntry).flatMap(Self.withoutPort) ?? peer
        isSecure = headers[values: .xForwardedProto].last.flatMap(Self.lastEntry).map { $0.lowercased() == "https" }
    }

    private static func lastEntry(_ list: String) -> String? {
        let entry = list.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).last
        return entry.map { String(decoding: $0.filter { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self) }
    }

    /// `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]` or `[2001:db8::1]:4711`.
    private static func withoutPort(_ entry: String) -> ClientAddress? {
        if let plain = ClientAddress(entry) { return plain }
        guard let authority = Authority(entry.utf8) else { return nil }
        var host = Array(authority.host.utf8)[...]
        if host.first == UInt8(ascii: "[") { host = host.dropFirst().dropLast() }
        return ClientAddress(String(decoding: host, as: UTF8.self))
    }
}
