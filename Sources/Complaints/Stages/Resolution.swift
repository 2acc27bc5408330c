/// How a complaint was solved: "de klacht wordt als 'opgelost' geregistreerd".
package struct Resolution: Hashable, Sendable {
    /// A finding for each grievance, in their order.
    package var findings: [Finding]
    package var cause: Cause?
    package var remedy: Remedy?
    /// The final answer in the customer's words, when it was not given before.
    package var answer: Passage?

    package init(findings: [Finding], cause: Cause? = nil, remedy: Remedy? = nil, answer: Passage? = nil) {
        self.findings = findings
        self.cause = cause
        self.remedy = remedy
        self.answer = answer
    }

    /// Solved without a verdict on anything.
    package var isInformal: Bool { findings.allSatisfy { $0 == .informal } }
}

/// A solution as it was typed or sent.
package struct ResolutionInput: Sendable {
    /// One finding for all grievances…
    package var finding: String?
    /// …or one for each, by its number.
    package var findings: [String: String] = [:]
    package var cause: String?
    package var remedyText: String?
    package var remedyAmount: String?
    package var answer: String?

    package init() {}

    /// Checks everything; `informal` says that nothing but "informal" can be meant, `known` which causes may stay that were switched off.
    func resolution(
        grievances: Int, facts: Facts, informal: Bool = false, keeping known: Set<Cause> = [], into check: inout FieldCheck
    ) -> Resolution {
        let findings = informal ? Array(repeating: Finding.informal, count: grievances) : findings(for: grievances, into: &check)
        let cause = check.value(cause, at: "cause", or: .unknown) { facts.causes.cause(named: $0, keeping: known) }
        let text = check.prose(remedyText, at: "remedy.text", limit: Complaint.longestReason).map { Passage($0) }
        let amount = check.value(remedyAmount, at: "remedy.amount", or: .notAnAmount) { try? Money(parsing: $0) }
        let answer = check.prose(answer, at: "answer", limit: Complaint.longestText).map { Passage($0) }
        let remedy = text == nil && amount == nil ? nil : Remedy(text: text, amount: amount)
        return Resolution(findings: findings, cause: cause, remedy: remedy, answer: answer)
    }

    private func findings(for count: Int, into check: inout FieldCheck) -> [Finding] {
        let ids = (1...max(1, count)).map(String.init)
        for key in findings.keys.sorted() where !ids.contains(key) { check.note(.unknown, at: "findings.\(key)") }
        if findings.isEmpty {
            let one = check.value(finding, at: "finding", or: .unknown, required: true) { Finding(rawValue: $0) }
            return one.map { Array(repeating: $0, count: ids.count) } ?? []
        }
        if !(finding ?? "").isBlank { check.note(.unknown, at: "finding") }
        return ids.compactMap { id in
            check.value(findings[id], at: "findings.\(id)", or: .unknown, required: true) { Finding(rawValue: $0) }
        }
    }
}

extension Complaint {
    /// Records the solution: a finding for every grievance, unless it was solved informally. Without a handler only an
    /// informal solution can be recorded, and by customer service no other.
    func resolving(_ input: ResolutionInput, by actor: Actor, at moment: Moment, with facts: Facts) throws(Refusal) -> [Occurrence] {
        var check = FieldCheck()
        let resolution = input.resolution(grievances: grievances.count, facts: facts, keeping: causesFound, into: &check)
        try check.finish()
        let mayJudge = !standings(of: actor).isDisjoint(with: [.handler, .manager])
        guard mayJudge || resolution.isInformal else { throw .notAllowed(.resolve) }
        guard handler != nil || resolution.isInformal else { throw .notNow(.resolve, phase, called: facts.procedure.name(of: phase)) }
        if let nature, !nature.isFinal { throw .natureNotFinal }
        try requireSecondPair(for: resolution, by: actor, facts)
        let isContact = keepsFirstContact(.messageSent) && keeps(.firstContact, by: .resolve, facts)
        let isKnown = keepsFirstContact(.messageSent) && keeps(.acknowledgement, by: .resolve, facts)
        let kinds: [PromiseKind] = (isKnown ? [.acknowledgement] : []) + (isContact ? [.firstContact] : []) + [.resolution, .statutory]
        return [Occurrence(.resolved(resolution), promises: kinds.flatMap { meetingIfOutstanding($0, at: moment.instant) })]
    }

    /// Above a limit of the procedure whoever it names records the solution, and two people have looked: nobody who has it or worked on it
    /// records it, and not before somebody has worked on it. A program is nobody's eyes: none records it.
    func requireSecondPair(for resolution: Resolution, by actor: Actor, _ facts: Facts) throws(Refusal) {
        guard let amount = resolution.remedy?.amount, let limit = facts.procedure.remedyLimits.last(where: { amount > $0.above }) else {
            return
        }
        let standings = standings(of: actor)
        guard standings.contains(limit.by), !standings.contains(.handler), !workers.isEmpty, let staff = actor.staff, isUnworked(by: staff)
        else { throw .needsSecondPair(above: limit.above) }
    }

    /// Whether somebody has not worked on it, so that they can be a second pair of eyes once another has it.
    package func isUnworked(by staff: StaffID) -> Bool { !workers.contains(staff) }

    /// Whether anybody of these colleagues who is here could record a solution above this limit of the procedure: in a small house the handler
    /// can be its only complaints manager.
    package func hasSecondPair(above amount: Money, among colleagues: [Colleague], under procedure: Procedure) -> Bool {
        guard let limit = procedure.remedyLimits.last(where: { $0.above == amount }) else { return true }
        return colleagues.contains { colleague in
            colleague.id != handler && isUnworked(by: colleague.id) && standings(of: colleague.actor).contains(limit.by)
                && canBeDone(.resolve, by: colleague, under: procedure)
        }
    }

    private func meetingIfOutstanding(_ kind: PromiseKind, at instant: Instant) -> [PromiseChange] {
        promises.filter { $0.kind == kind && $0.isOutstanding }.map { .met(ordinal: $0.ordinal, at: instant) }
    }

    mutating func apply(_ resolution: Resolution, at instant: Instant) {
        phase = .resolved
        for (index, finding) in resolution.findings.enumerated() where grievances.indices.contains(index) {
            grievances[index].finding = finding
        }
        cause = resolution.cause ?? cause
        remedy = resolution.remedy
        resolvedAt = instant
        reopeningRequest = nil
    }
}
