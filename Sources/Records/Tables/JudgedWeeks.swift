package import Complaints

/// A week that was judged: of how many complaints, and whether there were weeks enough before it.
package struct JudgedWeek: Hashable, Sendable {
    package let monday: Day
    package let received: Int
    /// In the two years before.
    package let earlier: Int
    package let isFit: Bool

    package init(monday: Day, received: Int, earlier: Int, isFit: Bool) {
        (self.monday, self.received, self.earlier, self.isFit) = (monday, received, earlier, isFit)
    }

    /// Whether numbers are so different now that the week has to be judged again: its own at all, those before by more than a tenth. One
    /// complaint that comes late moves nothing else.
    package func isStale(_ now: JudgedWeek) -> Bool {
        received != now.received || isFit != now.isFit || abs(earlier - now.earlier) > Self.slack(now.earlier)
    }

    static func slack(_ earlier: Int) -> Int { max(5, earlier / 10) }
}

extension Snapshot {
    /// By their Mondays, those from one on.
    package func judgedWeeks(from monday: Day? = nil) throws -> [Day: JudgedWeek] {
        let weeks = try all(
            "SELECT week, received, earlier, is_fit FROM judged_week WHERE week >= ? ORDER BY week", .text(monday?.iso ?? "")
        ) { row in
            guard let monday = Day(iso: row.text(0)) else { throw UnreadableEntry(name: "judged_week", key: row.text(0)) }
            return JudgedWeek(monday: monday, received: Int(row.integer(1)), earlier: Int(row.integer(2)), isFit: row.flag(3))
        }
        return Dictionary(uniqueKeysWithValues: weeks.map { ($0.monday, $0) })
    }
}

extension Transaction {
    /// Writes down that a week is judged by this write; false where somebody else judged it by the same numbers already.
    package func claim(_ week: JudgedWeek, at instant: Instant) throws -> Bool {
        try execute(
            """
            INSERT INTO judged_week (week, received, earlier, is_fit, judged_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (week) DO UPDATE SET received = excluded.received, earlier = excluded.earlier, is_fit = excluded.is_fit,
            judged_at = excluded.judged_at WHERE judged_week.received <> excluded.received OR judged_week.is_fit <> excluded.is_fit
            OR abs(judged_week.earlier - excluded.earlier) > ?
            """, .text(week.monday.iso), SQLValue(week.received), SQLValue(week.earlier), SQLValue(week.isFit),
            .integer(instant.milliseconds), SQLValue(JudgedWeek.slack(week.earlier))) > 0
    }
}
