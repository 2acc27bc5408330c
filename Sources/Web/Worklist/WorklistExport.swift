import Casework
import Complaints
import HTTPTypes
import Hummingbird
import NIOCore
import Records

/// A whole list as a file, read and sent page by page: exact for machines, or in words for a spreadsheet.
struct WorklistExport: Sendable {
    enum Flavour: Sendable {
        /// RFC 4180 with commas, UTF-8, codes and ISO 8601.
        case machine
        /// Semicolons, a byte order mark, the reader's words, dates as the reader writes them, no formulas.
        case spreadsheet
    }

    /// So few that others' requests wait some thousandths of a second for them, however many exports run.
    private static let pageSize = 100

    /// After each page the thread looks at its connections, which it would not do between steps of work.
    private static let pause = Duration.milliseconds(1)

    let desk: Desk
    let flavour: Flavour
    let filter: WorklistFilter
    let reader: WorklistReader
    let records: any Database

    var fileName: String { "\(desk.say("klachten", "complaints"))-\(desk.now.day.iso).csv" }

    var body: ResponseBody {
        ResponseBody { writer in
            try await writer.write(ByteBuffer(bytes: head))
            var cursor: WorklistCursor?
            repeat {
                let page = try await page(after: cursor)
                try await writer.write(ByteBuffer(bytes: lines(page.rows)))
                cursor = page.next
                try await Task.sleep(for: Self.pause)
            } while cursor != nil
            try await writer.finish(nil)
        }
    }

    private func page(after cursor: WorklistCursor?) async throws -> WorklistPage {
        let (filter, reader) = (filter, reader)
        return try await records.read { try $0.worklist(filter, for: reader, limit: Self.pageSize, after: cursor) }
    }

    private var head: [UInt8] {
        var line = CSVLine(separator: separator)
        for column in WorklistColumn.allCases { line.add(flavour == .machine ? column.rawValue : column.title(desk.say)) }
        line.end()
        return (flavour == .machine ? [] : [0xEF, 0xBB, 0xBF]) + line.bytes
    }

    private var separator: UInt8 { flavour == .machine ? UInt8(ascii: ",") : UInt8(ascii: ";") }

    private func lines(_ rows: [WorklistRow]) -> [UInt8] {
        var line = CSVLine(separator: separator)
        for row in rows {
            for column in WorklistColumn.allCases {
                switch flavour {
                case .machine: line.add(column.code(row, desk))
                case .spreadsheet:
                    let words = column.words(row, desk)
                    line.add(column.isFreeText ? FormulaGuard.guarded(words) : words)
                }
            }
            line.end()
        }
        return line.bytes
    }
}
