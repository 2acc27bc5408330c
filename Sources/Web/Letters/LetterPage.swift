import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// One letter, as it goes out: to be read, printed on A4, or read aloud; and "gedaan" when that was done.
struct LetterPage {
    let desk: Desk
    let complaint: Complaint
    let letter: Letter

    private var say: Wording { desk.say }

    func response() -> Response {
        desk.page(letter.content.subject, current: Paths.letters, isReading: true) {
            Heading(title: letter.content.subject, remark: say.letterState(letter)).html
            if letter.state == .waiting { Notice(.waiting) { explanation } }
            article(.class("letter"), .lang(letter.content.language.rawValue)) {
                if letter.content.means == .print { p(.class("pre")) { letterHead } }
                p(.class("pre")) { body }
            }
            if letter.state == .waiting, letter.content.means != .email || true { done }
            p {
                Link(
                    say("Terug naar dossier \(complaint.number.formatted)", "Back to file \(complaint.number.formatted)"),
                    to: Paths.file(complaint.number))
            }
        }
    }

    private var explanation: String {
        switch letter.content.means {
        case .email:
            say(
                "Deze brief gaat per e-mail zodra dat is ingericht. Tot dan kunt u hem ook vertellen of printen.",
                "This letter goes by e-mail as soon as that is set up. Until then you can also tell or print it.")
        case .print:
            say(
                "Deze klant heeft geen e-mailadres. Print de brief, doe hem op de post en leg dat vast.",
                "This customer has no e-mail address. Print the letter, post it, and record that.")
        case .phone:
            say(
                "Deze klant heeft alleen een telefoonnummer: \(phone). Bel, vertel wat hier staat en leg dat vast.",
                "This customer has only a phone number: \(phone). Call, tell what it says here, and record that.")
        }
    }

    private var phone: String { (try? PhoneNumber(parsing: letter.content.address ?? ""))?.display ?? "" }

    private var letterHead: String {
        let today = DateWords.long(desk.calendar.zone.moment(at: letter.createdAt).day, letter.content.language)
        return "\(letter.content.recipient)\n\(letter.content.address ?? "")\n\n\(today)"
    }

    /// The letter's words; the personal link is made only when a letter is delivered by mail.
    private var body: String { LinkPlace.shown(in: letter.content) }

    private var done: HTML {
        desk.form(to: Paths.act(Act.informed.rawValue, complaint.number), class: "no-print") {
            input(.type(.hidden), .name("letter"), .value("\(letter.id.value)"))
            RadioField(
                field: Field("means", say("Hoe weet de klant het nu?", "How does the customer know now?")),
                choices: [
                    Choice(InformedMeans.posted.rawValue, say("op de post gedaan", "posted")),
                    Choice(InformedMeans.told.rawValue, say("telefonisch verteld", "told by phone")),
                    Choice(InformedMeans.handed.rawValue, say("overhandigd", "handed over")),
                ], chosen: letter.content.means == .print ? InformedMeans.posted.rawValue : InformedMeans.told.rawValue, isInLine: true)
            actions { Button(say("Gedaan", "Done"), .primary) }
        }
    }
}
