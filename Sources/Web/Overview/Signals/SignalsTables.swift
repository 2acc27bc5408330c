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
            if let pareto = content.pareto { RootCharts(desk: desk, content: content, pareto: pareto).html }
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

    private var compared: CaseComparison { content.comparison }

    private var comparison: HTML {
        group {
            table(
                say("Vergeleken", "Compared"),
                [(say("Wat", "What"), false)]
                    + compared.totals.map { (DateWords.short($0.days.first) + "–" + DateWords.short($0.days.last), true) }
                    + insight.against(compared).map { ($0, false) }
            ) {
                line(say("Ontvangen", "Received"), .received) { place, totals in
                    let link = SignalsCharts.link(totals.received, content.query.received(in: totals.days))
                    guard compared.unit != nil, compared.exposures[place] > 0 else { return link }
                    let rate = insight.decimal(Double(totals.received) / compared.exposures[place])
                    return HTML(joining: [link, HTML(" (\(rate))")])
                }
                for subject in CaseComparison.shares where isTold(subject) { share(subject) }
                line(say("Helft opgelost in", "Half solved in"), .handling) { _, totals in time(totals, 0.5) }
                line(say("90% opgelost in", "90% solved in"), .handling) { _, totals in time(totals, 0.9) }
            }
            if let unit = compared.unit {
                p(.class("muted")) {
                    say(
                        "Ontvangen is vergeleken per duizend \(say.unit(unit)): dat getal staat tussen haakjes. Alle regels zijn samen getoetst.",
                        "Received is compared per thousand \(say.unit(unit)): that number is in brackets. All rows were tested together.")
                }
            } else if compared.isPerDay {
                p(.class("muted")) {
                    say(
                        "Ontvangen is vergeleken per dag: de tijden zijn niet even lang. Alle regels zijn samen getoetst.",
                        "Received is compared by the day: the times are not of one length. All rows were tested together.")
                }
            } else {
                p(.class("muted")) { say("Alle regels zijn samen getoetst.", "All rows were tested together.") }
            }
        }
    }

    private func isTold(_ subject: CaseChart.Subject) -> Bool {
        subject != .satisfied || compared.totals.contains { $0.count(.rated) > 0 }
    }

    private func time(_ totals: CaseTotals, _ share: Double) -> HTML {
        guard let handling = totals.handling, !handling.cautions.contains(where: \.isGate), let time = handling.time(by: share) else {
            return HTML("–")
        }
        return HTML(insight.days(time))
    }

    private func line(_ name: String, _ row: CaseComparison.Row, _ cell: (Int, CaseTotals) -> HTML) -> HTML {
        tr {
            th(.scope("row")) { name }
            for (place, totals) in compared.totals.enumerated() { td(.class("amount")) { cell(place, totals) } }
            for place in compared.places { td { insight.change(compared.change(row, place)) } }
        }
    }

    private func share(_ subject: CaseChart.Subject) -> HTML {
        guard let share = subject.share else { return HTML() }
        return line(insight.title(subject), .share(subject)) { _, totals in
            let (part, whole) = (totals.count(share.part), totals.count(share.whole))
            return HTML(joining: [
                SignalsCharts.link(part, content.query.course(share.part, in: totals.days)), HTML(say(" van ", " of ")),
                SignalsCharts.link(whole, content.query.course(share.whole, in: totals.days)),
                HTML(whole >= ProportionChart.fewest ? " (\(insight.percent(part, whole)))" : ""),
            ])
        }
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
