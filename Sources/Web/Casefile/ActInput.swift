import Casework
import Complaints
import Foundation
import HTTPTypes
import Hummingbird
import Records

/// One act's form as a command: names of fields in, values out. What is wrong is the domain's to say; only what can't be
/// put into a command at all is refused here.
struct ActInput {
    let act: Act
    let form: SubmittedForm
    let desk: Desk
    let file: Casefile

    /// The sequence that the author had in view, for the acts where that matters.
    var seen: Int? { Int(form.text("gezien")) }

    /// In the form that closes: the author knows that the customer still waits for an answer.
    static let unanswered = "onbeantwoord"

    /// In the form that ticks off a letter, and in the address of its page: one came from the list of letters.
    static let fromLetters = "lijst"

    mutating func commands(workplace: Workplace) async throws -> [ComplaintCommand] {
        try form.refuseUnknown(allowed: Self.fields(of: act))
        if act == .attach { return try await attachments(workplace: workplace) }
        return [try await command(workplace: workplace)]
    }

    static func fields(of act: Act) -> Set<String> {
        let common: Set<String> = [FormTokens.field, "gezien", DraftSlots.field]
        switch act {
        case .accept, .notDuplicate, .register, .undo, .rate: return common
        case .close: return common.union([unanswered])
        case .assign: return common.union(["handler", "reason", "reasonNote"])
        case .return, .reopen, .withdraw: return common.union(["reason"])
        case .contact: return common.union(["outcome", "day", "time", "note"])
        case .note: return common.union(["text"])
        case .ask, .propose, .answer: return common.union(["text", "promiseDue"])
        case .receiveAnswer: return common.union(["text", "channel"])
        case .consult: return common.union(["colleague", "colleagueName", "colleagueEmail", "question", "due"])
        case .contribute: return common.union(["consultation", "text"])
        case .resolve:
            return common.union(["finding", "cause", "remedy.text", "remedy.amount", "answer"]).union((1...20).map { "findings.\($0)" })
        case .decideReopening: return common.union(["granted", "reason"])
        case .investigate:
            return common.union(["direct", "root"]).union((1...Investigation.mostWhys).map { "why-\($0)" })
        case .refer: return common.union(["to", "reason"])
        case .duplicate: return common.union(["of"])
        case .classify: return common.union(["about", "wrong", "severity", "reasons", "confidential", "aboutStaff"])
        case .correct: return common.union(CorrectionForm.fields)
        case .attach: return common.union(["file"])
        case .extend: return common.union(["promise", "by", "reason"])
        case .promise: return common.union(["text", "due"])
        case .keepPromise: return common.union(["promise", "note", "day", "time"])
        case .movePromise: return common.union(["promise", "due", "reason"])
        case .dropPromise: return common.union(["promise", "reason"])
        case .informed: return common.union(["letter", "means", "day", "time", fromLetters])
        }
    }

    private func command(workplace: Workplace) async throws -> ComplaintCommand {
        switch act {
        case .assign:
            return .assign(to: staff("handler"), reason: try handoverReason())
        case .accept: return .accept
        case .return: return .return(reason: form.text("reason"))
        case .contact: return .contact(try outcome(), at: try moment(), note: form["note"])
        case .note: return .note(form.text("text"))
        case .ask: return .ask(form.text("text"), hearsAgainBy: try day("promiseDue"))
        case .receiveAnswer: return .receiveAnswer(form.text("text"), through: Channel(rawValue: form.text("channel")) ?? .phone)
        case .consult: return .consult(staff("colleague"), question: form.text("question"), due: try day("due"))
        case .contribute: return .contribute(to: Int(form.text("consultation")) ?? 0, form.text("text"))
        case .propose: return .propose(form.text("text"), hearsAgainBy: try day("promiseDue"))
        case .answer: return .answer(form.text("text"), hearsAgainBy: try day("promiseDue"))
        case .resolve: return .resolve(ResolutionForm.input(form, grievances: file.complaint.grievances.count))
        case .close:
            if !form.has(Self.unanswered) { try file.complaint.checkClosingInPassing() }
            return .close
        case .reopen: return .reopen(reason: form.text("reason"))
        case .decideReopening: return .decideReopening(granted: form["granted"].map { $0 == "yes" }, reason: form.text("reason"))
        case .withdraw: return .withdraw(reason: form.text("reason"))
        case .investigate: return .investigate(investigation())
        case .refer: return .refer(to: form.text("to"), reason: form.text("reason"))
        case .duplicate: return .duplicate(of: try await other(workplace))
        case .notDuplicate: return .notDuplicate
        case .classify: return .classify(classification())
        case .correct: return .correct(try CorrectionForm.input(form, today: desk.now.day, zone: desk.calendar.zone))
        case .informed:
            guard let means = InformedMeans(rawValue: form.text("means")) else { throw Refusal.invalid([.init("means", .missing)]) }
            return .informed(LetterID(Int64(form.text("letter")) ?? 0), by: means, at: try moment())
        case .extend: return .extend(promise: Int(form.text("promise")), by: try number("by"), reason: form.text("reason"))
        case .promise: return .promise(form.text("text"), due: try day("due"))
        case .keepPromise: return .keepPromise(Int(form.text("promise")), at: try moment(), note: form["note"])
        case .movePromise: return .movePromise(Int(form.text("promise")), to: try day("due"), reason: form.text("reason"))
        case .dropPromise: return .dropPromise(Int(form.text("promise")), reason: form.text("reason"))
        case .register, .attach, .undo, .rate: throw HTTPError(.notFound)
        }
    }

