import Casework
import Complaints
import Markup
import Records

/// The one thing to do next, in words and working days, for the person who looks.
struct NextStepForFile {
    let desk: Desk
    let file: Casefile
    let possible: Set<Act>
    let typed: TypedForms

    private var say: Wording { desk.say }
    private var complaint: Complaint { file.complaint }

    var step: NextStep? {
        if possible.contains(.decideReopening) {
            let isOwnWork = complaint.needsOtherJudge && complaint.handler == desk.person.member.id
            return isOwnWork
                ? OwnWorkJudged(desk: desk, complaint: complaint, typed: typed, by: before(.review)).step
                : ReopeningDecision(desk: desk, file: file, typed: typed, by: before(.review)).step
        }
        if complaint.needsOtherJudge, possible.contains(.note) { return waiting(otherJudge) }
        if complaint.reopeningRequest != nil, possible.contains(.note) { return waiting(managerJudges) }
        switch complaint.phase {
        case .received:
            return possible.contains(.assign) ? assign : waiting(toBeAssigned)
        case .assigned, .inProgress, .reopened, .solutionProposed, .waitingForCustomer:
            guard possible.contains(.resolve) || possible.contains(.contact) else { return waiting(handledBy) }
            return handling
        case .resolved:
            if awaitsAnswer { return answer }
            if let promise = complaint.owedByHand, possible.contains(.keepPromise) { return keeping(promise).step }
            return possible.contains(.close) ? close : nil
        case .closed, .withdrawn, .referred: return awaitsAnswer ? answerAfterEnd : nil
        case .duplicate:
            if awaitsAnswer { return answerAfterEnd }
            return possible.contains(.notDuplicate) ? undoDuplicate : nil
        }
    }

    private var title: String { say("Volgende stap", "Next step") }

    private var handledBy: String {
        let name = desk.name(of: complaint.handler) ?? say("niemand", "nobody")
        return complaint.phase == .assigned
            ? say("Toegewezen aan \(name).", "Assigned to \(name).") : say("In behandeling bij \(name).", "Handled by \(name).")
    }

    private var otherJudge: String {
        if file.hasNoOtherJudge(in: desk.house) {
            return say(
                "De klant is niet tevreden. Wie deze klacht behandelde, is de enige die over opnieuw kijken kan beslissen\(before(.review)).",
                "The customer is not satisfied. Whoever handled this complaint is the only one who can decide to look again\(before(.review))."
            )
        }
        return say(
            "De klant is niet tevreden. Een klachtenmanager die deze klacht niet behandelde, beslist over opnieuw kijken\(before(.review)).",
            "The customer is not satisfied. A complaints manager who did not handle this complaint decides whether to look again\(before(.review))."
        )
    }

    private var managerJudges: String {
        say(
            "De klant vraagt om opnieuw te kijken. Een klachtenmanager beslist daarover.",
            "The customer asks to look at it again. A complaints manager decides on that.")
    }

    private var toBeAssigned: String {
        switch file.assigningInPlace(in: desk.house) {
        case nil: return say("Wacht op toewijzing door de klachtenmanager.", "Waits for assignment by the complaints manager.")
        case []?:
            let names = desk.colleagues(with: .administrator).map(\.name).joined(separator: ", ")
            return say(
                "Deze klacht gaat over de enige klachtenmanager: niemand kan haar nu toewijzen. Vraag een beheerder (\(names)) om een ander de rol klachtenmanager of directie te geven.",
                "This complaint is about the only complaints manager: nobody can assign it now. Ask an administrator (\(names)) to give somebody else the role of complaints manager or management."
            )
        case let able?:
            let names = able.compactMap { desk.name(of: $0) }.sorted().joined(separator: ", ")
            return say(
                "Deze klacht gaat over de enige klachtenmanager: de directie (\(names)) wijst een behandelaar toe.",
                "This complaint is about the only complaints manager: management (\(names)) assigns a handler.")
        }
    }

    private func waiting(_ words: String) -> NextStep { NextStep(title: title, step: words, act: HTML()) }

    /// " uiterlijk di 24 nov 17:00 (nog 1 werkdag)" of the promise of this kind that is outstanding; nothing while its clock stands still.
    private func before(_ kind: PromiseKind) -> String {
        running(kind).map { say.by($0.due, now: desk.now, on: desk.calendar) } ?? ""
    }

