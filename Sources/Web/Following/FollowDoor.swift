import Complaints
import Hummingbird
import Markup

/// For who has no link at hand: number and e-mail address, and one answer.
struct FollowDoor {
    let frame: PublicFrame
    var number = ""
    var email = ""

    private var say: Wording { frame.say }

    /// Only what anybody can see is wrong: whether there is such a complaint is nobody's to learn here.
    var problems: [String: String] {
        var problems: [String: String] = [:]
        if number.isBlank {
            problems["number"] = say("Vul uw klachtnummer in.", "Fill in your complaint number.")
        } else if ComplaintNumber(parsing: number) == nil {
            problems["number"] = say(
                "Kijk het nummer nog eens na: het heeft negen cijfers, zoals 4827-1936-8.",
                "Look at the number once more: it has nine digits, such as 4827-1936-8.")
        }
        if email.isBlank {
            problems["email"] = say("Vul uw e-mailadres in.", "Fill in your e-mail address.")
        } else if (try? EmailAddress(parsing: email)) == nil {
            problems["email"] = say.problem(.init("email", .malformed))
        }
        return problems
    }

    private func fields(_ problems: [String: String]) -> [Field] {
        [
            Field(
                "number", say("Klachtnummer", "Complaint number"),
                hint: say("Negen cijfers, zoals 4827-1936-8.", "Nine digits, such as 4827-1936-8."),
                error: problems["number"], prefix: "v"),
            Field(
                "email", say("E-mailadres", "E-mail address"),
                hint: say("Het adres dat u ons gaf.", "The address that you gave us."), error: problems["email"], prefix: "v"),
        ]
    }

    func page(isPosted: Bool = false, isTooOften: Bool = false) -> Response {
        let problems = isPosted && !isTooOften ? problems : [:]
        let fields = fields(problems)
        let title = say("Klacht volgen", "Follow your complaint")
        let wait = say("U vroeg dit vaak achter elkaar. Wacht een minuut.", "You asked this often in a row. Wait a minute.")
        let isWrong = isTooOften || !problems.isEmpty
        return frame.page(
            isWrong ? say("Fout: \(title)", "Error: \(title)") : title,
            status: isTooOften ? .tooManyRequests : isWrong ? .unprocessableContent : .ok
        ) {
            if isWrong {
                ErrorSummary(
                    title: say("Er is een probleem", "There is a problem"), fields: fields, general: isTooOften ? [wait] : [])
            }
            h1 { title }
            p(.class("lead")) {
                say(
                    "Heeft u uw persoonlijke link nog? Open die. Anders vraagt u hier een nieuwe.",
                    "Do you still have your personal link? Open it. If not, ask for a new one here.")
            }
            form(.method(.post), .action(frame.address(Paths.follow)), .class("form"), .novalidate) {
                TextField(field: fields[0], value: number, autocomplete: "off", inputmode: "numeric", width: .medium)
                TextField(field: fields[1], value: email, type: .email, autocomplete: "email", inputmode: "email")
                actions { Button(say("Nieuwe link vragen", "Ask for a new link"), .primary) }
            }
            call
        }
    }

    /// The same words for a complaint that exists and one that does not. While no mail goes out by itself, nothing says that it did.
    func answer() -> Response {
        frame.page(say("Aanvraag ontvangen", "Request received"), hasTwin: false) {
            h1 { say("Wij hebben uw aanvraag ontvangen", "We have received your request") }
            p {
                say(
                    "Horen dit nummer en dit e-mailadres bij elkaar? Dan krijgt u van ons een nieuwe link.",
                    "Do this number and this e-mail address belong together? Then you will get a new link from us.")
            }
            p {
                say(
                    "Een medewerker stuurt die naar het adres dat wij van u hebben. Dat gaat niet altijd meteen.",
                    "A member of staff sends it to the address that we have of you. That is not always at once.")
            }
            call
        }
    }

    private var call: HTML {
        group {
            if frame.isReachable {
                p(.class("muted")) {
                    say("Liever meteen antwoord? ", "Rather an answer now? ")
                    frame.waysToReach
                    "."
                }
            }
        }
    }
}