    /// Why it goes to another: one of the choices, or the words that the page itself proposed.
    private func handoverReason() throws(Refusal) -> String? {
        let reason = form.text("reason")
        let proposed = [AssignForm(desk: desk, file: file, typed: TypedForms()).proposedReason, AssignmentReason(say: desk.say).load]
        guard reason.isBlank || HandoverReason(rawValue: reason) != nil || proposed.contains(reason) else {
            throw .invalid([FieldProblem("reason", .unknown)])
        }
        return HandoverReason.text(reason, form.text("reasonNote"), desk.say)
    }

    /// In the choice of a colleague: somebody without an account, who is asked by mail.
    static let byMail = "mail"

    /// Whom the question goes to by mail; nil when it is for somebody's desk.
    func correspondent() -> CorrespondentInput? {
        guard act == .consult, form.text("colleague") == Self.byMail, desk.house.sendsMail else { return nil }
        return CorrespondentInput(name: form.text("colleagueName"), email: form.text("colleagueEmail"))
    }

    private func staff(_ name: String) -> StaffID? { Int64(form.text(name)).map { StaffID($0) } }

    private func outcome() throws(Refusal) -> ContactOutcome? {
        guard let text = form["outcome"], !text.isBlank else { return nil }
        guard let outcome = ContactOutcome(rawValue: text) else { throw .invalid([.init("outcome", .unknown)]) }
        return outcome
    }

    /// A typed day and time of day; now when both are empty.
    private func moment() throws(Refusal) -> Instant? {
        let (day, time) = (form.text("day").trimmed, form.text("time").trimmed)
        if day.isEmpty, time.isEmpty { return nil }
        return try TypedMoment.instant(day: day, time: time, now: desk.now, zone: desk.calendar.zone, field: "day")
    }

    /// A number alone: "5 werkdagen" is more than that, and never nothing.
    private func number(_ name: String) throws(Refusal) -> Int? {
        let text = form.text(name).trimmed
        if text.isEmpty { return nil }
        guard let number = Int(text) else { throw .invalid([.init(name, .malformed)]) }
        return number
    }

    /// By when something is to happen.
    private func day(_ name: String) throws(Refusal) -> Day? {
        let text = form.text(name).trimmed
        if text.isEmpty { return nil }
        return try TypedMoment.day(text, today: desk.now.day, isAhead: true, field: name)
    }

    /// The other complaint of a merging, which must be one that this person may see.
    private func other(_ workplace: Workplace) async throws -> ComplaintID? {
        guard let number = ComplaintNumber(parsing: form.text("of")) else { throw Refusal.invalid([.init("of", .malformed)]) }
        let actor = desk.actor
        return try await workplace.records.read { snapshot in
            guard let id = try snapshot.complaintID(of: number), let other = try snapshot.complaint(id), other.isVisible(to: actor) else {
                return nil
            }
            return id
        }
    }

    private func investigation() -> InvestigationInput {
        var input = InvestigationInput()
        (input.direct, input.root) = (form["direct"], form["root"])
        input.whys = (1...Investigation.mostWhys).map { form.text("why-\($0)") }
        return input
    }

    private func classification() -> ClassificationInput {
        var input = ClassificationInput()
        input.about = form["about"]
        input.wrong = form["wrong"]
        input.severity = form["severity"]
        input.reasons = form.all("reasons")
        input.isConfidential = form.has("confidential")
        input.aboutStaff = form["aboutStaff"].map { $0.isBlank ? .nobody : Int64($0).map { .staff(StaffID($0)) } ?? .unknown }
        return input
    }

    /// The files of an upload, kept before the journal says that they are there.
    private func attachments(workplace: Workplace) async throws -> [ComplaintCommand] {
        // All or nothing: no file is left out without a word.
        if let refused = form.refusedFiles.first {
            let isTooMany = refused.reason == .tooMany
            throw Refusal.invalid([.init("file", isTooMany ? .tooMany(limit: FormLimits().files) : .tooLong(limit: 25_000_000))])
        }
        if form.files.isEmpty { throw Refusal.invalid([.init("file", .missing)]) }
        return try await Uploads.keep(form.files, in: workplace.office.blobs, fromCustomer: false).map { .attach($0) }
    }
}
