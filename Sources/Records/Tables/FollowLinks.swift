package import Complaints

/// A customer's browser that came through a follow link.
package struct StoredFollowSession: Hashable, Sendable {
    package let complaint: ComplaintID
    package let createdAt: Instant
    /// When it was last used, to the minute.
    package let seenAt: Instant
}

extension Snapshot {
    /// The complaint that a follow link leads to, until it expires or is replaced.
    package func complaint(followLink digest: String, at instant: Instant) throws -> ComplaintID? {
        try first(
            "SELECT complaint_id FROM follow_link WHERE digest = ? AND ended_at IS NULL AND expires_at > ?", .text(digest),
            .integer(instant.milliseconds)
        ) { ComplaintID($0.integer(0)) }
    }

    package func followSession(digest: String) throws -> StoredFollowSession? {
        try first("SELECT complaint_id, created_at, seen_at FROM follow_session WHERE digest = ?", .text(digest)) { row in
            StoredFollowSession(
                complaint: ComplaintID(row.integer(0)), createdAt: Instant(milliseconds: row.integer(1)),
                seenAt: Instant(milliseconds: row.integer(2)))
        }
    }
}

extension Transaction {
    package func addFollowLink(digest: String, to complaint: ComplaintID, at instant: Instant, until expiry: Instant) throws {
        try execute(
            "INSERT INTO follow_link (digest, complaint_id, created_at, expires_at) VALUES (?, ?, ?, ?)", .text(digest),
            .integer(complaint.value), .integer(instant.milliseconds), .integer(expiry.milliseconds))
    }

    /// The same for a link that may have been written down before.
    package func keepFollowLink(digest: String, to complaint: ComplaintID, at instant: Instant, until expiry: Instant) throws {
        try post(
            "INSERT INTO follow_link (digest, complaint_id, created_at, expires_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            .text(digest), .integer(complaint.value), .integer(instant.milliseconds), .integer(expiry.milliseconds))
    }

    /// Ends every follow link to a complaint, and the sessions that came through them.
    package func endFollowLinks(to complaint: ComplaintID, at instant: Instant) throws {
        try execute(
            "UPDATE follow_link SET ended_at = ? WHERE complaint_id = ? AND ended_at IS NULL", .integer(instant.milliseconds),
            .integer(complaint.value))
        try execute("DELETE FROM follow_session WHERE complaint_id = ?", .integer(complaint.value))
    }

    package func addFollowSession(digest: String, to complaint: ComplaintID, at instant: Instant) throws {
        try execute(
            "INSERT INTO follow_session (digest, complaint_id, created_at, seen_at) VALUES (?, ?, ?, ?)", .text(digest),
            .integer(complaint.value), .integer(instant.milliseconds), .integer(instant.milliseconds))
    }

    /// Keeps a complaint's newest sessions: whoever has the link can open any number of them.
    package func keepFollowSessions(of complaint: ComplaintID, newest count: Int) throws {
        try execute(
            """
            DELETE FROM follow_session WHERE complaint_id = ? AND digest NOT IN
            (SELECT digest FROM follow_session WHERE complaint_id = ? ORDER BY created_at DESC, digest LIMIT ?)
            """, .integer(complaint.value), .integer(complaint.value), SQLValue(count))
    }

    package func markFollowSession(digest: String, seenAt instant: Instant) throws {
        try execute("UPDATE follow_session SET seen_at = ? WHERE digest = ?", .integer(instant.milliseconds), .text(digest))
    }

    package func endFollowSession(digest: String) throws {
        try execute("DELETE FROM follow_session WHERE digest = ?", .text(digest))
    }

    package func removeFollowLinks(expiredBefore instant: Instant) throws {
        try execute("DELETE FROM follow_link WHERE expires_at < ?", .integer(instant.milliseconds))
    }
}
