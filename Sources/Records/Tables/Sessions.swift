package import Complaints

/// A signed-in browser: known by the SHA-256 of its secret, never by the secret.
package struct StoredSession: Hashable, Sendable {
    package let staff: StaffID
    package let createdAt: Instant
    /// When it was last used, to the minute.
    package let seenAt: Instant
}

extension Snapshot {
    package func session(digest: String) throws -> StoredSession? {
        try first("SELECT staff_id, created_at, seen_at FROM session WHERE digest = ?", .text(digest)) { row in
            StoredSession(
                staff: StaffID(row.integer(0)), createdAt: Instant(milliseconds: row.integer(1)),
                seenAt: Instant(milliseconds: row.integer(2)))
        }
    }
}

extension Transaction {
    package func addSession(digest: String, of staff: StaffID, at instant: Instant) throws {
        try execute(
            "INSERT INTO session (digest, staff_id, created_at, seen_at) VALUES (?, ?, ?, ?)", .text(digest), .integer(staff.value),
            .integer(instant.milliseconds), .integer(instant.milliseconds))
    }

    package func markSession(digest: String, seenAt instant: Instant) throws {
        try execute("UPDATE session SET seen_at = ? WHERE digest = ?", .integer(instant.milliseconds), .text(digest))
    }

    /// False when there was no such session.
    @discardableResult
    package func endSession(digest: String) throws -> Bool {
        try execute("DELETE FROM session WHERE digest = ?", .text(digest)) > 0
    }

    package func endSessions(of staff: StaffID) throws {
        try execute("DELETE FROM session WHERE staff_id = ?", .integer(staff.value))
    }

    /// Takes away what has expired: last used before `idle`, or made before `absolute`.
    package func removeSessions(unseenSince idle: Instant, madeBefore absolute: Instant) throws {
        for table in ["session", "follow_session"] {
            try execute(
                "DELETE FROM \(table) WHERE seen_at < ? OR created_at < ?", .integer(idle.milliseconds), .integer(absolute.milliseconds))
        }
    }
}
