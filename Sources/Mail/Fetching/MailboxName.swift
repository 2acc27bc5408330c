/// The name of a folder at an IMAP server.
package struct MailboxName: Hashable, Sendable {
    package let text: String

    /// Nil for an empty or overlong name, or one with control signs in it.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= 500, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }) else { return nil }
        self.text = text
    }

    package static let inbox = MailboxName(known: "INBOX")
    private init(known: String) { text = known }

    /// As IMAP writes it: in quotes, and other signs than ASCII in its own kind of UTF-7 (RFC 3501, 5.1.3).
    var quoted: [UInt8] {
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        var foreign: [UInt16] = []
        for unit in text.utf16 {
            guard unit < 0x80 else {
                foreign.append(unit)
                continue
            }
            bytes += Self.shifted(foreign)
            foreign = []
            let byte = UInt8(truncatingIfNeeded: unit)
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
            if byte == UInt8(ascii: "&") { bytes.append(UInt8(ascii: "-")) }
        }
        return bytes + Self.shifted(foreign) + [UInt8(ascii: "\"")]
    }

    private static func shifted(_ units: [UInt16]) -> [UInt8] {
        if units.isEmpty { return [] }
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,".utf8)
        var bits: UInt32 = 0
        var count = 0
        var bytes: [UInt8] = []
        for unit in units {
            bits = (bits << 16 | UInt32(unit)) & 0x3f_ffff
            count += 16
            while count >= 6 {
                bytes.append(alphabet[Int(bits >> UInt32(count - 6) & 63)])
                count -= 6
            }
        }
        if count > 0 { bytes.append(alphabet[Int(bits << UInt32(6 - count) & 63)]) }
        return [UInt8(ascii: "&")] + bytes + [UInt8(ascii: "-")]
    }
}
