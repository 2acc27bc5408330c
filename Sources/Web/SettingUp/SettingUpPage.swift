import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup

/// Who runs this house: the organisation's name and its first administrator.
struct SettingUpPage {
    let entrance: Entrance
    let typed: TypedForm

    /// What the first administrator may do besides, in a company where few people do everything.
    static let offered: [Role] = [.intake, .handler, .manager]

    static func roles(in form: SubmittedForm) -> Set<Role> {
        Set(form.all("roles").compactMap { Role(rawValue: $0) }).intersection(offered)
    }

    private var say: Wording { entrance.say }

    func response() -> Response {
        let organisation = typed.field("organisation", say("Naam van uw organisatie", "Name of your organisation"))
        let name = typed.field("name", say("Uw naam", "Your name"))
        let email = typed.field(
            "email", say("Uw e-mailadres", "Your e-mail address"), hint: say("Hiermee meldt u zich aan.", "You sign in with this."))
        let password = ChosenPassword(typed: typed)
        let title = say("Gehoor inrichten", "Set up Gehoor")
        return entrance.page(typed.title(title), status: typed.hasTrouble ? .unprocessableContent : .ok) {
            typed.summary([organisation, name, email] + password.fields)
            h1 { title }
            p(.class("muted")) {
                say(
                    "U wordt de eerste beheerder. Daarna kunt u meteen een klacht registreren.",
                    "You become the first administrator. After that you can register a complaint at once.")
            }
            entrance.form {
                TextField(
                    field: organisation, value: typed.text("organisation"), autocomplete: "organization", isFocused: !typed.hasTrouble)
                TextField(field: name, value: typed.text("name"), autocomplete: "name")
                TextField(field: email, value: typed.text("email"), type: .email, autocomplete: "username")
                password
                roles
                actions { Button(say("Richt Gehoor in", "Set up Gehoor"), .primary) }
            }
        }
    }

    private var roles: HTML {
        CheckboxField(
            field: typed.field(
                "roles", say("Ik werk zelf ook met klachten", "I work with complaints myself too"),
                hint: say(
                    "Beheerders zien geen dossiers. Kies wat u zelf ook doet; u kunt dit later veranderen.",
                    "Administrators see no files. Choose what you do yourself too; you can change this later."), isOptional: true),
            choices: [
                Choice(Role.intake.rawValue, say("Ik neem klachten aan", "I take complaints in")),
                Choice(Role.handler.rawValue, say("Ik behandel klachten", "I handle complaints")),
                Choice(Role.manager.rawValue, say("Ik wijs klachten toe en bewaak ze", "I assign complaints and watch over them")),
            ], chosen: typed.all("roles", or: Set(Self.offered.map(\.rawValue)))
        ).html
    }
}
