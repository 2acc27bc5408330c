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
    /// How sending it went.
    var delivery: Delivery?
    /// Another went in its place.
    var isReplaced = false
    /// That it did not arrive, as the reader has just decided from a mail.
    var decision: MailDecision?
    /// Whether the reader may see to letters.
    var maySend = false
    /// A personal link that was made for this very page.
    var link: String?
    var rating: String?
    /// Whether the reader came from the list of letters.
    var isFromList = false

    private var say: Wording { desk.say }

    func response() -> Response {
        desk.page(desk.say.subject(of: letter), current: Paths.letters, isReading: true, undo: desk.undoBar(decision)) {
            Heading(
                title: desk.say.subject(of: letter),
                remark: say.letterState(letter, delivery, isReplaced: isReplaced, in: desk.house, at: desk.now.instant)
            ).html
            undelivered?.html
            if letter.isHeld(at: desk.now.instant) { held }
            if isReady, undelivered == nil { Notice(.waiting) { explanation } }
            if isReady, isUntrue, maySend, undelivered == nil { rewriting }
            if hasLinks { Notice(.good) { once } }
            article(.class(isToPrint ? "letter" : "letter no-print"), .lang(letter.content.language.rawValue)) {
                if letter.content.means != .phone { p(.class("pre")) { letterHead } }
                p(.class("pre")) { LinkPlace.shown(in: letter.content, link: link, rating: rating) }
            }
            if isReady, !hasLinks, LinkPlace.isIn(letter.content) { linkMaking }
            if isReady { done }
            p {
                if isFromList {
                    Link(say("Terug naar de brieven", "Back to the letters"), to: Paths.letters)
                    " · "
                }
                Link(
                    say("Terug naar dossier \(complaint.number.formatted)", "Back to file \(complaint.number.formatted)"),
                    to: Paths.file(complaint.number))
            }
        }
    }

    private var undelivered: UndeliveredLetter? {
        UndeliveredLetter(
            desk: desk, complaint: complaint, letter: letter, delivery: delivery, isReplaced: isReplaced, maySend: maySend)
    }

    private var isUntrue: Bool { letter.content.means == .email && letter.trueUntil.map { $0 <= desk.now.instant } ?? false }

    /// What names a day that has passed is not sent as it is.
    private var rewriting: HTML {
        desk.form(to: Paths.letters, class: "no-print") {
            input(.type(.hidden), .name("brief"), .value("\(letter.id.value)"))
            p(.class("hint")) {
                say(
                    "Deze brief noemt een dag die voorbij is en gaat zo niet weg.",
                    "This letter names a day that has passed and does not leave as it is.")
            }
            actions {
                Button(
                    say("Schrijf opnieuw met de data van nu", "Write anew with the dates of now"),
                    field: ("doe", LetterChoice.rewrite.rawValue))
                Button(say("Laat vervallen", "Drop"), .quiet, field: ("doe", LetterChoice.drop.rawValue))
            }
        }
    }

    private var hasLinks: Bool { link != nil || rating != nil }
    /// Neither what may still be undone nor what was leaves the house on paper.
    private var isToPrint: Bool { letter.state != .undone && !letter.isHeld(at: desk.now.instant) }
    private var isReady: Bool { letter.isReady(at: desk.now.instant) }

    /// A script counts down and brings the page anew; without one the reader does.
    private var held: HTML {
        let milliseconds = max(0, letter.readyAt.milliseconds - desk.now.instant.milliseconds)
        guard letter.readyAt.seconds(since: letter.createdAt) <= LastAct.seconds else {
            if LinkPlace.asks(letter.content) {
                let moment = desk.calendar.zone.moment(at: letter.readyAt)
                let when = "\(DateWords.brief(moment.day, desk.language)) \(DateWords.time(moment.time))"
                return Notice(.waiting) {
                    say(
                        "Deze vragen gaan op \(when), zodat ze niet tegelijk met de afsluiting komen.",
                        "These questions go on \(when), so that they don't come together with the closing letter.")
                }.html
            }
            let minutes = (milliseconds + 59_999) / 60_000
            return Notice(.waiting) {
                say(
                    "Dit adres kreeg net al een ontvangstbevestiging. Deze wacht nog \(minutes) min.",
                    "This address has just got an acknowledgement. This one waits \(minutes) min more.")
            }.html
        }
        return Notice(.waiting) {
            p(.data("soon", "\(milliseconds + 300)")) {
                say(
                    "Waar deze brief uit volgt, kan nog ongedaan gemaakt worden. Over ",
                    "What this letter follows from can still be undone. In ")
                span(.data("left", "")) { "\(max(1, (milliseconds + 999) / 1000))" }
                say(" s staat hij klaar; laad deze pagina dan opnieuw.", " s it is ready; then load this page again.")
            }
        }.html
    }

    private var explanation: String {
        if letter.content.means == .email, let delay = desk.delay(of: delivery) { return delay }
        return switch letter.content.means {
        case .email where desk.house.mail.sending != nil:
            say(
                "Deze brief gaat per e-mail. De pagina Brieven zegt hoe het daarmee staat.",
                "This letter goes by e-mail. The page Letters says how that goes.")
        case .email:
            say(
                "Deze brief is voor e-mail, en die is nog niet ingericht. Vertel of print hem tot dan.",
                "This letter is for e-mail, which is not set up yet. Tell or print it until then.")
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
        let organisation = desk.house.organisation
        return [organisation.name, organisation.address, "", letter.content.recipient, letter.content.address ?? "", "", today]
            .joined(separator: "\n")
    }

    private var once: String {
        say(
            "De link staat alleen nu in de brief: print hem meteen, of geef de link door. Eerdere links blijven werken.",
            "The link is in the letter only now: print it at once, or pass the link on. Earlier links go on working.")
    }

    /// A link is made when a letter is delivered, and kept nowhere: so also when it is delivered by hand.
    private var linkMaking: HTML {
        desk.form(to: Paths.letter(letter.id, complaint.number), class: "no-print") {
            if isFromList { input(.type(.hidden), .name(ActInput.fromLetters), .value("1")) }
            p {
                say(
                    "Op de plaats van [persoonlijke link] komt een link waarmee de klant meekijkt. Maak die vlak voor het printen.",
                    "A link for the customer takes the place of [personal link]. Make it just before printing.")
            }
            actions { Button(say("Maak klaar om te printen", "Make ready to print")) }
        }
    }

    /// The usual way for this letter; for one that was meant for e-mail there is none.
    private var usual: String {
        switch letter.content.means {
        case .print: InformedMeans.posted.rawValue
        case .phone: InformedMeans.told.rawValue
        case .email: ""
        }
    }

    private var done: HTML {
        desk.form(to: Paths.act(Act.informed.rawValue, complaint.number), class: "no-print") {
            input(.type(.hidden), .name("letter"), .value("\(letter.id.value)"))
            if isFromList { input(.type(.hidden), .name(ActInput.fromLetters), .value("1")) }
            RadioField(
                field: Field("means", say("Hoe weet de klant het nu?", "How does the customer know now?")),
                choices: [
                    Choice(InformedMeans.posted.rawValue, say("op de post gedaan", "posted")),
                    Choice(InformedMeans.told.rawValue, say("telefonisch verteld", "told by phone")),
                    Choice(InformedMeans.handed.rawValue, say("overhandigd", "handed over")),
                ], chosen: usual, isInLine: true)
            actions { Button(say("Gedaan", "Done"), .primary) }
        }
    }
}
