import Casework
import Complaints
import Exports
import Foundation
import Hummingbird
import NIOCore
import Records

/// A list as a file: for programs (CSV: fixed names and codes, dates as ISO, texts as they are) and for people (a spreadsheet in the words of the
/// page), as the list of complaints is. For lists that are read as a whole.
struct ListFile: Sendable {
    struct Column: Sendable {
        /// As programs know it.
        let key: String
        let title: String
        var width = 16.0
    }

    enum Cell: Sendable {
        case text(String)
        /// What programs read, and the same as people do.
        case coded(String, words: String)
        case number(Double)
        case day(Day?)
        case moment(Instant?, OfficeZone)
        case money(Money?)

        static func count(_ number: Int?) -> Cell { number.map { .number(Double($0)) } ?? .text("") }
    }

    /// What the file is called, before the day.
    let name: String
    let columns: [Column]
    let rows: [[Cell]]
    let today: Day

    var csv: Response {
        var line = CSVLine(separator: UInt8(ascii: ","))
        for column in columns { line.add(column.key) }
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
    /// For programs.
    var text: String {
        switch self {
        case .text(let text), .coded(let text, words: _): text
        case .number(let number): number == number.rounded() ? "\(Int(number))" : "\(number)"
        case .day(let day): day?.iso ?? ""
        case .moment(let instant, let zone): instant.map { MachineTime.text($0, zone) } ?? ""
        case .money(let money): money?.description ?? ""
        }
    }

    /// For people.
    var sheet: Spreadsheet.Cell {
        switch self {
        case .text(let text), .coded(_, words: let text): return text.isEmpty ? .empty : .text(text)
        case .number(let number): return .number(number)
        case .day(let day):
            guard let (year, month, day) = day?.civil else { return .empty }
            return .moment(year: year, month: month, day: day, hour: 0, minute: 0)
        case .moment(let instant, let zone):
            guard let civil = instant.map({ zone.moment(at: $0).civil }) else { return .empty }
            let (year, month, day) = civil.day.civil
            return .moment(year: year, month: month, day: day, hour: civil.time.hour, minute: civil.time.minute)
        case .money(let money): return money.map { .number(Double($0.cents) / 100) } ?? .empty
        }
    }
}

extension Desk {
    /// A member of staff: for programs by the address that they sign in with, for people by name.
    func person(_ id: StaffID) -> ListFile.Cell { .coded(staff[id]?.email.text ?? "", words: name(of: id) ?? "") }
}
