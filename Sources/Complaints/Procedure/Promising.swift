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
    fileprivate func promises(
        at cause: PromiseRule.Start, from start: Instant, after count: Int, _ severity: Severity, _ nature: Nature?, received: Instant
    ) -> [Promise] {
        let day = day(of: received)
        let rules = PromiseKind.allCases.compactMap { procedure.rule(for: $0, severity, nature?.about, on: day) }
        return rules.filter { $0.starts.contains(cause) }.enumerated().map { index, rule in
            promise(rule.kind, by: rule.within, ordinal: count + index + 1, from: start)
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
        let made = facts.promises(
            at: .receipt, from: registration.receivedAt, after: 0, registration.severity, registration.nature,
            received: registration.receivedAt)
        let steps = facts.immediateSteps(for: registration.severityReasons, after: made.count, at: instant)
        return (made + steps).map { .made($0) }
    }

    /// What is promised anew when a reopening is granted.
    func promisesAnew(at instant: Instant, with facts: Facts) -> [PromiseChange] {
        facts.promises(at: .reopening, from: instant, after: promises.count, severity, nature, received: receivedAt).map { .made($0) }
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

extension Instant {
    /// A conversation may have begun a little before the receipt that was noted during it; a day at most.
    fileprivate var endOfGrace: Instant { adding(days: 1) }
}
