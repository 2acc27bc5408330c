import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// The file: head with the nearest promise, the timeline down to the composer, the facts at the right.
struct CasefilePage {
    let desk: Desk
    let file: Casefile
    var done: String
    var returned: ReturnedForm?
    /// The act whose large form was asked for.
    var wanted: Act?
    /// Which reply text was chosen for the message.
    var snippet: Int? = nil
    private let possible: Set<Act>
    private let typed: TypedForms
    private let next: NextStepForFile

    init(desk: Desk, file: Casefile, done: String = "", returned: ReturnedForm? = nil, wanted: Act? = nil, thrown: String = "") {
        (self.desk, self.file, self.done, self.returned, self.wanted) = (desk, file, done, returned, wanted)
        possible = file.possibleActs(for: desk.actor, in: desk.house)
        typed = TypedForms(
            returned: returned, drafts: file.drafts, thrownAway: file.thrownAway, justThrown: thrown, seen: file.complaint.sequence)
        next = NextStepForFile(desk: desk, file: file, possible: possible, typed: typed)
    }

    private var say: Wording { desk.say }
    private var complaint: Complaint { file.complaint }

    func response(status: HTTPResponse.Status = .ok) -> Response {
        let title = "\(complaint.number.formatted) · \(complaint.customer?.name ?? say("gewist", "erased"))"
        let prefix = returned == nil ? "" : say("Fout: ", "Error: ")
        return desk.page(prefix + title, flash: done == Act.register.rawValue ? flash : nil, shortcuts: shortcuts, status: status) {
            trouble
            if let returned { UnkeptWords(desk: desk, file: file, possible: possible, returned: returned).html }
            head
            mailBeside
            undelivered
            StrandedDrafts(desk: desk, file: file, possible: possible, typed: typed).html
            FileLayout(
                next: next.step,
                factsTitle: say("Gegevens van dit dossier", "Facts of this file"),
                facts: CasefileFacts(desk: desk, file: file, possible: possible, typed: typed, wanted: wanted).html, content: content,
                isUnfolded: returned.map { PromiseForms.prefix(of: $0.act, on: "") != nil } ?? false)
        }
    }

    private var content: HTML {
        group {
            CasefileTimeline(desk: desk, file: file).html
            div(.id("eind")) { if done != Act.register.rawValue { flash?.html } }
            CasefileComposer(desk: desk, file: file, possible: possible, typed: typed, isContactNext: next.isContact, snippet: snippet).html
        }
    }

    private var head: HTML {
        FileHead(
            subject: complaint.nature.map { desk.nature($0) } ?? say("Klacht zonder aard", "Complaint without a nature"),
            promise: nearest, number: complaint.number.formatted,
            about: [
                complaint.customer?.name, complaint.customer?.organisation, desk.phase(of: complaint), desk.name(of: complaint.handler),
                marks,
            ]
            .compactMap(\.self),
            live: LiveLine(say: say, stream: LiveLine.file(complaint.number, seen: complaint.sequence))
                .file(company: file.company.words(for: desk.person.member.id, say, desk.calendar.zone))
        ).html
    }

    /// Mail that may belong to this file: a person says so.
    private var mailBeside: HTML {
        if file.mailsBeside.isEmpty || !desk.actor.hasAny(of: [.intake, .handler, .manager]) { return HTML() }
        return Notice(.waiting) {
            for mail in file.mailsBeside.prefix(5) {
                p {
                    say("E-mail die hierbij kan horen: ", "E-mail that may belong here: ")
                    a(.href(Paths.mail(mail.id))) { say.subject(mail) }
                }
            }
        }.html
    }

    /// What did not reach the customer, and can be sent once more.
    private var undelivered: HTML {
        let letters = file.letters.compactMap { letter in
            UndeliveredLetter(
                desk: desk, complaint: complaint, letter: letter, delivery: file.deliveries[letter.id],
                isReplaced: file.letters.hasReplaced(letter.id), maySend: possible.contains(.informed), isLinked: true)
        }
        return HTML(joining: letters.suffix(3).map(\.html))
    }

