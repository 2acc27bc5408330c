import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// The keys of programs to the API: listed, made, ended.
struct TokensRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.tokens), use: list)
        routes.post(RouterPath(Paths.tokens), use: make)
        routes.post(RouterPath(Paths.tokenEnd), use: end)
        return routes
    }

    @Sendable func list(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: [.administrator])
        return try await page(visit) { TypedForm($0.say) }
    }

    @Sendable func make(_ request: Request, _ visit: Visit) async throws -> Response {
        let (person, form) = try await read(request, visit, fields: ["name", "roles"])
        do {
            let made = try await workplace.accounts.makeToken(
                name: form.text("name"), roles: try RoleChoices.roles(in: form), by: person.actor)
            return TokenMadePage(desk: try await workplace.desk(visit), name: made.token.name, text: made.text).response()
        } catch let refusal as AccountRefusal {
            return try await page(visit) { TypedForm($0.say, form, refusal) }
        }
    }

    @Sendable func end(_ request: Request, _ visit: Visit) async throws -> Response {
        let (person, _) = try await read(request, visit, fields: [])
        guard let id = visit.parameter("koppeling").flatMap({ Int64($0) }) else { throw HTTPError(.notFound) }
        do {
            try await workplace.accounts.endToken(id, by: person.actor)
        } catch is AccountRefusal {
            throw HTTPError(.notFound)
        }
        return Answers.seeOther(Paths.tokens)
    }

    private func read(_ request: Request, _ visit: Visit, fields: Set<String>) async throws -> (SignedInPerson, SubmittedForm) {
        let person = try visit.signedIn(as: [.administrator])
        let form = try await workplace.forms.read(request)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: fields.union([FormTokens.field]))
        return (person, form)
    }

    private func page(_ visit: Visit, _ typed: (Desk) -> TypedForm) async throws -> Response {
        let (desk, tokens) = try await workplace.desk(visit) { snapshot, _, _ in try snapshot.apiTokens() }
        return TokensPage(desk: desk, tokens: tokens, typed: typed(desk)).response()
    }
}
