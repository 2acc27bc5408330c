package import Complaints
package import Records

/// The write door of measures: decided upon, written to the journal with what is derived from it, in one transaction.
package struct MeasureOffice: Sendable {
    private let records: any Database
    private let clock: Clock
    private let house: CurrentHouse
    private let changes: ChangeCount

    package init(_ office: CaseOffice) {
        (records, clock, house, changes) = (office.records, office.clock, office.house, office.changes)
    }

    /// Takes a measure. Throws `MeasureRefusal`.
    ///
    /// - Parameters:
    ///   - earlier: the measure that the same request took before; it is then the answer, and nothing is taken.
    ///   - also: what else must be written in the same transaction, such as the idempotency key of the request.
    package func raise(
        _ input: MeasureInput, from sources: [MeasureSource], by actor: Actor,
        unless earlier: (@Sendable (Transaction) throws -> MeasureID?)? = nil,
        also: (@Sendable (Transaction, Measure) throws -> Void)? = nil
    ) async throws -> Measure {
        defer { changes.note() }
        return try await records.write { tx in
            if let id = try earlier?(tx), let made = try tx.snapshot.journalledMeasure(id)?.measure { return made }
            let settings = try house.settings(in: tx.snapshot)
            let moment = settings.moment(at: clock.now())
            let facts = try tx.snapshot.measureFacts(settings, owner: input.owner, sources: sources, theme: input.theme, for: actor)
            let event = try Measure.raising(input, from: sources, by: actor, at: moment, with: facts)
            let id = MeasureID(Keys.fresh(at: moment.instant.milliseconds))
            try tx.settleSignals(among: sources, by: actor, at: moment.instant)
            let measure = try tx.append(event, asNew: id, by: actor, at: moment.instant)
            try also?(tx, measure)
            return measure
        }
    }

    /// Does something to a measure. Throws `MeasureRefusal`.
    ///
    /// - Parameter seen: the sequence that the author had in view.
    package func perform(_ command: MeasureCommand, on id: MeasureID, by actor: Actor, seen: Int?) async throws -> Measure {
        defer { changes.note() }
        return try await records.write { tx in
            guard let journalled = try tx.measureToChange(id) else { throw MeasureRefusal.notThere }
            let settings = try house.settings(in: tx.snapshot)
            let moment = settings.moment(at: clock.now())
            var facts = try tx.snapshot.facts(for: command, settings, actor)
            if case .check = command {
                facts.reading = try tx.snapshot.effect(
                    of: journalled.measure, on: settings.calendar, natures: settings.natures, today: moment.day)?.reading
            }
            let event = try journalled.measure.decide(command, by: actor, seen: seen, at: moment, with: facts)
            return try tx.append(event, to: journalled, by: actor, at: moment.instant)
        }
    }
}

extension Transaction {
    /// Something is done about these signals now: nobody has to say so again. What somebody says of one at this moment stays.
    fileprivate func settleSignals(among sources: [MeasureSource], by actor: Actor, at now: Instant) throws {
        for source in sources where source.kind == .signal {
            guard let signal = try snapshot.keptSignal(source.id), !signal.state.isSettled else { continue }
            guard try judge(signal.id, .measure, words: signal.words, seen: signal.changedAt, by: actor, at: now) else { continue }
            try audit(AuditLine(at: now, by: actor.identity, .signalJudged, on: "signal:\(signal.id)", from: nil))
        }
    }
}

extension Snapshot {
    fileprivate func facts(for command: MeasureCommand, _ settings: House, _ actor: Actor) throws -> MeasureFacts {
        switch command {
        case .revise(let input): try measureFacts(settings, owner: input.owner, sources: [], theme: input.theme, for: actor)
        case .link(let source), .unlink(let source): try measureFacts(settings, owner: nil, sources: [source], theme: nil, for: actor)
        case .carryOut, .check, .note, .cancel: MeasureFacts(natures: settings.natures)
        }
    }

    fileprivate func measureFacts(
        _ settings: House, owner: StaffID?, sources: [MeasureSource], theme: Int64?, for actor: Actor
    ) throws -> MeasureFacts {
        var facts = MeasureFacts(natures: settings.natures)
        if let owner, let member = try staffMember(owner) { facts.colleagues[owner] = member.colleague }
        let themes = theme.map { [MeasureSource(.theme, $0)] } ?? []
        for source in sources + themes { if try isKnown(source, to: actor) { facts.known.insert(source) } }
        return facts
    }

    /// Whether there is such a thing, and this actor may know of it.
    private func isKnown(_ source: MeasureSource, to actor: Actor) throws -> Bool {
        switch source.kind {
        case .complaint: try complaint(ComplaintID(source.id)).map { $0.isListed(to: actor) } ?? false
        case .theme: try theme(ThemeID(source.id)) != nil
        case .signal: try keptSignal(source.id) != nil
        }
    }
}
