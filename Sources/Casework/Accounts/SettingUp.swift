package import Complaints
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
    ///
    /// - Parameters:
    ///   - roles: what they do besides, where few people do everything.
    ///   - organisation: the name of the house from now on; nil leaves it unnamed. A name that can't be is `.invalid` at `organisation`.
    package func setUpFirstAdministrator(
        _ secret: Secret, name: String, email: String, password: Password, roles: Set<Role> = [], organisation: String? = nil,
        language: Language = .dutch, from origin: RequestOrigin
    ) async throws -> SignIn {
        guard try await openLink(secret)?.purpose == .setup else { throw AccountRefusal.linkNotThere }
        let input = StaffInput(name: name, email: email, roles: roles.union([.administrator]))
        let (checked, organisation) = try Self.checked(input, organisation)
        if let problem = password.problem(name: checked.name, email: checked.email) { throw AccountRefusal.unfitPassword(problem) }
        let hash = try await hashing.encodedHash(of: password)
        let now = clock.now()
        return try await records.write { tx in
            try tx.holdSetUpLinks()
            let used = try tx.useLink(digest: secret.digest, at: now)
            guard used?.purpose == .setup, try tx.snapshot.readyAdministrators().isEmpty else { throw AccountRefusal.linkNotThere }
            var member = try tx.add(checked, passwordHash: nil, by: .system, at: now)
            member.language = language
            try tx.update(member, at: now)
            try tx.audit(.linkUsed, staff: member.id, by: member.actor, from: origin, at: now)
            if let organisation { try tx.name(organisation, by: member.actor, at: now) }
            return try tx.choose(hash, for: member, from: origin, at: now)
        }
    }

    /// Everything that is wrong with what was filled in, at once.
    private static func checked(
        _ input: StaffInput, _ organisation: String?
    ) throws(AccountRefusal) -> (member: StaffInput.Checked, organisation: String?) {
        var check = FieldCheck()
        let name = organisation.flatMap { check.line($0, at: "organisation", limit: Organisation.longestLine, required: true) }
        let member: StaffInput.Checked
        do throws(AccountRefusal) {
            member = try input.checked()
        } catch {
            guard case .invalid(let problems) = error else { throw error }
            throw .invalid(check.problems + problems)
        }
        if !check.problems.isEmpty { throw .invalid(check.problems) }
        return (member, name)
    }
}

extension Transaction {
    /// Names the house, and leaves whatever else is set about the organisation.
    fileprivate func name(_ name: String, by actor: Actor, at now: Instant) throws {
        let stored = try snapshot.setting(.organisation)
        var organisation = stored.flatMap { SettingCoding.value(Organisation.self, in: $0.body) } ?? .unnamed
        organisation.name = name
        try set(.organisation, to: SettingCoding.text(organisation), after: stored?.version ?? 0, by: actor, at: now)
        try audit(AuditLine(at: now, by: actor.identity, .settingChanged, on: "setting:organisation", from: nil))
    }
}
