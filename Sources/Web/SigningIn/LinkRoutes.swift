import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// The pages behind an invitation or a reset link: choose a password, and be signed in. Looking at one uses nothing up.
struct LinkRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.link), use: show)
        routes.post(RouterPath(Paths.link), use: choose)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let (_, link) = try await openLink(visit)
        let entrance = try await workplace.entrance(request, visit)
        guard let link else { return LinkPage.gone(entrance) }
        return LinkPage(entrance: entrance, link: link, typed: TypedForm(entrance.say)).response()
    }

    @Sendable func choose(_ request: Request, _ visit: Visit) async throws -> Response {
        let (secret, link) = try await openLink(visit)
        let entrance = try await workplace.entrance(request, visit)
        let form = try await workplace.forms.read(request)
        try form.refuseUnknown(allowed: ["username", "password", "again"])
        guard let secret, let link else { return LinkPage.gone(entrance) }
        if let trouble = ChosenPassword.trouble(in: form, entrance.say) {
            return LinkPage(entrance: entrance, link: link, typed: trouble).response()
        }
        do {
            let signIn = try await workplace.accounts.useLink(
                secret, newPassword: Password(form.text("password")), from: workplace.origin(visit))
            return try await workplace.welcome(signIn, to: Paths.home, request, visit)
        } catch AccountRefusal.linkNotThere {
            return LinkPage.gone(entrance)
        } catch let refusal as AccountRefusal {
            return LinkPage(entrance: entrance, link: link, typed: TypedForm(entrance.say, form, refusal)).response()
        }
    }

    /// The link of the address, when it sets somebody's password; a set-up link has a page of its own.
    private func openLink(_ visit: Visit) async throws -> (Secret?, OpenLink?) {
        guard let secret = visit.parameter("link").flatMap({ Secret(parsing: $0) }) else { return (nil, nil) }
        let link = try await workplace.accounts.openLink(secret)
        return (secret, link?.member == nil ? nil : link)
    }
}

/// The form behind the link, and what is said when it leads nowhere.
struct LinkPage {
    let entrance: Entrance
    let link: OpenLink
    let typed: TypedForm

    private var say: Wording { entrance.say }

    func response() -> Response {
        let isNew = link.purpose == .invitation
        let title = isNew ? say("Kies uw wachtwoord", "Choose your password") : say("Kies een nieuw wachtwoord", "Choose a new password")
        let fields = ChosenPassword(typed: typed)
        return entrance.page(typed.title(title), status: typed.hasTrouble ? .unprocessableContent : .ok) {
            typed.summary(fields.fields)
            h1 { title }
            if let member = link.member {
                p(.class("muted")) { say("Voor \(member.name), \(member.email.text)", "For \(member.name), \(member.email.text)") }
            }
            entrance.form {
                // So that a password store keeps the password under the right name.
                input(
                    .type(.hidden), .name("username"), .value(link.member?.email.text ?? ""), .autocomplete("username"))
                fields.html
                actions { Button(say("Bewaar en meld aan", "Save and sign in"), .primary) }
            }
        }
    }

    static func gone(_ entrance: Entrance) -> Response {
        let say = entrance.say
        let title = say("Deze link werkt niet meer", "This link does not work any more")
        return entrance.page(title, status: .notFound) {
            h1 { title }
            p {
                say(
                    "Hij is al gebruikt, verlopen of vervangen. Vraag uw beheerder om een nieuwe.",
                    "It was used, has expired or was replaced. Ask your administrator for a new one.")
            }
            p { Link(say("Naar aanmelden", "To signing in"), to: Paths.signIn) }
        }
    }
}
