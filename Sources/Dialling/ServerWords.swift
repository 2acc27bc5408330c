/// What another machine said, made fit for a log and a page: one line, no control signs, not long.
enum ServerWords {
    static func tidy(_ bytes: some Sequence<UInt8>, limit: Int = 300) -> String {
        var tidy: [UInt8] = []
        for byte in bytes.prefix(limit) {
            let isBreak = byte < 0x20 || byte == 0x7f
            if isBreak, tidy.last == UInt8(ascii: " ") || tidy.isEmpty { continue }
            tidy.append(isBreak ? UInt8(ascii: " ") : byte)
        }
        while tidy.last == UInt8(ascii: " ") { tidy.removeLast() }
        return String(decoding: tidy, as: UTF8.self)
    }

    /// An IMAP answer without the mark of the command that it is to ("A002 NO …"): libcurl made that one up.
    static func withoutTag(_ words: String) -> String {
        let parts = words.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let tag = parts.first?.utf8, tag.count >= 4, let letter = tag.first, (65...90).contains(letter),
            tag.dropFirst().allSatisfy({ (48...57).contains($0) }), let rest = parts.last,
            ["NO", "BAD", "OK"].contains(where: { rest.hasPrefix("\($0) ") || rest == $0 })
        else { return words }
        return String(rest)
    }
}
