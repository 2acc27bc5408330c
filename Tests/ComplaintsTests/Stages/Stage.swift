import Complaints

/// The people, moments and complaints of the tests of stages.
enum Desk {
    static let iris = Actor(.staff(StaffID(1)), roles: [.intake])
    static let hassan = Actor(.staff(StaffID(2)), roles: [.handler])
    static let joost = Actor(.staff(StaffID(3)), roles: [.handler])
    static let mara = Actor(.staff(StaffID(4)), roles: [.manager])
    static let peter = Actor(.staff(StaffID(9)))
    static let gone = StaffID(10)

    static let facts = Facts(
        calendar: .standard(zone: .amsterdam),
        colleagues: [
            StaffID(1): Colleague(id: StaffID(1), roles: [.intake], isActive: true),
            StaffID(2): Colleague(id: StaffID(2), roles: [.handler], isActive: true),
            StaffID(3): Colleague(id: StaffID(3), roles: [.handler], isActive: true),
            StaffID(4): Colleague(id: StaffID(4), roles: [.manager], isActive: true),
            StaffID(9): Colleague(id: StaffID(9), roles: [], isActive: true),
            gone: Colleague(id: gone, roles: [.handler], isActive: false),
        ])

    /// Friday 20 November 2026, 10:15: first contact is due on Tuesday 24, a solution on Friday 4 December, both 17:00.
    static let friday = moment("2026-11-20", 10, 15)

    static func moment(_ day: Day, _ hour: Int, _ minute: Int = 0) -> Moment {
        OfficeZone.amsterdam.moment(of: CivilTime(day, TimeOfDay(hour, minute)))
    }

    static let number = ComplaintNumber(parsing: "482719368") ?? anyNumber()

    private static func anyNumber() -> ComplaintNumber {
        var random = SystemRandomNumberGenerator()
        return ComplaintNumber(random: &random)
    }
}

/// A complaint that lives: what is decided happens, and the clock moves when the test says so.
struct Life {
    var complaint: Complaint
    var now: Moment
    var facts = Desk.facts
    var happened: [Occurrence]
    var history: [RecordedOccurrence] = []

    init(
        at now: Moment = Desk.friday, facts: Facts = Desk.facts, by actor: Actor = Desk.iris,
        _ change: (inout RegistrationInput) -> Void = { _ in }
    )
        throws
    {
        var input = RegistrationInput()
        input.story = "De mailserver ligt stil."
        input.customer = PersonInput(name: "Anna de Vries", email: "anna@voorbeeld.invalid", phone: "0612345678")
        change(&input)
        happened = try Complaint.registering(input, number: Desk.number, by: actor, at: now, with: facts)
        history = happened.enumerated().map {
            RecordedOccurrence(sequence: $0.offset + 1, at: now.instant, by: actor.identity, $0.element)
        }
        guard let complaint = Complaint(id: ComplaintID(7), history: history) else { throw Refusal.notThere }
        self.complaint = complaint
        self.now = now
        self.facts = facts
    }

    @discardableResult
    mutating func perform(_ command: ComplaintCommand, by actor: Actor, seen: Int? = nil) throws -> [Occurrence] {
        facts.history = history
        let occurrences = try complaint.decide(command, by: actor, seen: seen, at: now, with: facts)
        let recorded = occurrences.enumerated().map {
            RecordedOccurrence(sequence: complaint.sequence + 1 + $0.offset, at: now.instant, by: actor.identity, $0.element)
        }
        complaint.take(recorded, after: history)
        history += recorded
        happened += occurrences
        return occurrences
    }

    /// Assigned to Hassan and accepted.
    static func atWork(_ change: (inout RegistrationInput) -> Void = { _ in }) throws -> Life {
        var life = try Life(change)
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        try life.perform(.accept, by: Desk.hassan)
        return life
    }

    static func resolved(_ change: (inout RegistrationInput) -> Void = { _ in }) throws -> Life {
        var life = try atWork(change)
        try life.perform(.resolve(.one("upheld")), by: Desk.hassan)
        return life
    }

    static func closed() throws -> Life {
        var life = try resolved()
        try life.perform(.close, by: Desk.hassan)
        return life
    }

    mutating func wait(milliseconds: Int64) {
        now = OfficeZone.amsterdam.moment(at: Instant(milliseconds: now.instant.milliseconds + milliseconds))
    }

    mutating func wait(until day: Day, _ hour: Int, _ minute: Int = 0) { now = Desk.moment(day, hour, minute) }

    func promise(_ kind: PromiseKind) -> Promise? { complaint.promises.last { $0.kind == kind } }
    func state(_ kind: PromiseKind) -> PromiseState? { promise(kind)?.state(at: now.instant) }
    func due(_ kind: PromiseKind) -> Day? { promise(kind).map { OfficeZone.amsterdam.moment(at: $0.due).day } }

    /// The code with which a command is refused now; nil when it is not.
    func refusal(of command: ComplaintCommand, by actor: Actor, seen: Int? = nil) -> String? {
        var facts = facts
        facts.history = history
        do { _ = try complaint.decide(command, by: actor, seen: seen, at: now, with: facts) } catch { return error.code }
        return nil
    }

    /// What is wrong with each field of a command, as `field reason`.
    func problems(of command: ComplaintCommand, by actor: Actor) -> [String] {
        do { _ = try complaint.decide(command, by: actor, at: now, with: facts) } catch { return error.problems }
        return []
    }

    static func problems(_ change: (inout RegistrationInput) -> Void) -> [String] {
        do { _ = try Life(change) } catch { return (error as? Refusal)?.problems ?? ["\(error)"] }
        return []
    }
}

extension Refusal {
    var problems: [String] {
        if case .invalid(let problems) = self { problems.map { "\($0.field) \($0.reason.code)" } } else { [code] }
    }
}

extension ResolutionInput {
    static func one(_ finding: String?) -> ResolutionInput {
        var input = ResolutionInput()
        input.finding = finding
        return input
    }

    static func each(_ findings: [String: String]) -> ResolutionInput {
        var input = ResolutionInput()
        input.findings = findings
        return input
    }
}
