/// A report as a page and a sheet of paper show it alike: headings, texts, tables and charts. It knows nothing of complaints.
package struct ReportDocument: Hashable, Sendable {
    package enum Block: Hashable, Sendable {
        case heading(String)
        case paragraph(String)
        case table(ReportTable)
        case chart(ReportChart)
        /// That there is more than the report tells; on a page these words lead there.
        case more(String, Subject)
    }

    /// What a report can tell a part of.
    package enum Subject: Hashable, Sendable { case measures }

    package var title: String
    package var subtitle: String
    /// At the foot of every sheet, before its number.
    package var footer: String
    package var blocks: [Block] = []

    package init(title: String, subtitle: String, footer: String) {
        (self.title, self.subtitle, self.footer) = (title, subtitle, footer)
    }
}

package struct ReportTable: Hashable, Sendable {
    package var caption: String
    package var head: [String]
    /// As many cells as the head has; the first names its row.
    package var cells: [[ReportCell]]

    package init(caption: String, head: [String], cells: [[ReportCell]]) { (self.caption, self.head, self.cells) = (caption, head, cells) }

    package init(caption: String, head: [String], rows: [[String]]) {
        self.init(caption: caption, head: head, cells: rows.map { $0.map { ReportCell($0) } })
    }

    /// As they stand on paper.
    package var rows: [[String]] { cells.map { $0.map(\.text) } }
}

/// What stands in a cell, in pieces of which some lead somewhere on a page.
package struct ReportCell: Hashable, Sendable {
    package struct Piece: Hashable, Sendable {
        package let text: String
        package let address: String?
    }

    package private(set) var pieces: [Piece]

    package init(_ text: String, to address: String? = nil) { pieces = [Piece(text: text, address: address)] }

    package var text: String { pieces.map(\.text).joined() }

    package static func + (left: ReportCell, right: ReportCell) -> ReportCell {
        var cell = left
        cell.pieces += right.pieces
        return cell
    }
}

/// A series between its limits.
package struct ReportChart: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        package var name: String
        package var amount: Double?
        package var lower: Double?
        package var upper: Double?
        /// The amount as a table tells it, where that is more than its number.
        package var words: ReportCell?
        package var isOutside: Bool
        package var mark: String?

        package init(
            name: String, amount: Double?, lower: Double? = nil, upper: Double? = nil, words: ReportCell? = nil, isOutside: Bool = false,
            mark: String? = nil
        ) {
            (self.name, self.amount, self.lower) = (name, amount, lower)
            (self.upper, self.words, self.isOutside, self.mark) = (upper, words, isOutside, mark)
        }
    }

    package var title: String
    /// What it says, in a line; also what is told in place of the picture.
    package var reading: String
    package var points: [Point]
    package var centre: Double?
    /// The end of the scale, where it has one.
    package var top: Double?

    package init(title: String, reading: String, points: [Point], centre: Double? = nil, top: Double? = nil) {
        (self.title, self.reading, self.points, self.centre, self.top) = (title, reading, points, centre, top)
    }

    package var highest: Double {
        top ?? max(1, points.flatMap { [$0.amount, $0.upper] }.compactMap { $0 }.max() ?? 0, centre ?? 0) * 1.08
    }
}
