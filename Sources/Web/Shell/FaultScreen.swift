import Casework
import Complaints
import HTTPTypes
import Markup

/// The page for what went wrong: what can be said, what to do, and the fault's number when there is one. It needs no
/// database: that may be what went wrong.
struct FaultScreen: Sendable {
    let workplace: Workplace

    func page(_ fault: FaultPage, _ visit: Visit) -> [UInt8] {
        let say = Wording(visit.language)
        let (title, words) = words(for: fault, say)
        let page = EntrancePage(
            title: title, language: visit.language.rawValue, assets: .entrance, product: "Gehoor",
            organisation: workplace.office.house.remembered.organisation.name,
            content: group {
                h1 { title }
                p { words }
                if let number = fault.number {
                    p { say("Noem dit nummer als u het meldt: ", "Mention this number when you report it: ") + number }
                }
                if let typed = TypedWork(fault, visit, workplace) { typed.html(say) }
                p {
                    if visit.memory.person == nil {
                        Link(say("Naar het begin", "To the start"), to: Paths.report)
                    } else {
                        Link(say("Naar uw werk", "To your work"), to: Paths.home)
                        " · "
                        Link(say("Alle klachten", "All complaints"), to: Paths.worklist)
                    }
                }
            })
        return page.html.bytes
    }

    private func words(for fault: FaultPage, _ say: Wording) -> (title: String, words: String) {
        switch fault.problem.code {
        case "form-token":
            (
                say("Verstuur opnieuw", "Send again"),
                say(
                    "Deze pagina stond te lang open, of hoort bij een andere aanmelding. Er is nog niets bewaard.",
                    "This page was open too long, or belongs to another sign-in. Nothing was saved yet.")
            )
        case "foreign-origin":
            (
                say("Niet verstuurd", "Not sent"),
                say(
                    "Dit formulier kwam van een andere site. Open de pagina hier en verstuur opnieuw.",
                    "This form came from another site. Open the page here and send again.")
            )
        case "storage-trouble":
            (
                say("Er is niets bewaard", "Nothing was saved"),
                say(
                    "De opslag neemt nu geen werk aan. Probeer het later opnieuw, of bel ons.",
                    "The storage takes no work now. Try again later, or call us.")
            )
        case "storage-in-doubt":
            (
                say("Misschien is het bewaard", "It may have been saved"),
                say(
                    "De opslag viel weg terwijl uw werk werd bewaard. Kijk eerst of het er staat voordat u het opnieuw verstuurt, of bel ons.",
                    "The storage was lost while your work was being saved. Look whether it is there before you send it again, or call us.")
            )
        case "malformed-form", "form-cut-short":
            (
                say("Niet aangekomen", "Did not arrive"),
                say(
                    "Het formulier kwam niet heel aan. Er is niets bewaard. Verstuur het opnieuw.",
                    "The form did not arrive whole. Nothing was saved. Send it again.")
            )
        case "not-a-form", "unknown-field":
            (
                say("Dat kan zo niet", "That can't be done"),
                say(
                    "Wat er is verstuurd, hoort niet bij dit formulier. Open de pagina opnieuw en vul haar daar in.",
                    "What was sent does not belong to this form. Open the page again and fill it in there.")
            )
        case "signed-out": (say("U bent afgemeld", "You are signed out"), fault.problem.detail)
        default: plain(fault, say)
        }
    }

    private func plain(_ fault: FaultPage, _ say: Wording) -> (title: String, words: String) {
        switch fault.problem.status.code {
        case 404: (say("Niet gevonden", "Not found"), say("Dit is er niet, of niet voor u.", "This is not there, or not for you."))
        case 413:
            (
                say("Te groot", "Too large"),
                say(
                    "Dit is meer dan in één keer kan. Stuur minder of kleinere bestanden.",
                    "This is more than can be taken at once. Send fewer or smaller files.")
            )
        case 429:
            (
                say("Even wachten", "Wait a moment"),
                say(
                    "Dit was te vaak achter elkaar. Probeer het over een paar minuten opnieuw.",
                    "This was too often in a row. Try again in a few minutes.")
            )
        case 500...599:
            (
                say("Er ging iets mis", "Something went wrong"),
                say("Dat ligt aan ons. Het is genoteerd.", "That is our fault. It has been noted.")
            )
        default: (say("Dat kan zo niet", "That can't be done"), fault.problem.detail)
        }
    }
}
