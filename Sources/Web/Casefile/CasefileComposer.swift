import Casework
import Complaints
import Markup
import Records

/// Where the file is written in: a form for each thing that can be said or done with words now.
struct CasefileComposer {
    let desk: Desk
    let file: Casefile
    let possible: Set<Act>
    let typed: TypedForms
    /// Whether the next step holds the form for a contact.
    let isContactNext: Bool
    /// Which reply text is wanted in the message.
    var snippet: Int? = nil

    private var say: Wording { desk.say }
    private var complaint: Complaint { file.complaint }

    var html: HTML {
        let parts = self.parts
        guard let first = parts.first else { return HTML() }
        let begun = begun.compactMap { act in parts.first { $0.kind == Self.kind(of: act) } }
        let answer = complaint.awaitsReaction || snippet != nil ? parts.first { $0.kind == .reply } : nil
        let open = begun.first ?? answer ?? first
        return Composer(parts: parts, open: open.kind).html
    }

    /// What came back or was thrown away just now, then what was typed last.
    private var begun: [Act] {
        [typed.returned?.act, DraftSlots.act(of: typed.justThrown)].compactMap(\.self)
            + typed.drafts.compactMap { DraftSlots.act(of: $0.place.form) }
    }

    private static func kind(of act: Act) -> EntryKind? {
        switch act {
        case .note, .consult: .note
        case .answer, .ask, .propose: .reply
        case .contact: .phone
        case .receiveAnswer: .customer
        case .promise: .act
        default: nil
        }
    }

    private var parts: [Composer.Part] {
        var parts: [Composer.Part] = []
        if possible.contains(.note) { parts.append(.init(kind: .note, label: say("Notitie", "Note"), key: "t", form: note)) }
        if possible.contains(.answer) { parts.append(.init(kind: .reply, label: say("Naar klant", "To customer"), key: "r", form: reply)) }
        if possible.contains(.contact), !isContactNext {
            parts.append(
                .init(
                    kind: .phone, label: say("Contact", "Contact"), key: "c",
                    form: ContactForm(desk: desk, complaint: complaint, typed: typed).html))
        }
        if possible.contains(.receiveAnswer) {
            parts.append(.init(kind: .customer, label: say("Reactie klant", "Customer's reply"), form: received))
        }
        if possible.contains(.promise) {
            parts.append(.init(kind: .act, label: say("Toezegging", "Promise"), key: "b", form: promise))
        }
        return parts
    }

    /// "Ik bel u vrijdag": watched like every other promise.
    private var promise: HTML {
        let fields = fields(.promise)
        return fields.form(on: complaint.number, desk) {
            TextField(
                field: fields.field(
                    "text", say("Wat zegde u de klant toe?", "What did you promise the customer?"),
                    hint: say("Bijvoorbeeld: ik bel u terug", "For example: I will call you back")), value: fields.text("text"))
            DateField(
                field: fields.field(
                    "due", say("Uiterlijk", "By"),
                    hint: say(
                        "Een dag waarop het kantoor dicht is mag ook; dat staat er dan bij.",
                        "A day on which the office is closed will do; it is then said so.")), value: fields.text("due"))
            actions { Button(say("Leg toezegging vast", "Record promise")) }
        }
    }

    private func fields(_ act: Act) -> ActFields { ActFields(act: act, typed: typed, say: say) }

    private var note: HTML {
        let fields = fields(.note)
        return group {
            fields.form(on: complaint.number, desk) {
                TextArea(
                    field: fields.field("text", say("Notitie: alleen voor collega's", "Note: for colleagues only")),
                    value: fields.text("text"), rows: 4)
                actions { Button(say("Bewaar notitie", "Save note"), .plain) }
            }
            if possible.contains(.consult) { consult }
        }
    }

    /// A question to a colleague, folded under the note: it is internal too.
    private var consult: HTML {
        let fields = fields(.consult)
        let colleagues = desk.colleagues().filter { $0.id != desk.person.member.id && $0.id != complaint.aboutStaff }
        return details(.class("inner"), .open(fields.isBegun)) {
            summary { say("Vraag een collega om een bijdrage", "Ask a colleague for a contribution") }
            fields.form(on: complaint.number, desk) {
                SelectField(
                    field: fields.field("colleague", say("Collega", "Colleague")),
                    choices: colleagues.map { Choice("\($0.id.value)", $0.answersByMail ? "\($0.name) (\(byMail))" : $0.name) }
                        + someoneElse,
                    chosen: fields.text("colleague"), empty: say("Kies een collega", "Choose a colleague"), width: .medium)
                if desk.house.sendsMail { correspondent(fields) }
                TextArea(field: fields.field("question", say("Vraag", "Question")), value: fields.text("question"), rows: 3)
                DateField(
                    field: fields.field(
                        "due", say("Graag uiterlijk", "Please by"), hint: say("Bijvoorbeeld 24-11-2026", "For example 24-11-2026")),
                    value: fields.text("due"))
                actions { Button(say("Vraag collega", "Ask colleague")) }
            }
        }
    }

