import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup

/// What customers see of the organisation: name, colour, and how to reach it.
struct OrganisationRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.organisation), use: show)
        routes.post(RouterPath(Paths.organisation), use: save)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: [.administrator])
        let desk = try await workplace.desk(visit)
        return OrganisationPage(desk: desk, typed: TypedForm(desk.say), flash: desk.savedFlash(request)).response()
    }

    @Sendable func save(_ request: Request, _ visit: Visit) async throws -> Response {
        let sent = try await SettingsForm(request, visit, workplace, fields: ["name", "colour", "phone", "email", "address"])
        let form = sent.form
        let input = OrganisationInput(
            name: form.text("name"), colour: form.text("colour"), phone: form.text("phone"), email: form.text("email"),
            address: form.text("address"))
        do {
            try await workplace.settings.change(input, seen: sent.seen, by: sent.person.actor)
            return Answers.seeOther("\(Paths.organisation)?bewaard=1")
        } catch let refusal as SettingsRefusal {
            let desk = try await workplace.desk(visit)
            let say = desk.say
            let typed = sent.typed(say, refusal) { problem in
                let isColour = problem.field == "colour"
                let words = say("Kies een kleur, zoals #0b5c66.", "Choose a colour, such as #0b5c66.")
                return (problem.field, isColour ? words : say.accountProblem(problem))
            }
            return OrganisationPage(desk: desk, typed: typed, refusal: refusal).response()
        }
    }
}

struct OrganisationPage {
    let desk: Desk
    let typed: TypedForm
    var refusal: SettingsRefusal? = nil
    var flash: Notice? = nil

    private var say: Wording { desk.say }
    private var stored: Organisation { desk.house.organisation }

    func response() -> Response {
        let name = typed.field("name", say("Naam", "Name"))
        let colour = typed.field(
            "colour", say("Kleur", "Colour"),
            hint: say(
                "Voor knoppen en links. Een lichte kleur wordt vanzelf donkerder waar er letters op staan.",
                "For buttons and links. A light colour becomes darker by itself where letters stand on it."))
        let phone = typed.field(
            "phone", say("Telefoonnummer", "Phone number"), hint: say("Waar klanten u bereiken.", "Where customers reach you."),
            isOptional: true)
        let email = typed.field("email", say("E-mailadres", "E-mail address"), isOptional: true)
        let address = typed.field("address", say("Postadres", "Postal address"), isOptional: true)
        let title = say("Organisatie", "Organisation")
        return desk.page(
            typed.title(title), current: Paths.organisation, flash: flash, isReading: true, status: SettingsForm.status(of: refusal)
        ) {
            typed.summary([name, colour, phone, email, address])
            Heading(
                title: title,
                remark: say("Dit staat op de pagina’s en brieven voor klanten.", "This stands on the pages and letters for customers.")
            ).html
            if refusal == .movedOn { BothVersions(say: say, rows: rows([name, colour, phone, email, address])) }
            desk.form(to: Paths.organisation) {
                input(.type(.hidden), .name(SettingsForm.seenField), .value("\(desk.house.organisationVersion)"))
                TextField(field: name, value: text("name", stored.name), autocomplete: "organization", width: .medium)
                ColourField(field: colour, value: text("colour", stored.colour))
                TextField(field: phone, value: text("phone", stored.phone), type: .tel, autocomplete: "off", width: .medium)
                TextField(field: email, value: text("email", stored.email), type: .email, autocomplete: "off", width: .medium)
                TextArea(field: address, value: text("address", stored.address), rows: 3)
                actions { Button(say("Bewaar organisatie", "Save organisation"), .primary) }
            }
        }
    }

    private func text(_ name: String, _ stored: String) -> String { typed.text(name, or: stored) }

    private func rows(_ fields: [Field]) -> [(String, String, String)] {
        let values = [stored.name, stored.colour, stored.phone, stored.email, stored.address]
        return zip(fields, values).map { ($0.label, $1, typed.text($0.name)) }
    }
}

/// A colour, chosen where the browser can, typed where it can't.
struct ColourField: Component {
    let field: Field
    let value: String

    var html: HTML {
        field.around { input(.class("control colour"), field.controlAttributes, .type(.color), .value(BrandRoutes.safe(value))) }
    }
}