    private var marks: String? {
        var marks: [String] = []
        if complaint.severity != .normal { marks.append(say.severity(complaint.severity)) }
        if complaint.isConfidential { marks.append(say("vertrouwelijk", "confidential")) }
        if complaint.awaitsReaction { marks.append(say("reactie van klant wacht", "customer's message waits")) }
        return marks.isEmpty ? nil : marks.joined(separator: " · ")
    }

    private var nearest: PromisePill? {
        guard let promise = complaint.nextOwed else { return nil }
        let pill = say.nearness(of: promise.due, now: desk.now, on: desk.calendar)
        return PromisePill("\(say.promise(promise.kind)): \(pill.words)", pill.urgency, date: pill.date)
    }

    /// What is wrong, above everything, each line a link to its field.
    private var trouble: HTML {
        guard let returned else { return HTML() }
        let prefix = PromiseForms.prefix(of: returned.act, on: returned.form.text("promise")) ?? returned.act.rawValue
        let fields = returned.problems.map { problem in
            Field(problem.field, "", error: say.problem(problem), prefix: prefix)
        }
        return ErrorSummary(
            title: say("Er is een probleem", "There is a problem"), fields: fields, general: [returned.general].compactMap(\.self)
        ).html
    }

    private var flash: Notice? {
        guard let act = Act(rawValue: done), isLast(act) else { return nil }
        if act == .register {
            return .registered(complaint.number, promises: say.promisesAloud(complaint, now: desk.now, on: desk.calendar), say)
        }
        if act == .informed, isResent {
            return Notice(.good, isFlash: true) { say("De brief gaat zo opnieuw weg.", "The letter leaves again in a moment.") }
        }
        if act == .consult, let asked = complaint.consultations.last, desk.staff[asked.colleague]?.answersByMail == true {
            return Notice(.good, isFlash: true) {
                say(
                    "De vraag gaat per e-mail naar uw collega. Het antwoord komt hier in het dossier.",
                    "The question goes to your colleague by e-mail. The answer comes into this file.")
            }
        }
        let closed = desk.closedDayWarning(after: file.history.last { $0.by == desk.actor.identity }, in: complaint)
        return say.done(act, complaint).map { words in
            Notice(closed == nil ? .good : .soon, isFlash: true) { [words, closed].compactMap(\.self).joined(separator: " ") }
        }
    }

    private var isResent: Bool {
        guard case .informed(let informed) = file.history.last?.occurrence.event else { return false }
        return informed.means == .resent
    }

    /// Whether what the address says was done is what this person did last in the file, and it stands.
    private func isLast(_ act: Act) -> Bool {
        let mine = file.history.filter { $0.by == desk.actor.identity }
        guard let last = mine.last else { return false }
        let undoings = file.history.undoings
        return mine.contains { $0.at == last.at && $0.occurrence.event.act == act && undoings[$0.sequence] == nil }
    }

    private var shortcuts: [Shortcut] {
        var keys = [Shortcut(key: "j / k", meaning: say("volgende / vorige gebeurtenis", "next / previous entry"))]
        if possible.contains(.assign), file.advice != nil {
            keys.append(Shortcut(key: "a", meaning: say("toewijzen zoals voorgesteld", "assign as proposed")))
        }
        if possible.contains(.note) { keys.append(Shortcut(key: "t", meaning: say("notitie schrijven", "write a note"))) }
        if possible.contains(.answer) { keys.append(Shortcut(key: "r", meaning: say("klant antwoorden", "reply to the customer"))) }
        if possible.contains(.contact) { keys.append(Shortcut(key: "c", meaning: say("contact vastleggen", "record contact"))) }
        if possible.contains(.promise) { keys.append(Shortcut(key: "b", meaning: say("iets toezeggen", "promise something"))) }
        if possible.contains(.movePromise) {
            keys.append(Shortcut(key: "v", meaning: say("een toezegging verzetten", "move a promise")))
        }
        if possible.contains(.investigate) { keys.append(Shortcut(key: "o", meaning: say("oorzaken onderzoeken", "investigate causes"))) }
        keys.append(Shortcut(key: ".", meaning: say("tonen wat erbij kwam", "show what came in")))
        return keys
    }
}

