/// The name or the literal address of another machine, in small letters: letters, digits, hyphens and dots, or an IPv6 address.
package struct HostName: Hashable, Sendable, CustomStringConvertible {
    /// Without the brackets that an IPv6 address has in a URL.
    package let text: String

    /// Nil for what is no host name: empty, longer than 253 bytes, or with other signs in it.
    package init?(_ text: String) {
        var bytes = Array(text.utf8)
        if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") { bytes = Array(bytes.dropFirst().dropLast()) }
        if bytes.last == UInt8(ascii: "."), bytes.count > 1 { bytes.removeLast() }
        guard !bytes.isEmpty, bytes.count <= 253 else { return nil }
        let small = bytes.map(Self.lowercased)
        if small.contains(UInt8(ascii: ":")) {
            guard NetworkAddress(literal: String(decoding: small, as: UTF8.self)) != nil else { return nil }
        } else {
            guard small.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy(Self.isLabel) else { return nil }
        }
        self.text = String(decoding: small, as: UTF8.self)
    }

    package var description: String { text }

    /// As it stands in a URL and in libcurl's own lists.
    var inURL: String { text.utf8.contains(UInt8(ascii: ":")) ? "[\(text)]" : text }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
        let hyphen = UInt8(ascii: "-")
        return first != hyphen && last != hyphen
            && label.allSatisfy { byte in
                byte == hyphen || byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
    }
}
