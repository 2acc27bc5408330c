package import Complaints
import Crypto
package import Foundation
import Mail
package import Records

/// Why a mail is not taken in.
package enum InboxFault: Error, Hashable, Sendable {
    case nothing
    case tooLarge(limit: Int)
}

/// What has become of a mail, for whoever brought it.
package struct InboxStatus: Hashable, Sendable {
    package let state: InboxState
    package let outcome: InboxOutcome?
    /// The complaint that it made or joined; nil where it is in none.
    package let number: ComplaintNumber?
}

/// Where mail comes in: its bytes are kept first, and whoever brought it is answered then. Reading and placing come after.
package struct InboxOffice: Sendable {
    package let office: CaseOffice
    package let references: LetterReferences
    package let keys: HouseKeys
    /// The largest mail that is taken.
    package static let limit = 100 << 20
    /// Mails up to this size lie in the database, where many share one sync; larger ones with the documents.
    static let small = 128 << 10
    /// How long one that was taken up is left to whoever did so, in seconds.
    static let turn = 180

    var records: any Database { office.records }
    var clock: Clock { office.clock }
    package var secrets: MailSecrets { MailSecrets(keys: keys, records: records, clock: clock) }

    /// - Parameter keys: the keys of the house.
    package init(office: CaseOffice, keys: HouseKeys) throws {
        (self.office, self.keys) = (office, keys)
        references = LetterReferences(key: try keys.key(.mailReferences))
    }

    /// Keeps a mail and says under which key; when this returns, it is on disk. Throws `InboxFault`, and what the disk says.
    ///
    /// - Parameters:
    ///   - receivedAt: when our mail server got it; now when nil.
    ///   - isTaken: whoever brings it reads it too, so that nobody else need.
    ///   - also: what else is written in the same transaction, such as how far a mailbox was read.
    package func accept(
        _ bytes: Data, from source: MailSource, for mailbox: String = "", receivedAt: Instant? = nil, isTaken: Bool = false,
        also: (@Sendable (Transaction) throws -> Void)? = nil
    ) async throws -> InboxID {
        guard !bytes.isEmpty else { throw InboxFault.nothing }
        guard bytes.count <= Self.limit else { throw InboxFault.tooLarge(limit: Self.limit) }
        let isSmall = bytes.count <= Self.small
        let digest = isSmall ? HexDigest.of(bytes) : try await office.blobs.keep(bytes)
        let now = clock.now()
        let id = InboxID(Keys.fresh(at: now.milliseconds))
        let ready = isTaken ? now.adding(seconds: Self.turn) : now
        try await records.write { tx in
            try tx.addMail(
                id, from: source, for: mailbox, digest: digest, size: bytes.count, bytes: isSmall ? Array(bytes) : nil,
                receivedAt: min(receivedAt ?? now, now), readyAt: ready)
            try also?(tx)
        }
        return id
    }

    package func status(of id: InboxID) async throws -> InboxStatus? {
        try await records.read { snapshot in
            guard let mail = try snapshot.mail(id) else { return nil }
            let isIn: Set<InboxOutcome> = [.registered, .joined, .contributed, .double]
            let complaint = mail.outcome.map(isIn.contains) == true ? mail.complaint : nil
            return InboxStatus(state: mail.state, outcome: mail.outcome, number: try complaint.map { try snapshot.number(of: $0) } ?? nil)
        }
    }

    /// The mail as it came; nil when it is lost. Throws `BlobFault`.
    package func original(of mail: InboxMail) async throws -> Data? {
        try await InboxOriginals(records: records, blobs: office.blobs).bytes(of: mail)
    }
}
