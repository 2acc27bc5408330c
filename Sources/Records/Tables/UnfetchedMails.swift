package import Complaints

/// Why a mail that its server lists is not here. Stored by raw value: never renamed.
package enum FetchTrouble: String, CaseIterable, Hashable, Sendable {
    case tooLarge = "too-large"
    /// The server said no.
    case refused
    case tooSlow = "too-slow"
    /// The server ended the connection over it.
    case closed
    /// What came was no answer.
    case garbled
    /// The server lists it and gives nothing of it.
    case nothing
    /// It is not in the mailbox any more.
    case gone
    /// The mailbox has other numbers now: what is still in it comes by itself.
    case renumbered
    case other
}

/// A mail that stayed at its server.
package struct UnfetchedMail: Hashable, Sendable {
    package let id: InboxID
    package let mailbox: String
    package let uidValidity: UInt32
    package let uid: UInt32
    package let trouble: FetchTrouble
    /// The server's own; empty where it said nothing.
    package let words: String
    /// Somebody wants it tried again.
    package let isWanted: Bool
}

extension Transaction {
    /// Writes down that a mail stayed at its server, or why it does once more: then nobody waits for it any longer.
    package func keepUnfetched(
        _ id: InboxID, mailbox: String, uidValidity: UInt32, uid: UInt32, _ trouble: FetchTrouble, words: String
    ) throws {
        try post(
            """
            INSERT INTO inbox_unfetched (inbox_id, mailbox, uid_validity, uid, trouble, words, wanted_at) VALUES (?, ?, ?, ?, ?, ?, NULL)
            ON CONFLICT (inbox_id) DO UPDATE SET trouble = excluded.trouble, words = excluded.words, wanted_at = NULL
            """, .integer(id.value), .text(mailbox), .integer(Int64(uidValidity)), .integer(Int64(uid)), .text(trouble.rawValue),
            .text(words))
    }

    /// It is to be fetched once more. False where it is no such mail.
    package func wantUnfetched(_ id: InboxID, at now: Instant) throws -> Bool {
        try execute("UPDATE inbox_unfetched SET wanted_at = ? WHERE inbox_id = ?", .integer(now.milliseconds), .integer(id.value)) > 0
    }

    /// It came after all, and is read like any other.
    ///
    /// - Parameter bytes: nil when they lie with the documents.
    package func addBytes(of id: InboxID, digest: String, size: Int, bytes: [UInt8]?, receivedAt: Instant, at now: Instant) throws {
        try post("DELETE FROM inbox_unfetched WHERE inbox_id = ?", .integer(id.value))
        try post("DELETE FROM inbox_original WHERE inbox_id = ?", .integer(id.value))
        if let bytes { try post("INSERT INTO inbox_original (inbox_id, bytes) VALUES (?, ?)", .integer(id.value), .blob(bytes)) }
        try post(
            "UPDATE inbox SET digest = ?, size = ?, received_at = ? WHERE id = ?", .text(digest), SQLValue(size),
            .integer(receivedAt.milliseconds), .integer(id.value))
        try retryMail(id, at: now)
    }
}

extension Snapshot {
    package func unfetchedMail(_ id: InboxID) throws -> UnfetchedMail? {
        try first("SELECT \(unfetchedColumns) FROM inbox_unfetched WHERE inbox_id = ?", .integer(id.value), as: unfetchedMail)
    }

    /// Those that nobody has closed.
    package func unfetchedMails() throws -> [InboxID: UnfetchedMail] {
        let found = try all(
            """
            SELECT \(unfetchedColumns) FROM inbox_unfetched
            WHERE inbox_id IN (SELECT id FROM inbox WHERE state = 'quarantined') ORDER BY inbox_id
            """, as: unfetchedMail)
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }

    /// What somebody wants tried again of a mailbox.
    package func unfetchedWanted(of mailbox: String) throws -> [UnfetchedMail] {
        try all(
            "SELECT \(unfetchedColumns) FROM inbox_unfetched WHERE mailbox = ? AND wanted_at IS NOT NULL ORDER BY wanted_at, inbox_id",
            .text(mailbox), as: unfetchedMail)
    }

    private var unfetchedColumns: String { "inbox_id, mailbox, uid_validity, uid, trouble, words, wanted_at" }

    private func unfetchedMail(_ row: any SQLRow) -> UnfetchedMail {
        UnfetchedMail(
            id: InboxID(row.integer(0)), mailbox: row.text(1), uidValidity: UInt32(clamping: row.integer(2)),
            uid: UInt32(clamping: row.integer(3)), trouble: FetchTrouble(rawValue: row.text(4)) ?? .other, words: row.text(5),
            isWanted: row.optionalInteger(6) != nil)
    }
}
