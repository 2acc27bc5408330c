import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// The mail that waits for a person, the oldest first: a promise counts from when it came.
struct PostPage {
    /// So many mails of a kind are shown; one more is read, to know whether there are any.
    static let limit = 100

    let desk: Desk
    let asked: [InboxMail]
    let quarantined: [InboxMail]
    /// Those of them that stayed at their server.
    let unfetched: [InboxID: UnfetchedMail]
    let automatic: [InboxMail]
    let months: [(month: MailMonth, counts: [MailFate: Int])]
    /// What was decided a moment ago, and can be taken back.
    let decision: MailDecision?
    let done: String

    private var say: Wording { desk.say }

    func response() -> Response {
        let triage = MailTriage(desk: desk)
        return desk.page(say("Post", "Post"), current: Paths.post, flash: flash, shortcuts: triage.shortcuts, undo: desk.undoBar(decision))
        {
            Heading(
                title: say("Post", "Post"),
                remark: say("E-mail waarvan niet vanzelf duidelijk is wat ermee moet.", "E-mail that needs a person to say what it is.")
            ).html
            MailTrouble.coming(desk).html
            if asked.isEmpty, quarantined.isEmpty {
                EmptyState(
                    icon: .mail, title: say("Niets te beoordelen", "Nothing to judge"),
                    words: say(
                        "Klachten per e-mail worden vanzelf geregistreerd. Wat twijfelachtig is, staat hier.",
                        "Complaints by e-mail are registered by themselves. What is doubtful is here.")
                ).html
            }
            section("asked", say("Is dit een klacht?", "Is this a complaint?"), asked)
            section("quarantined", say("Kon niet gelezen worden", "Could not be read"), quarantined)
            if !automatic.isEmpty {
                Markup.section(.class("errands"), .aria("labelledby", "automatic")) {
                    h2(.id("automatic")) { say("Automatische berichten", "Automatic messages") }
                    p(.class("hint")) { say("Hierop wordt nooit geantwoord.", "These are never answered.") }
                    ul(.class("post")) { for mail in automatic { MailLine(desk: desk, mail: mail).html } }
                }
            }
            if months.contains(where: { !$0.counts.isEmpty }) { MailFatesTable(say: say, months: months).html }
        }
    }

    private var flash: Notice? {
        switch done {
        case MailTriage.retry:
            Notice(.good, isFlash: true) { say("De mail wordt opnieuw gelezen.", "The mail is being read again.") }
        case MailTriage.fetched:
            Notice(.good, isFlash: true) { say("De mail wordt opnieuw geprobeerd.", "The mail is being tried again.") }
        case MailDecisionFields.back:
            Notice(.good, isFlash: true) { say("Ongedaan gemaakt: de mail staat hier weer.", "Undone: the mail is here again.") }
        default: nil
        }
    }

    private func section(_ id: String, _ title: String, _ mails: [InboxMail]) -> HTML {
        if mails.isEmpty { return HTML() }
        return Markup.section(.class("errands"), .aria("labelledby", id)) {
            h2(.id(id)) {
                title
                " "
                span(.class("muted")) {
                    mails.count > Self.limit ? say("de oudste \(Self.limit)", "the oldest \(Self.limit)") : "\(mails.count)"
                }
            }
            ul(.class("post"), .data("list", "")) {
                for mail in mails.prefix(Self.limit) { line(mail) }
            }
        }
    }
}

extension PostPage {
    private func line(_ mail: InboxMail) -> HTML {
        let away = unfetched[mail.id]
        let deeds = MailTriage(desk: desk).deeds(for: mail, away: away)
        return MailLine(desk: desk, mail: mail, why: away.map { desk.words(of: $0, mail) }, deeds: deeds).html
    }
}

/// A mail in a list: who, when, what, and what can be done with it there.
struct MailLine: Component {
    let desk: Desk
    let mail: InboxMail
    /// More than its outcome says.
    var why: String?
    var deeds = HTML()

