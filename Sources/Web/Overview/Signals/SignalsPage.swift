import Analysis
import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// Is something going on? One sentence, then for each kind of complaint that stands out why, then how everything runs over time, where to act
/// first, and how all kinds stand. Each number leads to exactly its complaints.
struct SignalsPage {
    let desk: Desk
    let content: SignalsContent

    private var say: Wording { desk.say }
    private var words: SignalWords { SignalWords(desk: desk, content: content) }
    private var reading: SignalsReading { content.reading }
    private var problems: [FieldProblem] { content.query.problems }

    func response() -> Response {
        let title = say("Signalen", "Signals")
        return desk.page(
            (problems.isEmpty ? "" : say("Fout: ", "Error: ")) + title, current: Paths.signals,
            status: problems.isEmpty ? .ok : .unprocessableContent
        ) {
            filters.summary
            Heading(title: title, remark: words.span, acts: acts).html
            p(.class("verdict")) { words.verdict }
            filters.html
            if let period = words.period { p(.class("reading")) { period } }
            for (place, kind) in reading.signals.enumerated() { signal(place, kind) }
            SignalsCharts(desk: desk, content: content).html
            SignalsTables(desk: desk, content: content).html
            if let words = desk.workplace.newWords.last { NewWordsTable(desk: desk, reading: words).html }
            KeptSignals(desk: desk, content: content).html
            explanation
        }
    }

    private var acts: HTML {
        guard desk.actor.hasAny(of: SignalOffice.judges) else { return HTML() }
        return Button(say("Rapport", "Report"), .quiet, to: Paths.reports).html
    }

    private var filters: SignalsFilters { SignalsFilters(desk: desk, query: content.query) }

    // MARK: What stands out

    private func signal(_ place: Int, _ kind: SignalsReading.Kind) -> HTML {
        chart("signal-\(place)", words.name(kind.about), reason(kind), kind.counts, kind.about)
    }

    /// Why, and what people said of it.
    private func reason(_ kind: SignalsReading.Kind) -> HTML {
        let kept = KeptSignalWords(desk: desk)
        let mayJudge = desk.actor.hasAny(of: SignalOffice.judges)
        return group {
            words.reason(kind)
            for signal in content.signals(of: kind) {
                " "
                if mayJudge { a(.href(Paths.signal(signal.id))) { kept.standing(signal) } } else { kept.standing(signal) }
            }
        }
    }

    /// Weeks of a chart: what fits, and enough to see a season coming back.
    private static let shown = 53

    private func chart(_ id: String, _ title: String, _ reading: HTML, _ counts: [Int], _ about: String?) -> HTML {
        let whole = max(0, counts.count - 1)
        guard whole > 0, let limits = try? ControlChart.counts(counts, baseline: 0..<CaseChart.base(whole, .week)) else { return HTML() }
        let points = Array(zip(self.reading.weeks, limits.points).enumerated().suffix(Self.shown)).map { place, pair in
            let isLast = place >= whole
            return ControlLines.Point(
                name: words.name(pair.0), brief: say("wk \(pair.0.number)", "wk \(pair.0.number)"), amount: pair.1.value,
                lower: limits.isFit ? pair.1.lower : nil, upper: limits.isFit ? pair.1.upper : nil,
                words: words.count(counts[place], pair.0, about), label: "\(counts[place])",
                isOutside: limits.isFit && (isLast ? Double(counts[place]) > pair.1.upper ?? .infinity : pair.1.isSignal), isPale: isLast,
                mark: content.mark(pair.0.days, about: about, say))
        }
        let picture = say(
            "Gemiddeld \(words.insight.decimal(limits.centre)) per week.", "\(words.insight.decimal(limits.centre)) a week on average.")
        return ControlLines(
            id: id, title: title, reading: reading, points: points, centre: limits.centre, picture: picture, words: words.table(.week)
        ).html
    }

    // MARK: How it is worked out

    private var explanation: HTML {
        details(.class("apart")) {
            summary { say("Hoe dit berekend wordt", "How this is worked out") }
            p {
                say(
                    """
                    Elke klacht telt één keer, in de week waarin zij is ontvangen. Wat met een andere klacht is samengevoegd, telt daar; een \
                    heropende klacht telt niet opnieuw. Een piek is een week met zoveel klachten dat dat bij het aantal van de 26 weken ervoor \
                    (zonder de laatste twee) minder dan twee keer op de duizend door toeval voorkomt, ook als naar alle soorten tegelijk wordt \
                    gekeken. “Loopt op” betekent dat de klachten boven het gewone zich in de laatste 26 weken hebben opgestapeld tot meer dan \
                    toeval verklaart. Bij twintig soorten die niet veranderen geeft dit ongeveer twee keer per jaar een vals alarm.
                    """,
                    """
                    Each complaint counts once, in the week in which it was received. What was merged into another complaint counts there; a \
                    reopened one does not count again. A spike is a week with so many that, by the 26 weeks before it (without the last two), \
                    chance brings it less than twice in a thousand weeks, also where all kinds are looked at together. “Rising” means that what \
                    was above the usual has piled up in the last 26 weeks to more than chance explains. With twenty kinds that don't change, \
                    this gives about two false alarms a year.
                    """)
            }
            p {
                say(
                    "Wat van een soort is afgesplitst, telt bij die soort mee: de lijn loopt door, met een streep waar gesplitst is.",
                    "What was split off of a kind counts with it: the line goes on, with a mark where it was split.")
            }
            p {
                say(
                    """
                    Tussen de grenzen van een grafiek ligt bijna alles zolang er niets verandert; zij komen uit de perioden vóór het laatste \
                    halve jaar (bij maanden: het laatste jaar) als er genoeg zijn. Op tijd is geteld over alle toezeggingen waarvan de tijd \
                    voorbij is, ook van klachten die nog open zijn. De doorlooptijd rekent mee hoelang open klachten al duren.
                    """,
                    """
                    Nearly everything lies between the limits of a chart while nothing changes; they come from the periods before the last half \
                    year (of months: the last year) where there are enough. In time is counted over all promises whose time has passed, of \
                    complaints that are still open too. Handling time takes into account how long open complaints have taken already.
                    """)
            }
            p {
                say(
                    """
                    Een klacht hoort bij het team van wie haar nu behandelt. Gaat zij naar een ander, of gaat die naar een ander team, dan telt \
                    zij daar, ook in weken die voorbij zijn.
                    """,
                    """
                    A complaint belongs to the team of whoever handles it now. When it goes to somebody else, or they go to another team, it \
                    counts there, in weeks that are over too.
                    """)
            }
            p {
                say(
                    "Onder gemiddeld één klacht per week is een verdubbeling niet snel te zien: kijk dan naar het kwartaal en het jaar.",
                    "Below one complaint a week on average, a doubling can't be seen quickly: look at the quarter and the year.")
            }
        }
    }
}
