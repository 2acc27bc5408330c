import Casework
import Complaints
import Markup
import Records

/// The next step where a customer is not satisfied and the handler is the only one who could judge: looking again is always possible, and
/// whoever thinks it is not needed reads how somebody else can say so.
struct OwnWorkJudged {
    let desk: Desk
    let complaint: Complaint
    let typed: TypedForms
    /// Until when, in words.
    let by: String

    private var say: Wording { desk.say }

    var step: NextStep {
        let fields = ActFields(act: .decideReopening, typed: typed, say: say)
        return NextStep(
            title: say("Volgende stap", "Next step"),
            step: say(
                "De klant is niet tevreden. Besluit om er opnieuw naar te kijken, of laat een ander beslissen\(by).",
                "The customer is not satisfied. Decide to look at it again, or have somebody else decide\(by)."),
            aside: say(
                "U behandelde deze klacht zelf en bent hier de enige die beslist. De klant krijgt uw besluit met de reden.",
                "You handled this complaint yourself and are the only one here who decides. The customer gets your decision with the reason."
            ),
            act: group {
                fields.form(on: complaint.number, desk) {
                    input(.type(.hidden), .name("gezien"), .value("\(complaint.sequence)"))
                    input(.type(.hidden), .name("granted"), .value("yes"))
                    TextArea(
                        field: fields.field("reason", say("Reden, voor de klant", "Reason, for the customer")),
                        value: fields.text("reason"), rows: 3)
                    actions { Button(say("Heropen de klacht", "Reopen the complaint"), .primary) }
                }
                handOver
                others
            })
    }

    private var handOver: HTML {
        p(.class("muted")) {
            say(
                "Daarna kunt u de klacht aan een andere behandelaar toewijzen: die kijkt met een frisse blik.",
                "After that you can assign the complaint to another handler, who looks with fresh eyes.")
        }
    }

    private var others: HTML {
        details(.class("inner")) {
            summary { say("Opnieuw kijken lijkt niet nodig?", "Looking again seems not needed?") }
            p { say("Dat kan alleen een ander beslissen. Zo regelt u dat:", "Only somebody else can decide that. This is how:") }
            ul {
                li { role }
                li {
                    Link(say("Noteer dat u afwezig bent, met een vervanger", "Note that you are away, with a replacement"), to: Paths.away)
                    say(": die is zo lang klachtenmanager.", ": that person is complaints manager meanwhile.")
                }
            }
        }
    }

    /// Who sets roles is an administrator: the reader, or somebody with a name.
    private var role: HTML {
        if desk.actor.has(.administrator) {
            return group {
                Link(
                    say(
                        "Geef een ander, bijvoorbeeld de directie, de rol klachtenmanager",
                        "Give somebody else, such as management, the role of complaints manager"),
                    to: Paths.staff)
                "."
            }
        }
        let names = desk.colleagues(with: .administrator).map(\.name).joined(separator: ", ")
        return group {
            say(
                "Vraag een beheerder (\(names)) om een ander, bijvoorbeeld de directie, de rol klachtenmanager te geven.",
                "Ask an administrator (\(names)) to give somebody else, such as management, the role of complaints manager.")
        }
    }
}
