package import Complaints

/// How often promises of one kind, made under one version of the procedure, were kept or not.
package struct ConductCount: Hashable, Sendable {
    package let kind: PromiseKind
    package let procedureVersion: Int
    package let verdict: Conduct.Verdict
    package var count: Int

    package init(kind: PromiseKind, procedureVersion: Int, verdict: Conduct.Verdict, count: Int) {
        (self.kind, self.procedureVersion, self.verdict, self.count) = (kind, procedureVersion, verdict, count)
    }
}

/// Whether the procedure was followed, over all complaints of a period: the same verdicts that each file gives, counted.
package struct ConductTally: Hashable, Sendable {
    package var complaints = 0
    package var assigned = 0
    package var resolved = 0
    package var closed = 0
    /// Complaints of which some promise was met late, or broken.
    package var unfollowed = 0
    package var counts: [ConductCount] = []

    package init() {}

    /// This period and another one together.
    package mutating func add(_ other: ConductTally) {
        complaints += other.complaints
        assigned += other.assigned
        resolved += other.resolved
        closed += other.closed
        unfollowed += other.unfollowed
        for count in other.counts {
            let same = counts.firstIndex {
                $0.kind == count.kind && $0.procedureVersion == count.procedureVersion && $0.verdict == count.verdict
            }
            if let same { counts[same].count += count.count } else { counts.append(count) }
        }
    }
}

/// Complaints to be listed: those with a promise of this kind and verdict.
package struct ConductFilter: Hashable, Sendable {
    package let kind: PromiseKind
    package let verdict: Conduct.Verdict

    package init(_ kind: PromiseKind, _ verdict: Conduct.Verdict) { (self.kind, self.verdict) = (kind, verdict) }
}

extension Snapshot {
    /// Complaints received in this span.
    package func conduct(of span: Span, for reader: WorklistReader) throws -> ConductTally {
        let visible = VisibleCondition(reader.visibility, asList: true)
        let within: [SQLValue] = [.integer(span.from.milliseconds), .integer(span.before.milliseconds)] + visible.values
        let received = "k.received_at >= ? AND k.received_at < ? AND \(visible.sql)"
        let verdict = ConductVerdictSQL(now: reader.now)
        var tally = ConductTally()
        try each(
            """
            SELECT count(*), sum(CASE WHEN k.handler_id IS NULL THEN 0 ELSE 1 END), sum(CASE WHEN k.resolved_at IS NULL THEN 0 ELSE 1 END),
            sum(CASE WHEN k.phase = 'closed' THEN 1 ELSE 0 END),
            sum(CASE WHEN EXISTS (SELECT 1 FROM promise p WHERE p.complaint_id = k.id AND \(verdict.sql) IN ('late', 'broken'))
            THEN 1 ELSE 0 END) FROM complaint k WHERE \(received)
            """, values: verdict.values + within
        ) { row in
            tally.complaints = Int(row.integer(0))
            tally.assigned = Int(row.optionalInteger(1) ?? 0)
            tally.resolved = Int(row.optionalInteger(2) ?? 0)
            tally.closed = Int(row.optionalInteger(3) ?? 0)
            tally.unfollowed = Int(row.optionalInteger(4) ?? 0)
        }
        tally.counts = try all(
            """
            SELECT p.kind, p.procedure_version, \(verdict.sql) AS verdict, count(*) FROM complaint k CROSS JOIN promise p
            WHERE p.complaint_id = k.id AND \(received) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            """, values: verdict.values + within
        ) { row in
            guard let kind = PromiseKind(rawValue: row.text(0)), let verdict = Conduct.Verdict(rawValue: row.text(2)) else {
                throw UnreadableEntry(name: "promise", key: row.text(0))
            }
            return ConductCount(kind: kind, procedureVersion: Int(row.integer(1)), verdict: verdict, count: Int(row.integer(3)))
        }
        return tally
    }

    /// The complaints behind a count, in order of receipt.
    package func complaints(_ filter: ConductFilter, in span: Span, for reader: WorklistReader, limit: Int) throws -> [WorklistRow] {
        let visible = VisibleCondition(reader.visibility, asList: true)
        let verdict = ConductVerdictSQL(now: reader.now)
        let within: [SQLValue] = [.integer(span.from.milliseconds), .integer(span.before.milliseconds)] + visible.values
        let held: [SQLValue] = [.text(filter.kind.rawValue)] + verdict.values
        let last: [SQLValue] = [.text(filter.verdict.rawValue), SQLValue(limit)]
        return try all(
            """
            SELECT \(WorklistRow.columns) FROM complaint k WHERE k.received_at >= ? AND k.received_at < ? AND \(visible.sql)
            AND EXISTS (SELECT 1 FROM promise p WHERE p.complaint_id = k.id AND p.kind = ? AND \(verdict.sql) = ?)
            ORDER BY k.received_at, k.id LIMIT ?
            """,
            values: within + held + last
        ) { try WorklistRow($0, withNames: reader.seesNames) }
    }

    /// The next complaints received in a span, in order, behind one of them.
    package func received(in span: Span, after last: ComplaintPlace?, for reader: WorklistReader, limit: Int) throws -> [ComplaintPlace] {
        let visible = VisibleCondition(reader.visibility, asList: true)
        let from = last?.receivedAt ?? span.from
        return try all(
            """
            SELECT k.id, k.received_at FROM complaint k WHERE (k.received_at, k.id) > (?, ?) AND k.received_at < ? AND \(visible.sql)
            ORDER BY k.received_at, k.id LIMIT ?
            """,
            values: [.integer(from.milliseconds), .integer(last?.id.value ?? .min), .integer(span.before.milliseconds)] + visible.values
                + [SQLValue(limit)]
        ) { ComplaintPlace(id: ComplaintID($0.integer(0)), receivedAt: Instant(milliseconds: $0.integer(1))) }
    }
}

/// A complaint's place in order of receipt.
package struct ComplaintPlace: Hashable, Sendable {
    package let id: ComplaintID
    package let receivedAt: Instant
}

/// `Conduct`'s verdict on a promise as SQL: the same rule, once in Swift and once here; a test holds them alike.
private struct ConductVerdictSQL {
    let sql = """
        CASE WHEN p.met_at IS NOT NULL THEN CASE WHEN p.met_at <= p.due_at THEN 'in-time' ELSE 'late' END \
        WHEN p.withdrawn_at IS NOT NULL THEN CASE WHEN p.withdrawn_at <= p.due_at THEN 'withdrawn' ELSE 'broken' END \
        WHEN p.waiting_since IS NOT NULL THEN 'standing-still' \
        WHEN p.due_at < ? THEN 'broken' ELSE 'open' END
        """
    let values: [SQLValue]

    init(now: Instant) { values = [.integer(now.milliseconds)] }
}
