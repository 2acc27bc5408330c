import Complaints
import Records

extension AccountOffice {
    /// A fresh set-up link while no administrator can sign in, else nil. Earlier ones end either way. At the start of `serve`.
    package func ensureSetUpLink() async throws -> Secret? {
        let now = clock.now()
        return try await records.write { tx in
            try tx.removeSetUpLinks()
            guard try tx.snapshot.readyAdministrators().isEmpty else { return nil }
            let secret = Secret()
            try tx.addLink(digest: secret.digest, .setup, for: nil, at: now, until: now.adding(seconds: LinkLifetime.setup))
            try tx.audit(AuditLine(at: now, by: .system, .linkMade, on: "setup", from: nil))
            return secret
        }
    }

    /// Makes the first administrator and signs them in. Throws `AccountRefusal.linkNotThere` when the link can't be used, or there is
    /// an administrator by now; `.invalid`, `.unfitPassword` and `.emailTaken` leave the link as it was.
    package func setUpFirstAdministrator(
        _ secret: Secret, name: String, email: String, password: Password, from origin: RequestOrigin
    ) async throws -> SignIn {
        guard try await openLink(secret)?.purpose == .setup else { throw AccountRefusal.linkNotThere }
        let checked = try StaffInput(name: name, email: email, roles: [.administrator]).checked()
        if let problem = password.problem(name: checked.name, email: checked.email) { throw AccountRefusal.unfitPassword(problem) }
        let hash = try await hashing.encodedHash(of: password)
        let now = clock.now()
        return try await records.write { tx in
            let used = try tx.useLink(digest: secret.digest, at: now)
            guard used?.purpose == .setup, try tx.snapshot.readyAdministrators().isEmpty else { throw AccountRefusal.linkNotThere }
            let member = try tx.add(checked, passwordHash: nil, by: .system, at: now)
            try tx.audit(.linkUsed, staff: member.id, by: member.actor, from: origin, at: now)
            return try tx.choose(hash, for: member, from: origin, at: now)
        }
    }
}
