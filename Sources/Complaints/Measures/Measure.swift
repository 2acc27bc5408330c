/// A corrective or preventive measure, by the key that every table carries.
package struct MeasureID: Hashable, Sendable {
    package let value: Int64
    package init(_ value: Int64) { self.value = value }
}

/// Whether a measure puts right what went wrong, or keeps it from happening.
package enum MeasureKind: String, CaseIterable, Hashable, Sendable {
    case corrective, preventive
}

/// What a measure came from: some complaints, a theme, a signal of the analysis.
package struct MeasureSource: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case complaint, theme, signal
    }

    package let kind: Kind
    /// The key in the table of its kind.
    package let id: Int64

    package init(_ kind: Kind, _ id: Int64) { (self.kind, self.id) = (kind, id) }
}

/// By what a measure will be judged, fixed before anybody knows how it turns out: which complaints are counted, when it is looked at, how
/// much was hoped for.
package struct EffectCheck: Hashable, Sendable {
    package var on: Day
    /// Only complaints about this, and of which this went wrong; nil for all.
    package var about: String?
    package var wrong: String?
    /// Only complaints of this theme.
    package var theme: Int64?
    /// How many weeks after it was carried out it can begin to work.
    package var lag: Int
    /// How many of a hundred complaints fewer are hoped for.
    package var hope: Int

    package init(on: Day, about: String? = nil, wrong: String? = nil, theme: Int64? = nil, lag: Int = 0, hope: Int = 30) {
        (self.on, self.about, self.wrong, self.theme) = (on, about, wrong, theme)
        (self.lag, self.hope) = (lag, hope)
    }
}

/// What is to be done and why.
package struct MeasurePlan: Hashable, Sendable {
    package var kind: MeasureKind
    package var title: Passage
    package var problem: Passage
    package var rootCause: Passage?
    package var action: Passage
    package var owner: StaffID
    package var due: Day
    package var cost: Money?
    package var check: EffectCheck

    package init(
        kind: MeasureKind, title: Passage, problem: Passage, rootCause: Passage?, action: Passage, owner: StaffID, due: Day, cost: Money?,
        check: EffectCheck
    ) {
        (self.kind, self.title, self.problem, self.rootCause) = (kind, title, problem, rootCause)
        (self.action, self.owner, self.due, self.cost, self.check) = (action, owner, due, cost, check)
    }
}

/// Where a measure stands. Raw values are those of the database.
package enum MeasurePhase: String, CaseIterable, Hashable, Sendable {
    case open
    /// Carried out; its effect has not been established.
    case done
    /// It did not work: something else must be done.
    case reopened
    case works
    case cancelled

    /// Whether somebody has to do something still.
    package var isOpen: Bool { self == .open || self == .reopened }
    package var isFinished: Bool { self == .works || self == .cancelled }
}

/// What a check of the effect says (A10), as it was when it was recorded.
package struct EffectReading: Hashable, Sendable {
    package enum Verdict: String, CaseIterable, Hashable, Sendable {
        case works
        case worksNot = "works-not"
        case tooEarly = "too-early"
    }

    package var verdict: Verdict
    /// When it can be said, where it is too early: nil where waiting does not help within two years.
    package var sayableOn: Day?
    /// Weeks and complaints before it could work, and after.
    package var weeksBefore: Int
    package var weeksAfter: Int
    package var complaintsBefore: Int
    package var complaintsAfter: Int
    /// By what factor the number changed, in thousandths, with its 95 % interval; nil where nothing can be computed.
    package var ratio: Int?
    package var lower: Int?
    package var upper: Int?
    /// Of what the numbers were held against: `customers`, `orders`, `tickets`; nil where numbers were compared as they are.
    package var per: String?

    package init(
        verdict: Verdict, sayableOn: Day? = nil, weeksBefore: Int, weeksAfter: Int, complaintsBefore: Int, complaintsAfter: Int,
        ratio: Int? = nil, lower: Int? = nil, upper: Int? = nil, per: String? = nil
    ) {
        (self.verdict, self.sayableOn, self.weeksBefore, self.weeksAfter) = (verdict, sayableOn, weeksBefore, weeksAfter)
        (self.complaintsBefore, self.complaintsAfter) = (complaintsBefore, complaintsAfter)
        (self.ratio, self.lower, self.upper, self.per) = (ratio, lower, upper, per)
    }
}

/// A measure: the fold of all that happened to it.
package struct Measure: Hashable, Sendable {
    package let id: MeasureID
    package let raisedAt: Instant
    package let raisedBy: Actor.Identity
    package private(set) var sequence: Int
    package private(set) var changedAt: Instant
    package private(set) var phase = MeasurePhase.open
    package private(set) var plan: MeasurePlan
    package private(set) var sources: [MeasureSource]
    /// The day on which it was carried out, the last time.
    package private(set) var doneOn: Day?
    package private(set) var reading: EffectReading?

    /// Nil for a history that begins with something else.
    package init?(id: MeasureID, history: [RecordedMeasureEvent]) {
        guard let first = history.first, case .raised(let plan, let sources) = first.event else { return nil }
        (self.id, raisedAt, raisedBy, sequence, changedAt) = (id, first.at, first.by, first.sequence, first.at)
        (self.plan, self.sources) = (plan, sources)
        for recorded in history.dropFirst() { evolve(recorded) }
    }

    package mutating func evolve(_ recorded: RecordedMeasureEvent) {
        (sequence, changedAt) = (recorded.sequence, recorded.at)
        switch recorded.event {
        case .raised, .noted: break
        case .revised(let plan): self.plan = plan
        case .linked(let source): sources.append(source)
        case .unlinked(let source): sources.removeAll { $0 == source }
        case .carriedOut(let day, let cost, _):
            (phase, doneOn, reading) = (.done, day, nil)
            plan.cost = cost ?? plan.cost
        case .checked(let reading, _):
            self.reading = reading
            switch reading.verdict {
            case .works: phase = .works
            case .worksNot: phase = .reopened
            case .tooEarly: phase = .done
            }
        case .cancelled: phase = .cancelled
        }
    }

    /// The day on which the effect is to be looked at next; nil while it is not carried out, once it is finished, and where waiting is no help.
    package var nextCheck: Day? {
        guard phase == .done, let doneOn else { return nil }
        if let reading { return reading.sayableOn }
        return max(plan.check.on, doneOn)
    }

    /// The day with which the weeks end by which it is judged: fixed beforehand, so that waiting longer changes nothing. Of a verdict that was
    /// given, those that it was given by; nil while it is not carried out, and where no day was fixed.
    package var judgedThrough: Day? {
        guard let doneOn else { return nil }
        guard let reading, phase != .done else { return nextCheck }
        let monday = doneOn - (doneOn.weekday.rawValue - 1)
        return monday + 7 * (1 + plan.check.lag + reading.weeksAfter)
    }

    /// What it asks of somebody, and when; nil when nothing.
    package var nextDay: Day? { phase.isOpen ? plan.due : nextCheck }
}