    private var say: Wording { desk.say }

    var html: HTML {
        let moment = desk.calendar.zone.moment(at: mail.receivedAt)
        return li(.class("addressee"), .data("item", Paths.mail(mail.id))) {
            div {
                h3 { name }
                p(.class("muted")) {
                    time(.datetime(MachineTime.text(moment, desk.calendar.zone))) { DateWords.brief(moment, desk.language) }
                }
            }
            div {
                p { a(.href(Paths.mail(mail.id))) { say.subject(mail) } }
                if let opening = mail.opening, !opening.isEmpty { p(.class("muted")) { opening } }
                if let why { p { why } } else if let outcome = mail.outcome { p { say.mailReason(outcome) } }
                deeds
            }
        }
    }

    private var name: String {
        let name = mail.senderName ?? ""
        return name.isEmpty ? mail.sender ?? say("Afzender onbekend", "Sender unknown") : name
    }
}

extension Wording {
    func subject(_ mail: InboxMail) -> String {
        guard let subject = mail.subject, !subject.isEmpty else { return self("(zonder onderwerp)", "(no subject)") }
        return subject
    }

    /// Why a person is asked, or what became of it, in a sentence.
    func mailReason(_ outcome: InboxOutcome) -> String {
        switch outcome {
        case .registered: self("Geregistreerd als klacht.", "Registered as a complaint.")
        case .joined: self("Staat in het dossier.", "Stands in the file.")
        case .contributed: self("Antwoord van een collega; staat in het dossier.", "A colleague’s answer; stands in the file.")
        case .double: self("Kwam al eerder binnen.", "Came in before.")
        case .robot: self("Lijkt door een programma verstuurd.", "Seems to be sent by a program.")
        case .outOfOffice: self("Afwezigheidsbericht.", "Out-of-office message.")
        case .report: self("Bericht van een mailserver over een brief van ons.", "A mail server's message about a letter of ours.")
        case .maybeBounce:
            self(
                "Misschien een bericht dat een brief van ons niet aankwam.", "Maybe a message that a letter of ours did not arrive.")
        case .own: self("Komt van ons eigen adres.", "Comes from our own address.")
        case .beside:
            self(
                "Antwoord op een brief van ons, maar wij weten niet zeker van wie.",
                "An answer to a letter of ours, but we can't be sure whose.")
        case .numbered: self("Noemt een klachtnummer. Dat kan iedereen.", "Names a complaint's number, which anybody can.")
        case .ownNumber:
            self("Noemt het nummer van een dossier waar dit adres bij hoort.", "Names the number of a file that this address belongs to.")
        case .staff: self("Van een collega. Collega’s handelen niet per e-mail.", "From a colleague. Colleagues do nothing by e-mail.")
        case .unanswerable: self("Er is niet één adres om op te antwoorden.", "There is no one address to answer to.")
        case .empty: self("Er staat niets in.", "There is nothing in it.")
        case .encrypted: self("Versleuteld: hier niet te lezen.", "Encrypted: it can't be read here.")
        case .crowd: self("Veel mail van dit adres in korte tijd.", "Much mail from this address in a short time.")
        case .unfit: self("Kan zo geen klacht worden.", "Can't become a complaint as it is.")
        case .tooLarge: self("Te groot om te lezen.", "Too large to be read.")
        case .tookTooLong: self("Lezen duurde te lang.", "Reading it took too long.")
        case .endedReader: self("Het lezen brak af.", "Reading it broke off.")
        case .notFetched: self("De mailserver geeft hem niet.", "The mail server does not give it.")
        case .lost: self("De mail is niet meer zoals hij kwam.", "The mail is no longer as it came.")
        case .noComplaint: self("Geen klacht.", "No complaint.")
        case .forwarded: self("Doorgestuurd: geen klacht.", "Forwarded: no complaint.")
        case .notForwarded: self("Doorsturen lukte niet: de mailserver weigerde.", "It could not be forwarded: the mail server refused.")
        }
    }
}
