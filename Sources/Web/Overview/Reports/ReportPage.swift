import Casework
import Complaints
import Exports
import HTTPTypes
import Hummingbird
import Markup

/// A report as a page that prints well, with the same on paper one click away.
struct ReportPage {
    let desk: Desk
    let query: ReportQuery
    let document: ReportDocument

    private var say: Wording { desk.say }
    private var problems: [FieldProblem] { query.problems }

    func response() -> Response {
        desk.page(
            (problems.isEmpty ? "" : say("Fout: ", "Error: ")) + document.title, current: Paths.signals,
            status: problems.isEmpty ? .ok : .unprocessableContent
        ) {
            if !problems.isEmpty {
                ErrorSummary(
                    title: say("Er is een probleem", "There is a problem"),
                    fields: problems.map { Field($0.field, "", error: PeriodChoice.words($0, say)) }
                ).html
            }
            Heading(
                title: document.title, remark: document.subtitle,
                acts: Button("PDF", .primary, to: Paths.reportsPDF + QueryText.query(query.pairs)).html
            ).html
            choice
            p(.class("way")) { a(.href(Paths.reportOrders)) { say("Rapporten per e-mail", "Reports by e-mail") } }
            div(.class("prose")) { for (place, block) in document.blocks.enumerated() { shown(block, place) } }
        }
    }

    private var choice: HTML {
        div(.class("period")) {
            nav(.class("tabs"), .aria("label", say("Rapport", "Report"))) {
                for kind in ReportQuery.Kind.allCases {
                    a(
                        .href("\(Paths.reports)?\(ReportQuery.kindField)=\(kind.rawValue)"),
                        .when(kind == query.kind, .aria("current", "page"))
                    ) { name(kind) }
                }
            }
            details(.open(!problems.isEmpty)) {
                Markup.summary { say("Andere periode", "Another period") }
                form(.method(.get), .action(Paths.reports), .class("filters"), .novalidate) {
                    input(.type(.hidden), .name(ReportQuery.kindField), .value(query.kind.rawValue))
                    DateField(field: field(ReportQuery.firstField, say("Vanaf", "From")), value: query.typed.first).html
                    DateField(field: field(ReportQuery.lastField, say("Tot en met", "Until")), value: query.typed.last).html
                    actions { Button(say("Toon", "Show")) }
                }
            }
        }
    }

    private func name(_ kind: ReportQuery.Kind) -> String {
        switch kind {
        case .review: say("Directiebeoordeling", "Management review")
        case .open: say("Jaarverslag voor iedereen", "Yearly report for everybody")
        }
    }

    private func field(_ name: String, _ label: String) -> Field {
        Field(name, label, optional: say.optional, error: problems.first { $0.field == name }.map { PeriodChoice.words($0, say) })
    }

    // MARK: The report

    private func shown(_ block: ReportDocument.Block, _ place: Int) -> HTML {
        switch block {
        case .heading(let text): return h2 { text }
        case .paragraph(let text): return p { text }
        case .table(let table): return shown(table)
        case .chart(let chart): return shown(chart, place)
        case .more(let text, .measures): return p { Link(text, to: Paths.measures) }
        }
    }

    private func shown(_ table: ReportTable) -> HTML {
        div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", table.caption)) {
            Markup.table(.class("table")) {
                caption { table.caption }
                thead { tr { for head in table.head { th(.scope("col")) { head } } } }
                tbody {
                    for row in table.cells {
                        tr {
                            th(.scope("row")) { row.first.map(shown) ?? HTML() }
                            for cell in row.dropFirst() { td { shown(cell) } }
                        }
                    }
                }
            }
        }
    }

    private func shown(_ cell: ReportCell) -> HTML {
        HTML(joining: cell.pieces.map { piece in piece.address.map { address in a(.href(address)) { piece.text } } ?? HTML(piece.text) })
    }

    private func shown(_ chart: ReportChart, _ place: Int) -> HTML {
        let words = ControlLines.Words(say, name: say("Wanneer", "When"), amount: say("Waarde", "Value"))
        return ControlLines(
            id: "chart-\(place)", title: chart.title, reading: HTML(chart.reading),
            points: chart.points.map { point in
                let amount = value(point.amount, of: chart)
                return ControlLines.Point(
                    name: point.name, brief: point.name, amount: point.amount, lower: point.lower, upper: point.upper,
                    words: point.words.map(shown) ?? HTML(amount), label: amount, isOutside: point.isOutside,
                    marks: point.mark.map { [ControlLines.Mark(name: $0)] } ?? [])
            }, centre: chart.centre, top: chart.top, picture: chart.reading, words: words
        ).html
    }

    private func value(_ amount: Double?, of chart: ReportChart) -> String {
        guard let amount else { return "–" }
        return chart.top == 1 ? "\(Int((amount * 100).rounded()))%" : InsightWords(desk.language).decimal(amount)
    }
}
