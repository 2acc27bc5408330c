package import Complaints

/// The first rows of a file, as an import would take them in.
package struct ImportPreview: Sendable {
    /// A row that would be taken over, with what it comes to.
    package struct Taken: Sendable {
        /// The line of the file on which it begins.
        package let line: Int
        package let reference: String
        package let complaint: Complaint
    }

    /// The first of those that would be taken over.
    package private(set) var taken: [Taken] = []
    package private(set) var refused: [RefusedRow] = []
    /// Of the rows that were looked at.
    package private(set) var tally = ImportTally()
    /// The columns of each field that the map knows, in the order of the fields.
    package let columns: [(field: ImportField, columns: [String])]
    /// Whether there are rows that were not looked at.
    package fileprivate(set) var isCut = false
    /// What ended the reading before the end of the file.
    package fileprivate(set) var fault: ImportFault?

    fileprivate init(_ map: ImportMap) {
        columns = ImportField.allCases.compactMap { field in map.columns[field].map { (field, $0) } }
    }

    fileprivate mutating func add(_ row: ImportRow, _ complaint: Complaint, showing limit: Int) {
        tally.takenOver += 1
        if taken.count < limit { taken.append(Taken(line: row.line, reference: row.reference, complaint: complaint)) }
    }

    fileprivate mutating func add(_ row: RefusedRow) {
        tally.refused += 1
        refused.append(row)
    }

    fileprivate mutating func noteThere() { tally.alreadyThere += 1 }
}

extension RegisterImport {
    /// Reads the beginning of a file, judges it by the rules of this house, and writes nothing. Throws `ImportFault` for a file whose
    /// header row does not fit the map.
    ///
    /// - Parameters:
    ///   - limit: rows to look at.
    ///   - shown: rows to show of those that would be taken over.
    package func preview(_ reader: CSVReader, atMost limit: Int, showing shown: Int) async throws -> ImportPreview {
        var reader = reader
        let columns = try ImportColumns(map, header: reader.header)
        let (rows, fault) = Self.rows(from: &reader, columns, atMost: limit + 1)
        let (facts, there) = try await known(among: rows)
        var preview = ImportPreview(map)
        preview.isCut = rows.count > limit
        preview.fault = fault as? ImportFault
        if let fault, preview.fault == nil { throw fault }
        var seen = there
        var random = SystemRandomNumberGenerator()
        for row in rows.prefix(limit) {
            do throws(RefusedRow) {
                let row = try row.get()
                guard !seen.contains(row.reference) else {
                    preview.noteThere()
                    continue
                }
                let course = try course(of: row, number: ComplaintNumber(random: &random), facts)
                seen.insert(row.reference)
                preview.add(row, course.complaint, showing: shown)
            } catch {
                preview.add(error)
            }
        }
        return preview
    }
}
