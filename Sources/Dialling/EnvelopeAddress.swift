/// A mail address as it may stand in an envelope: no signs that end or split a command.
package struct EnvelopeAddress: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Nil for what is no address: without a local part or a domain, with spaces, control signs, angle brackets or quotes, or longer than 254 bytes.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= 254, let at = bytes.lastIndex(of: UInt8(ascii: "@")), at > 0, at < bytes.count - 1, at <= 64 else {
            return nil
        }
        let forbidden = Set(" <>()[],;:\\\"".utf8)
        guard !bytes[..<at].contains(UInt8(ascii: "@")), bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7f && !forbidden.contains($0) }) else {
            return nil
        }
        self.text = text
    }

    package var description: String { text }
}
