import Analysis
import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// A page for whoever plans the work: each part begins with what it says in one line.
struct FlowPage {
    struct Content: Sendable {
        let flow: FlowReading
        /// The weeks over which teams are told.
        let year: DayRange
        let funnel: TeamFunnel
    }

    let desk: Desk
    let content: Content

    private var say: Wording { desk.say }
    private var insight: InsightWords { InsightWords(desk.language) }
    private var flow: FlowReading { content.flow }

    func response() -> Response {
        let title = say("Drukte en voorraad", "Flow of work")
        return desk.page(title, current: Paths.signals) {
            Heading(title: title, remark: DateWords.long(desk.now.day, desk.language)).html
            p(.class("verdict")) { balance }
            backlog
            rare
            times
            if content.funnel.teams.count > 1 { teams }
            p { a(.href(Paths.signals)) { say("Naar de signalen", "To the signals") } }
        }
    }

    // MARK: Whether work piles up

    private var balance: String {
        guard let law = flow.balance else {
            if flow.hasArrivals {
                return say(
                    "In de laatste \(FlowReading.weeks) weken is niets afgerond: hoe lang werk blijft, is nog niet te zeggen.",
                    "Nothing was finished in the last \(FlowReading.weeks) weeks: how long work stays can't be told yet.")
            }
            return say("Er kwam te weinig binnen om te zeggen of werk zich ophoopt.", "Too little came in to tell whether work piles up.")
        }
        let (open, expected) = (insight.decimal(law.open), insight.decimal(law.expectedOpen))
        let figures = say(
            "gemiddeld \(open) zonder eerste oplossing, waar \(expected) past bij wat binnenkomt en hoe lang dat duurt",
            "\(open) without a first solution on average, where \(expected) fits what comes in and how long that takes")
        let weeks = FlowReading.weeks
        if law.isSteady {
            return say(
                "Het werk loopt gelijk op, de laatste \(weeks) weken: \(figures).",
                "Work keeps pace, over the last \(weeks) weeks: \(figures).")
        }
        return law.open > law.expectedOpen
            ? say("Werk hoopt zich op, de laatste \(weeks) weken: \(figures).", "Work piles up, over the last \(weeks) weeks: \(figures).")
            : say(
                "Er wordt voorraad weggewerkt, de laatste \(weeks) weken: \(figures).",
                "Work is being cleared, over the last \(weeks) weeks: \(figures).")
    }

    // MARK: What is open, by age

    private var backlog: HTML {
        let all = flow.backlog.reduce(0) { $0 + $1.count }
        let old = flow.backlog.filter { $0.from > 10 }.reduce(0) { $0 + $1.count }
        return BarList(
            title: say("Open, naar leeftijd", "Open, by age"),
            reading: all == 0
                ? say("Er is niets open.", "Nothing is open.")
                : say("\(old) van de \(all) langer dan tien werkdagen.", "\(old) of \(all) for longer than ten working days."),
            bars: flow.backlog.map { band in
                Bar(
                    name: age(band), amount: Double(band.count), words: "\(band.count)",
                    address: WorklistQuery.received(in: band.days).with(.open, WorklistQuery.yes).address())
            }, columns: (say("Leeftijd", "Age"), say("Aandeel", "Share"), say("Aantal", "Number"))
        ).html
    }

    private func age(_ band: FlowReading.Band) -> String {
        guard let through = band.through else {
            return say("\(band.from) werkdagen en meer", "\(band.from) working days and more")
        }
        return say("\(band.from)–\(through) werkdagen", "\(band.from)–\(through) working days")
    }

    // MARK: Rare but serious

    @HTMLBuilder private var rare: HTML {
        if let rare = flow.rare {
            let title =
                rare.isCriticalOnly
                ? say("Dagen tussen zeer ernstige klachten", "Days between critical complaints")
                : say("Dagen tussen ernstige klachten", "Days between serious complaints")
            let reading = reading(rare)
            let list = WorklistQuery().with(.counted, WorklistQuery.yes)
                .with(.severity, rare.isCriticalOnly ? Severity.critical.rawValue : WorklistQuery.serious)
            ControlLines(
                id: "rare", title: title,
                reading: HTML(joining: [HTML(reading + " "), a(.href(list.address())) { say("De klachten", "The complaints") }]),
                points: zip(rare.days, rare.chart.points).map { day, point in
                    ControlLines.Point(
                        name: DateWords.short(day), brief: DateWords.short(day), amount: point.value, lower: point.lower,
                        upper: point.upper,
                        words: HTML(insight.decimal(point.value ?? 0)), label: insight.decimal(point.value ?? 0), isOutside: point.isSignal)
                }, centre: rare.chart.centre, picture: reading,
                words: ControlLines.Words(
                    say, name: say("Klacht van", "Complaint of"), amount: say("Dagen na de vorige", "Days after the one before"))
            ).html
        }
    }

