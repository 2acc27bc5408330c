import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// All that is like one complaint, to be looked through and, several at once, put in a theme.
struct SimilarRoutes {
    let workplace: Workplace
    let looks: LookLog

    static let most = 20

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.similar), use: show)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.signedIn().actor
        guard let number = visit.parameter("nummer").flatMap({ ComplaintNumber(parsing: $0) }) else { throw HTTPError(.notFound) }
        let workplace = workplace
        let (desk, found) = try await workplace.desk(visit) { snapshot, house, now -> (Complaint, [SimilarComplaint])? in
            guard let id = try snapshot.complaintID(of: number), let complaint = try snapshot.complaint(id), complaint.isVisible(to: actor)
            else { return nil }
            let reader = workplace.reader(for: actor, now: now, in: house)
            return (complaint, try workplace.likeness.similar(to: complaint, for: reader, limit: Self.most, in: snapshot))
        }
        guard let (complaint, similar) = found else { throw HTTPError(.notFound) }
        looks.note(actor, at: complaint.id, when: desk.now.instant)
        return SimilarPage(desk: desk, complaint: complaint, similar: similar).response()
    }
}

struct SimilarPage {
    let desk: Desk
    let complaint: Complaint
    let similar: [SimilarComplaint]

    private var say: Wording { desk.say }

    func response() -> Response {
        let number = complaint.number.formatted
        let title = say("Lijkt op \(number)", "Looks like \(number)")
        return desk.page(title) {
            Heading(
                title: title,
                remark: say(
                    "Klachten waarin dezelfde zeldzame woorden staan, uit de nieuwste \(Likeness.window).",
                    "Complaints with the same rare words in them, of the newest \(Likeness.window).")
            ).html
            if similar.isEmpty {
                EmptyState(
                    icon: .check, title: say("Geen vergelijkbare klachten", "No similar complaints"),
                    words: say("Niemand anders vertelde iets wat hierop lijkt.", "Nobody else told anything like this.")
                ).html
            } else {
                Markup.form(.method(.get), .action(Paths.themeAdding), .class("form")) {
                    input(.type(.hidden), .name("terug"), .value(Paths.file(complaint.number)))
                    input(.type(.hidden), .name("klacht"), .value(number))
                    Worklist(
                        label: title, isDense: desk.person.member.isDense, rows: similar.map(row)
                    ).html
                    if desk.actor.hasAny(of: ThemeOffice.keepers) {
                        actions { Button(say("Gekozen klachten naar een thema…", "Chosen complaints to a theme…")) }
                    }
                }
            }
            actions { Button(say("Terug naar dossier \(number)", "Back to file \(number)"), .quiet, to: Paths.file(complaint.number)) }
        }
    }

    private func row(_ one: SimilarComplaint) -> WorkRow {
        var row = WorklistLines(desk: desk, hits: nil, excerpts: [:]).row(one.row)
        row.since = say.likeness(one)
        let number = one.row.number.formatted
        row.tick = desk.actor.hasAny(of: ThemeOffice.keepers) ? ("klacht", number, say("Kies \(number)", "Choose \(number)")) : nil
        return row
    }
}
