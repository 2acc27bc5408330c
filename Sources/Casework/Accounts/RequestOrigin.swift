import Foundation

/// Where a request came from, as an address of the network.
package struct RequestOrigin: Hashable, Sendable {
    /// As it stands in the audit; `unknown` for what is no address, so that nobody writes lines of their own there.
    package let text: String
    /// What counts as one client when attempts are counted: an IPv4 address, or the /64 that an IPv6 customer has to themselves.
    package let prefix: String

    package init(_ typed: String) {
        let bare = String(typed.prefix { $0 != "%" })
        if let bytes = Self.bytes(of: bare, family: AF_INET, count: 4) {
            text = Self.dotted(bytes)
            prefix = text
        } else if let bytes = Self.bytes(of: bare, family: AF_INET6, count: 16) {
            let isMapped = bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
            text = isMapped ? Self.dotted(Array(bytes.suffix(4))) : bare.lowercased()
            prefix = isMapped ? text : bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
        } else {
            text = "unknown"
            prefix = text
        }
    }

    private static func dotted(_ bytes: [UInt8]) -> String { bytes.map { String($0) }.joined(separator: ".") }

    private static func bytes(of text: String, family: Int32, count: Int) -> [UInt8]? {
        guard text.utf8.count <= 45, !text.utf8.contains(0) else { return nil }
        var bytes = [UInt8](repeating: 0, count: count)
        return inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }
}
