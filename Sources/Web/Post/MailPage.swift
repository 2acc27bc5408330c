import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Mail
import Markup
import Records

/// One mail: who wrote what, why a person is asked, and what can be done with it. The text alone; the original can be taken along.
struct MailPage {
    let desk: Desk
    let mail: InboxMail
    let read: ReadMail?
    let files: [String]
    /// The complaint that it is in, beside, or names.
    let complaint: ComplaintNumber?
    /// The file that it stands beside, when it seems to be an answer to a letter of it.
    var known: Complaint?
    /// Where it is, when it stayed at its server.
    var unfetched: UnfetchedMail?
    /// The letter that it seems to be about.
    var reported: Records.Letter?
    /// Where it goes or went on to.
    var forwarding: Memo?
    var decision: MailDecision?
    var typed: String?
    var trouble: String?

    private var say: Wording { desk.say }
    private var subject: String { say.subject(mail) }

    func response() -> Response {
        let title = trouble == nil ? subject : say("Fout: ", "Error: ") + subject
        let triage = MailTriage(desk: desk)
        var response = desk.page(
            title, current: Paths.post, shortcuts: canDecide ? triage.shortcuts : [], isReading: true, undo: desk.undoBar(decision),
            status: trouble == nil ? .ok : .unprocessableContent
        ) {
            if trouble != nil {
                ErrorSummary(title: say("Er is een probleem", "There is a problem"), fields: isAsked ? [number] : [], general: general).html
            }
            Heading(title: subject, remark: mail.outcome.map { say.mailReason($0) } ?? "").html
            FactList(facts: facts).html
            remarks
            if let read, !read.text.isBlank { article(.class("letter no-print")) { for passage in read.passages { words(passage) } } }
            if let markup = read?.markup {
                MailMarkupFrame(say: say, address: Paths.mailMarkup(mail.id), blockedPictures: markup.blockedPictures)
            }
            if mail.state == .asked, reported != nil { confirming }
            if mail.state == .asked { deciding }
            if mail.state == .quarantined, mayRetry { retrying }
            if canDecide { triage.buttons(for: mail, isHere: unfetched == nil) }
            p { Link(say("Terug naar de post", "Back to the post"), to: Paths.post) }
        }
        if read?.markup != nil { response.headers[.contentSecurityPolicy] = MailMarkupPage.policyAround }
        return response
    }

    private var isAsked: Bool { mail.state == .asked }
    private var mayRetry: Bool { unfetched.map { desk.house.mail.looks(into: $0.mailbox) } ?? true }
    private var canDecide: Bool { isAsked || mail.state == .quarantined }
    private var general: [String] { isAsked ? [] : [trouble].compactMap(\.self) }

    private var facts: [Fact] {
        let moment = desk.calendar.zone.moment(at: mail.receivedAt)
        var facts = [Fact(say("Van", "From"), sender), Fact(say("Ontvangen", "Received"), DateWords.brief(moment, desk.language))]
        if let read, let said = say.authenticity(.init(read.authentication, isAsked: !desk.house.mail.trustedServers.isEmpty)) {
            facts.append(Fact(say("Echtheid", "Authenticity"), said))
        }
        if let read, !read.replyTo.isEmpty {
            facts.append(Fact(say("Antwoord naar", "Reply to"), read.replyTo.prefix(3).map(\.address).joined(separator: ", ")))
        }
        if let complaint {
            facts.append(Fact(say("Klacht", "Complaint"), HTML(joining: [a(.href(Paths.file(complaint))) { complaint.formatted }])))
        }
        if let forwarding, let said = words(of: forwarding) { facts.append(Fact(say("Doorgestuurd", "Forwarded"), said)) }
        if let complaint, let reported {
            let letter = a(.href(Paths.letter(reported.id, complaint))) { say.subject(of: reported) }
            let reader = reported.content.address.map { HTML(", \($0)") } ?? HTML()
            facts.append(Fact(say("Gaat misschien over", "May be about"), HTML(joining: [letter, reader])))
        }
        if let unfetched { facts.append(Fact(say("Niet opgehaald", "Not fetched"), desk.words(of: unfetched, mail))) }
        if !files.isEmpty { facts.append(Fact(say("Bijlagen", "Attachments"), files.joined(separator: ", "))) }
        if unfetched != nil { return facts }
        facts.append(
            Fact(
                say("Origineel", "Original"),
                HTML(joining: [a(.href(Paths.mailOriginal(mail.id))) { say("Bewaar de mail zoals hij kwam", "Save the mail as it came") }]))
        )
        return facts
    }

    /// Nil where that was taken back.
    private func words(of forwarding: Memo) -> String? {
        let address = forwarding.content.address
        switch forwarding.state {
        case .waiting where !desk.house.sendsMail:
            return say(
                "wacht: Gehoor verstuurt nu geen e-mail. Zodra versturen weer aan staat, gaat deze mail naar \(address).",
                "waits: Gehoor sends no e-mail now. As soon as sending is on again, this mail goes to \(address).")
        case .waiting: return say("gaat naar \(address)", "on its way to \(address)")
        case .sent: return say("naar \(address)", "to \(address)")
        case .refused:
            let reason = forwarding.words ?? ""
            if OwnReason(rawValue: reason) != nil || KeptReason.fault(in: reason) != nil {
                return "\(address): \(say.sendingReason(reason))"
            }
            return say("geweigerd door de mailserver van \(address). \(reason)", "refused by the mail server of \(address). \(reason)")
        case .dropped: return nil
        }
    }

