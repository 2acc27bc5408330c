import Casework
import Complaints
import Markup
import Records

/// How the figures are made up: per month, by nature, by channel.
struct OverviewCharts {
    let desk: Desk
    let content: OverviewPage.Content

    private var say: Wording { desk.say }
    private var overview: Overview { content.overview }
    private var days: DayRange { content.period.days }

    var html: HTML {
        div(.class("multiples")) {
            months("received", say("Ontvangen per maand", "Received per month"), \.received) { WorklistQuery.received(in: $0) }
            months("resolved", say("Opgelost per maand", "Resolved per month"), \.resolved) { WorklistQuery.resolved(in: $0) }
            shares(say("Waar het over gaat", "What it is about"), overview.byAbout, .about) { natureName(.about, $0) }
            shares(say("Wat er misging", "What went wrong"), overview.byWrong, .wrong) { natureName(.wrong, $0) }
            shares(say("Langs welke weg", "By which channel"), overview.byChannel, .channel) { code in
                code.flatMap { Channel(rawValue: $0) }.map { say.channel($0).capitalisedFirst } ?? ""
            }
        }
    }

    // MARK: Per month

    private func months(
        _ id: String, _ title: String, _ count: KeyPath<(received: Int, resolved: Int), Int>, _ list: (DayRange) -> WorklistQuery
    ) -> HTML {
        let counts = overview.months.map { $0[keyPath: count] }
        let most = overview.months.flatMap { [$0.received, $0.resolved] }.max() ?? 0
        let bars = zip(content.months, counts).map { month, count in
            Bar(
                name: DateWords.monthBrief(month.month, desk.language), amount: Double(count), words: "\(count)",
                address: list(month.days).address(), isPale: month == content.months.last)
        }
        return BarChart(
            id: id, title: title, reading: reading(counts), bars: bars, top: Double(most),
            table: (say("Als tabel", "As a table"), say("Maand", "Month"), say("Aantal", "Number"))
        ).html
    }

    /// "Deze maand tot nu toe 3, vorige maand 7."
    private func reading(_ counts: [Int]) -> String {
        guard let now = counts.last, let before = counts.dropLast().last else { return "" }
        return say("Deze maand tot nu toe \(now), vorige maand \(before).", "\(now) this month so far, \(before) last month.")
    }

    // MARK: Shares of the period

    private func shares(
        _ title: String, _ shares: [Overview.Share], _ filter: WorklistQuery.Name, _ name: (String?) -> String
    ) -> HTML {
        let bars = shares.map { share in
            Bar(
                name: name(share.code), amount: Double(share.count), words: "\(share.count)",
                address: WorklistQuery.received(in: days).with(filter, share.code ?? WorklistQuery.none).address())
        }
        return BarList(
            title: title, reading: reading(shares, bars), bars: bars,
            columns: (title, say("Aandeel", "Share"), say("Aantal", "Number"))
        ).html
    }

    /// More that are as many are not named, but counted.
    private static let mostNamed = 3

    private func reading(_ shares: [Overview.Share], _ bars: [Bar]) -> String {
        let whole = shares.reduce(0) { $0 + $1.count }
        guard let first = bars.first, whole > 0 else {
            return say("In deze periode is niets ontvangen.", "Nothing was received in this period.")
        }
        let most = shares.prefix { $0.count == shares.first?.count }.count
        if most > Self.mostNamed {
            return say(
                "Het meest: \(most) even vaak, elk \(first.words) van \(whole).",
                "Most: \(most) equally often, \(first.words) of \(whole) each.")
        }
        if most > 1 {
            let names = bars.prefix(most).map(\.name).joined(separator: ", ")
            return say("Het meest: \(names), elk \(first.words) van \(whole).", "Most: \(names), \(first.words) of \(whole) each.")
        }
        return say("Het meest: \(first.name), \(first.words) van \(whole).", "Most: \(first.name), \(first.words) of \(whole).")
    }

    private func natureName(_ axis: NatureAxis, _ code: String?) -> String {
        code.map { desk.house.natures.label(axis, $0, in: desk.language) } ?? say("Nog niet gekozen", "Not chosen yet")
    }
}
