import Casework
import Testing

struct CSVReaderTests {
    /// Reads a whole text, some bytes at a time: what stands across two pieces must read the same.
    static func read(_ bytes: [UInt8], separator: UInt8? = nil, hasQuotes: Bool = true, pieces: Int = 3) throws -> (
        header: [String], records: [CSVRecord]
    ) {
        var rest = bytes[...]
        var reader = try CSVReader(separator: separator, hasQuotes: hasQuotes) {
            defer { rest = rest.dropFirst(pieces) }
            return Array(rest.prefix(pieces))
        }
        var records: [CSVRecord] = []
        while let record = try reader.next() { records.append(record) }
        return (reader.header.map { String(decoding: $0, as: UTF8.self) }, records)
    }

    private func rows(_ text: String, hasQuotes: Bool = true) throws -> [[String]] {
        try Self.read(Array(text.utf8), hasQuotes: hasQuotes).records.map { $0.fields.map { String(decoding: $0, as: UTF8.self) } }
    }

    @Test func `a file with a mark, quotes and line ends of any kind is read`() throws {
        let text = "\u{FEFF}a;b;c\r\n1;\"twee; \"\"drie\"\"\r\nvier\";5\n\r;\"\";\r6;7\" scherm;8"
        let (header, records) = try Self.read(Array(text.utf8))
        #expect(header == ["a", "b", "c"])
        let rows = records.map { $0.fields.map { String(decoding: $0, as: UTF8.self) } }
        #expect(rows == [["1", "twee; \"drie\"\r\nvier", "5"], ["", "", ""], ["6", "7\" scherm", "8"]])
        #expect(records.map(\.line) == [2, 5, 6])
        #expect(records.allSatisfy { !$0.isTorn })
    }

    @Test(arguments: [",", ";", "\t"])
    func `what parts the columns is found from the first line`(sign: String) throws {
        #expect(try rows("a\(sign)\"b,;\(sign);,\"\n1\(sign)2\n") == [["1", "2"]])
    }

    @Test func `one column needs nothing to part it`() throws {
        #expect(try rows("a\n1\n\n2\n") == [["1"], ["2"]])
    }

    @Test func `in a file without quotes a quote is a sign like any other`() throws {
        #expect(try rows("a\tb\n\"5\tx\"\n", hasQuotes: false) == [["\"5", "x\""]])
    }

    @Test func `text after a closing quote tears the record, and the next one is read`() throws {
        let (_, records) = try Self.read(Array("a,b\n\"1\"x,2\n3,4\n".utf8))
        #expect(records.map(\.isTorn) == [true, false])
    }

    @Test func `an empty file is refused`() { #expect(throws: ImportFault.empty) { try Self.read([]) } }

    @Test func `UTF-16 is refused by name`() {
        #expect(throws: ImportFault.utf16) { try Self.read([0xFF, 0xFE, 0x61, 0]) }
        #expect(throws: ImportFault.utf16) { try Self.read([0xFE, 0xFF, 0, 0x61]) }
    }

    @Test func `a first line with as many commas as semicolons is not guessed at`() {
        #expect(throws: ImportFault.separatorUnclear) { try Self.read(Array("a,b;c\n".utf8)) }
    }

    @Test func `a quote that is never closed is named by its line`() {
        #expect(throws: ImportFault.openQuote(line: 3)) { try Self.read(Array("a,b\n1,2\n3,\"vier\n5,6\n".utf8)) }
        let long = Array("a\n\"".utf8) + Array(repeating: UInt8(ascii: "x"), count: 1 << 21)
        #expect(throws: ImportFault.recordTooLong(line: 2)) { try Self.read(long, pieces: 1 << 16) }
    }
}
