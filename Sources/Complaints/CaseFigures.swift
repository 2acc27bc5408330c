/// What is counted of a complaint for whoever leads, derived from all that happened to it. Each complaint is counted once:
///
/// * received when it was received, whatever became of it; a complaint that is merged into another is not counted, the other one is;
/// * solved when it was solved for the first time; reopened once, at the first reopening, however often that happens;
/// * by its first promise of a first contact and of a solution. One that was withdrawn in time, or whose clock stands still, counts neither
///   as kept nor as broken.
package struct CaseFigures: Hashable, Sendable {
    /// A promise as it is counted.
    package struct Term: Hashable, Sendable {
        package let due: Instant
        package let metAt: Instant?

        package init(due: Instant, metAt: Instant?) { (self.due, self.metAt) = (due, metAt) }

        /// Whether its time has passed, so that it counts.
        package func isPassed(at now: Instant) -> Bool { due < now }
        package var isKept: Bool {
            guard let metAt else { return false }
            return metAt.milliseconds <= due.milliseconds
        }
    }

    package let firstContact: Term?
    package let resolution: Term?
    package let firstResolvedAt: Instant?
    package let reopenedAt: Instant?
    /// When it was withdrawn, referred or merged, while it is.
    package let leftAt: Instant?
    package let group: CustomerGroup
    /// What the customer was given, in cents.
    package let remedyCents: Int64
    /// Whether the customer was satisfied with the solution, by what they said last; nil while nothing was said.
    package let isSatisfied: Bool?

    package init(
        firstContact: Term?, resolution: Term?, firstResolvedAt: Instant?, reopenedAt: Instant?, leftAt: Instant?, group: CustomerGroup,
        remedyCents: Int64, isSatisfied: Bool? = nil
    ) {
        (self.firstContact, self.resolution, self.firstResolvedAt) = (firstContact, resolution, firstResolvedAt)
        (self.reopenedAt, self.leftAt, self.group) = (reopenedAt, leftAt, group)
        (self.remedyCents, self.isSatisfied) = (remedyCents, isSatisfied)
    }

    /// - Parameter history: what is in force of all that happened to it.
    package init(of complaint: Complaint, history: [RecordedOccurrence]) {
        self.init(
            firstContact: complaint.counted(.firstContact), resolution: complaint.counted(.resolution),
            firstResolvedAt: history.first { if case .resolved = $0.occurrence.event { true } else { false } }?.at,
            reopenedAt: history.first { if case .reopeningDecided(true, _) = $0.occurrence.event { true } else { false } }?.at,
            leftAt: [.withdrawn, .referred, .duplicate].contains(complaint.phase)
                ? history.last { $0.occurrence.event.isLeaving }?.at : nil,
            group: complaint.customerGroup, remedyCents: complaint.remedy?.amount?.cents ?? 0,
            isSatisfied: history.reversed().lazy.compactMap { $0.occurrence.event.rating }.first.map { $0.solution == .satisfied })
    }
}

/// On whose behalf a customer complains, as far as that is known.
package enum CustomerGroup: String, CaseIterable, Hashable, Sendable {
    case person, organisation
}

extension Complaint {
    fileprivate func counted(_ kind: PromiseKind) -> CaseFigures.Term? {
        guard let promise = promises.first(where: { $0.kind == kind }), !promise.isWaiting else { return nil }
        if promise.metAt == nil, let withdrawn = promise.withdrawnAt, withdrawn <= promise.due { return nil }
        return CaseFigures.Term(due: promise.due, metAt: promise.metAt)
    }
}

extension ComplaintEvent {
    fileprivate var rating: Rating? { if case .rated(let rating) = self { rating } else { nil } }

    fileprivate var isLeaving: Bool {
        switch self {
        case .withdrawn, .referred, .markedDuplicate: true
        default: false
        }
    }
}
