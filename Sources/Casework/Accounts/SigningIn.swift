package import Complaints
package import Records

/// A sign-in that succeeded: the secret goes into a cookie, once.
package struct SignIn: Sendable {
    package let sessionSecret: Secret
    package let member: StaffMember
}

/// Somebody whose session holds.
package struct SignedIn: Hashable, Sendable {
    package let member: StaffMember
    /// Says which session it is without granting it: form tokens are bound to this.
    package let sessionDigest: String

    package var actor: Actor { member.actor }
}

extension AccountOffice {
    /// Opens a session. Whatever is wrong with account or password, the refusal and the time it takes are the same.
    /// Throws `AccountRefusal.wrongCredentials` or `.throttled`.
    package func signIn(email: String, password: Password, from origin: RequestOrigin) async throws -> SignIn {
        let address = try? EmailAddress(parsing: email)
        let account = address?.normalised ?? ""
        try throttle.admit(account: account, from: origin, at: stopwatch())
        let found = try await records.read { snapshot in
            try address.flatMap { try snapshot.staffMember(email: $0) }.map { ($0, try snapshot.passwordHash(of: $0.id)) }
        }
        let hash = found.flatMap { $0.0.isActive ? $0.1 : nil }
        guard try await hashing.verify(password, against: hash), let member = found?.0 else {
            try await noteFailure(of: found?.0.id, from: origin)
            throw AccountRefusal.wrongCredentials
        }
        throttle.succeeded(account: account, from: origin, at: stopwatch())
        let now = clock.now()
        return try await records.write { tx in
            try tx.hold(member.id)
            // While we hashed, the password or the account may have changed.
            guard let member = try tx.snapshot.staffMember(member.id), member.isActive, try tx.snapshot.passwordHash(of: member.id) == hash
            else {
                throw AccountRefusal.wrongCredentials
            }
            try tx.audit(.signedIn, staff: member.id, by: member.actor, from: origin, at: now)
            return try tx.openSession(of: member, at: now)
        }
    }

    private func noteFailure(of staff: StaffID?, from origin: RequestOrigin) async throws {
        let now = clock.now()
        try await records.write { tx in try tx.audit(.signInFailed, staff: staff, by: .system, from: origin, at: now) }
    }

    /// Ends this session.
    package func signOut(_ secret: Secret, from origin: RequestOrigin) async throws {
        let now = clock.now()
        try await records.write { tx in
            guard let session = try tx.snapshot.session(digest: secret.digest) else { return }
            try tx.endSession(digest: secret.digest)
            try tx.audit(.signedOut, staff: session.staff, by: Actor(.staff(session.staff)), from: origin, at: now)
        }
    }

    /// Whose session this is; nil when there is none, or it has expired.
    ///
    /// - Parameter isUse: whether asking keeps the session alive, as what a person does and a waiting page does not.
    package func session(for secret: Secret, isUse: Bool = true) async throws -> SignedIn? {
        let digest = secret.digest
        let now = clock.now()
        let found = try await records.read { snapshot in
            try snapshot.foresee { _ = try ($0.signedIn(digest: digest), $0.absences(at: now)) }
            return try snapshot.signedIn(digest: digest).map { ($0.session, try snapshot.entrusted($0.member, at: now)) }
        }
        guard let (session, member) = found, member.isActive,
            !limits.hasEnded(createdAt: session.createdAt, seenAt: session.seenAt, at: now)
        else { return nil }
        if isUse, SessionLimits.isDue(seenAt: session.seenAt, at: now) {
            // A disk that is full must not keep anybody from reading.
            try? await records.write { tx in try tx.markSession(digest: digest, seenAt: now) }
        }
        return SignedIn(member: member, sessionDigest: digest)
    }

    /// Which of these sessions still hold. Asking is no use of a session: it does not keep one alive.
    package func holding(_ digests: Set<String>) async throws -> Set<String> {
        let (now, limits) = (clock.now(), limits)
        return try await records.read { snapshot in
            try snapshot.foresee { for digest in digests { _ = try $0.signedIn(digest: digest) } }
            return try digests.filter { digest in
                guard let (session, member) = try snapshot.signedIn(digest: digest) else { return false }
                return member.isActive && !limits.hasEnded(createdAt: session.createdAt, seenAt: session.seenAt, at: now)
            }
        }
    }
}

extension Transaction {
    /// A session of its own for every sign-in.
    func openSession(of member: StaffMember, at instant: Instant) throws -> SignIn {
        let secret = Secret()
        try addSession(digest: secret.digest, of: member.id, at: instant)
        return SignIn(sessionSecret: secret, member: member)
    }
}
