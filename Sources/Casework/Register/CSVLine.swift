/// A line of comma-separated values as RFC 4180 writes it.
package struct CSVLine {
    private let separator: UInt8
    package private(set) var bytes: [UInt8] = []
    private var isFirst = true

    package init(separator: UInt8) { self.separator = separator }

    /// A value in quotes where its characters, or blanks at its ends, need them.
    package mutating func add(_ text: String) {
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

    package mutating func end() {
        bytes.append(contentsOf: [0x0D, 0x0A])
        isFirst = true
    }
}
