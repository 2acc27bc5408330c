extension Facts {
    /// A promise by this rule, counted from `start` on the calendar of today.
    func promise(
        _ kind: PromiseKind, by rule: DeadlineRule, ordinal: Int, from start: Instant, topic: String? = nil
    ) -> Promise {
        Promise(
            ordinal: ordinal, kind: kind, rule: rule, procedureVersion: procedure.version, calendarVersion: calendar.version, start: start,
            due: due(by: rule, from: start), topic: topic)
    }

    func due(by rule: DeadlineRule, from start: Instant, pauses: [PausedTime] = []) -> Instant {
        let moment = calendar.zone.moment(at: start)
        // What no term may be counts as the longest there is: never as nothing, which would be due at once.
        let count = rule.count(from: moment, on: calendar, pauses: pauses) ?? rule.longest.count(from: moment, on: calendar, pauses: pauses)
        return count?.dueAt ?? start
    }

    func day(of instant: Instant) -> Day { calendar.zone.moment(at: instant).day }

    /// What is promised to a complaint of this severity and nature when its clocks start.
    ///
    /// - Parameter start: from when each is counted; nil for a clock that does not start now.
    fileprivate func promises(
        after count: Int, _ severity: Severity, _ nature: Nature?, received: Instant, from start: (PromiseRule) -> Instant?
    ) -> [Promise] {
        let day = day(of: received)
        let rules = PromiseKind.allCases.compactMap { procedure.rule(for: $0, severity, nature?.about, on: day) }
        return rules.compactMap { rule in start(rule).map { (rule, $0) } }.enumerated().map { index, begun in
            promise(begun.0.kind, by: begun.0.within, ordinal: count + index + 1, from: begun.1)
        }
    }

    /// What must be done at once for these reasons, counted from when they were known.
    func immediateSteps(for reasons: Set<SeverityReason>, after count: Int, at instant: Instant) -> [Promise] {
        procedure.immediateSteps.filter { reasons.contains($0.reason) }.enumerated().map { index, step in
            promise(.immediate, by: step.within, ordinal: count + index + 1, from: instant, topic: step.reason.rawValue)
        }
    }
}

extension Complaint {
    /// What is promised at registration.
    static func promises(of registration: Registration, at instant: Instant, with facts: Facts) -> [PromiseChange] {
        let made = facts.promises(after: 0, registration.severity, registration.nature, received: registration.receivedAt) { rule in
            rule.starts.contains(.receipt) ? registration.receivedAt : rule.starts.contains(.registration) ? instant : nil
        }
        let steps = facts.immediateSteps(for: registration.severityReasons, after: made.count, at: instant)
        return (made + steps).map { .made($0) } + acknowledging(registration, made, at: instant, with: facts)
    }

    /// Whoever is spoken with while it is registered, or has the letter by mail at once, knows that it was received. A letter that waits for
    /// somebody to print it, or to tell what it says, has reached nobody yet.
    private static func acknowledging(
        _ registration: Registration, _ made: [Promise], at instant: Instant, with facts: Facts
    ) -> [PromiseChange] {
        let person = registration.representative?.person ?? registration.customer
        let isSpoken = [.phone, .counter].contains(registration.channel)
        let isMailed =
            facts.sendsMail && (person?.isMailed ?? false) && !facts.procedure.silentLetters.contains(Procedure.acknowledgingLetter)
        guard isSpoken || isMailed else { return [] }
        let day = facts.day(of: registration.receivedAt)
        let rule = facts.procedure.rule(for: .acknowledgement, registration.severity, registration.nature?.about, on: day)
        guard rule?.ends.contains(.register) ?? false else { return [] }
        return made.filter { $0.kind == .acknowledgement }.map { .met(ordinal: $0.ordinal, at: instant) }
    }

    /// What is promised anew when a reopening is granted.
    func promisesAnew(at instant: Instant, with facts: Facts) -> [PromiseChange] {
        facts.promises(after: promises.count, severity, nature, received: receivedAt) { rule in
            rule.starts.contains(.reopening) ? instant : nil
        }.map { .made($0) }
    }

