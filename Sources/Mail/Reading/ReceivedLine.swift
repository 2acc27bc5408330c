/// One `Received` line (RFC 5321, 4.4): which server got the mail, and when. Whoever wrote the mail can write such lines too, below those of
/// our own servers.
package struct ReceivedLine: Hashable, Sendable {
    /// The server that got it, in small letters; nil when the line does not say.
    package let server: String?
    /// Since 1970; nil when the line holds no date.
    package let seconds: Int64?

    package init(_ value: String) {
        let bytes = Self.withoutComments(Array(value.utf8.prefix(4_000)))
        let end = bytes.lastIndex(of: UInt8(ascii: ";"))
        server = Self.server(in: bytes[..<(end ?? bytes.count)])
        seconds = end.flatMap { Self.seconds(bytes[($0 + 1)...]) }
    }

    private static func server(in bytes: ArraySlice<UInt8>) -> String? {
        let words = bytes.split(whereSeparator: ASCII.isSpace)
        guard let by = words.firstIndex(where: { ASCII.equal($0, "by") }), by + 1 < words.count else { return nil }
        var name = ASCII.lowercased(words[by + 1])
        if name.last == UInt8(ascii: ".") { name.removeLast() }
        return String(decoding: name, as: UTF8.self)
    }

    /// `Fri, 27 Nov 2026 10:15:00 +0100`: the same parts as IMAP's dates, with blanks for dashes.
    private static func seconds(_ bytes: ArraySlice<UInt8>) -> Int64? {
        let date = ASCII.trimmed(bytes.lastIndex(of: UInt8(ascii: ",")).map { bytes[($0 + 1)...] } ?? bytes)
        var words = date.split(whereSeparator: ASCII.isSpace)
        if words.count == 5, ["gmt", "utc", "ut"].contains(String(decoding: ASCII.lowercased(words[4]), as: UTF8.self)) {
            words[4] = ArraySlice("+0000".utf8)
        }
        return words.count == 5 ? IMAPDate.seconds(Array(words.joined(separator: [0x20]))) : nil
    }

    private static func withoutComments(_ value: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var depth = 0
        for byte in value {
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")") where depth > 0: depth -= 1
            default: if depth == 0 { kept.append(byte) }
            }
        }
        return kept
    }
}
