import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// Three small forms, each saved by itself.
struct ProfilePage {
    enum Part: String { case about = "profiel", email = "e-mail", password = "wachtwoord" }

    let desk: Desk
    var returned: (part: Part, typed: TypedForm)? = nil
    var done: Part? = nil

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = say("Mijn profiel", "My profile")
        let current = returned?.typed ?? TypedForm(say)
        let status: HTTPResponse.Status = returned == nil ? .ok : .unprocessableContent
        return desk.page(current.title(title), flash: flash, isReading: true, status: status) {
            current.summary(fields(of: returned?.part))
            Heading(title: title).html
            section {
                h2 { say("Over u", "About you") }
                aboutForm
            }
            if desk.actor.hasAny(of: [.handler, .manager]) {
                p(.class("way")) { Link(say("Bent u binnenkort afwezig?", "Will you be away?"), to: Paths.away) }
            }
            section {
                h2 { say("E-mailadres", "E-mail address") }
                emailForm
            }
            section {
                h2 { say("Wachtwoord", "Password") }
                passwordForm
            }
        }
    }

    private var flash: Notice? {
        guard let done else { return nil }
        let words =
            switch done {
            case .about: say("Bewaard.", "Saved.")
            case .email: say("Bewaard. U meldt zich voortaan met dit adres aan.", "Saved. You sign in with this address from now on.")
            case .password: say("Bewaard. Elders bent u afgemeld.", "Saved. Elsewhere you are signed out.")
            }
        return Notice(.good, isFlash: true) { p { words } }
    }

    private func typed(_ part: Part) -> TypedForm { returned?.part == part ? returned?.typed ?? TypedForm(say) : TypedForm(say) }

    private func fields(of part: Part?) -> [Field] {
        switch part {
        case .about: [name]
        case .email: [email, oldForEmail]
        case .password: [old] + ChosenPassword(typed: typed(.password)).fields
        case nil: []
        }
    }

    private var name: Field { typed(.about).field("name", say("Naam", "Name")) }
    private var email: Field { typed(.email).field("email", say("E-mailadres", "E-mail address")) }
    private var oldForEmail: Field {
        typed(.email).field("old", say("Uw huidige wachtwoord", "Your current password"), prefix: "e")
    }
    private var old: Field { typed(.password).field("old", say("Uw huidige wachtwoord", "Your current password")) }

    private var aboutForm: HTML {
        let (typed, member) = (typed(.about), desk.person.member)
        return desk.form(to: Paths.profile) {
            TextField(field: name, value: typed.text("name", or: member.name), autocomplete: "name", width: .medium)
            RadioField(
                field: typed.field("language", say("Taal van het scherm", "Language of the screen")),
                choices: [Choice("nl", "Nederlands"), Choice("en", "English")],
                chosen: typed.text("language", or: member.language.rawValue), isInLine: true)
            Tick(
                field: typed.field(
                    "keys", say("Sneltoetsen van één letter", "Single-key shortcuts"),
                    hint: say(
                        "Zoals n voor een nieuwe klacht. Zet uit als u met uw stem typt.",
                        "Such as n for a new complaint. Turn off when you type with your voice.")),
                isOn: typed.isOn("keys", or: member.usesSingleKeys))
            Tick(
                field: typed.field(
                    "dense", say("Compacte lijsten", "Dense lists"),
                    hint: say("Meer klachten op één scherm.", "More complaints on one screen.")),
                isOn: typed.isOn("dense", or: member.isDense))
            Tick(
                field: typed.field(
                    "mailed", say("Mail mij over mijn werk", "Mail me about my work"),
                    hint: say(
                        "Als iemand mij een klacht toewijst of iets vraagt. In de mail staat alleen het nummer.",
                        "When somebody assigns a complaint to me or asks me something. The mail holds its number only.")),
                isOn: typed.isOn("mailed", or: member.isMailed))
            actions { Button(say("Bewaar profiel", "Save profile"), .primary) }
        }
    }

    private var emailForm: HTML {
        let typed = typed(.email)
        return desk.form(to: Paths.email) {
            TextField(
                field: email, value: typed.text("email", or: desk.person.member.email.text), type: .email, autocomplete: "email",
                width: .medium)
            TextField(field: oldForEmail, type: .password, autocomplete: "current-password", width: .medium)
            actions { Button(say("Wijzig e-mailadres", "Change e-mail address")) }
        }
    }

    private var passwordForm: HTML {
        desk.form(to: Paths.password) {
            input(.type(.hidden), .name("username"), .value(desk.person.member.email.text), .autocomplete("username"))
            TextField(field: old, type: .password, autocomplete: "current-password", width: .medium)
            ChosenPassword(typed: typed(.password))
            actions { Button(say("Wijzig wachtwoord", "Change password")) }
            p(.class("hint")) {
                say("Op andere apparaten wordt u dan afgemeld.", "On other devices you are then signed out.")
            }
        }
    }
}
