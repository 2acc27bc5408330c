import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// The complaints behind one of the counts.
struct ConductListPage {
    let desk: Desk
    let period: OverviewPeriod
    let filter: ConductFilter
    let rows: [WorklistRow]

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = "\(say.promise(filter.kind).capitalisedFirst): \(say.conduct(filter.verdict))"
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
            Heading(title: title, remark: say("Ontvangen \(span)", "Received \(span)")).html
            if rows.isEmpty {
                p(.class("muted")) { say("Geen klachten.", "No complaints.") }
            } else {
                Worklist(label: title, isDense: desk.person.member.isDense, rows: rows.map { lines.row($0, isPlain: true) }).html
            }
            if rows.count == ConductRoutes.mostRows {
                p(.class("muted")) {
                    say(
                        "Dit zijn de eerste \(rows.count). Alle staan in het CSV-bestand.",
                        "These are the first \(rows.count). All are in the CSV file.")
                }
            }
        }
    }
}
