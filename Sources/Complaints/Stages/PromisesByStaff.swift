/// Why a promise can't get a later date.
package enum ExtensionObstacle: String, CaseIterable, Hashable, Sendable {
    /// There is no such promise, or nobody owes it any more.
    case notOpen = "promise-not-open"
    /// The procedure gives it no later date.
    case notExtendable = "not-extendable"
    /// As often as the procedure allows, it was done.
    case extendedAlready = "extended-already"
    /// The day has passed: what is broken can't be moved any more.
    case overdue = "promise-overdue"
}

/// A later date for a promise: by how much, in the unit of its term, and why, in words for the customer.
package struct PromiseExtension: Hashable, Sendable {
    package let ordinal: Int
    package let by: Int
    package let reason: Passage

    package init(ordinal: Int, by: Int, reason: Passage) { (self.ordinal, self.by, self.reason) = (ordinal, by, reason) }
}

/// What was promised by hand, or had to be done at once, was done.
package struct PromiseKept: Hashable, Sendable {
    package let ordinal: Int
    package let at: Instant
    package let note: Passage?

    package init(ordinal: Int, at: Instant, note: Passage?) { (self.ordinal, self.at, self.note) = (ordinal, at, note) }
}

/// What was promised by hand gets another day, or is no more, and why, in words for the customer.
package struct PromiseChanged: Hashable, Sendable {
    package let ordinal: Int
    /// Nil where it is taken back.
    package let day: Day?
    package let reason: Passage

    package init(ordinal: Int, day: Day?, reason: Passage) { (self.ordinal, self.day, self.reason) = (ordinal, day, reason) }
}

extension Complaint {
    /// Gives a promise a later date, as far as the procedure allows and before the old one passes; the customer hears why.
    func extending(_ ordinal: Int?, by more: Int?, _ reason: String, at moment: Moment, with facts: Facts) throws(Refusal) -> [Occurrence] {
        guard let promise = promises.first(where: { $0.ordinal == ordinal && $0.isOutstanding }) else { throw .cannotExtend(.notOpen) }
        guard let allowed = rule(for: promise.kind, facts)?.extending else { throw .cannotExtend(.notExtendable) }
        guard promise.extensions < allowed.times, promise.room > 0 else { throw .cannotExtend(.extendedAlready) }
        guard promise.isWaiting || moment.instant <= promise.due else { throw .cannotExtend(.overdue) }
        var check = FieldCheck()
        if more == nil { check.note(.missing, at: "by") }
        if let more, more < 1 { check.note(.tooEarly, at: "by") }
        // Neither more than the procedure gives, nor than any term can be.
        let most = min(allowed.most, promise.room)
        if let more, more > most { check.note(.tooMany(limit: most), at: "by") }
        let text = check.prose(reason, at: "reason", limit: Complaint.longestReason, required: true)
        try check.finish()
        guard let more, let text else { throw .invalid(check.problems) }
        let added = promise.added + more
        let due = facts.due(by: promise.rule.lengthened(by: added), from: promise.start, pauses: promise.pauses)
        let count = Recount(
            rule: promise.rule, added: added, pauses: promise.pauses, start: promise.start, due: due,
            calendarVersion: facts.calendar.version)
        return [
            Occurrence(
                .extended(PromiseExtension(ordinal: promise.ordinal, by: more, reason: Passage(text))),
                promises: [.recounted(ordinal: promise.ordinal, count)])
        ]
    }

    /// The most by which each promise can be given a later date now, by its ordinal.
    package func extendable(at now: Instant, under procedure: Procedure, on calendar: OfficeCalendar) -> [Int: Int] {
        let facts = Facts(calendar: calendar, procedure: procedure)
        var most: [Int: Int] = [:]
        for promise in promises where promise.isOutstanding && (promise.isWaiting || now <= promise.due) {
            if let allowed = rule(for: promise.kind, facts)?.extending, promise.extensions < allowed.times, promise.room > 0 {
                most[promise.ordinal] = min(allowed.most, promise.room)
            }
        }
        return most
    }

    /// "Ik bel u vrijdag": what a member of staff promised in their own words, until closing time of that day.
    func promising(_ text: String, due day: Day?, at moment: Moment, with facts: Facts) throws(Refusal) -> [Occurrence] {
        var check = FieldCheck()
        let text = check.prose(text, at: "text", limit: Complaint.longestReason, required: true)
        if day == nil { check.note(.missing, at: "due") }
        let made = byHand(day, at: moment, with: facts, into: &check)
        try check.finish()
        return [Occurrence(.promised(Passage(text ?? "")), promises: made)]
    }

    /// What is promised in a message to the customer itself: nothing, or to be heard of again by a day.
    func promised(_ day: Day?, at moment: Moment, with facts: Facts) throws(Refusal) -> [PromiseChange] {
        var check = FieldCheck()
        let made = byHand(day, at: moment, with: facts, into: &check)
        try check.finish()
        return made
    }

