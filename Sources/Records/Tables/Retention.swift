package import Complaints

/// A closed file whose term has passed, and what was decided about it.
package struct FilePastTerm: Hashable, Sendable {
    package let id: ComplaintID
    package let number: ComplaintNumber
    package let customer: String?
    package let outcome: Finding?
    package let closedAt: Instant
    package let decision: RetentionDecision?
}

extension Snapshot {
    /// The closed files that are past their term and wait for a decision, those closed longest ago first.
    ///
    /// - Parameter number: to ask about one of them.
    package func filesPastTerm(
        _ terms: [PassedTerm], on today: Day, zone: OfficeZone, for visibility: Visibility, limit: Int, number: ComplaintNumber? = nil
    ) throws -> [FilePastTerm] {
        guard let latest = terms.map(\.closedBefore).max() else { return [] }
        let named = terms.compactMap(\.outcome)
        let visible = VisibleCondition(visibility, asList: false)
        func midnight(_ day: Day) -> SQLValue { .integer(zone.instant(of: CivilTime(day, TimeOfDay(0))).milliseconds) }
        var (parts, values): ([String], [SQLValue]) = ([], [])
        for term in terms {
            if let outcome = term.outcome {
                parts.append("(k.outcome = ? AND k.closed_at < ?)")
                values.append(.text(outcome.rawValue))
            } else if named.isEmpty {
                parts.append("k.closed_at < ?")
            } else {
                let marks = named.map { _ in "?" }.joined(separator: ", ")
                parts.append("((k.outcome IS NULL OR k.outcome NOT IN (\(marks))) AND k.closed_at < ?)")
                values += named.map { .text($0.rawValue) }
            }
            values.append(midnight(term.closedBefore))
        }
        let one = number == nil ? "" : "AND k.number = ?"
        return try all(
            """
            SELECT \(Self.pastTermColumns) FROM complaint k LEFT JOIN retention_decision d ON d.complaint_id = k.id
            WHERE k.closed_at < ? AND (\(parts.joined(separator: " OR "))) AND \(visible.sql)
            AND (d.complaint_id IS NULL OR d.decided_at < k.closed_at OR (d.kept_through IS NOT NULL AND d.kept_through < ?))
            \(one) ORDER BY k.closed_at, k.id LIMIT \(limit)
            """, values: [midnight(latest)] + values + visible.values + [.text(today.iso)] + (number.map { [.text($0.digits)] } ?? []),
            as: filePastTerm)
    }

    /// The closed files about which something was decided that holds, the newest decision first.
    package func retentionDecisions(on today: Day, for visibility: Visibility, limit: Int) throws -> [FilePastTerm] {
        let visible = VisibleCondition(visibility, asList: false)
        return try all(
            """
            SELECT \(Self.pastTermColumns) FROM retention_decision d JOIN complaint k ON k.id = d.complaint_id
            WHERE k.closed_at <= d.decided_at AND (d.kept_through IS NULL OR d.kept_through >= ?) AND \(visible.sql)
            ORDER BY d.decided_at DESC, k.id LIMIT \(limit)
            """, values: [.text(today.iso)] + visible.values, as: filePastTerm)
    }

    private static let pastTermColumns = "k.id, k.number, k.customer_name, k.outcome, k.closed_at, d.complaint_id, d.kept_through"

    private func filePastTerm(_ row: any SQLRow) throws -> FilePastTerm {
        guard let number = ComplaintNumber(parsing: row.text(1)) else { throw UnreadableEntry(name: "complaint", key: row.text(1)) }
        let decision: RetentionDecision? =
            row.optionalInteger(5) == nil ? nil : row.optionalText(6).flatMap { Day(iso: $0) }.map { .keep(through: $0) } ?? .erase
        return FilePastTerm(
            id: ComplaintID(row.integer(0)), number: number, customer: row.optionalText(2),
            outcome: row.optionalText(3).flatMap { Finding(rawValue: $0) }, closedAt: Instant(milliseconds: row.integer(4)),
            decision: decision)
    }
}

extension Transaction {
    /// Notes what was decided about a file, in the place of what was decided before.
    package func decide(_ decision: RetentionDecision, about id: ComplaintID, by staff: StaffID?, at instant: Instant) throws {
        let through: Day? = if case .keep(let day) = decision { day } else { nil }
        try execute(
            """
            INSERT INTO retention_decision (complaint_id, kept_through, decided_by, decided_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (complaint_id) DO UPDATE SET kept_through = excluded.kept_through, decided_by = excluded.decided_by,
            decided_at = excluded.decided_at
            """, .integer(id.value), SQLValue(through?.iso), SQLValue(staff?.value), .integer(instant.milliseconds))
    }

    /// Forgets what was decided about a file from this moment on: nothing that held before was in its place.
    package func forgetDecision(about id: ComplaintID, from instant: Instant) throws {
        try post(
            "DELETE FROM retention_decision WHERE complaint_id = ? AND decided_at >= ?", .integer(id.value), .integer(instant.milliseconds))
    }
}
