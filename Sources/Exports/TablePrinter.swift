/// A table on paper. Where it does not fit on the sheet it goes on with its head on the next, within a row that is higher than a sheet too.
struct TablePrinter {
    private let table: ReportTable
    private let sheet: Sheet
    private let widths: [Double]
    private static let gap = 10.0
    /// Of one row, on one sheet: fewer than fit below any head.
    private static let mostLines = 40

    init(_ table: ReportTable, on sheet: Sheet) {
        (self.table, self.sheet) = (table, sheet)
        // The first column takes what the others leave; those are as wide as their widest cell, within reason.
        let columns = table.head.indices.map { column in
            ([(table.head[column], TextStyle.cellHead)] + table.rows.map { ($0[column], TextStyle.cell) }).map {
                sheet.width(of: $0.0, $0.1)
            }
            .max() ?? 0
        }
        let most = Sheet.width * 0.62 / Double(max(1, columns.count - 1)) - Self.gap
        // No word of a head is cut.
        let heads = table.head.map { head in head.split(separator: " ").map { sheet.width(of: String($0), .cellHead) }.max() ?? 0 }
        let others = zip(columns, heads).dropFirst().map { max(min($0, max(most, 34)), $1) }
        let first = max(70, Sheet.width - others.reduce(0) { $0 + $1 + Self.gap })
        widths = [first] + others
    }

    func print(from y: inout Double) {
        let rows = table.rows.flatMap { pieces(of: $0) }
        var rest = rows[...]
        let begin = height(of: table.head, .cellHead) + (rest.first.map { height(of: $0) } ?? 0)
        if y + TextStyle.strong.leading + 3 + begin > Sheet.bottom { y = sheet.turn() }
        sheet.tagged("P") {
            y += TextStyle.strong.leading
            sheet.write(table.caption, .strong, x: Sheet.left, y: y)
        }
        y += 3
        repeat {
            sheet.tagged("Table") {
                row(table.head, .cellHead, "TH", &y)
                // One row at least, whatever its height: each sheet brings the table nearer to its end.
                var isFirst = true
                while let next = rest.first, isFirst || y + height(of: next) < Sheet.bottom {
                    row(next, .cell, "TD", &y)
                    rest = rest.dropFirst()
                    isFirst = false
                }
            }
            if !rest.isEmpty { y = sheet.turn() }
        } while !rest.isEmpty
        y += 12
    }

    /// A row as it is, or cut between its lines where it would be too high for a sheet.
    private func pieces(of cells: [String]) -> [[String]] {
        let cut = cells.indices.map { lines(cells, $0, .cell) }
        let most = cut.map(\.count).max() ?? 0
        if most <= Self.mostLines { return [cells] }
        return stride(from: 0, to: most, by: Self.mostLines).map { first in
            cut.map { $0.dropFirst(first).prefix(Self.mostLines).joined(separator: "\n") }
        }
    }

    private func height(of cells: [String], _ style: TextStyle = .cell) -> Double {
        Double(cells.indices.map { lines(cells, $0, style).count }.max() ?? 1) * style.leading + 5
    }

    private func lines(_ cells: [String], _ column: Int, _ style: TextStyle) -> [String] {
        sheet.lines(of: cells[column], style, width: widths[column])
    }

    private func row(_ cells: [String], _ style: TextStyle, _ tag: String, _ y: inout Double) {
        let top = y
        var lowest = y
        sheet.tagged("TR") {
            var x = Sheet.left
            for column in cells.indices {
                let isAmount = column > 0 && column < cells.count && Self.isAmount(cells[column])
                var base = top
                // The first cell names its row.
                sheet.tagged(column == 0 ? "TH" : tag) {
                    for line in lines(cells, column, style) {
                        base += style.leading
                        sheet.write(line, style, x: isAmount ? x + widths[column] : x, y: base, isRight: isAmount)
                    }
                }
                lowest = max(lowest, base)
                x += widths[column] + Self.gap
            }
        }
        y = lowest + 5
        sheet.line([(Sheet.left, y - 1), (Sheet.left + Sheet.width, y - 1)], width: 0.3, grey: 0.7)
    }

    private static func isAmount(_ text: String) -> Bool {
        text.hasPrefix("€") || text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    }
}
