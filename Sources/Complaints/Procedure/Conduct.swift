/// "Is de procedure gevolgd?": every step of one complaint, its term, when it was done and by whom, with the entry of the journal that
/// proves it. It is read from the history alone, so that anybody with the journal comes to the same.
package struct Conduct: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        case registered, assigned, resolved, closed
        case promise(Promise)
    }

    /// Raw values stand in addresses and files.
    package enum Verdict: String, CaseIterable, Hashable, Sendable {
        case done
        case inTime = "in-time"
        case late, broken, open
        case standingStill = "standing-still"
        case withdrawn
    }

    package struct Step: Hashable, Sendable {
        package let subject: Subject
        package let verdict: Verdict
        package var doneAt: Instant?
        /// The entry that proves it, and whose it is.
        package var sequence: Int?
        package var by: Actor.Identity?
    }

    package let steps: [Step]

    /// Whether nothing is otherwise than was promised, and whether nothing is left to do.
    package var isFollowed: Bool { !steps.contains { $0.verdict == .late || $0.verdict == .broken } }
    package var isFinished: Bool { !steps.contains { $0.verdict == .open || $0.verdict == .standingStill } }

    /// Whether something that was promised was taken back or no longer owed: it was not done, and not too late either.
    package var hasDropped: Bool { steps.contains { $0.verdict == .withdrawn } }

    package init(of complaint: Complaint, history: [RecordedOccurrence], at now: Instant) {
        let history = history.inForce
        func entry(_ isIt: (ComplaintEvent) -> Bool) -> RecordedOccurrence? { history.last { isIt($0.occurrence.event) } }
        var steps: [Step] = []
        if let first = history.first { steps.append(Step(subject: .registered, verdict: .done, first)) }
        let assigned = history.first { if case .assigned = $0.occurrence.event { true } else { false } }
        if let assigned {
            steps.append(Step(subject: .assigned, verdict: .done, assigned))
        } else if complaint.phase.isOpen {
            steps.append(Step(subject: .assigned, verdict: .open))
        }
        for promise in complaint.promises { steps.append(Step(promise, proof: Self.proof(of: promise, in: history), at: now)) }
        let resolved = entry { if case .resolved = $0 { true } else { false } }
        if let resolved, complaint.resolvedAt != nil { steps.append(Step(subject: .resolved, verdict: .done, resolved)) }
        let closed = entry { if case .closed = $0 { true } else { false } }
        if let closed, complaint.phase == .closed { steps.append(Step(subject: .closed, verdict: .done, closed)) }
        self.steps = steps
    }

    /// The entry by which a promise was met or withdrawn.
    private static func proof(of promise: Promise, in history: [RecordedOccurrence]) -> RecordedOccurrence? {
        history.last { recorded in
            recorded.occurrence.promises.contains { change in
                switch change {
                case .met(let ordinal, _), .withdrawn(let ordinal): ordinal == promise.ordinal
                case .made, .moved, .recounted, .restored: false
                }
            }
        }
    }
}

extension Conduct.Step {
    fileprivate init(subject: Conduct.Subject, verdict: Conduct.Verdict, _ recorded: RecordedOccurrence) {
        self.init(subject: subject, verdict: verdict, doneAt: recorded.at, sequence: recorded.sequence, by: recorded.by)
    }

    fileprivate init(_ promise: Promise, proof: RecordedOccurrence?, at now: Instant) {
        let verdict: Conduct.Verdict =
            switch promise.state(at: now) {
            case .kept: .inTime
            case .withdrawn: .withdrawn
            case .open: promise.isWaiting ? .standingStill : .open
            case .broken: promise.metAt == nil ? .broken : .late
            }
        let isDone = promise.metAt != nil || promise.withdrawnAt != nil
        self.init(
            subject: .promise(promise), verdict: verdict, doneAt: promise.metAt ?? promise.withdrawnAt,
            sequence: isDone ? proof?.sequence : nil,
            by: isDone ? proof?.by : nil)
    }
}
