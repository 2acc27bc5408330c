import Casework
import Complaints
import Markup

/// The next step where the customer is to be spoken with: calling, or another way where the number that we have is wrong.
struct ContactStep {
    let desk: Desk
    let file: Casefile
    let possible: Set<Act>
    let typed: TypedForms
    /// Until when, in words.
    let by: String

    private var say: Wording { desk.say }
    private var complaint: Complaint { file.complaint }
    private var person: Person? { complaint.correspondent }
    private var name: String { person?.name ?? say("de klant", "the customer") }

    var step: NextStep {
        let wrong = complaint.wrongNumber(in: file.history)
        return NextStep(
            title: say("Volgende stap", "Next step"), step: wrong == nil ? usual : anotherWay, aside: wrong.map(aside) ?? noLetter,
            act: group {
                if wrong != nil, isWritable, !isAdvised {
                    p { a(.href("#answer-text")) { say("Schrijf de klant", "Write to the customer") } }
                }
                AfterAttempts(desk: desk, complaint: complaint, mayWrite: possible.contains(.answer)).html
                if wrong == nil, let phone = person?.phone { p(.class("call")) { a(.href("tel:\(phone.e164)")) { phone.display } } }
                div(.data("key", "c")) { ContactForm(desk: desk, complaint: complaint, typed: typed, isNextStep: true).html }
                if possible.contains(.accept) { accept }
            })
    }

    private var usual: String {
        person?.isReachedInWriting ?? false
            ? say("Schrijf \(name)\(by).", "Write to \(name)\(by).") : say("Bel \(name)\(by).", "Call \(name)\(by).")
    }

    private var anotherWay: String {
        isWritable
            ? say("Schrijf \(name), of zoek een ander nummer,\(by).", "Write to \(name), or look for another number,\(by).")
            : say("Zoek een ander nummer van \(name),\(by).", "Look for another number of \(name),\(by).")
    }

    private var noLetter: String { say("Hiervan krijgt de klant geen brief.", "The customer gets no letter of this.") }

    /// Without a number a message is what keeps first contact.
    private func aside(_ wrong: PhoneNumber) -> String {
        let words = say(
            "Het nummer \(wrong.display) is verkeerd. Verbeter het bij “Gegevens verbeteren”",
            "The number \(wrong.display) is wrong. Correct it under “Correct details”")
        if !isWritable { return words + "." }
        return words
            + say(
                ", of haal het daar weg: dan telt schrijven als eerste contact.",
                ", or remove it there: then writing counts as first contact.")
    }

    private var isWritable: Bool { possible.contains(.answer) && (person?.email != nil || person?.address != nil) }

    /// Whether what the procedure says of so many attempts has a link of its own.
    private var isAdvised: Bool {
        complaint.stepAfterAttempts(under: desk.house.procedures.version(complaint.procedureVersion)) != nil
    }

    private var accept: HTML {
        desk.form(to: Paths.act(Act.accept.rawValue, complaint.number)) {
            input(.type(.hidden), .name("gezien"), .value("\(complaint.sequence)"))
            actions { Button(say("Aannemen zonder contact", "Accept without contact")) }
        }
    }
}
