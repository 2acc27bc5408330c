import Casework
import Complaints
import Hummingbird

/// What anybody may know: how complaints are handled here, and where to report a hole in this site.
struct InformationRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.procedure), use: procedure)
        routes.get(RouterPath(Paths.securityText), use: securityText)
        return routes
    }

    @Sendable func procedure(_ request: Request, _ visit: Visit) async throws -> Response {
        ProcedurePage(frame: try await workplace.publicFrame(request, visit)).response()
    }

    /// RFC 9116. The date is renewed by itself, well within the year that it may be ahead.
    @Sendable func securityText(_ request: Request, _ visit: Visit) async throws -> Response {
        let (house, today) = try await workplace.read { _, house in (house, workplace.now(in: house).day) }
        let email = (try? EmailAddress(parsing: house.organisation.email)).map { "mailto:\($0.text)" }
        return Answers.text(
            """
            Contact: \(email ?? "\(workplace.base)\(Paths.report)")
            Expires: \((today + 300).iso)T00:00:00Z
            Preferred-Languages: nl, en
            Canonical: \(workplace.base)\(Paths.securityText)

            """)
    }
}
