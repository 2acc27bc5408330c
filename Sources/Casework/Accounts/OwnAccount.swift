package import Complaints
package import Records

extension AccountOffice {
    /// Changes one's own password; every session ends and a new one begins.
    /// Throws `AccountRefusal.wrongCredentials` for the old password, `.throttled` or `.unfitPassword`.
    package func changeOwnPassword(
        of id: StaffID, old: Password, new: Password, from origin: RequestOrigin
    ) async throws -> SignIn {
        let found = try await records.read { snapshot in (try snapshot.staffMember(id), try snapshot.passwordHash(of: id)) }
        guard let member = found.0, member.isActive else { throw AccountRefusal.wrongCredentials }
        try await require(old, of: member, hash: found.1, from: origin)
        if let problem = new.problem(name: member.name, email: member.email) { throw AccountRefusal.unfitPassword(problem) }
        let hash = try await hashing.encodedHash(of: new)
        let now = clock.now()
        return try await records.write { tx in
            try tx.hold(id)
            guard let member = try tx.snapshot.staffMember(id), member.isActive, try tx.snapshot.passwordHash(of: id) == found.1 else {
                throw AccountRefusal.wrongCredentials
            }
            return try tx.choose(hash, for: member, from: origin, at: now)
        }
    }

    /// Changes the address one signs in with; every session and link ends and a new session begins.
    /// Throws `AccountRefusal.wrongCredentials` for the password, `.throttled`, `.invalid` or `.emailTaken` for the address.
    package func changeOwnEmail(of id: StaffID, to email: String, password: Password, from origin: RequestOrigin) async throws -> SignIn {
        var check = FieldCheck()
        guard let email = check.value(email, at: "email", required: true, reading: { try? EmailAddress(parsing: $0) }) else {
            throw AccountRefusal.invalid(check.problems)
        }
        let found = try await records.read { snapshot in (try snapshot.staffMember(id), try snapshot.passwordHash(of: id)) }
        guard let member = found.0, member.isActive else { throw AccountRefusal.wrongCredentials }
        try await require(password, of: member, hash: found.1, from: origin)
        let now = clock.now()
        return try await records.write { tx in
            try tx.hold(id)
            guard var member = try tx.snapshot.staffMember(id), member.isActive, try tx.snapshot.passwordHash(of: id) == found.1 else {
                throw AccountRefusal.wrongCredentials
            }
            try tx.requireFree(email, for: id)
            member.email = email
            try tx.update(member, at: now)
            try tx.endGrants(of: id)
            try tx.audit(.staffChanged, staff: id, by: member.actor, from: origin, at: now)
            return try tx.openSession(of: member, at: now)
        }
    }

    /// A stolen session is no way to guess the password.
    private func require(_ password: Password, of member: StaffMember, hash: String?, from origin: RequestOrigin) async throws {
        try throttle.admit(account: member.email.normalised, from: origin, at: stopwatch())
        guard try await hashing.verify(password, against: hash) else { throw AccountRefusal.wrongCredentials }
        throttle.succeeded(account: member.email.normalised, from: origin, at: stopwatch())
    }

    /// Changes one's own name and the way one works. Address, roles and activity are an administrator's to change.
    /// Throws `AccountRefusal.invalid` for the name, `.notThere` for whoever is not active.
    package func changeProfile(
        of id: StaffID, name: String, language: Language, usesSingleKeys: Bool, isDense: Bool, isMailed: Bool = true
    ) async throws -> StaffMember {
        var check = FieldCheck()
        guard let name = check.line(name, at: "name", limit: StaffInput.longestName, required: true) else {
            throw AccountRefusal.invalid(check.problems)
        }
        let now = clock.now()
        return try await records.write { tx in
            try tx.hold(id)
            guard var member = try tx.snapshot.staffMember(id), member.isActive else { throw AccountRefusal.notThere }
            member.name = name
            member.language = language
            member.usesSingleKeys = usesSingleKeys
            member.isDense = isDense
            member.isMailed = isMailed
            try tx.update(member, at: now)
            try tx.audit(.staffChanged, staff: id, by: member.actor, at: now)
            return member
        }
    }
}
