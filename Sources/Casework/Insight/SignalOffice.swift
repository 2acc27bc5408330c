import Analysis
package import Complaints
package import Records

/// Keeps what stands out and what people say of it, and what is known to have happened.
package struct SignalOffice: Sendable {
    private let records: any Database
    private let clock: Clock
    private let house: CurrentHouse
    private let counted: CountedCases

    package init(records: any Database, clock: Clock, house: CurrentHouse, counted: CountedCases) {
        (self.records, self.clock, self.house, self.counted) = (records, clock, house, counted)
    }

    /// Who says what a signal is, and what customers are told meanwhile.
    package static let judges: Set<Role> = [.manager, .management]

    /// At most so many weeks are judged in one go, so many of them in one write.
    package static let mostAtOnce = 104
    private static let portion = 13
    /// What rises is kept once in half a year.
    static let rising = 26 * 7

    /// Judges the whole weeks that were not judged yet, or of which there are other numbers now (an import, a letter that lay about), as
    /// management sees them; the oldest first, each by what came in until its end. How many weeks, and how many signals were kept.
    @discardableResult
    package func judgeWeeks() async throws -> (weeks: Int, signals: Int) {
        let (now, house, counted) = (clock.now(), house, counted)
        let (ledger, judged) = try await records.read { snapshot in
            try Self.ledger(in: snapshot, counted, house.settings(in: snapshot), now)
        }
        let pending = ledger.weeks.indices.filter { place in
            let week = ledger.judged(place)
            return judged[week.monday].map { $0.isStale(week) } ?? true
        }.prefix(Self.mostAtOnce)
        var (designs, kept) = (DriftDesigns(), 0)
        for start in stride(from: pending.startIndex, to: pending.endIndex, by: Self.portion) {
            let places = Array(pending[start..<min(start + Self.portion, pending.endIndex)])
            let known = designs
            let (found, learnt) = try await PrintingRoom.apart {
                var designs = known
                let found = try places.map { place in
                    (week: ledger.judged(place), signals: try WeekJudging(ledger, place, at: now).signals(&designs))
                }
                return (found, designs)
            }
            designs = learnt
            kept += try await records.write { tx in
                try found.reduce(0) { try $0 + (tx.claim($1.week, at: now) ? tx.keep($1.signals) : 0) }
            }
        }
        return (pending.count, kept)
    }

    /// Judges what is to be judged, for as long as there is any; how many signals were kept.
    @discardableResult
    package func raise() async throws -> Int {
        var kept = 0
        while true {
            let (weeks, signals) = try await judgeWeeks()
            kept += signals
            if weeks < Self.mostAtOnce { return kept }
        }
    }

    private static func ledger(
        in snapshot: Snapshot, _ counted: CountedCases, _ house: House, _ now: Instant
    ) throws -> (WeekLedger, [Day: JudgedWeek]) {
        let visibility = Visibility(Actor(.system, roles: [.management]))
        let cases = try counted.listed(for: visibility, in: snapshot, at: now)
        let ledger = WeekLedger(
            cases, natures: house.natures, size: try snapshot.knownSize()?.table, today: house.moment(at: now).day, on: house.calendar)
        return (ledger, try snapshot.judgedWeeks())
    }

    /// Throws `Refusal`: of what can't be so, or of who may not; and `.movedOn` where somebody else said something meanwhile.
    ///
    /// - Parameter seen: when the signal had changed last, as the author saw it.
    package func judge(_ id: Int64, _ state: String, words: String, seen: Instant? = nil, by actor: Actor) async throws {
        guard actor.hasAny(of: Self.judges) else { throw Refusal.notThere }
        var check = FieldCheck()
        let state = check.value(state, at: "state", or: .unknown, required: true) { SignalState(rawValue: $0) }
        let words = check.prose(words, at: "words", limit: 2000, required: state?.needsWords ?? false)
        try check.finish()
        guard let state else { return }
        let now = clock.now()
        try await records.write { tx in
            guard try tx.snapshot.keptSignal(id) != nil else { throw Refusal.notThere }
            guard try tx.judge(id, state, words: words ?? "", seen: seen, by: actor, at: now) else {
                throw Refusal.movedOn(seen: 0, now: 0)
            }
            try tx.audit(AuditLine(at: now, by: actor.identity, .signalJudged, on: "signal:\(id)", from: nil))
        }
    }

    /// Writes down how many there were of a unit. Throws `Refusal` of what can't be so.
    package func keep(_ input: ExposureInput, by actor: Actor) async throws {
        guard actor.hasAny(of: Self.judges) else { throw Refusal.notThere }
        let (now, house) = (clock.now(), house)
        try await records.write { tx in
            // Two who write of the same days at once: the second sees what the first wrote. There may be no number yet that could be held.
            try tx.holdAllStaff()
            let exposures = try input.checked(
                today: house.settings(in: tx.snapshot).moment(at: now).day, known: tx.snapshot.exposures(input.unit))
            try tx.keep(exposures, of: input.unit, by: actor, at: now)
            try tx.audit(AuditLine(at: now, by: actor.identity, .exposureChanged, on: "exposure:\(input.unit.rawValue)", from: nil))
        }
    }

    /// Has the limits of a chart come from other days. The same that holds already, whoever said it, is not written again. Throws `Refusal` of
    /// what can't be so.
    ///
    /// - Returns: whether anything changed.
    @discardableResult
    package func keep(_ input: BaselineInput, by actor: Actor) async throws -> Bool {
        guard actor.hasAny(of: Self.judges) else { throw Refusal.notThere }
        let (now, house, counted) = (clock.now(), house, counted)
        let past = try await records.read { snapshot in
            try MeasuredPast(
                cases: counted.listed(for: Visibility(actor), in: snapshot, at: now), size: snapshot.knownSize()?.table, now: now,
                calendar: house.settings(in: snapshot).calendar)
        }
        let baseline = try input.checked(against: past, by: actor.identity)
        return try await records.write { tx in
            // A form that was sent twice at once, or by two people: the second sees what the first wrote.
            try tx.holdAllStaff()
            let holds = try tx.snapshot.chartBaselines().first { $0.subject == baseline.subject }
            if let holds, holds.isSame(as: baseline) { return false }
            try tx.keep(baseline)
            try tx.audit(AuditLine(at: now, by: actor.identity, .limitsChosen, on: "chart:\(baseline.subject)", from: nil))
            return true
        }
    }

    /// Writes down what happened, or changes it; its key, that of the one there is where the same was written before. A signal that it explains is settled by it once: what people say of the signal later
    /// outlasts a change of the incident. Throws `Refusal.movedOn` where somebody else changed it since the moment that the author saw.
    package func keep(_ input: IncidentInput, as id: Int64?, seen: Instant? = nil, by actor: Actor) async throws -> Int64 {
        guard actor.hasAny(of: Self.judges) else { throw Refusal.notThere }
        let (now, house) = (clock.now(), house)
        return try await records.write { tx in
            let settings = try house.settings(in: tx.snapshot)
            // Two who send the same at once: the second sees what the first wrote.
            if let id { try tx.holdIncident(id) } else { try tx.holdAllStaff() }
            let before = try id.flatMap { try tx.snapshot.incident($0) }
            if id != nil, before == nil { throw Refusal.notThere }
            if let seen, let changed = before?.changedAt, changed != seen { throw Refusal.movedOn(seen: 0, now: 0) }
            let key = id ?? Keys.fresh(at: now.milliseconds)
            let incident = try input.checked(as: key, today: settings.moment(at: now).day)
            if id == nil, let same = try tx.snapshot.incidents().first(where: { incident.isSame(as: $0) }) { return same.id }
            try tx.keep(incident, by: actor, at: now)
            if let signal = incident.signal, signal != before?.signal, try tx.snapshot.keptSignal(signal) != nil {
                try tx.judge(signal, .explained, words: incident.title, by: actor, at: now)
                try tx.audit(AuditLine(at: now, by: actor.identity, .signalJudged, on: "signal:\(signal)", from: nil))
            }
            try tx.audit(AuditLine(at: now, by: actor.identity, .incidentChanged, on: "incident:\(key)", from: nil))
            return key
        }
    }
}

extension Transaction {
    /// Keeps what is not known yet; how many.
    fileprivate func keep(_ signals: [KeptSignal]) throws -> Int {
        guard let first = signals.map(\.week).min() else { return 0 }
        let known = try snapshot.keptSignals(from: first - SignalOffice.rising)
        let new = signals.filter { signal in
            !known.contains { other in
                guard other.kind == signal.kind, other.subject == signal.subject, other.about == signal.about else { return false }
                return other.week == signal.week
                    || signal.kind == .drift && abs(other.week.number - signal.week.number) <= SignalOffice.rising
            }
        }
        for signal in new { try keep(signal) }
        return new.count
    }
}
