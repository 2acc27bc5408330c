package import Complaints

/// What a person decided about a mail and can take back for a while.
package struct MailDecision: Hashable, Sendable {
    package let mail: InboxID
    package let subject: String?
    package let outcome: InboxOutcome
    package let by: Actor.Identity
    package let at: Instant
}

extension Transaction {
    /// Remembers how a mail stands, before a person decides about it.
    package func rememberStanding(of id: InboxID) throws {
        try post(
            "UPDATE inbox SET earlier_state = state, earlier_outcome = outcome, earlier_complaint_id = complaint_id WHERE id = ?",
            .integer(id.value))
    }

    /// It stands as it did before a person decided.
    package func restoreStanding(of id: InboxID, at now: Instant) throws {
        try post("\(restoring) id = ?", .integer(now.milliseconds), .integer(id.value))
    }

    /// Mails that a person put into a file by an entry that is undone, this one or a later one, wait for a person again.
    package func restoreMails(joinedTo complaint: ComplaintID, from sequence: Int, at now: Instant) throws {
        try post(
            "\(restoring) complaint_id = ? AND sequence >= ? AND state = 'closed' AND outcome = 'joined'", .integer(now.milliseconds),
            .integer(complaint.value), SQLValue(sequence))
    }

    private var restoring: String {
        """
        UPDATE inbox SET state = earlier_state, outcome = earlier_outcome, complaint_id = earlier_complaint_id, sequence = NULL,
        settled_at = ?, settled_by = NULL, earlier_state = NULL, earlier_outcome = NULL, earlier_complaint_id = NULL
        WHERE earlier_state IS NOT NULL AND
        """
    }
}

extension Snapshot {
    /// What was decided about a mail; nil where nobody did, or where it was taken back.
    package func decision(about id: InboxID) throws -> MailDecision? {
        try first("\(selected) WHERE id = ? AND \(isTakenBackHere)", .integer(id.value), as: decision) ?? nil
    }

    /// What this actor decided last, since a moment.
    package func lastDecision(by actor: Actor.Identity, since moment: Instant) throws -> MailDecision? {
        try first(
            """
            \(selected) WHERE settled_at > ? AND settled_by = ? AND \(isTakenBackHere)
            ORDER BY settled_at DESC, id DESC LIMIT 1
            """, .integer(moment.milliseconds), .text(ActorText.text(of: actor)), as: decision) ?? nil
    }

    /// What was put into a file is taken back there.
    private var isTakenBackHere: String {
        "state = 'closed' AND outcome IN ('forwarded', 'no-complaint', 'report') AND earlier_state IS NOT NULL"
    }
    private var selected: String { "SELECT id, subject, outcome, settled_by, settled_at FROM inbox" }

    private func decision(_ row: any SQLRow) -> MailDecision? {
        guard let outcome = row.optionalText(2).flatMap({ InboxOutcome(rawValue: $0) }),
            let actor = row.optionalText(3).flatMap({ ActorText.identity(in: $0) }), let at = row.optionalInteger(4)
        else { return nil }
        return MailDecision(
            mail: InboxID(row.integer(0)), subject: row.optionalText(1), outcome: outcome, by: actor, at: Instant(milliseconds: at))
    }
}
