/// Small things with bytes, for protocols.
enum ASCII {
    static func lowercased(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }

    static func lowercased(_ bytes: some Sequence<UInt8>) -> [UInt8] { bytes.map(lowercased) }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

    static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }

    static func trimmed(_ bytes: some BidirectionalCollection<UInt8>) -> [UInt8] {
        guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) }) else { return [] }
        return Array(bytes[first...last])
    }

    /// Whether the bytes begin with the text, whatever its letters' size.
    static func begins(_ bytes: some Collection<UInt8>, with text: StaticString) -> Bool {
        guard bytes.count >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { buffer in zip(bytes, buffer).allSatisfy { lowercased($0) == lowercased($1) } }
    }

    static func equal(_ bytes: some Collection<UInt8>, _ text: StaticString) -> Bool {
        bytes.count == text.utf8CodeUnitCount && begins(bytes, with: text)
    }

    /// Whether the text stands anywhere in the bytes, whatever its letters' size.
    static func contains(_ bytes: [UInt8], _ text: StaticString) -> Bool {
        guard bytes.count >= text.utf8CodeUnitCount else { return false }
        return (0...(bytes.count - text.utf8CodeUnitCount)).contains { begins(bytes[$0...], with: text) }
    }
}
