package import Complaints

/// A mail to a colleague, by its own key.
package struct MemoID: Hashable, Sendable {
    package let value: Int64
    package init(_ value: Int64) { self.value = value }
}

/// What a mail to a colleague is for. Stored by raw value.
package enum MemoKind: String, CaseIterable, Hashable, Sendable {
    /// A file was assigned to them, or a letter about it was written of which the procedure tells them.
    case assigned
    /// They are asked something, which they answer on the desk.
    case asked
    /// They have no account, are asked something, and answer by mail.
    case question
    /// A link by which they choose a password, for the first time or anew.
    case invitation, reset
    /// A letter as a customer would get it, for whoever edits it.
    case test
    /// What they were reminded of, once a day.
    case digest
    /// A report whose days are over.
    case report
    /// A mail that came in and is no complaint, for whoever it concerns.
    case forward
}

package enum MemoState: String, CaseIterable, Hashable, Sendable {
    case waiting, sent, refused
    /// Undone, or too late.
    case dropped
}

/// What is to be written to a colleague.
package struct NewMemo: Hashable, Sendable {
    package let kind: MemoKind
    package let staff: StaffID
    package let address: String
    package let name: String
    package let subject: String
    package let body: String
    package var complaint: ComplaintID?
    package var sequence: Int?
    /// Which question of the file it asks.
    package var ordinal: Int?
    /// The mail that goes along.
    package var mail: InboxID?

    package init(_ kind: MemoKind, to member: StaffMember, subject: String, body: String) {
        (self.kind, staff, address, name) = (kind, member.id, member.email.text, member.name)
        (self.subject, self.body) = (subject, body)
    }

    /// A mail that goes on to an address of the house.
    package init(forwarding mail: InboxID, to address: EmailAddress, by staff: StaffID, subject: String, body: String) {
        (kind, self.staff, self.address, name, self.mail) = (.forward, staff, address.text, "", mail)
        (self.subject, self.body) = (subject, body)
    }
}

/// A mail to a colleague as it stands; its body is empty once it is settled.
package struct Memo: Hashable, Sendable {
    package let id: MemoID
    package let content: NewMemo
    package let state: MemoState
    package let tries: Int
    package let words: String?
    package let createdAt: Instant
}

extension Transaction {
    /// - Parameters:
    ///   - ready: until when it is held.
    ///   - until: after that it is no use any more.
    package func add(_ memo: NewMemo, as id: MemoID, at now: Instant, ready: Instant? = nil, until: Instant) throws {
        try post(
            """
            INSERT INTO memo (id, kind, staff_id, address, name, subject, body, complaint_id, sequence, ordinal, inbox_id, state, tries,
            next_try_at, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?, ?, ?)
            """, .integer(id.value), .text(memo.kind.rawValue), .integer(memo.staff.value), .text(memo.address), .text(memo.name),
            .text(memo.subject), .text(memo.body), SQLValue(memo.complaint?.value), SQLValue(memo.sequence), SQLValue(memo.ordinal),
            SQLValue(memo.mail?.value), .integer((ready ?? now).milliseconds), .integer(now.milliseconds), .integer(until.milliseconds))
    }

    /// Takes up those that are due; until `until` nobody else does. What others take up at this moment is passed over, and what is too late
    /// is dropped.
    package func claimMemos(limit: Int, at now: Instant, until: Instant) throws -> [Memo] {
        try execute(
            "UPDATE memo SET state = 'dropped', body = '' WHERE state = 'waiting' AND next_try_at <= ? AND expires_at <= ?",
            .integer(now.milliseconds), .integer(now.milliseconds))
        // Chosen once, in a part of its own, as in `claimMail`.
        return try all(
            """
            WITH taken AS MATERIALIZED (SELECT id FROM memo WHERE state = 'waiting' AND next_try_at <= ? ORDER BY next_try_at, id
            LIMIT ?\(snapshot.connection.dialect.forTaking("memo")))
            UPDATE memo SET next_try_at = ?, is_taken = 1 WHERE id IN (SELECT id FROM taken) RETURNING \(memoColumns)
            """, .integer(now.milliseconds), SQLValue(limit), .integer(until.milliseconds), returning: memoRow)
    }

    /// Counts a try of what was taken up, before it is made; which one it is. Whoever dies over it leaves in doubt whether it was sent. Nil
    /// where it is not to be sent any more, or was freed for somebody else meanwhile.
    package func countTry(of memo: MemoID) throws -> Int? {
        try first(
            "UPDATE memo SET tries = tries + 1 WHERE id = ? AND state = 'waiting' AND is_taken = 1 RETURNING tries", .integer(memo.value)
        ) { Int($0.integer(0)) }
    }

    /// Puts back what was taken up and not tried.
    package func putBack(_ memo: MemoID, until moment: Instant) throws {
        try post(
            "UPDATE memo SET next_try_at = ?, is_taken = 0 WHERE id = ? AND state = 'waiting' AND is_taken = 1",
            .integer(moment.milliseconds), .integer(memo.value))
    }

    /// Lets it be tried again from this moment on.
    ///
    /// - Parameter more: tries that a long pause takes the place of; -1 where the last one does not count.
    package func postpone(_ id: MemoID, until moment: Instant, words: String?, counting more: Int = 0) throws {
        try post(
            "UPDATE memo SET next_try_at = ?, words = ?, tries = tries + ?, is_taken = 0 WHERE id = ? AND state = 'waiting'",
            .integer(moment.milliseconds), SQLValue(words), SQLValue(more), .integer(id.value))
    }

    /// Frees what was taken up by somebody who is no more: whether it was sent nobody knows, and a try that was begun counts.
    package func resumeMemos(at now: Instant) throws {
        try post(
            "UPDATE memo SET next_try_at = ?, is_taken = 0 WHERE state = 'waiting' AND is_taken = 1 AND next_try_at > ?",
            .integer(now.milliseconds), .integer(now.milliseconds))
    }

