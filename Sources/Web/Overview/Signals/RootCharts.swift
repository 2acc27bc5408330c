import Analysis
import Casework
import Complaints
import Markup
import Records

/// Where to act first: by number, by how serious, by how long customers waited, by what they were given.
struct RootCharts {
    let desk: Desk
    let content: SignalsContent
    let pareto: CausePareto

    private static let most = 12

    private var say: Wording { desk.say }
    private var insight: InsightWords { InsightWords(desk.language) }
    private var words: SignalWords { SignalWords(desk: desk, content: content) }

    var html: HTML {
        section(.class("apart")) {
            h2 { say("Waar het eerst iets aan te doen", "Where to act first") }
            div(.class("multiples wide")) {
                for burden in CausePareto.Burden.allCases { drawing(burden, pareto.rows(by: burden)) }
            }
        }
    }

    private func drawing(_ burden: CausePareto.Burden, _ rows: [Pareto<Root>.Row]) -> HTML {
        if rows.isEmpty { return HTML() }
        return ParetoChart(
            id: "roots-\(burden.rawValue)", title: insight.title(burden), reading: reading(burden, rows),
            columns: rows.prefix(Self.most).map { column($0, burden) },
            heads: [
                ("#", true), (say("Gaat over, oorzaak", "About, cause"), false), (insight.head(burden), true),
                (say("Samen", "Together"), true), (say("Klachten", "Complaints"), true), (say("Ervoor", "Before"), true),
                (say("Verandering", "Change"), false),
            ], fold: say("Als tabel", "As a table")
        ).html
    }

    /// "Het meest: Facturatie, proces: 12 van 60. De eerste 3 zijn samen 80%."
    private func reading(_ burden: CausePareto.Burden, _ rows: [Pareto<Root>.Row]) -> String {
        guard let first = rows.first else { return "" }
        let whole = rows.reduce(0.0) { $0 + $1.entry.burden }
        let most = say(
            "Het meest: \(name(first.entry.cause)), \(insight.amount(first.entry.burden, burden)) van \(insight.amount(whole, burden)).",
            "Most: \(name(first.entry.cause)), \(insight.amount(first.entry.burden, burden)) of \(insight.amount(whole, burden)).")
        guard pareto.isFit, let place = rows.firstIndex(where: { $0.cumulativeBurden >= 0.8 }), place > 0 else { return most }
        return most + say(" De eerste \(place + 1) zijn samen 80%.", " The first \(place + 1) are 80% together.")
    }

    private func column(_ row: Pareto<Root>.Row, _ burden: CausePareto.Burden) -> ParetoChart.Column {
        let root = row.entry.cause
        let together = pareto.isFit ? row.cumulativeBurden : nil
        return ParetoChart.Column(
            name: name(root), amount: row.entry.burden, label: insight.label(row.entry.burden, burden), together: together,
            cells: [
                amount(row, burden), HTML(together.map { "\(Int(($0 * 100).rounded()))%" } ?? "–"),
                SignalsCharts.link(row.entry.count, list(root, content.query.days)),
                SignalsCharts.link(row.entry.previous, list(root, content.query.days.previous)),
                HTML(pareto.isFit && pareto.hasBefore && row.isChanged ? changed(row) : ""),
            ])
    }

    /// The amount; a number of complaints with their list, a sum with the list of those that it is the sum of.
    private func amount(_ row: Pareto<Root>.Row, _ burden: CausePareto.Burden) -> HTML {
        let (root, words) = (row.entry.cause, insight.amount(row.entry.burden, burden))
        let (tally, all) = (pareto.tallies[root], list(root, content.query.days))
        func sum(_ count: Int, _ list: WorklistQuery) -> HTML {
            HTML(joining: [HTML(words + say(" over ", " over ")), SignalsCharts.link(count, list)])
        }
        switch burden {
        case .count: return SignalsCharts.link(row.entry.count, all)
        case .serious: return SignalsCharts.link(tally?.serious ?? 0, all.with(.severity, WorklistQuery.serious))
        case .days: return sum(row.entry.count, all)
        case .money: return sum(tally?.remedied ?? 0, all.with(.remedy, WorklistQuery.yes))
        }
    }

    private func name(_ root: Root) -> String {
        "\(words.name(root.about)), \(root.cause.map { desk.cause($0) } ?? say("oorzaak nog niet bekend", "cause not known yet"))"
    }

    private func list(_ root: Root, _ days: DayRange) -> WorklistQuery {
        content.query.received(in: days, about: root.about).with(.cause, root.cause?.rawValue ?? WorklistQuery.none)
    }

    private func changed(_ row: Pareto<Root>.Row) -> String {
        (row.change.ratio ?? 1) > 1 ? say("meer dan ervoor", "more than before") : say("minder dan ervoor", "less than before")
    }
}
