/// A line of comma-separated values as RFC 4180 writes it.
struct CSVLine {
    let separator: UInt8
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    init(separator: UInt8) { self.separator = separator }

    /// A value in quotes where its characters, or blanks at its ends, need them.
    mutating func add(_ text: String) {
        if !isFirst { bytes.append(separator) }
        isFirst = false
        let quote = UInt8(ascii: "\"")
        let needsQuotes =
            text.utf8.contains { $0 == separator || $0 == quote || $0 == 0x0A || $0 == 0x0D } || text.utf8.first == 0x20
            || text.utf8.last == 0x20
        guard needsQuotes else { return bytes.append(contentsOf: text.utf8) }
        bytes.append(quote)
        for byte in text.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    mutating func end() {
        bytes.append(contentsOf: [0x0D, 0x0A])
        isFirst = true
    }
}

/// Free text that a spreadsheet must not take for a formula.
enum FormulaGuard {
    /// `= + - @`, a tab or a carriage return, and the same four in full width.
    private static let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"]

    /// The text, with an apostrophe before a first character that would begin a formula.
    static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, starts.contains(first) else { return text }
        return "'" + text
    }
}
