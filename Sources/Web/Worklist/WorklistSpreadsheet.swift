import Casework
import Complaints
import Exports
import Foundation
import Hummingbird
import NIOCore
import Records

/// A whole list as a spreadsheet: read page by page into a file beside the uploads, which is gone once it is sent.
struct WorklistSpreadsheet: Sendable {
    private static let pageSize = 100
    private static let pause = Duration.milliseconds(1)

    let desk: Desk
    let filter: WorklistFilter
    let reader: WorklistReader
    let records: any Database
    let folder: String

    var fileName: String { "\(desk.say("klachten", "complaints"))-\(desk.now.day.iso).xlsx" }

    func bytes() async throws -> ByteBuffer {
        let path = "\(folder)/list-\(UInt64.random(in: 0 ... .max)).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let sheet = try Spreadsheet(path: path, name: desk.say("Klachten", "Complaints"), folder: folder)
        sheet.head(WorklistColumn.allCases.map { $0.title(desk.say) }, widths: WorklistColumn.allCases.map(\.width))
        var cursor: WorklistCursor?
        var count = 1
        repeat {
            let page = try await page(after: cursor)
            for row in page.rows { sheet.add(WorklistColumn.allCases.map { $0.cell(row, desk) }) }
            count += page.rows.count
            cursor = page.next
            try await Task.sleep(for: Self.pause)
        } while cursor != nil && count < Spreadsheet.mostRows
        return try await PrintingRoom.apart {
            try sheet.close()
            return ByteBuffer(bytes: try Data(contentsOf: URL(fileURLWithPath: path)))
        }
    }

    private func page(after cursor: WorklistCursor?) async throws -> WorklistPage {
        let (filter, reader) = (filter, reader)
        return try await records.read { try $0.worklist(filter, for: reader, limit: Self.pageSize, after: cursor) }
    }
}

extension WorklistColumn {
    /// In signs.
    fileprivate var width: Double {
        switch self {
        case .opening: 60
        case .customer, .organisation, .about, .wrong, .handler: 24
        case .received, .registered, .changed, .due, .resolved, .closed: 16
        default: 13
        }
    }

    fileprivate func cell(_ row: WorklistRow, _ desk: Desk) -> Spreadsheet.Cell {
        if let instant = instant(row) {
            let civil = desk.calendar.zone.moment(at: instant).civil
            let (year, month, day) = civil.day.civil
            return .moment(year: year, month: month, day: day, hour: civil.time.hour, minute: civil.time.minute)
        }
        let words = words(row, desk)
        return words.isEmpty ? .empty : .text(words)
    }
}