    @HTMLBuilder private var remarks: HTML {
        if let read { for words in say.remarks(on: read) { Notice(.waiting) { words } } }
    }

    private var sender: String {
        guard let from = read?.from.first else { return mail.sender ?? say("onbekend", "unknown") }
        return from.name.isEmpty ? from.address : "\(from.name) <\(from.address)>"
    }

    /// What the sender wrote now stands open; what it quotes and how it is signed is folded.
    @HTMLBuilder private func words(_ passage: Mail.Passage) -> HTML {
        let text = passage.text.trimmed
        if text.isEmpty {
            HTML()
        } else if passage.kind == .own || passage.kind == .forwarded {
            p(.class("pre")) { text }
        } else {
            details {
                summary {
                    passage.kind == .signature ? say("Ondertekening", "Signature") : say("Eerder geschreven", "Written earlier")
                }
                p(.class("pre")) { text }
            }
        }
    }

    private var number: Field {
        Field(
            "nummer", say("Klachtnummer", "Complaint number"), error: isAsked ? trouble : nil)
    }

    /// Why it can become no complaint as it is; nil where it can.
    private var byHandOnly: String? {
        switch mail.outcome {
        case .unanswerable: say("Er is niet één adres om op te antwoorden.", "There is no one address to answer to.")
        case .encrypted:
            say(
                "Wat erin staat is hier niet te lezen: open het origineel in uw eigen mailprogramma, of vraag de afzender om een gewone mail.",
                "What it says can't be read here: open the original in your own mail program, or ask its sender for an ordinary one.")
        default: nil
        }
    }

    private var deciding: HTML {
        group {
            if PermissionTable.mayRegister(desk.actor), let why = byHandOnly {
                h2 { say("Is dit een klacht?", "Is this a complaint?") }
                p {
                    why
                    say(
                        " Registreer de klacht met de hand en zet deze mail daarna in dat dossier.",
                        " Register the complaint by hand and put this mail into that file afterwards.")
                }
                p { Link(say("Registreer met de hand", "Register by hand"), to: Paths.intake) }
            } else if PermissionTable.mayRegister(desk.actor) {
                desk.form(to: Paths.mail(mail.id)) {
                    h2 { say("Is dit een klacht?", "Is this a complaint?") }
                    p(.class("hint")) {
                        say(
                            "De klacht telt vanaf het moment dat de mail kwam. De klant krijgt een ontvangstbevestiging.",
                            "The complaint counts from when the mail came. The customer gets an acknowledgement.")
                    }
                    input(.type(.hidden), .name("doe"), .value("registreer"))
                    actions { Button(say("Registreer als klacht", "Register as a complaint"), complaint == nil ? .primary : .plain) }
                }
            }
            desk.form(to: Paths.mail(mail.id)) {
                h2 { say("Hoort het bij een dossier?", "Does it belong to a file?") }
                input(.type(.hidden), .name("doe"), .value("dossier"))
                TextField(field: number, value: typed ?? complaint?.formatted ?? "", autocomplete: "off", width: .medium)
                newAddress
                actions {
                    Button(
                        say("Zet in dit dossier", "Put into this file"), complaint == nil ? .plain : .primary,
                        key: mail.outcome == .ownNumber ? MailTriage.ownKey : nil)
                }
            }
        }
    }

    /// An answer from an address that the file does not know: is it the same person?
    @HTMLBuilder private var newAddress: HTML {
        if let known, let customer = known.customer, let old = customer.email, let read, let new = known.newAddress(in: read) {
            Tick(
                field: Field(
                    "adres",
                    say(
                        "Dit is \(customer.name): schrijf voortaan naar \(new.text)",
                        "This is \(customer.name): write to \(new.text) from now on"),
                    hint: say(
                        "In het dossier staat \(old.text). Weet u het niet zeker? Bel dan eerst.",
                        "The file holds \(old.text). If you are not sure, call first.")), isOn: false)
        }
    }

    /// A message of a mail server: is it about our letter?
    private var confirming: HTML {
        desk.form(to: Paths.mail(mail.id)) {
            h2 { say("Kwam onze brief niet aan?", "Did our letter not arrive?") }
            p(.class("hint")) {
                say(
                    "Dan staat dat bij de brief. Daar kunt u hem opnieuw sturen.",
                    "Then that is noted with the letter. There you can send it again.")
            }
            input(.type(.hidden), .name("doe"), .value(MailTriage.bounce))
            actions { Button(say("De brief kwam niet aan", "The letter did not arrive"), .primary) }
        }
    }

    private var retrying: HTML {
        desk.form(to: Paths.mail(mail.id)) {
            input(.type(.hidden), .name("doe"), .value(MailTriage.retry))
            actions { Button(unfetched == nil ? say("Lees opnieuw", "Read again") : say("Probeer opnieuw", "Try again"), .primary) }
        }
    }
}
