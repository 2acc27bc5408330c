/// Everything that can have happened to a measure.
package enum MeasureEvent: Hashable, Sendable {
    case raised(MeasurePlan, sources: [MeasureSource])
    case revised(MeasurePlan)
    case linked(MeasureSource)
    case unlinked(MeasureSource)
    /// On which day, what it cost in the end, and a remark.
    case carriedOut(Day, cost: Money?, note: Passage?)
    case checked(EffectReading, note: Passage?)
    case noted(Passage)
    case cancelled(reason: Passage)
}

/// An event as it stands in the journal.
package struct RecordedMeasureEvent: Hashable, Sendable {
    /// 1, 2, 3 … within the measure.
    package let sequence: Int
    package let at: Instant
    package let by: Actor.Identity
    package let event: MeasureEvent

    package init(sequence: Int, at: Instant, by: Actor.Identity, _ event: MeasureEvent) {
        (self.sequence, self.at, self.by, self.event) = (sequence, at, by, event)
    }
}

/// What somebody asks to be done to a measure. Texts come as they were typed.
package enum MeasureCommand: Sendable {
    case revise(MeasureInput)
    case link(MeasureSource)
    case unlink(MeasureSource)
    case carryOut(on: Day?, cost: String?, note: String?)
    case check(note: String?)
    case note(String)
    case cancel(reason: String)

    package var act: MeasureAct {
        switch self {
        case .revise: .revise
        case .link, .unlink: .link
        case .carryOut: .carryOut
        case .check: .check
        case .note: .note
        case .cancel: .cancel
        }
    }
}

/// What can be done to a measure. Raw values stand in addresses.
package enum MeasureAct: String, CaseIterable, Hashable, Sendable {
    case raise = "nieuw"
    case revise = "verbeteren"
    case link = "koppelen"
    case carryOut = "uitgevoerd"
    case check = "effect"
    case note = "notitie"
    case cancel = "stoppen"
}

/// A plan as it was typed.
package struct MeasureInput: Sendable {
    package var kind: String?
    package var title: String?
    package var problem: String?
    package var rootCause: String?
    package var action: String?
    package var owner: StaffID?
    package var due: Day?
    package var cost: String?
    package var checkOn: Day?
    package var about: String?
    package var wrong: String?
    package var theme: Int64?
    package var lag: String?
    package var hope: String?
    /// Fields in which something was typed that can't be read: they are named with everything else that is wrong.
    package var unreadable: Set<String> = []

    package init() {}
}
