import Casework
import Complaints
import Hummingbird
import Records

/// What still has to reach customers by hand, and what waits for mail.
struct LettersRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.letters), use: list)
        routes.post(RouterPath(Paths.letters), use: decide)
        return routes
    }

    @Sendable func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn(as: [.intake, .handler, .manager])
        let (desk, lists) = try await workplace.desk(visit) { snapshot, _, now in
            let visibility = Visibility(person.actor)
            return (
                try snapshot.waitingLetters(for: visibility, at: now.instant), try snapshot.deliveriesOfWaiting(),
                (try snapshot.bouncedLetters(for: visibility), try snapshot.waitingLetterCount(for: visibility, at: now.instant))
            )
        }
        return LettersPage(
            desk: desk, waiting: lists.0, deliveries: lists.1, bounced: lists.2.0, total: lists.2.1, done: QueryFields(request)["gedaan"],
            doneCount: Int(QueryFields(request)["aantal"]) ?? 1
        ).response()
    }

    /// Lets letters go that waited from before mail was set up or were refused, or drops them.
    @Sendable func decide(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn(as: [.intake, .handler, .manager])
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: [FormTokens.field, "doe", "brief"])
        let wanted = Set(form.all("brief").compactMap { Int64($0) }.map { LetterID($0) })
        guard let choice = LetterChoice(rawValue: form.text("doe")), !wanted.isEmpty else { throw FormError.malformed }
        try await workplace.office.decide(choice, about: wanted, by: person.actor)
        return Answers.seeOther("\(Paths.letters)?gedaan=\(choice.rawValue)&aantal=\(wanted.count)")
    }
}