extension Wording {
    /// What was just done, in one line; nil for what speaks for itself.
    fileprivate func done(_ act: Act, _ complaint: Complaint) -> String? {
        switch act {
        case .register:
            self("Klacht \(complaint.number.formatted) is geregistreerd.", "Complaint \(complaint.number.formatted) has been registered.")
        case .correct: self("Verbeterd.", "Corrected.")
        case .classify: self("Aard en ernst zijn vastgelegd.", "Nature and severity have been recorded.")
        case .assign:
            self(
                "De klacht is toegewezen. De klant krijgt daarvan bericht.",
                "The complaint has been assigned. The customer will be told.")
        case .accept: self("U behandelt deze klacht.", "You are handling this complaint.")
        case .return: self("De klacht wacht weer op toewijzing.", "The complaint waits for assignment again.")
        case .contact: self("Het contact is vastgelegd.", "The contact has been recorded.")
        case .note: self("De notitie is bewaard.", "The note has been saved.")
        case .ask: self("De vraag gaat naar de klant.", "The question goes to the customer.")
        case .receiveAnswer: self("De reactie is vastgelegd.", "The reply has been recorded.")
        case .consult: self("De vraag staat op het bureau van uw collega.", "The question is on your colleague's desk.")
        case .contribute: self("Uw bijdrage is bewaard.", "Your contribution has been saved.")
        case .investigate: self("De oorzaken zijn vastgelegd.", "The causes have been recorded.")
        case .propose: self("Het voorstel gaat naar de klant.", "The proposal goes to the customer.")
        case .answer: self("Het bericht gaat naar de klant.", "The message goes to the customer.")
        case .resolve: self("De klacht is opgelost.", "The complaint has been resolved.")
        case .close: self("Het dossier is gesloten.", "The file has been closed.")
        case .reopen:
            self("Het verzoek om te heropenen ligt bij de klachtenmanager.", "The request to reopen is with the complaints manager.")
        case .decideReopening: self("Het besluit is vastgelegd.", "The decision has been recorded.")
        case .withdraw: self("De klacht is ingetrokken.", "The complaint has been withdrawn.")
        case .refer: self("De klacht is doorverwezen.", "The complaint has been referred.")
        case .duplicate: self("De klachten zijn samengevoegd.", "The complaints have been merged.")
        case .notDuplicate: self("Het samenvoegen is ongedaan gemaakt.", "The merging has been undone.")
        case .attach: self("Het bestand is toegevoegd.", "The file has been added.")
        case .informed: self("Vastgelegd: de klant weet het.", "Recorded: the customer knows.")
        case .extend:
            self(
                "De nieuwe datum is vastgelegd. Het bericht aan de klant staat klaar.",
                "The new date has been recorded. The message to the customer is ready.")
        case .promise: self("Uw toezegging is vastgelegd en wordt bewaakt.", "Your promise has been recorded and is watched.")
        case .keepPromise: self("Vastgelegd: dit is gedaan.", "Recorded: this was done.")
        case .movePromise:
            self(
                "De andere dag is vastgelegd. Het bericht aan de klant staat klaar.",
                "The other day has been recorded. The message to the customer is ready.")
        case .dropPromise:
            self(
                "De toezegging is ingetrokken. Het bericht aan de klant staat klaar.",
                "The promise has been withdrawn. The message to the customer is ready.")
        case .undo, .rate: nil
        }
    }
}
