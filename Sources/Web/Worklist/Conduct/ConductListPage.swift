import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// The complaints behind one of the counts; behind a count of promises one line for each.
struct ConductListPage {
    let desk: Desk
    let period: OverviewPeriod
    let filter: ConductFilter
    let rows: [WorklistRow]
    /// Which of them is the first on this page, and how many there are.
    let start: Int
    let count: Int

    private var say: Wording { desk.say }

    private var title: String {
        switch filter {
        case .all: say("Geregistreerd", "Registered")
        case .assigned: say("Behandelaar aangewezen", "Handler appointed")
        case .resolved: say("Als opgelost vastgelegd", "Recorded as resolved")
        case .closed: say("Gesloten", "Closed")
        case .unfollowed: say("Iets te laat of niet gedaan", "Something done late or not done")
        case .promises(let kind, let version, let verdict):
            "\(say.promise(kind).capitalisedFirst): \(say.conduct(verdict))"
                + (version.map { say(", versie \($0)", ", version \($0)") } ?? "")
        }
    }

    /// "14 klachten", "14 toezeggingen".
    private var amount: String {
        if case .promises = filter { return say.count(count, ("toezegging", "toezeggingen"), ("promise", "promises")) }
        return say.count(count, ("klacht", "klachten"), ("complaint", "complaints"))
    }

    func response() -> Response {
        let span = "\(DateWords.short(period.days.first)) – \(DateWords.short(period.days.last))"
        let lines = WorklistLines(desk: desk, hits: nil, excerpts: [:])
        return desk.page(title, current: Paths.overview) {
            p(.class("no-print")) {
                Link(
                    say("Terug naar de telling", "Back to the counts"),
                    to: Paths.conductOverview
                        + QueryText.query([
                            (OverviewPeriod.firstField, period.days.first.iso), (OverviewPeriod.lastField, period.days.last.iso),
                        ]))
            }
            Heading(title: title, remark: say("\(amount), ontvangen \(span)", "\(amount), received \(span)")).html
            if rows.isEmpty {
                p(.class("muted")) { say("Geen klachten.", "No complaints.") }
            } else {
                Worklist(label: title, isDense: desk.person.member.isDense, rows: rows.map { lines.row($0, isPlain: true) }).html
            }
            if start > 1 || start - 1 + rows.count < count { pages }
        }
    }

    private var pages: HTML {
        let (last, size) = (start - 1 + rows.count, ConductRoutes.mostRows)
        return p(.class("no-print")) {
            say("\(start)–\(last) van \(count). ", "\(start)–\(last) of \(count). ")
            if start > 1 {
                Link(
                    say("Vorige", "Previous"), to: ConductRoutes.address(filter, over: period.days, from: max(1, start - size)))
                " "
            }
            if last < count { Link(say("Volgende", "Next"), to: ConductRoutes.address(filter, over: period.days, from: last + 1)) }
        }
    }
}
