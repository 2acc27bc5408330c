import Complaints
import HTTPTypes
import Hummingbird
import Markup

/// What a personal link shows: one button, or one clear answer when it leads nowhere.
struct LinkDoor {
    let frame: PublicFrame

    private var say: Wording { frame.say }

    func page(to path: String) -> Response {
        frame.page(say("Uw klacht bekijken", "See your complaint")) {
            h1 { say("Uw klacht bekijken", "See your complaint") }
            p {
                say(
                    "Met deze knop opent u uw persoonlijke pagina. Deel de link met niemand.",
                    "This button opens your personal page. Share the link with nobody.")
            }
            form(.method(.post), .action(frame.address(path)), .class("form")) {
                actions { Button(say("Bekijk mijn klacht", "See my complaint"), .primary) }
            }
        }
    }

    /// Guessed, replaced, expired, cut off by a mail program: the same answer.
    func deadEnd() -> Response {
        frame.page(say("Deze link werkt niet", "This link does not work"), status: .notFound) {
            h1 { say("Deze link werkt niet (meer)", "This link does not work (any more)") }
            p {
                say(
                    "De link is misschien verlopen, vervangen of niet heel. Kopieer hem nog eens, of vraag een nieuwe.",
                    "The link may have expired, been replaced or lost a piece. Copy it once more, or ask for a new one."
                )
            }
            actions { Button(say("Nieuwe link vragen", "Ask for a new link"), .primary, to: frame.address(Paths.follow)) }
            if frame.isReachable {
                p(.class("muted")) {
                    say("Of neem contact op: ", "Or get in touch: ")
                    frame.waysToReach
                    "."
                }
            }
        }
    }
}

/// The session has ended, or there was none. What was typed is given back.
struct EndedPage {
    let frame: PublicFrame
    var text = ""

    private var say: Wording { frame.say }

    func response() -> Response {
        frame.page(say("Open uw link opnieuw", "Open your link again"), status: .forbidden, hasTwin: text.isEmpty) {
            h1 { say("Open uw persoonlijke link opnieuw", "Open your personal link again") }
            p {
                say(
                    "Uw pagina was een tijd niet in gebruik. Voor uw veiligheid sluiten wij hem dan.",
                    "Your page was not in use for a while. For your safety we close it then.")
            }
            if !text.isBlank {
                TextArea(
                    field: Field(
                        "text", say("Uw tekst, nog niet verstuurd", "Your text, not sent yet"),
                        hint: say(
                            "Kopieer uw tekst en plak hem na het openen van uw link.",
                            "Copy your text and paste it after opening your link."),
                        optional: "", prefix: "v"), value: text)
            }
            p { Link(say("Link kwijt? Vraag een nieuwe", "Lost your link? Ask for a new one"), to: frame.address(Paths.follow)) }
        }
    }
}
