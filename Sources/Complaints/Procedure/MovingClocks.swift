/// What happens to clocks besides what an act itself does to promises: they stand still and go on, a graver complaint gets its shorter
/// term, an immediate step begins, and whoever is told how far it is will hear again.
extension Complaint {
    /// The same occurrences, each with what follows from it for the clocks.
    func movingClocks(with occurrences: [Occurrence], by actor: Actor, at moment: Moment, _ facts: Facts) -> [Occurrence] {
        guard facts.procedure.movesClocks, !occurrences.contains(where: \.event.isUndoing) else { return occurrences }
        var complaint = self
        return occurrences.map { occurrence in
            var after = complaint
            after.evolve(RecordedOccurrence(sequence: complaint.sequence + 1, at: moment.instant, by: actor.identity, occurrence))
            let going = complaint.resumed(for: after, at: moment.instant, facts)
            let next = after.paused(at: moment.instant, facts) + after.shortened(since: complaint, facts)
            let told = after.toldAgain(by: occurrence, since: complaint, at: moment.instant, facts)
            let steps = after.startedSteps(since: complaint, after: told.count(where: \.isMade), at: moment.instant, facts)
            let started = after.clocksStarted(
                by: occurrence.event, after: (told + steps).count(where: \.isMade), at: moment.instant, facts)
            let moved = Occurrence(occurrence.event, promises: going + occurrence.promises + next + told + steps + started)
            complaint.evolve(RecordedOccurrence(sequence: complaint.sequence + 1, at: moment.instant, by: actor.identity, moved))
            return moved
        }
    }

    /// Whether the procedure lets the clock of such a promise stand still: in the phases it names, until the customer says something. From
    /// then on it is ours to move, whatever the phase is called.
    private func standsStill(_ kind: PromiseKind, _ facts: Facts) -> Bool {
        !awaitsReaction && rule(for: kind, facts)?.pauses.contains(phase) == true
    }

    /// Clocks that stood still and run in what became of it.
    private func resumed(for after: Complaint, at instant: Instant, _ facts: Facts) -> [PromiseChange] {
        promises.filter { $0.isOutstanding && $0.pausedSince != nil }.compactMap { promise in
            if after.standsStill(promise.kind, facts) { return nil }
            var pauses = promise.pauses
            pauses[pauses.count - 1].until = instant
            return promise.recounted(pauses: pauses, facts)
        }
    }

    /// Clocks that stand still from now on.
    private func paused(at instant: Instant, _ facts: Facts) -> [PromiseChange] {
        promises.filter { $0.isOutstanding && $0.pausedSince == nil }.compactMap { promise in
            guard standsStill(promise.kind, facts) else { return nil }
            return .recounted(
                ordinal: promise.ordinal,
                Recount(
                    rule: promise.rule, added: promise.added, pauses: promise.pauses + [PausedTime(from: instant, until: nil)],
                    start: promise.start, due: promise.due, calendarVersion: promise.calendarVersion))
        }
    }

    /// Another judgement can ask for another term. What was promised never becomes later by it.
    private func shortened(since before: Complaint, _ facts: Facts) -> [PromiseChange] {
        guard severity != before.severity || nature != before.nature else { return [] }
        return promises.filter { $0.isOutstanding && $0.added == 0 }.compactMap { promise in
            guard let rule = rule(for: promise.kind, facts), rule.within != promise.rule else { return nil }
            // One that was made at a reopening is not touched.
            let isFirst = [receivedAt, registeredAt].contains(promise.start) || rule.starts.isSubset(of: [.assignment, .contact])
            guard isFirst else { return nil }
            let due = facts.due(by: rule.within, from: promise.start, pauses: promise.pauses)
            guard due < promise.due else { return nil }
            return .recounted(
                ordinal: promise.ordinal,
                Recount(
                    rule: rule.within, pauses: promise.pauses, start: promise.start, due: due, calendarVersion: facts.calendar.version))
        }
    }

    /// Whoever was told how far it is is told again within the same term, as long as it is open.
    private func toldAgain(by occurrence: Occurrence, since before: Complaint, at instant: Instant, _ facts: Facts) -> [PromiseChange] {
        guard let rule = rule(for: .progress, facts), let act = occurrence.event.tellingAct, rule.ends.contains(act) else { return [] }
        // The moment of a contact itself counts, however late it is recorded.
        var told = instant
        if case .contacted(let attempt) = occurrence.event {
            if !keepsFirstContact(attempt.outcome) { return [] }
            told = attempt.at
        }
        let met = promises.filter { $0.kind == .progress && $0.isOutstanding && $0.start <= told }
        guard !met.isEmpty else { return [] }
        let next = facts.promise(.progress, by: rule.within, ordinal: promises.count + 1, from: told)
        return met.map { .met(ordinal: $0.ordinal, at: told) } + (phase.isOpen ? [.made(next)] : [])
    }

    /// Steps that must be taken at once for a reason that was not known before.
    private func startedSteps(since before: Complaint, after told: Int, at instant: Instant, _ facts: Facts) -> [PromiseChange] {
        let known = Set(promises.filter { $0.kind == .immediate }.compactMap { $0.topic.flatMap { SeverityReason(rawValue: $0) } })
        let reasons = severityReasons.subtracting(before.severityReasons).subtracting(known)
        return facts.immediateSteps(for: reasons, after: promises.count + told, at: instant).map { .made($0) }
    }
}

extension Promise {
    fileprivate func recounted(pauses: [PausedTime], _ facts: Facts) -> PromiseChange {
        // By the calendar it was promised on: a closing day of later never moves it.
        var facts = facts
        facts.calendar = facts.calendars[calendarVersion] ?? facts.calendar
        let due = facts.due(by: rule.lengthened(by: added), from: start, pauses: pauses)
        return .recounted(
            ordinal: ordinal,
            Recount(rule: rule, added: added, pauses: pauses, start: start, due: due, calendarVersion: facts.calendar.version))
    }
}

extension PromiseChange {
    fileprivate var isMade: Bool { if case .made = self { true } else { false } }
}

extension Procedure {
    /// Whether anything but acts themselves can move a clock; most procedures say so of little.
    fileprivate var movesClocks: Bool {
        !immediateSteps.isEmpty
            || promises.contains {
                !$0.isGeneral || !$0.pauses.isEmpty || $0.kind == .progress || !$0.starts.isDisjoint(with: [.assignment, .contact])
            }
    }
}

extension ComplaintEvent {
    /// The act by which the customer heard how far it is.
    fileprivate var tellingAct: Act? {
        switch self {
        case .contacted: .contact
        case .asked: .ask
        case .answered: .answer
        case .proposed: .propose
        case .resolved: .resolve
        default: nil
        }
    }
}
