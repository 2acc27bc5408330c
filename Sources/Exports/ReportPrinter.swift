/// A report on A4, as a PDF with tags: a reader that speaks finds headings, paragraphs, tables with their heads, and figures. The same report
/// printed at the same moment is the same bytes.
package struct ReportPrinter {
    private let sheet: Sheet
    private var y: Double = Sheet.top

    /// - Parameter printedAt: ISO 8601, kept in the file.
    package static func pdf(_ document: ReportDocument, printedAt: String) throws(ExportFault) -> [UInt8] {
        let sheet = try Sheet(title: document.title, footer: document.footer, printedAt: printedAt)
        var printer = ReportPrinter(sheet: sheet)
        printer.text(document.title, .title, "H1")
        printer.text(document.subtitle, .remark, "P")
        for block in document.blocks { printer.print(block) }
        return try sheet.finished()
    }

    private init(sheet: Sheet) { self.sheet = sheet }

    private mutating func print(_ block: ReportDocument.Block) {
        switch block {
        case .heading(let text):
            // A heading does not stand alone at the foot of a sheet.
            need(110)
            y += 10
            self.text(text, .heading, "H2")
        case .paragraph(let text), .more(let text, _): self.text(text, .body, "P")
        case .table(let table): TablePrinter(table, on: sheet).print(from: &y)
        case .chart(let chart):
            need(ChartPrinter.height + 50)
            self.text(chart.title, .strong, "H3")
            self.text(chart.reading, .remark, "P")
            ChartPrinter(chart, on: sheet).draw(at: y)
            y += ChartPrinter.height + 10
        }
    }

    private mutating func need(_ height: Double) { if y + height > Sheet.bottom { y = sheet.turn() } }

    private mutating func text(_ text: String, _ style: TextStyle, _ tag: String) {
        let lines = sheet.lines(of: text, style, width: Sheet.width)
        need(Double(min(lines.count, 3)) * style.leading)
        var rest = lines[...]
        while !rest.isEmpty {
            let fits = max(1, Int((Sheet.bottom - y) / style.leading))
            sheet.tagged(tag) {
                for line in rest.prefix(fits) {
                    y += style.leading
                    sheet.write(line, style, x: Sheet.left, y: y)
                }
            }
            rest = rest.dropFirst(fits)
            if !rest.isEmpty { y = sheet.turn() }
        }
        y += style.after
    }
}
