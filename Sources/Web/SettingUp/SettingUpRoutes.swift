import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// The one-time link that `serve` prints while there is no administrator: it makes the first one. Afterwards the address is not there.
struct SettingUpRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.setUp), use: show)
        routes.post(RouterPath(Paths.setUp), use: setUp)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try await openLink(visit)
        let entrance = try await workplace.entrance(request, visit)
        return SettingUpPage(entrance: entrance, typed: TypedForm(entrance.say)).response()
    }

    @Sendable func setUp(_ request: Request, _ visit: Visit) async throws -> Response {
        let secret = try await openLink(visit)
        let entrance = try await workplace.entrance(request, visit)
        let form = try await workplace.forms.read(request)
        try form.refuseUnknown(allowed: ["organisation", "name", "email", "password", "again", "roles"])
        let differ = ChosenPassword.problem(in: form, entrance.say)
        guard differ.isEmpty else {
            return SettingUpPage(entrance: entrance, typed: TypedForm(entrance.say, form, errors: differ)).response()
        }
        do {
            let signIn = try await workplace.accounts.setUpFirstAdministrator(
                secret, name: form.text("name"), email: form.text("email"), password: Password(form.text("password")),
                roles: SettingUpPage.roles(in: form), organisation: form.text("organisation"), language: entrance.language,
                from: workplace.origin(visit))
            return try await workplace.welcome(signIn, to: Paths.start, request, visit)
        } catch AccountRefusal.linkNotThere {
            throw HTTPError(.notFound)
        } catch let refusal as AccountRefusal {
            return SettingUpPage(entrance: entrance, typed: TypedForm(entrance.say, form, refusal)).response()
        }
    }

    /// The link of the address, while there is an administrator to be made; anything else is not there.
    private func openLink(_ visit: Visit) async throws -> Secret {
        guard let secret = visit.parameter("link").flatMap({ Secret(parsing: $0) }),
            try await workplace.accounts.openLink(secret)?.purpose == .setup
        else { throw HTTPError(.notFound) }
        return secret
    }
}
