package import Complaints
package import Records

/// How a customer follows a complaint: a link in a letter opens a session in the browser, by one button.
/// A link can be used again until it expires or is replaced; it shows no more than its own complaint.
package struct FollowAccess: Sendable {
    package let records: any Database
    package let clock: Clock
    package let limits: SessionLimits
    /// How long a link leads anywhere, in days.
    package static let linkDays = 365
    /// So many browsers of one customer at a time; who opens more ends the oldest.
    private static let mostSessions = 20

    package init(records: any Database, clock: Clock, limits: SessionLimits = SessionLimits()) {
        self.records = records
        self.clock = clock
        self.limits = limits
    }

    /// Makes a link at the moment that its letter is delivered. Replacing ends every earlier link to this complaint and what was opened
    /// by them; otherwise those in earlier letters go on working.
    package func makeLink(for complaint: ComplaintID, replacing: Bool = false, by actor: Actor = .system) async throws -> Secret {
        let now = clock.now()
        return try await records.write { tx in
            let secret = Secret()
            if replacing { try tx.endFollowLinks(to: complaint, at: now) }
            try tx.addFollowLink(digest: secret.digest, to: complaint, at: now, until: now.adding(days: Self.linkDays))
            try tx.audit(AuditLine(at: now, by: actor.identity, .followLinkMade, on: "complaint:\(complaint.value)", from: nil))
            return secret
        }
    }

    /// The complaint that this link leads to, without opening anything; nil when it leads nowhere (any more).
    package func complaint(forLink secret: Secret) async throws -> ComplaintID? {
        let now = clock.now()
        return try await records.read { snapshot in try snapshot.complaint(followLink: secret.digest, at: now) }
    }

    /// Opens a session; nil when the link leads nowhere (any more).
    package func openSession(_ link: Secret, from origin: RequestOrigin) async throws -> Secret? {
        let now = clock.now()
        return try await records.write { tx in
            guard let complaint = try tx.snapshot.complaint(followLink: link.digest, at: now) else { return nil }
            let secret = Secret()
            try tx.keepFollowSessions(of: complaint, newest: Self.mostSessions - 1)
            try tx.addFollowSession(digest: secret.digest, to: complaint, at: now)
            try tx.audit(AuditLine(at: now, by: .customer, .followLinkUsed, on: "complaint:\(complaint.value)", from: origin.text))
            return secret
        }
    }

    /// The complaint that this session may see; nil when there is none, or it has expired.
    package func complaint(forFollowSession secret: Secret) async throws -> ComplaintID? {
        let digest = secret.digest
        guard let session = try await records.read({ snapshot in try snapshot.followSession(digest: digest) }) else { return nil }
        let now = clock.now()
        if limits.hasEnded(createdAt: session.createdAt, seenAt: session.seenAt, at: now) { return nil }
        if SessionLimits.isDue(seenAt: session.seenAt, at: now) {
            // A disk that is full must not keep anybody from reading.
            try? await records.write { tx in try tx.markFollowSession(digest: digest, seenAt: now) }
        }
        return session.complaint
    }

    package func endSession(_ secret: Secret) async throws {
        try await records.write { tx in try tx.endFollowSession(digest: secret.digest) }
    }
}
