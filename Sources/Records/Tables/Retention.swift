package import Complaints

/// A file that came to an end and whose term has passed, and what was decided about it.
package struct FilePastTerm: Hashable, Sendable {
    package let id: ComplaintID
    package let number: ComplaintNumber
    package let customer: String?
    package let outcome: Finding?
    /// How it came to an end: closed, withdrawn, referred or merged.
    package let phase: Phase
    package let endedAt: Instant
    package let decision: RetentionDecision?
    package let erasedAt: Instant?
}

extension Snapshot {
    /// The files that are past their term and wait for a decision, those that ended longest ago first.
    ///
    /// - Parameter number: to ask about one of them.
    package func filesPastTerm(
        _ terms: [PassedTerm], on today: Day, zone: OfficeZone, for visibility: Visibility, limit: Int, number: ComplaintNumber? = nil
    ) throws -> [FilePastTerm] {
        guard let latest = terms.map(\.endedBefore).max() else { return [] }
        let visible = VisibleCondition(visibility, asList: false)
        func midnight(_ day: Day) -> SQLValue { .integer(zone.instant(of: CivilTime(day, TimeOfDay(0))).milliseconds) }
        var values: [SQLValue] = []
        func condition(_ ended: String) -> String {
            let named = terms.compactMap(\.outcome)
            values.append(midnight(latest))
            let parts = terms.map { term -> String in
                defer { values.append(midnight(term.endedBefore)) }
                if let outcome = term.outcome {
                    values.append(.text(outcome.rawValue))
                    return "(k.outcome = ? AND \(ended) < ?)"
                }
                if named.isEmpty { return "\(ended) < ?" }
                values += named.map { .text($0.rawValue) }
                let marks = named.map { _ in "?" }.joined(separator: ", ")
                return "((k.outcome IS NULL OR k.outcome NOT IN (\(marks))) AND \(ended) < ?)"
            }
            values += visible.values + [.text(today.iso)] + (number.map { [.text($0.digits)] } ?? [])
            return """
                \(ended) < ? AND (\(parts.joined(separator: " OR "))) AND \(Self.isQuiet) AND \(visible.sql)
                AND (d.complaint_id IS NULL OR d.decided_at < \(ended) OR (d.kept_through IS NOT NULL AND d.kept_through < ?))
                \(number == nil ? "" : "AND k.number = ?")
                """
        }
        let closed = condition("k.closed_at")
        let left = condition("f.left_at")
        return try all(
            """
            SELECT \(Self.pastTermColumns), k.closed_at AS ended_at FROM complaint k
            LEFT JOIN retention_decision d ON d.complaint_id = k.id WHERE k.phase = 'closed' AND \(closed)
            UNION ALL
            SELECT \(Self.pastTermColumns), f.left_at AS ended_at FROM case_figures f CROSS JOIN complaint k
            LEFT JOIN retention_decision d ON d.complaint_id = k.id WHERE k.id = f.complaint_id AND \(left)
            ORDER BY ended_at, id LIMIT \(limit)
            """, values: values, as: filePastTerm)
    }

    /// The files about which something was decided that holds, the newest decision first.
    ///
    /// - Parameter number: to ask about one of them.
    package func retentionDecisions(
        on today: Day, for visibility: Visibility, toErase: Bool, limit: Int, number: ComplaintNumber? = nil
    ) throws -> [FilePastTerm] {
        let isLeft = "(d.kept_through IS NULL AND d.erased_at IS NULL)"
        let visible = VisibleCondition(visibility, asList: false)
        let ended = "CASE WHEN k.phase = 'closed' THEN k.closed_at ELSE f.left_at END"
        return try all(
            """
            SELECT \(Self.pastTermColumns), \(ended) AS ended_at FROM retention_decision d JOIN complaint k ON k.id = d.complaint_id
            JOIN case_figures f ON f.complaint_id = k.id
            WHERE \(ended) <= d.decided_at AND (d.kept_through IS NULL OR d.kept_through >= ?) AND \(visible.sql)
            AND \(toErase ? "\(isLeft) AND \(Self.isQuiet)" : "NOT \(isLeft)")
            \(number == nil ? "" : "AND k.number = ?") ORDER BY d.decided_at DESC, k.id LIMIT \(limit)
            """, values: [.text(today.iso)] + visible.values + (number.map { [.text($0.digits)] } ?? []), as: filePastTerm)
    }

    /// Nobody waits for an answer about it.
    private static let isQuiet = "k.awaits_reaction = 0 AND k.asks_reopening = 0"

    private static let pastTermColumns =
        "k.id AS id, k.number, k.customer_name, k.outcome, k.phase, d.complaint_id, d.kept_through, d.erased_at"

    private func filePastTerm(_ row: any SQLRow) throws -> FilePastTerm {
        guard let number = ComplaintNumber(parsing: row.text(1)), let phase = Phase(rawValue: row.text(4)) else {
            throw UnreadableEntry(name: "complaint", key: row.text(1))
        }
        let decision: RetentionDecision? =
            row.optionalInteger(5) == nil ? nil : row.optionalText(6).flatMap { Day(iso: $0) }.map { .keep(through: $0) } ?? .erase
        return FilePastTerm(
            id: ComplaintID(row.integer(0)), number: number, customer: row.optionalText(2),
            outcome: row.optionalText(3).flatMap { Finding(rawValue: $0) }, phase: phase,
            endedAt: Instant(milliseconds: row.integer(8)), decision: decision,
            erasedAt: row.optionalInteger(7).map { Instant(milliseconds: $0) })
    }
}

extension Transaction {
    /// Notes what was decided about a file, in the place of what was decided before.
    package func decide(_ decision: RetentionDecision, about id: ComplaintID, by staff: StaffID?, at instant: Instant) throws {
        try execute(
            """
            INSERT INTO retention_decision (complaint_id, kept_through, decided_by, decided_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (complaint_id) DO UPDATE SET kept_through = excluded.kept_through, decided_by = excluded.decided_by,
            decided_at = excluded.decided_at
            """, .integer(id.value), SQLValue(decision.through?.iso), SQLValue(staff?.value), .integer(instant.milliseconds))
    }

    /// Forgets what was decided about a file, at any time or from a moment on: nothing that held before was in its place.
    package func forgetDecision(about id: ComplaintID, from instant: Instant? = nil) throws {
        try post(
            "DELETE FROM retention_decision WHERE complaint_id = ? AND decided_at >= ?", .integer(id.value),
            .integer(instant?.milliseconds ?? 0))
    }

    /// Notes that what was decided is done.
    package func noteErased(_ id: ComplaintID, at instant: Instant) throws {
        try post(
            "UPDATE retention_decision SET erased_at = ? WHERE complaint_id = ?", .integer(instant.milliseconds), .integer(id.value))
    }
}
