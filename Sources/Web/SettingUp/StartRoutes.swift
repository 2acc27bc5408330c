import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// "Zo begint u": the three steps from an empty house to the first complaint.
struct StartRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.start), use: show)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: [.administrator])
        let (desk, hasComplaints) = try await workplace.desk(visit) { snapshot, _, _ in try snapshot.hasComplaints() }
        return StartPage(desk: desk, hasComplaints: hasComplaints).response()
    }
}

/// Each step with what it gives, its button, and whether it is done.
struct StartPage {
    let desk: Desk
    let hasComplaints: Bool

    private var say: Wording { desk.say }
    private var mayRegister: Bool { PermissionTable.mayRegister(desk.actor) }

    func response() -> Response {
        let title = say("Zo begint u", "How to begin")
        return desk.page(title, isReading: true) {
            Heading(
                title: title,
                remark: say(
                    "Drie stappen, in de volgorde die u wilt. U kunt meteen met de derde beginnen.",
                    "Three steps, in the order you like. You can begin with the third at once.")
            ).html
            ol(.class("steps")) {
                organisation
                colleagues
                complaint
            }
        }
    }

    private var organisation: HTML {
        step(
            say("Maak het van u", "Make it yours"), isDone: desk.house.organisationVersion > 1,
            say(
                "Kleur, adres en telefoonnummer staan op de pagina’s en brieven voor klanten.",
                "Colour, address and phone number stand on the pages and letters for customers.")
        ) {
            Button(say("Organisatie instellen", "Set the organisation"), to: Paths.organisation)
            Link(say("Kantooruren en vrije dagen", "Office hours and days off"), to: Paths.calendar)
        }
    }

    private var colleagues: HTML {
        step(
            say("Voeg collega’s toe", "Add colleagues"), isDone: desk.staff.count > 1,
            say(
                "Elke collega krijgt een link om zelf een wachtwoord te kiezen. U geeft die link door.",
                "Each colleague gets a link to choose a password. You hand that link over.")
        ) { Button(say("Collega toevoegen", "Add a colleague"), to: Paths.newStaff) }
    }

    private var complaint: HTML {
        step(
            say("Registreer de eerste klacht", "Register the first complaint"), isDone: hasComplaints,
            mayRegister
                ? say(
                    "Aan de telefoon of van papier: één pagina, en de klant heeft meteen een nummer.",
                    "On the phone or from paper: one page, and the customer has a number at once.")
                : say(
                    "U bent alleen beheerder. Geef uzelf of een collega de rol klantenservice.",
                    "You are administrator only. Give yourself or a colleague the role customer service.")
        ) {
            if mayRegister {
                Button(say("Klacht registreren", "Register complaint"), .primary, icon: .plus, to: Paths.intake)
            } else {
                Button(say("Rollen kiezen", "Choose roles"), to: Paths.staffMember(desk.person.member.id))
            }
            Link(say("Het formulier voor klanten", "The form for customers"), to: Paths.report)
        }
    }

    private func step(_ title: String, isDone: Bool, _ words: String, @HTMLBuilder acts: () -> HTML) -> HTML {
        li {
            h2 {
                title
                if isDone {
                    " "
                    span(.class("promise good")) {
                        Icon.check
                        say("gedaan", "done")
                    }
                }
            }
            p { words }
            actions(content: acts)
        }
    }
}
