import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// The door of the desk: in, out, and to one's first view.
struct SigningInRoutes {
    let workplace: Workplace

    private static let target = "naar"

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.home), use: home)
        routes.get(RouterPath(Paths.signIn), use: show)
        routes.post(RouterPath(Paths.signIn), use: signIn)
        routes.post(RouterPath(Paths.signOut), use: signOut)
        return routes
    }

    /// Staff begin with their work, strangers with their complaint.
    @Sendable func home(_ request: Request, _ visit: Visit) async throws -> Response {
        Answers.seeOther(visit.person.map { FirstView.path(for: $0.actor) } ?? Paths.report)
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let query = QueryFields(request)
        let target = ReturnPath.safe(query[Self.target])
        if visit.person != nil { return Answers.seeOther(target ?? Paths.home) }
        let entrance = try await entrance(request, visit, target)
        return SigningInPage(entrance: entrance, typed: TypedForm(entrance.say), isSignedOut: query["afgemeld"] == "1").response()
    }

    @Sendable func signIn(_ request: Request, _ visit: Visit) async throws -> Response {
        let target = ReturnPath.safe(QueryFields(request)[Self.target])
        let form = try await workplace.forms.read(request)
        try form.refuseUnknown(allowed: ["email", "password"])
        do {
            let signIn = try await workplace.accounts.signIn(
                email: form.text("email"), password: Password(form.text("password")), from: workplace.origin(visit))
            return try await workplace.welcome(signIn, to: target ?? Paths.home, request, visit)
        } catch let refusal as AccountRefusal {
            let entrance = try await entrance(request, visit, target)
            return SigningInPage(entrance: entrance, typed: TypedForm(entrance.say, form, refusal)).response(refusal)
        }
    }

    @Sendable func signOut(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await workplace.forms.read(request)
        if let person = visit.person { try workplace.check(form, of: person) }
        try await workplace.endSession(of: request, visit)
        return Answers.seeOther("\(Paths.signIn)?afgemeld=1", cookies: [workplace.cookies.removing(SessionGate.cookie)])
    }

    private func entrance(_ request: Request, _ visit: Visit, _ target: String?) async throws -> Entrance {
        try await workplace.entrance(request, visit, keeping: [(Self.target, target ?? "")])
    }
}

/// What somebody sees first, by what they do most.
enum FirstView {
    static func path(for actor: Actor) -> String {
        if actor.has(.handler) { return Paths.worklist(.mine) }
        if actor.hasAny(of: [.intake, .manager]) { return Paths.worklist(.unassigned) }
        if actor.hasAny(of: [.management, .auditor]) { return Paths.overview }
        return actor.has(.administrator) ? Paths.staff : Paths.contributions
    }
}
