/// What decisions about measures need to know beside the measure itself.
package struct MeasureFacts: Sendable {
    package var natures: NatureLists
    /// The colleagues a command names, as far as they exist.
    package var colleagues: [StaffID: Colleague] = [:]
    /// Of the sources and themes that a command names, those that are there.
    package var known: Set<MeasureSource> = []
    /// What a check of the effect says now.
    package var reading: EffectReading?

    package init(natures: NatureLists) { self.natures = natures }
}

extension Measure {
    package static let longestTitle = 120
    package static let longestText = 10_000
    package static let mostSources = 200
    /// Weeks until a measure begins to work; beyond a year it is another plan.
    package static let allowedLag = 0...52
    /// Of a hundred complaints.
    package static let allowedHope = 5...95

    /// "Indien nodig worden corrigerende en preventieve maatregelen genomen."
    package static func raising(
        _ input: MeasureInput, from sources: [MeasureSource], by actor: Actor, at moment: Moment, with facts: MeasureFacts
    ) throws(MeasureRefusal) -> MeasureEvent {
        guard MeasurePermissions.allows(.raise, actor, owner: nil) else { throw .notThere }
        var check = FieldCheck()
        if sources.count > mostSources { check.note(.tooMany(limit: mostSources), at: "sources") }
        if input.unreadable.contains("sources") { check.note(.malformed, at: "sources") }
        let unknown = Set(sources).subtracting(facts.known)
        if unknown.contains(where: { $0.kind == .complaint }) {
            check.note(.unknown, at: "sources")
        } else if Set(sources).count < sources.count {
            check.note(.malformed, at: "sources")
        }
        if unknown.contains(where: { $0.kind == .signal }) { check.note(.unknown, at: "signal") }
        // The theme by which complaints are counted is looked at with the plan.
        if unknown.contains(where: { $0.kind == .theme && $0.id != input.theme }) { check.note(.unknown, at: "theme") }
        let plan = input.plan(today: moment.day, before: nil, facts, into: &check)
        guard let plan, check.problems.isEmpty else { throw .invalid(check.problems) }
        return .raised(plan, sources: sources)
    }

    /// What happens when this is asked.
    ///
    /// - Parameter seen: the sequence that the author had in view.
    package func decide(
        _ command: MeasureCommand, by actor: Actor, seen: Int?, at moment: Moment, with facts: MeasureFacts
    ) throws(MeasureRefusal) -> MeasureEvent {
        guard MeasurePermissions.sees(actor, owner: plan.owner), MeasurePermissions.allows(command.act, actor, owner: plan.owner) else {
            throw .notThere
        }
        guard isPossible(command.act, on: moment.day) else { throw .notNow(command.act, phase) }
        if let seen, seen != sequence, command.act != .note { throw .movedOn }
        var check = FieldCheck()
        let event = event(command, at: moment, with: facts, into: &check)
        guard let event, check.problems.isEmpty else { throw .invalid(check.problems) }
        return event
    }

    private func event(
        _ command: MeasureCommand, at moment: Moment, with facts: MeasureFacts, into check: inout FieldCheck
    ) -> MeasureEvent? {
        switch command {
        case .revise(let input):
            return input.plan(today: moment.day, before: plan, facts, into: &check).map { .revised($0) }
        case .link(let source):
            if !facts.known.contains(source) || sources.contains(source) { check.note(.unknown, at: "sources") }
            if sources.count >= Self.mostSources { check.note(.tooMany(limit: Self.mostSources), at: "sources") }
            return .linked(source)
        case .unlink(let source):
            if !facts.known.contains(source) || !sources.contains(source) { check.note(.unknown, at: "sources") }
            return .unlinked(source)
        case .carryOut(let day, let cost, let note):
            let on = day ?? moment.day
            if on > moment.day { check.note(.inTheFuture, at: "done") }
            if on < moment.day - 3660 { check.note(.tooEarly, at: "done") }
            let cost = check.value(cost, at: "cost", or: .notAnAmount) { try? Money(parsing: $0) }
            let note = check.prose(note, at: "note", limit: Self.longestText).map { Passage($0) }
            return .carriedOut(on, cost: cost, note: note)
        case .check(let note):
            let note = check.prose(note, at: "note", limit: Self.longestText).map { Passage($0) }
            return facts.reading.map { .checked($0, note: note) }
        case .note(let text):
            return check.prose(text, at: "text", limit: Self.longestText, required: true).map { .noted(Passage($0)) }
        case .cancel(let reason):
            return check.prose(reason, at: "reason", limit: Self.longestText, required: true).map { .cancelled(reason: Passage($0)) }
        }
    }

    /// Whether the phase lets this be done by somebody.
    func isPossible(_ act: MeasureAct, on today: Day) -> Bool {
        switch act {
        case .raise: false
        case .note, .link: true
        // Nothing about the check is changed any more once the measure is carried out: the outcome would be known.
        case .revise, .carryOut: phase.isOpen
        case .check: phase == .done && (nextCheck.map { $0 <= today } ?? false)
        case .cancel: !phase.isFinished
        }
    }

    /// The acts that would not be refused for who asks or for the phase.
    package func possibleActs(for actor: Actor, on today: Day) -> Set<MeasureAct> {
        guard MeasurePermissions.sees(actor, owner: plan.owner) else { return [] }
        return Set(
            MeasureAct.allCases.filter { MeasurePermissions.allows($0, actor, owner: plan.owner) && isPossible($0, on: today) })
    }
}

/// A "no" about a measure, as data.
package enum MeasureRefusal: Error, Hashable, Sendable {
    /// There is none, or it is not for this actor: both look alike.
    case notThere
    case notNow(MeasureAct, MeasurePhase)
    /// Somebody else changed it since the author looked.
    case movedOn
    case invalid([FieldProblem])
}

/// Who may do what with measures: they are management's and the complaints manager's to take and to judge; the owner carries them out.
package enum MeasurePermissions {
    /// Who has the board.
    package static let readers: Set<Role> = [.handler, .manager, .management, .auditor]

    package static func sees(_ actor: Actor, owner: StaffID?) -> Bool {
        actor.hasAny(of: readers) || (actor.staff != nil && actor.staff == owner)
    }

    package static func allows(_ act: MeasureAct, _ actor: Actor, owner: StaffID?) -> Bool {
        let leads = actor.hasAny(of: [.manager, .management])
        let isOwner = actor.staff != nil && actor.staff == owner
        return switch act {
        case .raise, .revise, .link, .check, .cancel: leads
        case .carryOut, .note: leads || isOwner
        }
    }
}
