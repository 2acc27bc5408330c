import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// One sentence, the figures of a period, and how they are made up; each number leads to exactly its complaints.
struct OverviewPage {
    /// What was read for it, all of one moment.
    struct Content: Sendable {
        let period: OverviewPeriod
        let months: [CalendarMonth]
        let overview: Overview
        let standing: OverviewStanding
        /// Complaints about the only complaints manager that nobody handles: the reader assigns them.
        let toAssign: [WorklistRow]
    }

    let desk: Desk
    let content: Content

    private var say: Wording { desk.say }
    private var period: OverviewPeriod { content.period }
    private var overview: Overview { content.overview }
    private var problems: [FieldProblem] { period.problems }

    func response() -> Response {
        desk.page(
            (problems.isEmpty ? "" : say("Fout: ", "Error: ")) + say("Overzicht", "Overview"), current: Paths.overview,
            status: problems.isEmpty ? .ok : .unprocessableContent
        ) {
            if !problems.isEmpty {
                ErrorSummary(
                    title: say("Er is een probleem", "There is a problem"),
                    fields: problems.map { Field($0.field, "", error: PeriodChoice.words($0, say)) }
                ).html
            }
            Heading(title: say("Overzicht", "Overview"), remark: DateWords.long(desk.now.day, desk.language)).html
            p(.class("verdict")) { content.standing.sentence(say, now: desk.now, on: desk.calendar) }
            toAssign
            p(.class("way")) {
                a(.href(Paths.signals)) { say("Signalen: wat vaker voorkomt dan normaal", "Signals: what comes more often than usual") }
            }
            p(.class("way")) {
                a(.href(Paths.flow)) {
                    say("Drukte en voorraad: wat er ligt, en of het zich ophoopt", "Flow of work: what lies open, and whether it piles up")
                }
            }
            PeriodChoice(say: say, period: period, path: Paths.overview)
            numbers
            p(.class("muted")) { InsightWords(desk.language).unseen }
            OverviewCharts(desk: desk, content: content).html
            p(.class("muted")) {
                say(
                    "Elke klacht telt één keer: wat met een andere klacht is samengevoegd telt daar, een heropende klacht telt niet opnieuw.",
                    "Each complaint counts once: what was merged into another counts there, a reopened one does not count again.")
            }
            p { Link(say("Is de procedure gevolgd?", "Was the procedure followed?"), to: Paths.conductOverview) }
        }
    }

    private var toAssign: HTML {
        if content.toAssign.isEmpty { return HTML() }
        return Notice(.late) {
            for row in content.toAssign {
                p {
                    say(
                        "Een klacht gaat over de enige klachtenmanager. U wijst een behandelaar toe: ",
                        "A complaint is about the only complaints manager. You assign a handler: ")
                    Link(row.number.formatted, to: Paths.file(row.number))
                }
            }
        }.html
    }

    // MARK: The figures

    private var numbers: HTML {
        let span = "\(DateWords.short(period.days.first)) – \(DateWords.short(period.days.last))"
        var late = WorklistQuery()
        late[.view] = WorklistView.late.rawValue
        var open = WorklistQuery()
        open[.view] = WorklistView.open.rawValue
        // What was merged is not open: it changes nothing but that all are counted to the last.
        (late[.counted], open[.counted]) = (WorklistQuery.yes, WorklistQuery.yes)
        return figures([
            Figure(
                value: "\(overview.received)", name: say("ontvangen", "received"),
                address: WorklistQuery.received(in: period.days).address(),
                remark: span),
            Figure(
                value: "\(overview.resolved)", name: say("opgelost", "resolved"),
                address: WorklistQuery.resolved(in: period.days).address(),
                remark: span),
            Figure(value: "\(overview.open)", name: say("open", "open"), address: open.address(), remark: say("nu", "now")),
            Figure(value: "\(overview.late)", name: say("te laat", "late"), address: late.address(), remark: say("nu", "now")),
        ])
    }
}

extension WorklistQuery {
    /// The complaints that were received on these days, each of them once: what was merged into another counts there.
    static func received(in days: DayRange) -> WorklistQuery {
        var query = WorklistQuery()
        query[.counted] = yes
        query[.from] = days.first.iso
        query[.until] = days.last.iso
        return query
    }

    /// The complaints that were resolved on these days.
    static func resolved(in days: DayRange) -> WorklistQuery {
        var query = WorklistQuery()
        query[.resolvedFrom] = days.first.iso
        query[.resolvedUntil] = days.last.iso
        return query
    }
}
