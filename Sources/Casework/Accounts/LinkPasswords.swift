package import Complaints
package import Records

/// What the page behind a one-time link needs to know.
package struct OpenLink: Hashable, Sendable {
    package let purpose: LinkPurpose
    /// Whose password it sets; nil for the set-up link.
    package let member: StaffMember?
}

/// How long one-time links can be used, in seconds.
package enum LinkLifetime {
    package static let setup = 72 * 3600
    package static let invitation = 72 * 3600
    package static let reset = 24 * 3600
}

extension AccountOffice {
    /// Adds a member of staff without a password, and makes the link by which they choose one.
    /// Throws as `addStaff` does.
    package func invite(_ input: StaffInput, by actor: Actor) async throws -> (member: StaffMember, link: Secret) {
        let checked = try input.checked()
        let now = clock.now()
        return try await records.write { tx in
            try tx.requireAdministrator(actor)
            let member = try tx.add(checked, passwordHash: nil, by: actor, at: now)
            return (member, try makeLink(for: member, by: actor, at: now, in: tx))
        }
    }

    /// A fresh link for a member of staff: an invitation while they have no password, else a reset. Earlier ones end.
    /// Throws `AccountRefusal.notThere` (also for whoever is not active) or `.notAllowed`.
    package func passwordLink(for id: StaffID, by actor: Actor) async throws -> Secret {
        let now = clock.now()
        return try await records.write { tx in
            try tx.hold(id)
            try tx.requireAdministrator(actor)
            guard let member = try tx.snapshot.staffMember(id), member.isActive else { throw AccountRefusal.notThere }
            return try makeLink(for: member, by: actor, at: now, in: tx)
        }
    }

    /// A fresh link; where mail can be sent, it goes to its owner as well.
    private func makeLink(for member: StaffMember, by actor: Actor, at now: Instant, in tx: Transaction) throws -> Secret {
        let settings = try post.map { try $0.house.settings(in: tx.snapshot) }
        guard let post, let settings, settings.sendsMail else {
            return try tx.makeLink(Secret(), for: member, by: actor, at: now)
        }
        // Made from the mail's own key: it stands nowhere until the mail leaves.
        let id = MemoID(Keys.fresh(at: now.milliseconds))
        let secret = try tx.makeLink(post.references.linkSecret(of: id), for: member, by: actor, at: now)
        let lifetime = member.hasPassword ? LinkLifetime.reset : LinkLifetime.invitation
        let texts = MemoTexts(member: member, organisation: settings.organisation.name)
        let memo = texts.link(member.hasPassword ? .reset : .invitation, hours: lifetime / 3600)
        try tx.dropLinkMemos(to: member.id)
        try tx.add(memo, as: id, at: now, until: now.adding(seconds: lifetime))
        return secret
    }

    /// What a link is for, without using it; nil when it can't be used.
    package func openLink(_ secret: Secret) async throws -> OpenLink? {
        let now = clock.now()
        return try await records.read { snapshot in try snapshot.usableLink(secret, at: now) }
    }

    /// Sets the password by an invitation or a reset link and signs in; all earlier sessions end. Once: of two at the same moment one wins.
    /// Throws `AccountRefusal.linkNotThere` or `.unfitPassword`; after the latter the link can still be used.
    package func useLink(_ secret: Secret, newPassword: Password, from origin: RequestOrigin) async throws -> SignIn {
        guard let member = try await openLink(secret)?.member else { throw AccountRefusal.linkNotThere }
        if let problem = newPassword.problem(name: member.name, email: member.email) { throw AccountRefusal.unfitPassword(problem) }
        let hash = try await hashing.encodedHash(of: newPassword)
        let now = clock.now()
        return try await records.write { tx in
            try tx.hold(member.id)
            guard let used = try tx.useLink(digest: secret.digest, at: now), let id = used.staff,
                let member = try tx.snapshot.staffMember(id), member.isActive
            else { throw AccountRefusal.linkNotThere }
            try tx.audit(.linkUsed, staff: id, by: member.actor, from: origin, at: now)
            return try tx.choose(hash, for: member, from: origin, at: now)
        }
    }
}

extension Snapshot {
    fileprivate func usableLink(_ secret: Secret, at now: Instant) throws -> OpenLink? {
        guard let link = try openLink(digest: secret.digest, at: now) else { return nil }
        guard let id = link.staff else { return try readyAdministrators().isEmpty ? OpenLink(purpose: link.purpose, member: nil) : nil }
        guard let member = try staffMember(id), member.isActive else { return nil }
        return OpenLink(purpose: link.purpose, member: member)
    }
}

extension Transaction {
    fileprivate func makeLink(_ secret: Secret, for member: StaffMember, by actor: Actor, at now: Instant) throws -> Secret {
        let purpose: LinkPurpose = member.hasPassword ? .reset : .invitation
        let expiry = now.adding(seconds: member.hasPassword ? LinkLifetime.reset : LinkLifetime.invitation)
        try removeOpenLinks(of: member.id)
        try addLink(digest: secret.digest, purpose, for: member.id, at: now, until: expiry)
        try audit(.linkMade, staff: member.id, by: actor, at: now)
        return secret
    }

    /// A new password: everything granted before ends, and a new session begins.
    func choose(_ hash: String, for member: StaffMember, from origin: RequestOrigin?, at now: Instant) throws -> SignIn {
        try setPasswordHash(hash, of: member.id, at: now)
        try endGrants(of: member.id)
        try audit(.passwordChanged, staff: member.id, by: member.actor, from: origin, at: now)
        guard let changed = try snapshot.staffMember(member.id) else { throw AccountRefusal.notThere }
        return try openSession(of: changed, at: now)
    }
}