    private func byHand(_ day: Day?, at moment: Moment, with facts: Facts, into check: inout FieldCheck) -> [PromiseChange] {
        guard let day else { return [] }
        judge(day, at: moment, with: facts, into: &check)
        return [.made(facts.promise(.byHand, by: .on(day), ordinal: promises.count + 1, from: moment.instant))]
    }

    /// A day for a promise is one that is not over yet, and not a slip of the pen.
    private func judge(_ day: Day?, at moment: Moment, with facts: Facts, into check: inout FieldCheck) {
        guard let day else { return }
        if facts.calendar.zone.instant(of: CivilTime(day, facts.calendar.closes)) <= moment.instant { check.note(.tooEarly, at: "due") }
        if day > moment.day + 3_653 { check.note(.tooLate, at: "due") }
    }

    /// What was promised by hand, or had to be done at once, was done: when, however late it is recorded.
    func keeping(_ ordinal: Int?, at instant: Instant?, note: String?, now: Moment, with facts: Facts) throws(Refusal) -> [Occurrence] {
        var check = FieldCheck()
        let promise = promises.first { $0.ordinal == ordinal && $0.isOutstanding && $0.kind.isKeptByHand }
        if promise == nil { check.note(ordinal == nil ? .missing : .unknown, at: "promise") }
        let at = contactMoment(instant, now: now, with: facts, into: &check)
        let note = check.prose(note, at: "note", limit: Complaint.longestReason).map { Passage($0) }
        try check.finish()
        guard let promise, let at else { throw .invalid(check.problems) }
        return [
            Occurrence(
                .promiseKept(PromiseKept(ordinal: promise.ordinal, at: at, note: note)), promises: [.met(ordinal: promise.ordinal, at: at)])
        ]
    }

    /// Another day for what was promised by hand, before the old one passes.
    func moving(_ ordinal: Int?, to day: Day?, _ reason: String, at moment: Moment, with facts: Facts) throws(Refusal) -> [Occurrence] {
        let promise = try changeable(ordinal, at: moment)
        var check = FieldCheck()
        if day == nil { check.note(.missing, at: "due") }
        judge(day, at: moment, with: facts, into: &check)
        let due = day.map { facts.due(by: .on($0), from: promise.start) }
        if let due, due == promise.due { check.note(.itself, at: "due") }
        let text = check.prose(reason, at: "reason", limit: Complaint.longestReason, required: true)
        try check.finish()
        guard let day, let due, let text else { throw .invalid(check.problems) }
        let count = Recount(rule: .on(day), start: promise.start, due: due, calendarVersion: facts.calendar.version)
        let changed = PromiseChanged(ordinal: promise.ordinal, day: day, reason: Passage(text))
        return [Occurrence(.promiseChanged(changed), promises: [.recounted(ordinal: promise.ordinal, count)])]
    }

    /// What was promised by hand is no more, before its day passes. Once the complaint is resolved also after that, since it could not be
    /// closed otherwise: what was broken stays broken.
    func dropping(_ ordinal: Int?, _ reason: String, at moment: Moment) throws(Refusal) -> [Occurrence] {
        let promise = try changeable(ordinal, at: moment, alsoLate: phase == .resolved)
        let changed = PromiseChanged(
            ordinal: promise.ordinal, day: nil, reason: try passage(reason, "reason", limit: Complaint.longestReason))
        return [Occurrence(.promiseChanged(changed), promises: [.withdrawn(ordinal: promise.ordinal)])]
    }

    private func changeable(_ ordinal: Int?, at moment: Moment, alsoLate: Bool = false) throws(Refusal) -> Promise {
        guard let promise = promises.first(where: { $0.ordinal == ordinal && $0.isOutstanding }) else { throw .cannotExtend(.notOpen) }
        guard promise.kind == .byHand else { throw .cannotExtend(.notExtendable) }
        guard alsoLate || moment.instant <= promise.due else { throw .cannotExtend(.overdue) }
        return promise
    }

    /// Those that can get another day now.
    package func movablePromises(at now: Instant) -> Set<Int> {
        Set(promises.filter { $0.isOutstanding && $0.kind == .byHand && now <= $0.due }.map(\.ordinal))
    }

    /// Those that can be taken back now.
    package func droppablePromises(at now: Instant) -> Set<Int> {
        Set(promises.filter { $0.isOutstanding && $0.kind == .byHand && (now <= $0.due || phase == .resolved) }.map(\.ordinal))
    }

    mutating func applyExtension(of ordinal: Int) {
        guard let index = promises.firstIndex(where: { $0.ordinal == ordinal }) else { return }
        promises[index].extensions += 1
    }
}

extension PromiseKind {
    /// Whether no act keeps it by itself: somebody says that it was done.
    package var isKeptByHand: Bool { self == .byHand || self == .immediate }
}
