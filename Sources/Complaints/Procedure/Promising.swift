extension Facts {
    /// A promise of this kind, counted from `start` by the procedure and the calendar of today.
    func promise(_ kind: PromiseKind, ordinal: Int, from start: Instant) -> Promise {
        let rule = procedure.rule(for: kind)
        return Promise(
            ordinal: ordinal, kind: kind, rule: rule, procedureVersion: procedure.version, calendarVersion: calendar.version, start: start,
            due: due(by: rule, from: start))
    }

    func due(by rule: DeadlineRule, from start: Instant) -> Instant {
        let moment = calendar.zone.moment(at: start)
        return calendar.zone.instant(of: rule.count(from: moment, on: calendar)?.due ?? moment.civil)
    }
}

extension Complaint {
    /// Both promises of the procedure, made anew: at registration and when a reopening is granted.
    static func promises(from start: Instant, after count: Int, with facts: Facts) -> [PromiseChange] {
        PromiseKind.allCases.enumerated().map { index, kind in .made(facts.promise(kind, ordinal: count + index + 1, from: start)) }
    }

    /// Contact (or a solution) at `moment` meets what is outstanding of this kind, and also what seemed to have been met
    /// later: the moment itself counts, however late it is recorded.
    func meeting(_ kind: PromiseKind, at moment: Instant) -> [PromiseChange] {
        promises.filter { promise in
            promise.kind == kind && promise.withdrawnAt == nil && promise.start <= moment.endOfGrace
                && (promise.metAt.map { moment < $0 } ?? true)
        }.map { .met(ordinal: $0.ordinal, at: moment) }
    }

    /// What is still outstanding is no longer owed.
    func withdrawingPromises() -> [PromiseChange] {
        promises.filter(\.isOutstanding).map { .withdrawn(ordinal: $0.ordinal) }
    }
}

extension Instant {
    /// A conversation may have begun a little before the receipt that was noted during it; a day at most.
    fileprivate var endOfGrace: Instant { adding(days: 1) }
}
