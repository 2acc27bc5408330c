package import Complaints

/// A report that goes to whoever leads when its days are over. Stored by raw value.
package enum ReportKind: String, CaseIterable, Hashable, Sendable {
    /// What a month was like, in a mail.
    case digest
    /// Where the management review of these days stands.
    case month = "review-month"
    case quarter = "review-quarter"
    case year = "review-year"
}

/// Who wants which report, and through which day they have had it.
package struct ReportOrder: Hashable, Sendable {
    package let kind: ReportKind
    package let staff: StaffID
    package let isOn: Bool
    /// Nothing about days up to and including this one is sent any more: it was, or it was not wanted yet.
    package let toldThrough: Day
}

extension Snapshot {
    /// Those that were taken back too.
    package func reportOrders() throws -> [ReportOrder] {
        try all("SELECT kind, staff_id, is_on, told_through FROM report_order ORDER BY kind, staff_id") { row in
            guard let kind = ReportKind(rawValue: row.text(0)), let day = Day(iso: row.text(3)) else {
                throw UnreadableEntry(name: "report_order", key: row.text(0))
            }
            return ReportOrder(kind: kind, staff: StaffID(row.integer(1)), isOn: row.flag(2), toldThrough: day)
        }
    }
}

extension Transaction {
    /// Has a report go to somebody from now on, beginning with the first whose days are not over yet; or no more. How far they were told
    /// before never goes back: what somebody had comes no second time.
    package func order(
        _ kind: ReportKind, for staff: StaffID, isOn: Bool, toldThrough day: Day, by actor: Actor, at instant: Instant
    ) throws {
        try execute(
            """
            INSERT INTO report_order (kind, staff_id, is_on, told_through, changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (kind, staff_id) DO UPDATE SET is_on = excluded.is_on, changed_at = excluded.changed_at,
            changed_by = excluded.changed_by, told_through = CASE WHEN report_order.told_through > excluded.told_through
            THEN report_order.told_through ELSE excluded.told_through END
            """, .text(kind.rawValue), .integer(staff.value), SQLValue(isOn), .text(day.iso), .integer(instant.milliseconds),
            .text(ActorText.text(of: actor.identity)))
    }

    /// Marks that somebody is told through a day; false where they were before, or want it no more. Of several nodes one hears true.
    package func markTold(_ order: ReportOrder, through day: Day) throws -> Bool {
        try execute(
            "UPDATE report_order SET told_through = ? WHERE kind = ? AND staff_id = ? AND is_on = 1 AND told_through < ?", .text(day.iso),
            .text(order.kind.rawValue), .integer(order.staff.value), .text(day.iso)) > 0
    }
}