    /// What this occurrence starts the clock of: an assignment, or a first contact.
    func clocksStarted(by event: ComplaintEvent, after count: Int, at instant: Instant, _ facts: Facts) -> [PromiseChange] {
        guard phase.isOpen, let begun = begun(by: event, at: instant) else { return [] }
        return facts.promises(after: promises.count + count, severity, nature, received: receivedAt) { rule in
            // Once, and once more after each reopening.
            let isNew = !promises.contains { $0.kind == rule.kind && ($0.isOutstanding || $0.ordinal > promisesBeforeReopening) }
            return rule.starts.contains(begun.start) && isNew ? begun.at : nil
        }.map { .made($0) }
    }

    private func begun(by event: ComplaintEvent, at instant: Instant) -> (start: PromiseRule.Start, at: Instant)? {
        switch event {
        case .assigned: (.assignment, instant)
        case .contacted(let attempt) where keepsFirstContact(attempt.outcome): (.contact, attempt.at)
        default: nil
        }
    }

    /// Contact (or a solution) at `moment` meets what is outstanding of this kind, and also what seemed to have been met
    /// later: the moment itself counts, however late it is recorded.
    func meeting(_ kind: PromiseKind, at moment: Instant) -> [PromiseChange] {
        promises.filter { promise in
            promise.kind == kind && promise.withdrawnAt == nil && promise.start <= moment.endOfGrace
                && (promise.metAt.map { moment < $0 } ?? true)
        }.map { .met(ordinal: $0.ordinal, at: moment) }
    }

    /// Whether this act can keep a promise of this kind, as the procedure says.
    func keeps(_ kind: PromiseKind, by act: Act, _ facts: Facts) -> Bool { rule(for: kind, facts)?.ends.contains(act) ?? true }

    /// The rule that holds for this complaint as it is judged now.
    func rule(for kind: PromiseKind, _ facts: Facts) -> PromiseRule? {
        facts.procedure.rule(for: kind, severity, nature?.about, on: facts.day(of: receivedAt))
    }

    /// What is still outstanding is no longer owed. What had to be done at once still must.
    func withdrawingPromises() -> [PromiseChange] {
        promises.filter { $0.isOutstanding && $0.kind != .immediate }.map { .withdrawn(ordinal: $0.ordinal) }
    }
}

extension Procedure {
    /// The letter by which a customer hears that a complaint was received, by its code.
    package static let acknowledgingLetter = "received"
}

extension Promise {
    /// What was promised in somebody's own words; nil for what the procedure promises, and once erased.
    package func words(in history: [RecordedOccurrence]) -> String? {
        for recorded in history.inForce {
            guard case .promised(let text) = recorded.occurrence.event else { continue }
            for case .made(let made) in recorded.occurrence.promises where made.ordinal == ordinal { return text.text }
        }
        return nil
    }

    /// The message to the customer in which it was promised to be heard of again; nil for any other promise, and once erased.
    package func message(in history: [RecordedOccurrence]) -> String? {
        for recorded in history.inForce {
            switch recorded.occurrence.event {
            case .asked(let text), .proposed(let text), .answered(let text):
                for case .made(let made) in recorded.occurrence.promises where made.ordinal == ordinal && kind == .byHand {
                    return text.text
                }
            default: continue
            }
        }
        return nil
    }

    /// What made its clock run, as the history tells; nil where it is none of what a document names.
    package func cause(in complaint: Complaint, history: [RecordedOccurrence]) -> PromiseRule.Start? {
        let made = history.first { recorded in
            recorded.occurrence.promises.contains { if case .made(let promise) = $0 { promise.ordinal == ordinal } else { false } }
        }
        return switch made?.occurrence.event {
        case .registered: start == complaint.receivedAt ? .receipt : .registration
        case .assigned: .assignment
        case .contacted where kind != .progress || start != made?.at: .contact
        case .reopeningDecided: .reopening
        default: nil
        }
    }
}

extension Instant {
    /// A conversation may have begun a little before the receipt that was noted during it; a day at most.
    fileprivate var endOfGrace: Instant { adding(days: 1) }
}