    /// How it ended; what it said is not kept.
    package func settle(_ id: MemoID, as state: MemoState, words: String?) throws {
        try post(
            "UPDATE memo SET state = ?, words = ?, body = '', is_taken = 0 WHERE id = ?", .text(state.rawValue), SQLValue(words),
            .integer(id.value))
    }

    /// Lets none leave that follows from this entry or a later one and was held for that.
    package func undoMemos(of complaint: ComplaintID, from sequence: Int) throws {
        try post(
            "UPDATE memo SET state = 'dropped', body = '' WHERE complaint_id = ? AND sequence >= ? AND state = 'waiting' AND tries = 0",
            .integer(complaint.value), SQLValue(sequence))
    }

    /// Lets a mail go on to nobody; false when it is on its way.
    package func undoForwarding(of mail: InboxID) throws -> Bool {
        try execute(
            "UPDATE memo SET state = 'dropped', body = '' WHERE inbox_id = ? AND state = 'waiting' AND tries = 0", .integer(mail.value)) > 0
    }

    /// Marks that somebody gets this day's digest; false when they had it before.
    package func markDigest(to staff: StaffID, of day: Day) throws -> Bool {
        try execute(
            """
            INSERT INTO digest (staff_id, day) VALUES (?, ?)
            ON CONFLICT (staff_id) DO UPDATE SET day = excluded.day WHERE digest.day <> excluded.day
            """, .integer(staff.value), .text(day.iso)) > 0
    }

    /// Links that were asked for anew: earlier mails would hold one that works no more.
    package func dropLinkMemos(to staff: StaffID) throws {
        try post(
            "UPDATE memo SET state = 'dropped', body = '' WHERE staff_id = ? AND state = 'waiting' AND kind IN ('invitation', 'reset')",
            .integer(staff.value))
    }
}

extension Snapshot {
    /// Who had the digest of this day.
    package func hadDigest(of day: Day) throws -> Set<StaffID> {
        Set(try all("SELECT staff_id FROM digest WHERE day = ?", .text(day.iso)) { StaffID($0.integer(0)) })
    }

    package func isMemoDue(at now: Instant) throws -> Bool {
        try exists("SELECT 1 FROM memo WHERE state = 'waiting' AND next_try_at <= ? LIMIT 1", .integer(now.milliseconds))
    }

    package func memo(_ id: MemoID) throws -> Memo? {
        try first("SELECT \(memoColumns) FROM memo WHERE id = ?", .integer(id.value), as: memoRow)
    }

    /// Those that did not arrive, since a moment, the newest first.
    package func refusedMemos(since moment: Instant, limit: Int = 30) throws -> [Memo] {
        try all(
            "SELECT \(memoColumns) FROM memo WHERE state = 'refused' AND created_at > ? ORDER BY created_at DESC LIMIT ?",
            .integer(moment.milliseconds), SQLValue(limit), as: memoRow)
    }

    /// Who got a link to choose a password by mail since a moment, and when the newest of them was made.
    package func sentLinks(since moment: Instant) throws -> [StaffID: Instant] {
        let rows = try all(
            """
            SELECT staff_id, max(created_at) FROM memo
            WHERE state = 'sent' AND kind IN ('invitation', 'reset') AND created_at > ? GROUP BY staff_id
            """, .integer(moment.milliseconds)
        ) { (StaffID($0.integer(0)), Instant(milliseconds: $0.integer(1))) }
        return Dictionary(rows) { first, _ in first }
    }

    /// Where a mail went on to last; nil when it did not.
    package func memo(forwarding mail: InboxID) throws -> Memo? {
        try first("SELECT \(memoColumns) FROM memo WHERE inbox_id = ? ORDER BY id DESC LIMIT 1", .integer(mail.value), as: memoRow)
    }

    /// How the question that was asked by mail went; nil when it was not asked by mail.
    package func memo(asking ordinal: Int, of complaint: ComplaintID) throws -> Memo? {
        try first(
            "SELECT \(memoColumns) FROM memo WHERE complaint_id = ? AND ordinal = ? AND kind = 'question' ORDER BY id DESC LIMIT 1",
            .integer(complaint.value), SQLValue(ordinal), as: memoRow)
    }
}

private let memoColumns =
    "id, kind, staff_id, address, name, subject, body, complaint_id, sequence, ordinal, state, tries, words, created_at, inbox_id"

private func memoRow(_ row: any SQLRow) throws -> Memo {
    guard let kind = MemoKind(rawValue: row.text(1)), let state = MemoState(rawValue: row.text(10)) else {
        throw UnreadableEntry(name: "memo", key: "\(row.integer(0))")
    }
    var content = NewMemo(
        kind, staff: StaffID(row.integer(2)), address: row.text(3), name: row.text(4), subject: row.text(5), body: row.text(6))
    content.complaint = row.optionalInteger(7).map { ComplaintID($0) }
    content.sequence = row.optionalInteger(8).map { Int($0) }
    content.ordinal = row.optionalInteger(9).map { Int($0) }
    content.mail = row.optionalInteger(14).map { InboxID($0) }
    return Memo(
        id: MemoID(row.integer(0)), content: content, state: state, tries: Int(row.integer(11)), words: row.optionalText(12),
        createdAt: Instant(milliseconds: row.integer(13)))
}

extension NewMemo {
    fileprivate init(_ kind: MemoKind, staff: StaffID, address: String, name: String, subject: String, body: String) {
        (self.kind, self.staff, self.address, self.name) = (kind, staff, address, name)
        (self.subject, self.body) = (subject, body)
    }
}
