import CXLSXWriter

/// A spreadsheet with one sheet, written row by row into a file, so that a long list needs no memory. Texts are texts: none becomes a formula.
///
/// It belongs to whoever made it, who writes rows one after another.
package final class Spreadsheet: @unchecked Sendable {
    package enum Cell: Hashable, Sendable {
        case text(String)
        case number(Double)
        case moment(year: Int, month: Int, day: Int, hour: Int, minute: Int)
        case empty
    }

    private let book: UnsafeMutablePointer<lxw_workbook>
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let bold: UnsafeMutablePointer<lxw_format>?
    private let date: UnsafeMutablePointer<lxw_format>?
    private var row: UInt32 = 0
    private var isClosed = false

    /// As many rows as the format has, its head included.
    package static let mostRows = 1_048_576

    /// - Parameter folder: where what does not fit in memory waits.
    package init(path: String, name: String, folder: String) throws(ExportFault) {
        var made: UnsafeMutablePointer<lxw_workbook>?
        folder.withCString { folder in
            var options = lxw_workbook_options()
            options.constant_memory = UInt8(LXW_TRUE.rawValue)
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            made = workbook_new_opt(path, &options)
        }
        guard let book = made, let sheet = workbook_add_worksheet(book, name) else { throw .failed("xlsx") }
        (self.book, self.sheet) = (book, sheet)
        bold = workbook_add_format(book)
        date = workbook_add_format(book)
        if let bold { format_set_bold(bold) }
        if let date { format_set_num_format(date, "dd-mm-yyyy hh:mm") }
    }

    deinit { if !isClosed { _ = workbook_close(book) } }

    package func head(_ names: [String], widths: [Double]) {
        for (column, width) in widths.enumerated() { worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil) }
        for (column, name) in names.enumerated() { worksheet_write_string(sheet, row, UInt16(column), name, bold) }
        worksheet_freeze_panes(sheet, 1, 0)
        row += 1
    }

    package func add(_ cells: [Cell]) {
        if Int(row) >= Self.mostRows { return }
        for (column, cell) in cells.enumerated() {
            let column = UInt16(column)
            switch cell {
            case .empty: break
            case .number(let value): worksheet_write_number(sheet, row, column, value, nil)
            case .text(let text):
                // The format takes 32,767 signs in a cell.
                worksheet_write_string(sheet, row, column, String(text.prefix(32_000)).writable, nil)
            case .moment(let year, let month, let day, let hour, let minute):
                var moment = lxw_datetime(
                    year: Int32(year), month: Int32(month), day: Int32(day), hour: Int32(hour), min: Int32(minute), sec: 0)
                worksheet_write_datetime(sheet, row, column, &moment, date)
            }
        }
        row += 1
    }

    package func close() throws(ExportFault) {
        isClosed = true
        let error = workbook_close(book)
        if error != LXW_NO_ERROR { throw .failed("xlsx \(error.rawValue)") }
    }
}
