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
}
