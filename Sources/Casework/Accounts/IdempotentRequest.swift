package import Complaints
package import Records

/// A program's registration under a key of its own: sent again within a day it registers nothing more, so that a lost answer can be
/// asked for again. Both functions run inside the transaction that registers.
package struct IdempotentRequest: Hashable, Sendable {
    /// Why the key can't be used.
    package enum Refused: String, Error, Hashable, Sendable {
        /// Empty, longer than 255 bytes, or with characters other than visible ASCII.
        case malformedKey = "idempotency-key-malformed"
        /// The key stands for a request with another body.
        case otherBody = "idempotency-key-reused"
    }

    /// How long a key is remembered, in seconds.
    package static let lifetime = 24 * 3600

    package let token: Int64
    package let key: String
    package let bodyDigest: String

    package init(token: Int64, key: String, body: some Sequence<UInt8>) throws(Refused) {
        guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .malformedKey }
        self.token = token
        self.key = key
        bodyDigest = HexDigest.of(body)
    }

    /// The complaint that this request registered before; nil when it is new. Throws `Refused.otherBody`.
    package func earlier(in tx: Transaction, at now: Instant) throws -> ComplaintID? {
        switch try made(in: tx, at: now) {
        case .complaint(let id): id
        case .measure: throw Refused.otherBody
        case nil: nil
        }
    }

    /// The measure that this request took before; nil when it is new. Throws `Refused.otherBody`.
    package func earlierMeasure(in tx: Transaction, at now: Instant) throws -> MeasureID? {
        switch try made(in: tx, at: now) {
        case .measure(let id): id
        case .complaint: throw Refused.otherBody
        case nil: nil
        }
    }

    /// Writes down what this request registered.
    package func record(_ complaint: ComplaintID, in tx: Transaction, at now: Instant) throws {
        try record(.complaint(complaint), in: tx, at: now)
    }

    /// Writes down which measure this request took.
    package func record(_ measure: MeasureID, in tx: Transaction, at now: Instant) throws {
        try record(.measure(measure), in: tx, at: now)
    }

    private func made(in tx: Transaction, at now: Instant) throws -> StoredRequest.Made? {
        guard let stored = try tx.snapshot.request(token: token, key: key, since: oldest(at: now)) else { return nil }
        guard stored.bodyDigest == bodyDigest else { throw Refused.otherBody }
        return stored.made
    }

    private func record(_ made: StoredRequest.Made, in tx: Transaction, at now: Instant) throws {
        let stored = StoredRequest(bodyDigest: bodyDigest, made: made)
        try tx.add(stored, token: token, key: key, at: now, replacingBefore: oldest(at: now))
    }

    private func oldest(at now: Instant) -> Instant { now.adding(seconds: -Self.lifetime) }
}
