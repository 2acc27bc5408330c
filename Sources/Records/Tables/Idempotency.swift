package import Complaints

/// A registration that a program asked for under a key of its own.
package struct StoredRequest: Hashable, Sendable {
    /// SHA-256 of the body, in hexadecimal.
    package let bodyDigest: String
    package let complaint: ComplaintID

    package init(bodyDigest: String, complaint: ComplaintID) {
        self.bodyDigest = bodyDigest
        self.complaint = complaint
    }
}

extension Snapshot {
    package func request(token: Int64, key: String, since oldest: Instant) throws -> StoredRequest? {
        try first(
            "SELECT body_digest, complaint_id FROM idempotency WHERE token_id = ? AND request_key = ? AND created_at > ?", .integer(token),
            .text(key), .integer(oldest.milliseconds)
        ) { StoredRequest(bodyDigest: $0.text(0), complaint: ComplaintID($0.integer(1))) }
    }
}

extension Transaction {
    /// Writes the request down in the place of one under the same key that is too old to count. Two at once: the second is
    /// `DatabaseFault.unique`.
    package func add(_ request: StoredRequest, token: Int64, key: String, at instant: Instant, replacingBefore oldest: Instant) throws {
        try post(
            "DELETE FROM idempotency WHERE token_id = ? AND request_key = ? AND created_at <= ?", .integer(token), .text(key),
            .integer(oldest.milliseconds))
        try post(
            "INSERT INTO idempotency (token_id, request_key, body_digest, complaint_id, created_at) VALUES (?, ?, ?, ?, ?)",
            .integer(token),
            .text(key), .text(request.bodyDigest), .integer(request.complaint.value), .integer(instant.milliseconds))
    }

    package func removeRequests(before instant: Instant) throws {
        try execute("DELETE FROM idempotency WHERE created_at <= ?", .integer(instant.milliseconds))
    }
}
