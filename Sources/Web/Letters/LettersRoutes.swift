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
        return routes
    }

    @Sendable func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn(as: [.intake, .handler, .manager])
        let (desk, waiting) = try await workplace.desk(visit) { snapshot, _, now in
            try snapshot.waitingLetters(for: Visibility(person.actor), at: now.instant)
        }
        return LettersPage(desk: desk, waiting: waiting, isTickedOff: QueryFields(request)["gedaan"] == Act.informed.rawValue).response()
    }
}
