import Complaints
import Records

/// The body of an act as a command. E-mail addresses and numbers are looked up in the snapshot that the file was read in.
struct ActBody {
    let command: ComplaintCommand
    /// The sequence that the program had in view.
    let expected: Int?

    init(_ act: Act, _ fields: JSONFields, seenBy actor: Actor, in snapshot: Snapshot) throws {
        expected = fields.optional("expected", .integer(0...Int(Int32.max)))
        let reader = ActReader(fields: fields, actor: actor, snapshot: snapshot)
        let command = try reader.command(act)
        try fields.finish()
        if !reader.problems.isEmpty { throw Refusal.invalid(reader.problems) }
        self.command = command
    }
}

/// Reads the members of an act's body, and gathers what can't be put into a command at all.
private final class ActReader {
    private let fields: JSONFields
    private let actor: Actor
    private let snapshot: Snapshot
    private(set) var problems: [FieldProblem] = []

    init(fields: JSONFields, actor: Actor, snapshot: Snapshot) { (self.fields, self.actor, self.snapshot) = (fields, actor, snapshot) }

    func command(_ act: Act) throws -> ComplaintCommand {
        switch act {
        case .assign: return .assign(to: try staff("handler"), reason: fields.text("reason"))
        case .accept: return .accept
        case .return: return .return(reason: text("reason"))
        case .contact: return .contact(word("outcome"), at: instant("at"), note: fields.text("note"))
        case .note: return .note(text("text"))
        case .ask: return .ask(text("text"))
        case .receiveAnswer: return .receiveAnswer(text("text"), through: word("channel") ?? .api)
        case .consult: return .consult(try staff("colleague"), question: text("question"), due: day("due"))
        case .contribute: return .contribute(to: fields.optional("consultation", .integer(0...Int(Int32.max))) ?? 0, text("text"))
        case .propose: return .propose(text("text"))
        case .answer: return .answer(text("text"))
        case .resolve: return .resolve(ResolutionBody.resolution(fields))
        case .close: return .close
        case .reopen: return .reopen(reason: text("reason"))
        case .decideReopening: return .decideReopening(granted: fields.optional("granted", .bool), reason: text("reason"))
        case .withdraw: return .withdraw(reason: text("reason"))
        case .investigate:
            var input = InvestigationInput()
            (input.direct, input.root) = (fields.text("direct"), fields.text("root"))
            input.whys = fields.optional("whys", .listOfTexts) ?? []
            return .investigate(input)
        case .refer: return .refer(to: text("to"), reason: text("reason"))
        case .duplicate: return .duplicate(of: try other("of"))
        case .notDuplicate: return .notDuplicate
        case .classify: return .classify(try classification())
        case .correct: return .correct(correction())
        case .informed: return .informed(letter("letter"), by: requiredWord("means") ?? .told, at: instant("at"))
        case .extend: return .extend(promise: ordinal("promise"), by: ordinal("by"), reason: text("reason"))
        case .promise: return .promise(text("text"), due: day("due"))
        case .keepPromise: return .keepPromise(ordinal("promise"), at: instant("at"), note: fields.text("note"))
        case .movePromise: return .movePromise(ordinal("promise"), to: day("due"), reason: text("reason"))
        case .dropPromise: return .dropPromise(ordinal("promise"), reason: text("reason"))
        case .undo: return .undo(from: nil)
        case .register, .attach, .rate: throw Refusal.notThere
        }
    }

    private func text(_ name: String) -> String { fields.text(name) ?? "" }

    private func filled(_ name: String) -> String? { fields.text(name).flatMap { $0.isBlank ? nil : $0.trimmed } }

    private func note(_ reason: FieldProblem.Reason, at field: String) { problems.append(FieldProblem(field, reason)) }

    private func word<Word: RawRepresentable>(_ name: String) -> Word? where Word.RawValue == String {
        guard let raw = filled(name) else { return nil }
        if let word = Word(rawValue: raw) { return word }
        note(.unknown, at: name)
        return nil
    }

    private func requiredWord<Word: RawRepresentable>(_ name: String) -> Word? where Word.RawValue == String {
        let count = problems.count
        let found: Word? = word(name)
        if found == nil, problems.count == count { note(.missing, at: name) }
        return found
    }

    private func instant(_ name: String) -> Instant? {
        guard let raw = filled(name) else { return nil }
        if let instant = MomentText.instant(raw) { return instant }
        note(.malformed, at: name)
        return nil
    }

    private func day(_ name: String) -> Day? {
        guard let raw = filled(name) else { return nil }
        if let day = Day(iso: raw) { return day }
        note(.malformed, at: name)
        return nil
    }

    private func staff(_ name: String) throws -> StaffID? { try filled(name).map { try snapshot.staff(addressed: $0) } }

    private func ordinal(_ name: String) -> Int? { fields.optional(name, .integer(0...Int(Int32.max))) }

    private func letter(_ name: String) -> LetterID {
        let raw = fields.optional(name, .textOrNumber)?.trimmed ?? ""
        if raw.isEmpty { note(.missing, at: name) } else if Int64(raw) == nil { note(.malformed, at: name) }
        return LetterID(Int64(raw) ?? 0)
    }

    /// The other complaint of a merging, which must be one that this program may see.
    private func other(_ name: String) throws -> ComplaintID? {
        guard let raw = filled(name) else {
            note(.missing, at: name)
            return nil
        }
        guard let number = ComplaintNumber(parsing: raw) else {
            note(.malformed, at: name)
            return nil
        }
        guard let id = try snapshot.complaintID(of: number), let other = try snapshot.complaint(id), other.isVisible(to: actor) else {
            return nil
        }
        return id
    }

    private func classification() throws -> ClassificationInput {
        var input = ClassificationInput()
        input.about = fields.text("about")
        input.wrong = fields.text("wrong")
        input.severity = fields.text("severity")
        input.reasons = fields.optional("reasons", .listOfTexts)
        input.isConfidential = fields.optional("confidential", .bool)
        input.aboutStaff = try fields.text("aboutStaff").map { $0.isBlank ? .nobody : .staff(try snapshot.staff(addressed: $0)) }
        return input
    }

    private func correction() -> CorrectionInput {
        var input = CorrectionInput()
        input.customer = fields.object("customer").map { PersonBody.person($0) }
        if let representative = fields.object("representative").map({ PersonBody.representative($0) }) {
            (input.representative, input.authority) = (representative.person, representative.authority)
        }
        input.story = fields.text("story")
        input.channel = fields.text("channel")
        input.received = fields.text("receivedAt").map { MomentText.receipt($0) }
        return input
    }
}

extension Snapshot {
    /// Whoever has this e-mail address; for an address that nobody has a key that nobody has, so that the domain finds nobody.
    func staff(addressed text: String) throws -> StaffID {
        guard let email = try? EmailAddress(parsing: text), let member = try staffMember(email: email) else { return StaffID(-1) }
        return member.id
    }
}
