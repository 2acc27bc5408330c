/// One record of a CSV file: the bytes of its fields.
package struct CSVRecord: Sendable {
    /// The line in the file on which it begins, from 1; a record with line ends inside quotes takes more than one.
    package let line: Int
    package fileprivate(set) var fields: [[UInt8]] = []
    /// Text followed a closing quote: where the field ends is anybody's guess.
    package fileprivate(set) var isTorn = false
}

/// Reads a CSV file record by record, as RFC 4180 writes it: never more than one record in memory. Line ends may be CR LF, LF or
/// CR; a quote inside a field that does not begin with one is a character like any other; empty lines are skipped.
package struct CSVReader {
    private enum Place { case start, plain, quoted, afterQuote }

    /// More than this in one record is a quote that was never closed, not a complaint.
    private static let mostBytes = 1 << 20

    private var source: ByteSource
    private let separator: UInt8
    private let quote: UInt8?
    private var line = 1
    package private(set) var header: [[UInt8]] = []

    /// Reads the header row.
    ///
    /// - Parameters:
    ///   - separator: found from the header row (comma, semicolon or tab) when nil.
    ///   - hasQuotes: whether fields may stand in quotes; otherwise a quote is a character like any other.
    ///   - more: the next bytes of the file; empty at its end.
    package init(separator: UInt8? = nil, hasQuotes: Bool = true, _ more: @escaping () throws -> [UInt8]) throws {
        source = ByteSource(more: more)
        try source.fill()
        if source.starts(with: [0xFE, 0xFF]) || source.starts(with: [0xFF, 0xFE]) { throw ImportFault.utf16 }
        if source.starts(with: [0xEF, 0xBB, 0xBF]) { source.skip(3) }
        self.separator = try separator ?? CSVSeparator.found(in: source.ahead)
        quote = hasQuotes ? UInt8(ascii: "\"") : nil
        guard let first = try next() else { throw ImportFault.empty }
        if first.isTorn { throw ImportFault.tornHeader }
        header = first.fields
    }

    /// The next record; nil at the end of the file.
    package mutating func next() throws -> CSVRecord? {
        var record = CSVRecord(line: line)
        var field: [UInt8] = []
        var place = Place.start
        var opened = line
        var size = 0
        while let byte = try source.next() {
            size += 1
            if size > Self.mostBytes { throw ImportFault.recordTooLong(line: record.line) }
            if place == .quoted {
                if byte == quote { place = .afterQuote } else { field.append(byte) }
                if try endsLine(byte) { line += 1 }
            } else if byte == quote, place == .afterQuote {
                field.append(byte)
                place = .quoted
            } else if byte == quote, place == .start {
                place = .quoted
                opened = line
            } else if byte == separator {
                record.fields.append(field)
                field = []
                place = .start
            } else if byte == 0x0A || byte == 0x0D {
                if byte == 0x0D, try source.peek() == 0x0A { _ = try source.next() }
                line += 1
                if record.fields.isEmpty, field.isEmpty, place == .start {
                    record = CSVRecord(line: line)
                    continue
                }
                record.fields.append(field)
                return record
            } else {
                if place == .afterQuote { record.isTorn = true }
                place = .plain
                field.append(byte)
            }
        }
        if place == .quoted { throw ImportFault.openQuote(line: opened) }
        if record.fields.isEmpty, field.isEmpty, place == .start { return nil }
        record.fields.append(field)
        return record
    }

    /// Of CR LF only the second ends the line.
    private mutating func endsLine(_ byte: UInt8) throws -> Bool {
        if byte == 0x0D { return try source.peek() != 0x0A }
        return byte == 0x0A
    }
}

/// What parts the fields.
enum CSVSeparator {
    static let all = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]

    /// The one that stands most often outside quotes on the first line; a comma when there is none.
    static func found(in bytes: ArraySlice<UInt8>) throws(ImportFault) -> UInt8 {
        var counts = all.map { _ in 0 }
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D { break }
            if let index = all.firstIndex(of: byte) { counts[index] += 1 }
        }
        let most = counts.max() ?? 0
        let candidates = zip(all, counts).filter { $0.1 == most }
        guard most > 0 else { return all[0] }
        guard candidates.count == 1, let only = candidates.first else { throw .separatorUnclear }
        return only.0
    }
}
