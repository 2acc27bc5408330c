import Complaints

/// What happened to a complaint from elsewhere, each thing at its own moment, as the rules of the house would have had it then.
struct ImportedCourse {
    /// What happened at one moment.
    struct Step {
        let occurrences: [Occurrence]
        let at: Instant
    }

    /// On whose behalf the past is written down: nobody of today.
    static let actor = Actor(.system, roles: [.intake, .manager])

    private(set) var steps: [Step]
    /// As it stands at the end of it.
    private(set) var complaint: Complaint
    private let house: ImportFacts

    /// Throws the domain's refusal of what the row tells.
    init(_ imported: ImportedCase, number: ComplaintNumber, in house: ImportFacts) throws(Refusal) {
        self.house = house
        let registered = try Complaint.registering(
            imported.input, number: number, by: Self.actor, at: house.moment(at: imported.receivedAt), with: house.facts)
        let recorded = registered.enumerated().map {
            RecordedOccurrence(sequence: $0.offset + 1, at: imported.receivedAt, by: Self.actor.identity, $0.element)
        }
        guard let complaint = Complaint(id: ComplaintID(0), history: recorded) else { throw .notThere }
        self.complaint = complaint
        steps = [Step(occurrences: registered, at: imported.receivedAt)]
        try follow(imported)
    }

    private mutating func follow(_ imported: ImportedCase) throws(Refusal) {
        let start = imported.receivedAt
        if imported.handler != nil || imported.phase == .assigned { try perform(.assign(to: imported.handler), at: start) }
        if imported.phase == .inProgress { try perform(.accept, at: start) }
        if let contact = imported.contact { try perform(.contact(contact.outcome, at: contact.at, note: nil), at: contact.at) }
        guard let end = imported.endedAt else { return }
        if imported.phase == .withdrawn { return try perform(.withdraw(reason: imported.reason), at: end) }
        try perform(.resolve(imported.resolution), at: end)
        if let closed = imported.closedAt { try perform(.close, at: closed) }
    }

    private mutating func perform(_ command: ComplaintCommand, at instant: Instant) throws(Refusal) {
        let at = max(instant, complaint.changedAt)
        let occurrences = try complaint.decide(command, by: Self.actor, at: house.moment(at: at), with: house.facts)
        for occurrence in occurrences {
            complaint.evolve(RecordedOccurrence(sequence: complaint.sequence + 1, at: at, by: Self.actor.identity, occurrence))
        }
        steps.append(Step(occurrences: occurrences, at: at))
    }
}
