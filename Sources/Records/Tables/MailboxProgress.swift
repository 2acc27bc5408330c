extension Snapshot {
    /// How far a mailbox was read: its validity and the number of the last mail that is safe with us; nil before the first.
    package func mailboxProgress(_ mailbox: String) throws -> (uidValidity: UInt32, lastUID: UInt32)? {
        try first("SELECT uid_validity, last_uid FROM mailbox_progress WHERE mailbox = ?", .text(mailbox)) {
            (UInt32(clamping: $0.integer(0)), UInt32(clamping: $0.integer(1)))
        }
    }
}

extension Transaction {
    /// In the transaction that keeps the mail. False when somebody came this far already.
    package func noteMailboxProgress(_ mailbox: String, uidValidity: UInt32, lastUID: UInt32) throws -> Bool {
        try execute(
            """
            INSERT INTO mailbox_progress (mailbox, uid_validity, last_uid) VALUES (?, ?, ?)
            ON CONFLICT (mailbox) DO UPDATE SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid
            WHERE mailbox_progress.uid_validity <> excluded.uid_validity OR mailbox_progress.last_uid < excluded.last_uid
            """, .text(mailbox), .integer(Int64(uidValidity)), .integer(Int64(lastUID))) > 0
    }
}
