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
            p(.class("muted")) { InsightWords(desk.language).unseen }
            if let words = desk.workplace.newWords.last { NewWordsTable(desk: desk, reading: words).html }
            p { Link(say("Drukte en voorraad", "Flow of work"), to: Paths.flow) }
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
        guard let about = kind.about, let chart = content.kinds[about] else { return HTML() }
        return SignalsCharts(desk: desk, content: content).drawing(
            chart, id: "signal-\(place)", title: words.name(about), reading: reason(kind), about: about)
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
                    toeval verklaart, en de laatste acht weken doen daar nog aan mee. Bij twintig soorten die niet veranderen geeft dit \
                    ongeveer twee keer per jaar een vals alarm.
                    """,
                    """
                    Each complaint counts once, in the week in which it was received. What was merged into another complaint counts there; a \
                    reopened one does not count again. A spike is a week with so many that, by the 26 weeks before it (without the last two), \
                    chance brings it less than twice in a thousand weeks, also where all kinds are looked at together. “Rising” means that what \
                    was above the usual has piled up in the last 26 weeks to more than chance explains, and goes on in the last eight. With \
                    twenty kinds that don't change, this gives about two false alarms a year.
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
                    Tussen de grenzen van een grafiek ligt bijna alles zolang er niets verandert. Zij komen uit de eerste weken, ten hoogste \
                    een jaar, of uit dagen die iemand koos, en zijn dezelfde welke periode u ook bekijkt; een dikke streep staat onder die \
                    dagen. Waar bekend is van hoeveel klanten, bestellingen of meldingen klachten komen, wordt naar verhouding geteld. Op tijd is geteld over alle toezeggingen waarvan de tijd \
                    voorbij is, ook van klachten die nog open zijn. De doorlooptijd rekent mee hoelang open klachten al duren.
                    """,
                    """
                    Nearly everything lies between the limits of a chart while nothing changes. They come from the first weeks, a year at most, \
                    or from days that somebody chose, and are the same whatever period you look at; a thick line stands below those days. \
                    Where it is known of how many customers, orders or tickets complaints come, they are counted in proportion. In time is counted over all promises whose time has passed, of \
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
