/// How far a mailbox was read.
package struct ReadThrough: Hashable, Sendable {
    package let uidValidity: UInt32
    /// The number of the last mail that is safe with us.
    package let lastUID: UInt32
    /// Mails up to this number were there before the mailbox was set up, or before their numbers changed: which of them are taken their dates say.
    package let datedThrough: UInt32

    package init(uidValidity: UInt32, lastUID: UInt32, datedThrough: UInt32) {
        (self.uidValidity, self.lastUID, self.datedThrough) = (uidValidity, lastUID, datedThrough)
    }
}

extension Snapshot {
    /// How far a mailbox was read; nil before the first look.
    package func mailboxProgress(_ mailbox: String) throws -> ReadThrough? {
        try first("SELECT uid_validity, last_uid, dated_through FROM mailbox_progress WHERE mailbox = ?", .text(mailbox)) {
            ReadThrough(
                uidValidity: UInt32(clamping: $0.integer(0)), lastUID: UInt32(clamping: $0.integer(1)),
                datedThrough: UInt32(clamping: $0.integer(2)))
        }
    }
}

extension Transaction {
    /// Before the first look into a mailbox, and when its numbers have changed.
    package func beginMailbox(_ mailbox: String, uidValidity: UInt32, datedThrough: UInt32) throws {
        try post(
            """
            INSERT INTO mailbox_progress (mailbox, uid_validity, last_uid, dated_through) VALUES (?, ?, 0, ?)
            ON CONFLICT (mailbox) DO UPDATE SET uid_validity = excluded.uid_validity, last_uid = 0, dated_through = excluded.dated_through
            WHERE mailbox_progress.uid_validity <> excluded.uid_validity
            """, .text(mailbox), .integer(Int64(uidValidity)), .integer(Int64(datedThrough)))
    }

    /// In the transaction that keeps the mail. False when somebody came this far already.
    package func noteMailboxProgress(_ mailbox: String, uidValidity: UInt32, lastUID: UInt32) throws -> Bool {
        try execute(
            "UPDATE mailbox_progress SET last_uid = ? WHERE mailbox = ? AND uid_validity = ? AND last_uid < ?", .integer(Int64(lastUID)),
            .text(mailbox), .integer(Int64(uidValidity)), .integer(Int64(lastUID))) > 0
    }
}