    /// Longer is better: what is serious came seldom.
    private func reading(_ rare: FlowReading.Rare) -> String {
        let usual = insight.decimal(rare.chart.centre)
        guard let last = rare.chart.points.last, let value = last.value else { return "" }
        let now = say(
            "De laatste kwam \(insight.decimal(value)) dagen na die ervoor, gewoonlijk \(usual).",
            "The last came \(insight.decimal(value)) days after the one before, usually \(usual).")
        guard last.isSignal else { return now }
        return now
            + (value > (last.upper ?? .infinity)
                ? say(" Dat is langer dan toeval verklaart.", " That is longer than chance explains.")
                : say(" Zij volgen elkaar sneller op dan toeval verklaart.", " They follow one another sooner than chance explains."))
    }

    // MARK: When complaints come in

    private static let hours = [(0, 8), (8, 10), (10, 12), (12, 14), (14, 16), (16, 18), (18, 24)]

    private var times: HTML {
        let (days, all) = (flow.times.counts, flow.times.total)
        // Of a few, numbers.
        func words(_ count: Int) -> String { all < ProportionChart.fewest ? "\(count)" : insight.percent(count, all) }
        let title = say("Wanneer klachten binnenkomen", "When complaints come in")
        return section(.class("apart")) {
            h2 { title }
            p(.class("muted")) {
                say(
                    "De klachten van de laatste \(FlowReading.weeks) weken, naar dag en uur.",
                    "The complaints of the last \(FlowReading.weeks) weeks, by day and hour.")
            }
            div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", title)) {
                table(.class("table")) {
                    thead {
                        tr {
                            th(.scope("col")) { say("Dag", "Day") }
                            for (from, until) in Self.hours { th(.scope("col"), .class("amount")) { "\(from)–\(until)" } }
                            th(.scope("col"), .class("amount")) { say("Samen", "Together") }
                        }
                    }
                    tbody {
                        for (weekday, hours) in zip(Weekday.allCases, days) {
                            tr {
                                th(.scope("row")) { DateWords.weekday(weekday, desk.language) }
                                for (from, until) in Self.hours {
                                    td(.class("amount")) { words(hours[from..<until].reduce(0, +)) }
                                }
                                td(.class("amount")) { words(hours.reduce(0, +)) }
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: Teams

    private var teams: HTML {
        let title = say("Teams: op tijd opgelost", "Teams: solved in time")
        return section(.class("apart")) {
            h2 { title }
            p(.class("muted")) {
                say(
                    "Geen ranglijst: een klein team zit vanzelf verder van het gemiddelde. Alleen wat buiten de grenzen valt, is meer dan toeval.",
                    "No league table: a small team lies further from the mean by itself. Only what lies outside the limits is more than chance."
                )
            }
            p(.class("muted")) {
                say(
                    "Klachten waarvan de tijd om was van \(DateWords.short(content.year.first)) tot en met \(DateWords.short(content.year.last)).",
                    "Complaints whose time had passed from \(DateWords.short(content.year.first)) through \(DateWords.short(content.year.last))."
                )
            }
            div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", title)) {
                table(.class("table")) {
                    thead {
                        tr {
                            th(.scope("col")) { say("Team", "Team") }
                            th(.scope("col"), .class("amount")) { say("Op tijd", "In time") }
                            th(.scope("col")) { say("Normaal voor deze omvang", "Usual for this size") }
                            th(.scope("col")) { say("Bijzonder", "Remarkable") }
                        }
                    }
                    tbody { for team in content.funnel.teams { row(team) } }
                }
            }
        }
    }

    private func row(_ team: TeamFunnel.Team) -> HTML {
        func course(_ course: CaseCourse) -> WorklistQuery {
            WorklistQuery().with(.counted, WorklistQuery.yes).with(.team, team.name).with(.course, course.rawValue)
                .with(.courseFrom, content.year.first.iso).with(.courseUntil, content.year.last.iso)
        }
        return tr {
            th(.scope("row")) { team.name }
            td(.class("amount")) {
                a(.href(course(.termKept).address())) { "\(team.kept)" }
                say(" van ", " of ")
                a(.href(course(.termDue).address())) { "\(team.due)" }
            }
            td { team.limits.map { "\(Int(($0.lowerBound * 100).rounded()))–\(Int(($0.upperBound * 100).rounded()))%" } ?? "–" }
            td { team.isOutside ? say("buiten de grenzen", "outside the limits") : "" }
        }
    }
}