    private var byMail: String { say("per e-mail", "by e-mail") }

    private var someoneElse: [Choice] {
        desk.house.sendsMail
            ? [Choice(ActInput.byMail, say("Iemand zonder account, per e-mail", "Somebody without an account, by e-mail"))] : []
    }

    /// Who has no account answers the mail that holds the question.
    private func correspondent(_ fields: ActFields) -> HTML {
        details(.class("inner"), .open(fields.text("colleague") == ActInput.byMail)) {
            summary { say("Zonder account: naam en e-mailadres", "Without an account: name and e-mail address") }
            TextField(
                field: fields.field("colleagueName", say("Naam", "Name"), isOptional: true), value: fields.text("colleagueName"),
                autocomplete: "off", width: .medium)
            TextField(
                field: fields.field(
                    "colleagueEmail", say("E-mailadres", "E-mail address"),
                    hint: say(
                        "De vraag gaat per mail; het antwoord op die mail komt hier in het dossier.",
                        "The question goes by mail; the answer to that mail comes into this file."), isOptional: true),
                value: fields.text("colleagueEmail"), type: .email, autocomplete: "off", width: .medium)
        }
    }

    /// One text that goes to the customer, and three ways to mean it.
    private var reply: HTML {
        let act: Act = [.ask, .propose].first { typed.returned?.act == $0 } ?? .answer
        let fields = fields(act)
        let to = complaint.correspondent?.name ?? say("de klant", "the customer")
        return fields.form(on: complaint.number, desk, to: Paths.act(Act.answer.rawValue, complaint.number)) {
            input(.type(.hidden), .name("gezien"), .value("\(complaint.sequence)"))
            p(.class("to")) { say("Aan: \(to)", "To: \(to)") + way }
            TextArea(
                field: fields.field("text", say("Bericht aan de klant", "Message to the customer")),
                value: [fields.text("text"), snippet.flatMap { choice.filled($0 - 1) } ?? ""].filter { !$0.isBlank }.joined(
                    separator: "\n\n"), rows: 7, snippets: desk.house.snippets.isEmpty ? nil : SnippetChoice.listID)
            choice.html
            if !Phase.ended.contains(complaint.phase) {
                DateField(
                    field: fields.field(
                        "promiseDue", say("U hoort weer van ons uiterlijk", "You hear from us again by"), isOptional: true),
                    value: fields.text("promiseDue"))
            }
            actions {
                Button(say("Zet klaar voor klant", "Make ready for customer"), .primary)
                if possible.contains(.ask) { alternative(.ask, say("Zet klaar als vraag", "Make ready as a question")) }
                if possible.contains(.propose) { alternative(.propose, say("Zet klaar als voorstel", "Make ready as a proposal")) }
            }
        }
    }

    private var choice: SnippetChoice { SnippetChoice(desk: desk, complaint: complaint) }

    private var way: String {
        guard let person = complaint.correspondent else { return "" }
        if let email = person.email, person.preferredContact != .letter { return " · \(email.text)" }
        if let address = person.address { return " · " + address.split(separator: "\n").joined(separator: ", ") }
        return person.phone.map { " · \($0.display)" } ?? ""
    }

    private func alternative(_ act: Act, _ words: String) -> HTML {
        button(.class("button"), .buttonType(.submit), .formaction(Paths.act(act.rawValue, complaint.number))) { words }
    }

    private var received: HTML {
        let fields = fields(.receiveAnswer)
        return fields.form(on: complaint.number, desk) {
            TextArea(
                field: fields.field("text", say("Wat de klant zei of schreef", "What the customer said or wrote")),
                value: fields.text("text"), rows: 4)
            SelectField(
                field: fields.field("channel", say("Hoe", "How")),
                choices: [Channel.phone, .email, .letter, .counter].map { Choice($0.rawValue, say.channel($0)) },
                chosen: fields.text("channel", or: "phone"), width: .short)
            actions { Button(say("Leg reactie vast", "Record reply")) }
        }
    }
}
