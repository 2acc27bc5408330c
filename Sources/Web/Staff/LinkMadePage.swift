import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// A link that was just made, shown this once.
struct LinkMadePage {
    let desk: Desk
    let member: StaffMember
    let address: String

    private var say: Wording { desk.say }
    private var isMailed: Bool { desk.house.sendsMail }

    func response() -> Response {
        let title = say("Link voor \(member.name)", "Link for \(member.name)")
        let lifetime = say.duration(member.hasPassword ? LinkLifetime.reset : LinkLifetime.invitation)
        return desk.page(title, current: Paths.staff, isReading: true) {
            Heading(title: title).html
            if isMailed {
                Notice(.good) {
                    p {
                        say(
                            "De link gaat nu per e-mail naar \(member.email.text). U hoeft niets te doen; doorgeven kan ook.",
                            "The link goes to \(member.email.text) by e-mail now. You need do nothing; you can hand it over too.")
                    }
                }
            } else {
                Notice(.waiting) {
                    p {
                        say(
                            "Gehoor verstuurt nog geen e-mail. Geef deze link zelf door, bijvoorbeeld in een eigen mail of chat.",
                            "Gehoor sends no e-mail yet. Hand this link over yourself, for example in a mail or chat of your own.")
                    }
                }
            }
            OnceShown(label: say("Link", "Link"), text: address)
            p {
                say(
                    "Hij werkt één keer, \(lifetime) lang, en staat alleen nu op het scherm. Wie hem heeft, kan zich als \(member.name) aanmelden.",
                    "It works once, for \(lifetime), and is on the screen only now. Whoever has it can sign in as \(member.name).")
            }
            actions { Button(say("Terug naar medewerkers", "Back to staff"), to: Paths.staff) }
        }
    }
}

/// A secret that is shown once, in a field from which it is easily copied.
struct OnceShown: Component {
    let label: String
    let text: String

    var html: HTML {
        div(.class("field")) {
            Markup.label(.for("once")) { label }
            input(.class("control once"), .id("once"), .type(.text), .value(text), .readonly(true), .autofocus(true))
        }
    }
}
