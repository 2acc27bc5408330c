package import Complaints

/// A complaint as a line of a list.
package struct WorklistRow: Hashable, Sendable {
    package let id: ComplaintID
    package let number: ComplaintNumber
    package let sequence: Int
    package let phase: Phase
    package let channel: Channel
    package let receivedAt: Instant
    package let registeredAt: Instant
    package let changedAt: Instant
    /// Nil once erased, and for readers who see lists without names.
    package var customerName: String?
    package var organisation: String?
    /// The first words of the story; nil as above.
    package var opening: String?
    package let nature: Nature?
    package let severity: Severity
    package let isConfidential: Bool
    package let handler: StaffID?
    package let outcome: Finding?
    package let cause: Cause?
    package let nextKind: PromiseKind?
    package let nextDue: Instant?
    package let resolvedAt: Instant?
    package let closedAt: Instant?
    package let awaitsReaction: Bool
    package let asksReopening: Bool
    package let aboutStaff: StaffID?

    package func isLate(at now: Instant) -> Bool { phase.isOpen && (nextDue.map { $0 < now } ?? false) }

    static let columns =
        "k.id, k.number, k.sequence, k.phase, k.channel, k.received_at, k.registered_at, k.changed_at, k.customer_name, k.organisation,"
        + " k.opening, k.about, k.wrong, k.severity, k.is_confidential, k.handler_id, k.outcome, k.cause, k.next_kind, k.next_due_at,"
        + " k.resolved_at, k.closed_at, k.awaits_reaction, k.asks_reopening, k.about_staff"

    init(_ row: any SQLRow, withNames: Bool) throws {
        guard let number = ComplaintNumber(parsing: row.text(1)), let phase = Phase(rawValue: row.text(3)),
            let channel = Channel(rawValue: row.text(4)), let severity = Severity(rawValue: row.text(13))
        else { throw UnreadableEntry(name: "complaint", key: row.text(1)) }
        func instant(_ column: Int) -> Instant? { row.optionalInteger(column).map { Instant(milliseconds: $0) } }
        id = ComplaintID(row.integer(0))
        self.number = number
        sequence = Int(row.integer(2))
        self.phase = phase
        self.channel = channel
        receivedAt = Instant(milliseconds: row.integer(5))
        registeredAt = Instant(milliseconds: row.integer(6))
        changedAt = Instant(milliseconds: row.integer(7))
        customerName = withNames ? row.optionalText(8) : nil
        organisation = withNames ? row.optionalText(9) : nil
        opening = withNames ? row.optionalText(10) : nil
        nature = row.optionalText(11).map { Nature(about: $0, wrong: row.optionalText(12) ?? Nature.other) }
        self.severity = severity
        isConfidential = row.flag(14)
        handler = row.optionalInteger(15).map { StaffID($0) }
        outcome = row.optionalText(16).flatMap { Finding(rawValue: $0) }
        cause = row.optionalText(17).flatMap { Cause(rawValue: $0) }
        nextKind = row.optionalText(18).flatMap { PromiseKind(rawValue: $0) }
        nextDue = instant(19)
        resolvedAt = instant(20)
        closedAt = instant(21)
        awaitsReaction = row.flag(22)
        asksReopening = row.flag(23)
        aboutStaff = row.optionalInteger(24).map { StaffID($0) }
    }
}
