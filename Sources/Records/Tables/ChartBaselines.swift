package import Complaints

/// Days from which somebody has the limits of a chart come, and why. Each choice stays; the last one holds.
package struct ChartBaseline: Hashable, Sendable {
    package let id: Int64
    /// The chart, by the name of what it counts.
    package let subject: String
    package let first: Day
    package let last: Day
    package let reason: String
    package let setAt: Instant
    package let setBy: Actor.Identity

    package init(subject: String, first: Day, last: Day, reason: String, at instant: Instant, by identity: Actor.Identity) {
        id = Keys.fresh(at: instant.milliseconds)
        (self.subject, self.first, self.last, self.reason) = (subject, first, last, reason)
        (setAt, setBy) = (instant, identity)
    }

    /// Whether another says the same, whoever says it.
    package func isSame(as other: ChartBaseline) -> Bool {
        (subject, first, last, reason) == (other.subject, other.first, other.last, other.reason)
    }

    fileprivate init(_ row: any SQLRow) throws {
        guard let first = Day(iso: row.text(2)), let last = Day(iso: row.text(3)) else {
            throw UnreadableEntry(name: "chart_baseline", key: "\(row.integer(0))")
        }
        (id, subject, self.first, self.last, reason) = (row.integer(0), row.text(1), first, last, row.text(4))
        (setAt, setBy) = (Instant(milliseconds: row.integer(5)), ActorText.identity(in: row.text(6)) ?? .system)
    }
}

extension Snapshot {
    /// The newest first: the last two hundred, and of each chart the one that holds, however long ago it was chosen.
    package func chartBaselines() throws -> [ChartBaseline] {
        try all(
            """
            SELECT id, subject, first_day, last_day, reason, set_at, set_by FROM chart_baseline b
            WHERE id IN (SELECT id FROM chart_baseline ORDER BY set_at DESC, id DESC LIMIT 200)
            OR NOT EXISTS (
                SELECT 1 FROM chart_baseline n
                WHERE n.subject = b.subject AND (n.set_at > b.set_at OR (n.set_at = b.set_at AND n.id > b.id)))
            ORDER BY set_at DESC, id DESC
            """
        ) { try ChartBaseline($0) }
    }
}

extension Transaction {
    package func keep(_ baseline: ChartBaseline) throws {
        try execute(
            "INSERT INTO chart_baseline (id, subject, first_day, last_day, reason, set_at, set_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
            .integer(baseline.id), .text(baseline.subject), .text(baseline.first.iso), .text(baseline.last.iso), .text(baseline.reason),
            .integer(baseline.setAt.milliseconds), .text(ActorText.text(of: baseline.setBy)))
    }
}
