/// What was taken in: a complaint on the day it was registered.
package struct Registration: Hashable, Sendable {
    package var number: ComplaintNumber
    package var channel: Channel
    package var receivedAt: Instant
    /// Nil once erased.
    package var customer: Person?
    package var representative: Representative?
    package var story: Passage
    /// What each point is about, in a line; nil for the story as a whole.
    package var grievances: [Passage?]
    package var nature: Nature?
    package var severity: Severity
    package var severityReasons: Set<SeverityReason>
    package var isConfidential: Bool
    package var aboutStaff: StaffID?
    /// Nil for a complaint that began here.
    package var origin: Origin?
    /// The version of the procedure that held when it was received.
    package var procedureVersion = 1

    package init(
        number: ComplaintNumber, channel: Channel, receivedAt: Instant, customer: Person?, representative: Representative? = nil,
        story: Passage, grievances: [Passage?] = [nil], nature: Nature? = nil, severity: Severity = .normal,
        severityReasons: Set<SeverityReason> = [], isConfidential: Bool = false, aboutStaff: StaffID? = nil, origin: Origin? = nil
    ) {
        self.number = number
        self.channel = channel
        self.receivedAt = receivedAt
        self.customer = customer
        self.representative = representative
        self.story = story
        self.grievances = grievances
        self.nature = nature
        self.severity = severity
        self.severityReasons = severityReasons
        self.isConfidential = isConfidential
        self.aboutStaff = aboutStaff
        self.origin = origin
    }
}

extension Complaint {
    /// Registers a complaint. "De registratie omvat informatie zoals de aard van de klacht, de klantgegevens, de datum van
    /// indiening en een uniek klachtnummer."
    ///
    /// - Parameter number: the number to give it; that it is unique is the journal's to hold.
    package static func registering(
        _ input: RegistrationInput, number: ComplaintNumber, by actor: Actor, at moment: Moment, with facts: Facts
    ) throws(Refusal) -> [Occurrence] {
        guard PermissionTable.mayRegister(actor) else { throw .notAllowed(.register) }
        var check = FieldCheck()
        let registration = input.registration(number: number, at: moment, with: facts, into: &check)
        let solution = input.firstCallSolution.map {
            $0.resolution(grievances: input.grievanceCount, facts: facts, informal: true, into: &check)
        }
        try check.finish()
        guard var registration else { throw .invalid(check.problems) }
        var facts = facts
        facts.procedure = facts.procedure(at: registration.receivedAt)
        registration.procedureVersion = facts.procedure.version
        let made = promises(of: registration, at: moment.instant, with: facts)
        let registered = Occurrence(.registered(registration), promises: made)
        guard let resolution = solution ?? nil else { return [registered] }
        guard actor.identity != .customer else { throw .notAllowed(.resolve) }
        // Whoever registers it stands for customer service here.
        let complaint = Complaint(id: ComplaintID(0), registration: registration, at: moment.instant, by: actor.identity)
        guard complaint.isAllowed(.resolve, to: complaint.standings(of: actor).union([.intake]), under: facts.procedure) else {
            throw .notAllowed(.resolve)
        }
        try complaint.requireWay(for: .resolve, by: actor, under: facts.procedure)
        try complaint.requireSecondPair(for: resolution, by: actor, facts)
        if let nature = registration.nature, !nature.isFinal { throw .natureNotFinal }
        return [registered] + solvedOnFirstCall(resolution, registration: registration, made: made, at: moment)
    }

    /// Customer service spoke with the customer and that was enough: contact and solution at once, without assignment.
    private static func solvedOnFirstCall(
        _ resolution: Resolution, registration: Registration, made: [PromiseChange], at moment: Moment
    ) -> [Occurrence] {
        func met(_ kind: PromiseKind, at instant: Instant) -> [PromiseChange] {
            made.compactMap { change in
                if case .made(let promise) = change, promise.kind == kind { .met(ordinal: promise.ordinal, at: instant) } else { nil }
            }
        }
        let spoken: Set<Channel> = [.phone, .counter]
        let contact = ContactAttempt(outcome: .reached, at: registration.receivedAt, note: nil)
        let contacted = Occurrence(.contacted(contact), promises: met(.firstContact, at: registration.receivedAt))
        let solved = [PromiseKind.resolution, .statutory, .progress].flatMap { met($0, at: moment.instant) }
        let resolved = Occurrence(.resolved(resolution), promises: solved)
        return (spoken.contains(registration.channel) ? [contacted] : []) + [resolved]
    }

    init(id: ComplaintID, registration: Registration, at instant: Instant, by identity: Actor.Identity) {
        self.id = id
        number = registration.number
        sequence = 1
        phase = .received
        channel = registration.channel
        receivedAt = registration.receivedAt
        registeredAt = instant
        registeredBy = identity
        procedureVersion = registration.procedureVersion
        customer = registration.customer
        representative = registration.representative
        story = registration.story
        grievances = registration.grievances.enumerated().map { Grievance(id: $0.offset + 1, text: $0.element) }
        nature = registration.nature
        severity = registration.severity
        severityReasons = registration.severityReasons
        isConfidential = registration.isConfidential
        aboutStaff = registration.aboutStaff
        changedAt = instant
    }
}
