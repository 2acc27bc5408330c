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

    /// Looks at the last whole week as management sees it, and keeps what stands out in it; how much that was. What rises is kept once in half
    /// a year.
    @discardableResult
    package func raise() async throws -> Int {
        let (clock, house, counted) = (clock, house, counted)
        let found = try await records.read { snapshot in
            let now = try house.settings(in: snapshot).moment(at: clock.now())
            return try Self.found(in: snapshot, counted, house.settings(in: snapshot), now)
        }
        if found.isEmpty { return 0 }
        try await records.write { tx in for signal in found { try tx.keep(signal) } }
        return found.count
    }

    private static func found(in snapshot: Snapshot, _ counted: CountedCases, _ house: House, _ now: Moment) throws -> [KeptSignal] {
        let visibility = Visibility(Actor(.system, roles: [.management]))
        let cases = try counted.listed(for: visibility, in: snapshot, at: now.instant)
        let weeks = CalendarWeek(of: now.day).last(SignalsReading.depth)
        let joined = house.natures.joined(cases)
        let reading = try DriftMemory().read {
            try SignalsReading(WeekCounts.of(joined, in: weeks, zone: house.calendar.zone), weeks: weeks, designs: &$0)
        }
        guard let week = reading.lastWeek else { return [] }
        let known = try snapshot.keptSignals(from: week.monday - 7 * 26)
        return reading.kinds.flatMap { $0.signals(in: week, at: now.instant) }.filter { signal in
            !known.contains { $0.kind == signal.kind && $0.about == signal.about && (signal.kind == .drift || $0.week == signal.week) }
        }
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

    /// Writes down what happened, or changes it; its key. A signal that it explains is settled by it once: what people say of the signal later
    /// outlasts a change of the incident. Throws `Refusal.movedOn` where somebody else changed it since the moment that the author saw.
    package func keep(_ input: IncidentInput, as id: Int64?, seen: Instant? = nil, by actor: Actor) async throws -> Int64 {
        guard actor.hasAny(of: Self.judges) else { throw Refusal.notThere }
        let (now, house) = (clock.now(), house)
        return try await records.write { tx in
            let settings = try house.settings(in: tx.snapshot)
            if let id { try tx.holdIncident(id) }
            let before = try id.flatMap { try tx.snapshot.incident($0) }
            if id != nil, before == nil { throw Refusal.notThere }
            if let seen, let changed = before?.changedAt, changed != seen { throw Refusal.movedOn(seen: 0, now: 0) }
            let key = id ?? Keys.fresh(at: now.milliseconds)
            let incident = try input.checked(as: key, today: settings.moment(at: now).day)
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

extension SignalsReading.Kind {
    /// What stands out in the week that was judged.
    fileprivate func signals(in week: CalendarWeek, at instant: Instant) -> [KeptSignal] {
        var signals: [KeptSignal] = []
        if let finding, finding.isSpike, let spike = finding.spike {
            let oneIn = spike.p > 1e-9 ? Int((1 / spike.p).rounded()) : 1_000_000_000
            signals.append(
                KeptSignal(.spike, about: about, week: week.monday, found: lastWeek, usual: spike.usual, oneIn: oneIn, at: instant))
        }
        if let finding, finding.isDrift, let drift = finding.drift {
            let recent = counts.dropLast().suffix(max(1, drift.weeksRising))
            let mean = Double(recent.reduce(0, +)) / Double(max(1, recent.count))
            let usual = Int(drift.drift.mean.rounded(.down))...Int(drift.drift.mean.rounded(.up))
            signals.append(
                KeptSignal(
                    .drift, about: about, week: week.monday, found: Int(mean.rounded()), usual: usual, oneIn: 1000, at: instant))
        }
        return signals
    }
}