    private func running(_ kind: PromiseKind) -> Promise? {
        complaint.promises.last { $0.kind == kind && $0.isOutstanding && !$0.isWaiting }
    }

    /// Whether first contact is the next step: then its form stands here.
    var isContact: Bool { owesContact && nearer == nil }

    private var owesContact: Bool {
        complaint.owesFirstContact && possible.contains(.contact) && !possible.contains(.decideReopening)
            && [.assigned, .inProgress, .reopened, .solutionProposed, .waitingForCustomer].contains(complaint.phase)
    }

    /// What must be done by hand before what else would be the next step. A customer who waits for an answer, or is silent for too long, comes
    /// before it unless it must be done by the next working day.
    private var nearer: Promise? {
        guard possible.contains(.keepPromise),
            let promise = complaint.keptByHand(before: running(owesContact ? .firstContact : .resolution)?.due)
        else { return nil }
        let isSilent = complaint.phase == .waitingForCustomer && isLeftWaiting
        if owesContact || !(awaitsAnswer || isSilent) { return promise }
        return say.nearness(of: promise.due, now: desk.now, on: desk.calendar).urgency == .calm ? nil : promise
    }

    private func keeping(_ promise: Promise) -> KeptPromiseStep {
        KeptPromiseStep(desk: desk, file: file, possible: possible, typed: typed, promise: promise)
    }

    /// That the clock of the solution waits for the customer, where it does.
    private var standsStill: String? {
        guard complaint.promises.contains(where: { $0.kind == .resolution && $0.isWaiting }) else { return nil }
        return say(
            "Tot de klant antwoordt, staat de tijd voor de oplossing stil.",
            "Until the customer answers, the time for the solution stands still.")
    }

    /// Whether nothing has happened here for as long as the procedure says that a customer can be left.
    private var isLeftWaiting: Bool {
        complaint.changedAt < desk.house.procedure.waitingTooLong(at: desk.now, on: desk.calendar)
    }

    /// With what must be known before anything is done.
    private var handling: NextStep {
        var step = usual
        if let warning = NoSecondPair(desk: desk, complaint: complaint, possible: possible).beforehand {
            step.aside = [step.aside, warning].compactMap(\.self).joined(separator: " ")
        }
        return step
    }

    private var usual: NextStep {
        if let nearer { return keeping(nearer).step }
        if isContact {
            return ContactStep(desk: desk, file: file, possible: possible, typed: typed, by: before(.firstContact)).step
        }
        if awaitsAnswer { return answer }
        if complaint.phase == .waitingForCustomer, isLeftWaiting {
            return NextStep(
                title: title,
                step: say(
                    "De klant zwijgt al \(say.term(desk.house.procedure.waitingTerm)): bel, of schrijf opnieuw\(before(.resolution)).",
                    "The customer has said nothing for \(say.term(desk.house.procedure.waitingTerm)): call, or write again\(before(.resolution))."
                ),
                aside: told(
                    say("Wat de klant zegt, legt u vast bij “Reactie klant”.", "Record what the customer says under “Customer's reply”.")),
                act: resolveLink)
        }
        if complaint.phase == .waitingForCustomer {
            return NextStep(
                title: title,
                step: say("Wacht op antwoord van de klant\(before(.resolution)).", "Wait for the customer's answer\(before(.resolution))."),
                aside: told(
                    say(
                        "Belt de klant? Leg zijn antwoord vast bij “Reactie klant”.",
                        "Does the customer call? Record the answer under “Customer's reply”.")),
                act: resolveLink)
        }
        if complaint.phase == .solutionProposed {
            return NextStep(
                title: title,
                step: say(
                    "Wacht op wat de klant van het voorstel vindt\(before(.resolution)).",
                    "Wait for what the customer thinks of the proposal\(before(.resolution))."),
                aside: told(say("Is de klant akkoord? Leg dan de oplossing vast.", "Does the customer agree? Then record the solution.")),
                act: resolveLink)
        }
        let words = say(
            "Beantwoord de klant en leg de oplossing vast\(before(.resolution)).",
            "Answer the customer and record the solution\(before(.resolution)).")
        return NextStep(
            title: title, step: words,
            aside: say(
                "Bij “opgelost” komt er een brief voor de klant klaar te staan.",
                "A letter for the customer is made when it is resolved."),
            act: ResolveForm(desk: desk, complaint: complaint, typed: typed).html)
    }

    private func told(_ aside: String) -> String { [standsStill, aside].compactMap(\.self).joined(separator: " ") }

