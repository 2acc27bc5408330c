import Analysis
import Casework
import Foundation

/// A CSV file of numbers. What can't be read is refused with its line and what to do about it.
struct AnalysisTable {
    private let columns: [String]
    private let rows: [(line: Int, cells: [String])]

    /// More is no series that anybody would draw.
    private static let mostRows = 1_000_000

    init(_ path: String) throws {
        let handle = try Self.open(path)
        do {
            var reader = try CSVReader { [UInt8](try handle.read(upToCount: 1 << 16) ?? Data()) }
            columns = try reader.header.map { try Self.text($0, line: 1).lowercased() }
            var rows: [(line: Int, cells: [String])] = []
            while let record = try reader.next() {
                if record.isTorn {
                    throw CommandFault(.badInput, "Line \(record.line): text follows a closing quote. Double the quotes inside a field.")
                }
                let cells = try record.fields.map { try Self.text($0, line: record.line) }
                if cells.allSatisfy(\.isEmpty) { continue }
                if cells.count != columns.count { throw Self.uneven(record.line, cells.count, columns.count) }
                rows.append((record.line, cells))
                if rows.count > Self.mostRows {
                    throw CommandFault(.badInput, "The file has more than a million rows. Count them by week or month.")
                }
            }
            self.rows = rows
        } catch let fault as ImportFault {
            throw CommandFault(.badInput, fault.plainSentence)
        }
        if rows.isEmpty { throw CommandFault(.badInput, "The file has no rows under its header. Give at least one.") }
    }

    var count: Int { rows.count }

    func line(_ row: Int) -> Int { rows[row].line }
    func has(_ column: String) -> Bool { columns.contains { Self.names(column).contains($0) } }

    /// Whole numbers from 0 up.
    func counts(_ column: String) throws -> [Int] {
        try read(column, "a whole number from 0 up") { text in
            if let number = Int(text) { return number }
            // 12.0 is what spreadsheets make of 12.
            guard let number = Double(text), number.rounded() == number, abs(number) < 1e15 else { return nil }
            return Int(number)
        }
    }

    func values(_ column: String) throws -> [Double] { try read(column, "a number", Self.number) }

    /// Nothing is 0: not known.
    func exposures() throws -> [Double] {
        try read("exposure", "a number from 0 up, or nothing where it is not known") { $0.isEmpty ? 0 : Self.number($0) }
    }

    func flags(_ column: String) throws -> [Bool] {
        try read(column, "1 or 0") { text in
            switch text.lowercased() {
            case "1", "true", "yes", "ja": true
            case "0", "false", "no", "nee": false
            default: nil
            }
        }
    }

    func texts(_ column: String) throws -> [String] { try read(column, "a text") { $0 } }

    /// Any refusal, with the line that it is about.
    func sentence(for refusal: AnalysisRefusal) -> String {
        refusal.sentence { rows.indices.contains($0) ? "Line \(rows[$0].line): " : "" }
    }

    // MARK: Reading

    private func read<Value>(_ column: String, _ wanted: String, _ value: (String) -> Value?) throws -> [Value] {
        let place = try self.place(column)
        return try rows.map { row in
            guard let found = value(row.cells[place]) else {
                let text = row.cells[place].isEmpty ? "nothing" : "“\(row.cells[place].prefix(40))”"
                throw CommandFault(.badInput, "Line \(row.line): the column “\(columns[place])” holds \(text). Write \(wanted).")
            }
            return found
        }
    }

    /// A file with one column needs no right name for it.
    private func place(_ column: String) throws -> Int {
        let found = columns.indices.filter { Self.names(column).contains(columns[$0]) }
        if found.count > 1 {
            throw CommandFault(.badInput, "Line 1: there is more than one column “\(column)”. Name the others otherwise.")
        }
        if let only = found.first { return only }
        if columns.count == 1, Double(columns[0]) == nil { return 0 }
        throw CommandFault(
            .badInput,
            "Line 1: there is no column “\(column)”, only \(columns.map { "“\($0)”" }.joined(separator: ", ")). Name it in the first line.")
    }

    /// Whatever else a column is called by those who count.
    private static func names(_ column: String) -> [String] {
        switch column {
        case "value": ["value", "count", "days", "x"]
        case "count": ["count", "value", "x"]
        case "exposure": ["exposure", "total", "n"]
        default: [column]
        }
    }

    /// A comma is a decimal one where it can't part columns.
    private static func number(_ text: String) -> Double? {
        let dotted = text.contains(".") ? text : text.replacingOccurrences(of: ",", with: ".")
        guard let number = Double(dotted), number.isFinite, !dotted.lowercased().hasPrefix("0x") else { return nil }
        return number
    }

    private static func text(_ bytes: [UInt8], line: Int) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFault(.badInput, "Line \(line) is not UTF-8. Save the file as CSV in UTF-8.")
        }
        return text.trimmingCharacters(in: .whitespaces)
    }

    private static func uneven(_ line: Int, _ have: Int, _ need: Int) -> CommandFault {
        CommandFault(
            .badInput,
            "Line \(line) has \(have) fields where the first line has \(need). Give each row as many, or quote what holds a comma.")
    }

    private static func open(_ path: String) throws -> FileHandle {
        if path == "-" { return .standardInput }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFault(.notThere, "\(path) is not there.")
        }
        guard !isFolder.boolValue else { throw CommandFault(.badInput, "\(path) is a folder. Give a CSV file.") }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw CommandFault(.notAllowed, "\(path) can't be read by this user.")
        }
        return handle
    }
}

extension ImportFault {
    /// Without talk of a map, which there is none of here.
    fileprivate var plainSentence: String {
        switch self {
        case .separatorUnclear: "Line 1: what parts the columns is not clear. Use a comma, a semicolon or a tab."
        case .openQuote(let line): "Line \(line): the quote that opens here is never closed. Close it."
        case .recordTooLong(let line): "Line \(line): the row is longer than a mebibyte. Is a quote left open?"
        default: sentence
        }
    }
}
