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

/// What is listed behind one of the counts: the complaints that came so far, or one line for each promise, since a complaint can have several
/// of a kind.
package enum ConductFilter: Hashable, Sendable {
    case all, assigned, resolved, closed
    /// Some promise was met late, or broken.
    case unfollowed
    /// - Parameter version: of the procedure under which they were made; nil for any.
    case promises(PromiseKind, version: Int?, Conduct.Verdict)
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

    /// The lines behind a count, in order of receipt.
    ///
    /// - Parameter skipped: how many of them stand on the pages before.
    package func complaints(
        _ filter: ConductFilter, in span: Span, for reader: WorklistReader, skipping skipped: Int = 0, limit: Int
    ) throws -> [WorklistRow] {
        let lines = ConductLines(filter, in: span, for: reader)
        return try all(
            "SELECT \(WorklistRow.columns) FROM \(lines.sql) ORDER BY k.received_at, k.id\(lines.order) LIMIT ? OFFSET ?",
            values: lines.values + [SQLValue(limit), SQLValue(skipped)]
        ) { try WorklistRow($0, withNames: reader.seesNames) }
    }

    /// How many lines there are behind a count.
    package func conductCount(_ filter: ConductFilter, in span: Span, for reader: WorklistReader) throws -> Int {
        let lines = ConductLines(filter, in: span, for: reader)
        return try first("SELECT count(*) FROM \(lines.sql)", values: lines.values) { Int($0.integer(0)) } ?? 0
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

/// The complaints, or their promises, behind a count.
private struct ConductLines {
    let sql: String
    let values: [SQLValue]
    /// What orders lines of one complaint.
    let order: String

    init(_ filter: ConductFilter, in span: Span, for reader: WorklistReader) {
        let visible = VisibleCondition(reader.visibility, asList: true)
        let verdict = ConductVerdictSQL(now: reader.now)
        let within: [SQLValue] = [.integer(span.from.milliseconds), .integer(span.before.milliseconds)] + visible.values
        let received = "k.received_at >= ? AND k.received_at < ? AND \(visible.sql)"
        func complaints(_ condition: String, _ more: [SQLValue] = []) -> (String, [SQLValue], String) {
            ("complaint k WHERE \(received)\(condition)", within + more, "")
        }
        (sql, values, order) =
            switch filter {
            case .all: complaints("")
            case .assigned: complaints(" AND k.handler_id IS NOT NULL")
            case .resolved: complaints(" AND k.resolved_at IS NOT NULL")
            case .closed: complaints(" AND k.phase = 'closed'")
            case .unfollowed:
                complaints(
                    " AND EXISTS (SELECT 1 FROM promise p WHERE p.complaint_id = k.id AND \(verdict.sql) IN ('late', 'broken'))",
                    verdict.values)
            case .promises(let kind, let version, let wanted):
                (
                    "complaint k CROSS JOIN promise p WHERE p.complaint_id = k.id AND \(received) AND p.kind = ?"
                        + (version == nil ? "" : " AND p.procedure_version = ?") + " AND \(verdict.sql) = ?",
                    within + [.text(kind.rawValue)] + (version.map { [SQLValue($0)] } ?? []) + verdict.values + [.text(wanted.rawValue)],
                    ", p.ordinal"
                )
            }
    }
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
