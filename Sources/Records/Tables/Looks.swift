package import Complaints

/// Somebody looked at a file.
package struct Look: Hashable, Sendable {
    package let complaint: ComplaintID
    package let by: Actor.Identity
    package let at: Instant

    package init(complaint: ComplaintID, by: Actor.Identity, at: Instant) {
        self.complaint = complaint
        self.by = by
        self.at = at
    }
}

extension Transaction {
    package func add(_ look: Look) throws {
        try post(
            "INSERT INTO look (id, complaint_id, actor, at) VALUES (?, ?, ?, ?)", .integer(Int64.random(in: 1 ... .max)),
            .integer(look.complaint.value), .text(ActorText.text(of: look.by)), .integer(look.at.milliseconds))
    }
}

extension Snapshot {
    /// Who looked at a file, last first.
    package func looks(at complaint: ComplaintID, limit: Int) throws -> [Look] {
        try all("SELECT actor, at FROM look WHERE complaint_id = ? ORDER BY at DESC LIMIT ?", .integer(complaint.value), SQLValue(limit)) {
            row in
            Look(complaint: complaint, by: ActorText.identity(in: row.text(0)) ?? .system, at: Instant(milliseconds: row.integer(1)))
        }
    }
}
