import Casework
import Complaints
import Exports
import Foundation
import Hummingbird
import NIOCore

/// A list as a file: for programs (CSV, dates as ISO) and as a spreadsheet, both with the heads that the page has. For lists that are read as a
/// whole.
struct ListFile: Sendable {
    struct Column: Sendable {
        let title: String
        var width = 16.0
    }

    enum Cell: Sendable {
        case text(String)
        case number(Double)
        case day(Day?)

        static func count(_ number: Int) -> Cell { .number(Double(number)) }
    }

    /// What the file is called, before the day.
    let name: String
    let columns: [Column]
    let rows: [[Cell]]
    let today: Day

    var csv: Response {
        var line = CSVLine(separator: UInt8(ascii: ","))
        for column in columns { line.add(column.title) }
        line.end()
        for row in rows {
            for cell in row { line.add(cell.text) }
            line.end()
        }
        return Answers.download(ByteBuffer(bytes: line.bytes), name: "\(name)-\(today.iso).csv", type: "text/csv; charset=utf-8")
    }

    /// - Parameter folder: where it is written for a moment.
    func spreadsheet(in folder: String) async throws -> Response {
        let file = self
        let bytes = try await PrintingRoom.apart {
            let path = "\(folder)/list-\(UInt64.random(in: 0 ... .max)).xlsx"
            defer { try? FileManager.default.removeItem(atPath: path) }
            let sheet = try Spreadsheet(path: path, name: file.name.capitalisedFirst, folder: folder)
            sheet.head(file.columns.map(\.title), widths: file.columns.map(\.width))
            for row in file.rows.prefix(Spreadsheet.mostRows - 1) { sheet.add(row.map(\.sheet)) }
            try sheet.close()
            return ByteBuffer(bytes: try Data(contentsOf: URL(fileURLWithPath: path)))
        }
        return Answers.download(
            bytes, name: "\(name)-\(today.iso).xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }
}

extension ListFile.Cell {
    fileprivate var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): number == number.rounded() ? "\(Int(number))" : "\(number)"
        case .day(let day): day?.iso ?? ""
        }
    }

    fileprivate var sheet: Spreadsheet.Cell {
        switch self {
        case .text(let text): return text.isEmpty ? .empty : .text(text)
        case .number(let number): return .number(number)
        case .day(let day):
            guard let (year, month, day) = day?.civil else { return .empty }
            return .moment(year: year, month: month, day: day, hour: 0, minute: 0)
        }
    }
}
