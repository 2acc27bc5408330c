import Casework
import Complaints
import Markup
import Records

/// What this customer complained about before, beside the page.
struct EarlierComplaints {
    struct Known: Sendable {
        let person: Person
        let rows: [WorklistRow]
    }

    let desk: Desk
    let known: Known?

    private var say: Wording { desk.say }

    var html: HTML {
        group {
            if let known, !known.rows.isEmpty {
                p { say("Eerdere klachten van \(known.person.name)", "Earlier complaints of \(known.person.name)") }
                ul(.class("earlier")) {
                    for row in known.rows { li { line(row) } }
                }
            } else {
                p(.class("muted")) {
                    say(
                        "Kiest u een bekende klant, dan staan de eerdere klachten hier.",
                        "Choose a known customer, and the earlier complaints are here.")
                }
            }
        }
    }

    private func line(_ row: WorklistRow) -> HTML {
        let day = DateWords.short(desk.calendar.zone.moment(at: row.receivedAt).day)
        return group {
            a(.href(Paths.file(row.number)), .tabindex(0)) { row.number.formatted }
            span(.class("muted")) { " \(day) · \(desk.phase(row.phase))" }
            div { row.nature.map { desk.nature($0) } ?? say("Nog geen aard", "No nature yet") }
        }
    }
}
