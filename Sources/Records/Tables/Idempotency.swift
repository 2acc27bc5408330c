package import Complaints

/// A registration that a program asked for under a key of its own.
package struct StoredRequest: Hashable, Sendable {
    /// What the request made.
    package enum Made: Hashable, Sendable {
        case complaint(ComplaintID)
        case measure(MeasureID)

        fileprivate init?(kind: String, id: Int64) {
            switch kind {
            case "complaint": self = .complaint(ComplaintID(id))
            case "measure": self = .measure(MeasureID(id))
            default: return nil
            }
        }

        fileprivate var stored: (kind: String, id: Int64) {
            switch self {
            case .complaint(let id): ("complaint", id.value)
            case .measure(let id): ("measure", id.value)
            }
        }
    }

    /// SHA-256 of the body, in hexadecimal.
    package let bodyDigest: String
    package let made: Made

    package init(bodyDigest: String, made: Made) {
        self.bodyDigest = bodyDigest
        self.made = made
    }
}

extension Snapshot {
    package func request(token: Int64, key: String, since oldest: Instant) throws -> StoredRequest? {
        try first(
            "SELECT body_digest, made, made_id FROM idempotency WHERE token_id = ? AND request_key = ? AND created_at > ?",
            .integer(token), .text(key), .integer(oldest.milliseconds)
        ) { row in
            guard let made = StoredRequest.Made(kind: row.text(1), id: row.integer(2)) else {
                throw UnreadableEntry(name: "idempotency", key: row.text(1))
            }
            return StoredRequest(bodyDigest: row.text(0), made: made)
        }
    }
}

extension Transaction {
    /// Writes the request down in the place of one under the same key that is too old to count. Two at once: the second is
    /// `DatabaseFault.unique`.
    package func add(_ request: StoredRequest, token: Int64, key: String, at instant: Instant, replacingBefore oldest: Instant) throws {
        try post(
            "DELETE FROM idempotency WHERE token_id = ? AND request_key = ? AND created_at <= ?", .integer(token), .text(key),
            .integer(oldest.milliseconds))
        let made = request.made.stored
        try post(
            "INSERT INTO idempotency (token_id, request_key, body_digest, made, made_id, created_at) VALUES (?, ?, ?, ?, ?, ?)",
            .integer(token), .text(key), .text(request.bodyDigest), .text(made.kind), .integer(made.id), .integer(instant.milliseconds))
    }

    package func removeRequests(before instant: Instant) throws {
        try execute("DELETE FROM idempotency WHERE created_at <= ?", .integer(instant.milliseconds))
    }
}
