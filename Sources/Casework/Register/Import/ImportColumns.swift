import Complaints
import Crypto

/// A row as it was read: the text of each field, in the words of this house.
struct ImportRow: Sendable {
    let line: Int
    /// What the row is called where it comes from; its own content's digest when nothing names it.
    let reference: String
    let texts: [ImportField: String]

    subscript(field: ImportField) -> String? { texts[field] }
}

/// Where the fields stand in the rows of one file.
struct ImportColumns: Sendable {
    private let map: ImportMap
    private let count: Int
    private let places: [ImportField: [Int]]

    /// Of the columns that are there, as many are named to whoever asked for another.
    private static let mostNamed = 100

    /// Refuses a header row without, or with more than one of, a column that the map names.
    init(_ map: ImportMap, header: [[UInt8]]) throws(ImportFault) {
        var names: [String] = []
        for bytes in header {
            guard let name = map.encoding.text(of: bytes) else { throw .headerUnreadable }
            names.append(name.trimmed)
        }
        let named = Dictionary(grouping: names.indices) { names[$0] }
        var places: [ImportField: [Int]] = [:]
        for (field, columns) in map.columns {
            for column in columns {
                let found = named[column.trimmed] ?? []
                guard let place = found.first else { throw .noColumn(column, there: Array(names.prefix(Self.mostNamed))) }
                if found.count > 1 { throw .doubledColumn(column) }
                places[field, default: []].append(place)
            }
        }
        self.map = map
        self.places = places
        count = names.count
    }

    func row(_ record: CSVRecord) throws(RefusedRow) -> ImportRow {
        func refused(_ dutch: String, _ english: String) -> RefusedRow {
            RefusedRow(line: record.line, problems: [RowProblem(RowReason(dutch, english))])
        }
        if record.isTorn {
            throw refused(
                "na een sluitend aanhalingsteken volgt tekst: waar het veld eindigt, is niet te zeggen",
                "text follows a closing quote: where the field ends can't be told")
        }
        guard record.fields.count == count else {
            throw refused(
                "de rij heeft \(record.fields.count) velden, de eerste regel \(count)",
                "the row has \(record.fields.count) fields where the first line has \(count)")
        }
        var texts: [ImportField: String] = [:]
        for (field, places) in places {
            var pieces: [String] = []
            for place in places where record.fields.indices.contains(place) {
                guard let piece = map.encoding.text(of: record.fields[place]) else {
                    throw refused(
                        "\(field.rawValue) is niet in \(map.encoding.rawValue)", "\(field.rawValue) is not in \(map.encoding.rawValue)")
                }
                if !piece.isBlank { pieces.append(piece.trimmed) }
            }
            let text = map.translated(pieces.joined(separator: field.joint), for: field)
            if !text.isEmpty { texts[field] = text }
        }
        for (field, text) in map.defaults where texts[field] == nil { texts[field] = text }
        let reference = try texts[.reference].map { (text) throws(RefusedRow) in try name(text, of: record) } ?? digest(of: record)
        return ImportRow(line: record.line, reference: reference, texts: texts)
    }

    private func name(_ text: String, of record: CSVRecord) throws(RefusedRow) -> String {
        guard text.unicodeScalars.count <= 200 else {
            throw RefusedRow(line: record.line, problems: [RowProblem(field: "reference", value: text, RowReason(.tooLong(limit: 200)))])
        }
        return text
    }

    private func digest(of record: CSVRecord) -> String {
        var hasher = SHA256()
        for field in record.fields {
            hasher.update(data: field)
            hasher.update(data: [0])
        }
        return "row " + Array(hasher.finalize().prefix(16)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension ImportMap {
    /// Throws what is wrong with a file's header row for this map.
    package func check(header: [[UInt8]]) throws(ImportFault) { _ = try ImportColumns(self, header: header) }
}
