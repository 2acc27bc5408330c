import Analysis
import Casework
import Complaints
import Markup
import Records

/// This period against others, where to act first, and how all kinds stand.
struct SignalsTables {
    let desk: Desk
    let content: SignalsContent

    private var say: Wording { desk.say }
    private var insight: InsightWords { InsightWords(desk.language) }
    private var words: SignalWords { SignalWords(desk: desk, content: content) }

    var html: HTML {
        group {
            comparison
            if let pareto = content.pareto { roots(pareto) }
            if !content.reading.kinds.isEmpty { kinds }
        }
    }

    private func table(_ title: String, _ heads: [(words: String, isAmount: Bool)], @HTMLBuilder rows: () -> HTML) -> HTML {
        section(.class("apart")) {
            h2 { title }
            div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", title)) {
                Markup.table(.class("table")) {
                    thead { tr { for head in heads { th(.scope("col"), .when(head.isAmount, .class("amount"))) { head.words } } } }
                    tbody { rows() }
                }
            }
        }
    }

    // MARK: Against other times

    private var comparison: HTML {
        table(
            say("Vergeleken", "Compared"),
            [(say("Wat", "What"), false)]
                + content.totals.map { (DateWords.short($0.days.first) + "–" + DateWords.short($0.days.last), true) }
                + [(say("Verandering", "Change"), false)]
        ) {
            line(say("Ontvangen", "Received"), change) { SignalsCharts.link($0.received, content.query.received(in: $0.days)) }
            share(.contact)
            share(.term)
            line(say("Helft opgelost in", "Half solved in")) { totals in
                guard let handling = totals.handling, !handling.cautions.contains(where: \.isGate), let median = handling.median else {
                    return HTML("–")
                }
                return HTML(insight.days(median))
            }
            line(say("90% opgelost in", "90% solved in")) { totals in
                guard let handling = totals.handling, !handling.cautions.contains(where: \.isGate), let time = handling.time(by: 0.9) else {
                    return HTML("–")
                }
                return HTML(insight.days(time))
            }
            share(.reopened)
            if content.totals.contains(where: { $0.count(.rated) > 0 }) { share(.satisfied) }
        }
    }

    private func line(_ name: String, _ remark: String = "", _ cell: (CaseTotals) -> HTML) -> HTML {
        tr {
            th(.scope("row")) { name }
            for totals in content.totals { td(.class("amount")) { cell(totals) } }
            td { remark }
        }
    }

    private func share(_ subject: CaseChart.Subject) -> HTML {
        guard let share = subject.share else { return HTML() }
        return line(insight.title(subject)) { totals in
            let (part, whole) = (totals.count(share.part), totals.count(share.whole))
            return HTML(joining: [
                SignalsCharts.link(part, content.query.course(share.part, in: totals.days)), HTML(say(" van ", " of ")),
                SignalsCharts.link(whole, content.query.course(share.whole, in: totals.days)),
                HTML(whole >= ProportionChart.fewest ? " (\(insight.percent(part, whole)))" : ""),
            ])
        }
    }

    private var change: String {
        content.totals.count > 1 ? insight.change(content.totals[0].received, content.totals[1].received) : ""
    }

    // MARK: Where to act first

    private static let most = 12

    private func roots(_ found: CausePareto) -> HTML {
        let isFit = !found.pareto.cautions.contains(where: \.isGate)
        return group {
            ranking(
                say("Waar het eerst iets aan te doen: naar aantal", "Where to act first: by number"), found, found.pareto.byCount, isFit
            ) {
                $0.cumulativeCount
            }
            ranking(
                say("Waar het eerst iets aan te doen: naar last voor klanten", "Where to act first: by burden on customers"), found,
                found.pareto.byBurden, isFit
            ) { $0.cumulativeBurden }
        }
    }

    private func ranking(
        _ title: String, _ found: CausePareto, _ rows: [Pareto<Root>.Row], _ isFit: Bool, _ share: (Pareto<Root>.Row) -> Double
    ) -> HTML {
        table(
            title,
            [
                (say("Gaat over, oorzaak", "About, cause"), false), (say("Klachten", "Complaints"), true),
                (say("Samen", "Together"), true), (say("Werkdagen gewacht", "Working days waited"), true),
                (say("Tegemoetkoming", "Remedy"), true), (say("Ernstig", "Serious"), true), (say("Ervoor", "Before"), true),
                (say("Verandering", "Change"), false),
            ]
        ) {
            for row in rows.prefix(Self.most) {
                tr {
                    th(.scope("row")) { name(row.entry.cause) }
                    td(.class("amount")) { SignalsCharts.link(row.entry.count, list(row.entry.cause, content.query.days)) }
                    td(.class("amount")) { isFit ? "\(Int((share(row) * 100).rounded()))%" : "–" }
                    td(.class("amount")) { "\(Int(row.entry.burden))" }
                    td(.class("amount")) { DateWords.money(Money(cents: found.cents[row.entry.cause] ?? 0), desk.language) }
                    td(.class("amount")) { "\(found.serious[row.entry.cause] ?? 0)" }
                    td(.class("amount")) { SignalsCharts.link(row.entry.previous, list(row.entry.cause, content.query.days.previous)) }
                    td { isFit && row.isChanged ? changed(row) : "" }
                }
            }
        }
    }

    private func name(_ root: Root) -> String {
        "\(words.name(root.about)), \(root.cause.map { desk.cause($0) } ?? say("oorzaak nog niet bekend", "cause not known yet"))"
    }

    private func list(_ root: Root, _ days: DayRange) -> WorklistQuery {
        content.query.received(in: days, about: root.about)
            .with(.cause, root.cause?.rawValue ?? WorklistQuery.none)
    }

    private func changed(_ row: Pareto<Root>.Row) -> String {
        row.entry.count > row.entry.previous ? say("meer dan ervoor", "more than before") : say("minder dan ervoor", "less than before")
    }

    // MARK: All kinds

    private var kinds: HTML {
        table(
            say("Per soort klacht", "By kind of complaint"),
            [
                (say("Waar het over gaat", "What it is about"), false),
                (content.reading.lastWeek.map { words.name($0) } ?? say("Vorige week", "Last week"), true),
                (say("Normaal", "Usual"), false), (say("Deze week tot nu toe", "This week so far"), true),
                (say("Wat dat zegt", "What it says"), false),
            ]
        ) {
            for kind in content.reading.kinds {
                tr {
                    th(.scope("row")) { words.name(kind.about) }
                    td(.class("amount")) { words.count(kind.lastWeek, content.reading.lastWeek, kind.about) }
                    td { words.usual(kind) ?? "–" }
                    td(.class("amount")) { words.count(kind.thisWeek, content.reading.runningWeek, kind.about) }
                    td { words.state(kind) }
                }
            }
        }
    }
}