    /// The customer said something that nobody answered: that comes first, whatever the phase.
    private var answer: NextStep {
        NextStep(
            title: title,
            step: say("Beantwoord de reactie van de klant\(before(.resolution)).", "Answer the customer's message\(before(.resolution))."),
            aside: say(
                "Schrijf terug bij “Naar klant”, of bel en leg het contact vast.",
                "Write back under “To customer”, or call and record the contact."),
            act: group {
                p(.class("actions")) { a(.class("button primary"), .href("#answer-text")) { say("Schrijf terug", "Write back") } }
                if possible.contains(.resolve) { resolveLink }
                if possible.contains(.close) { closeUnanswered }
            })
    }

    private var awaitsAnswer: Bool { complaint.awaitsReaction && possible.contains(.answer) }

    /// It has ended, and the customer said something all the same: that is answered without opening it again.
    private var answerAfterEnd: NextStep {
        let aside = say(
            "Het dossier blijft zoals het is. Hoeft er geen antwoord, of belde u? Zet dat in een notitie.",
            "The file stays as it is. Is no answer needed, or did you call? Say so in a note.")
        let reopening = say(
            " Moet de klacht opnieuw bekeken worden? Vraag dan om heropenen.", " Must it be looked at again? Then ask to reopen it.")
        return NextStep(
            title: title, step: say("Beantwoord het bericht van de klant.", "Answer the customer's message."),
            aside: possible.contains(.reopen) ? aside + reopening : aside,
            act: p(.class("actions")) { a(.class("button primary"), .href("#answer-text")) { say("Schrijf terug", "Write back") } })
    }

    /// Closing is asked first: this fold is the question.
    private var closeUnanswered: HTML {
        details(.class("inner"), .open(typed.returned?.act == .close)) {
            summary { say("Sluiten zonder antwoord", "Close without an answer") }
            desk.form(to: Paths.act(Act.close.rawValue, complaint.number)) {
                input(.type(.hidden), .name("gezien"), .value("\(complaint.sequence)"))
                input(.type(.hidden), .name(ActInput.unanswered), .value("1"))
                p {
                    say(
                        "De klant stuurde een bericht waarop niemand antwoordde, en krijgt nu de brief dat het dossier dicht is.",
                        "The customer sent a message that nobody answered, and now gets the letter that the file is closed.")
                }
                actions { Button(say("Sluit toch", "Close anyway")) }
            }
        }
    }

    private var resolveLink: HTML {
        possible.contains(.resolve) ? ResolveForm(desk: desk, complaint: complaint, typed: typed).html : HTML()
    }

    private var assign: NextStep {
        NextStep(
            title: title,
            step: say(
                "Wijs een behandelaar toe; eerste contact\(before(.firstContact)).",
                "Assign a handler; first contact\(before(.firstContact))."),
            aside: [
                complaint.promises.first { $0.kind == .immediate && $0.isOutstanding }.map { keeping($0).beforehand },
                complaint.isInPlace(desk.actor) ? AssignmentReason(say: say).inPlace : nil,
                say(
                    "De klant krijgt een brief met de naam van de contactpersoon.",
                    "The customer gets a letter with the name of the contact."),
            ].compactMap(\.self).joined(separator: " "),
            act: AssignForm(desk: desk, file: file, typed: typed).html)
    }

    private var close: NextStep {
        NextStep(
            title: title, step: say("Sluit het dossier als de klant tevreden is.", "Close the file when the customer is satisfied."),
            aside: say(
                "De klant krijgt een brief, met tot wanneer heropenen kan.",
                "The customer gets a letter that says until when it can be reopened."),
            act: plain(.close, say("Dossier sluiten", "Close file"), .primary))
    }

    private var undoDuplicate: NextStep {
        NextStep(
            title: title,
            step: say(
                "Deze klacht loopt door onder \(file.duplicateOf?.formatted ?? "…").",
                "This complaint continues as \(file.duplicateOf?.formatted ?? "…")."),
            act: plain(.notDuplicate, say("Samenvoegen ongedaan maken", "Undo merging")))
    }

    private func plain(_ act: Act, _ words: String, _ weight: Button.Weight = .plain) -> HTML {
        desk.form(to: Paths.act(act.rawValue, complaint.number)) {
            input(.type(.hidden), .name("gezien"), .value("\(complaint.sequence)"))
            actions { Button(words, weight) }
        }
    }
}
