import Complaints
package import Records

/// How long a session lasts, in seconds.
package struct SessionLimits: Hashable, Sendable {
    /// Without a request.
    package let idle: Int
    /// In all.
    package let absolute: Int

    package init(idle: Int = 30 * 60, absolute: Int = 12 * 3600) {
        self.idle = idle
        self.absolute = absolute
    }

    func hasEnded(createdAt: Instant, seenAt: Instant, at now: Instant) -> Bool {
        now.seconds(since: seenAt) >= idle || now.seconds(since: createdAt) >= absolute
    }

    /// Last use is written down at most this often, so that reading a page is no write.
    static let seenEvery = 60

    /// Whether last use is to be written again; a clock that was set back counts as well.
    static func isDue(seenAt: Instant, at now: Instant) -> Bool { abs(now.seconds(since: seenAt)) >= seenEvery }
}

/// Who is who: staff, their passwords and sessions, the links that set a password, and the tokens of programs.
/// Everything it does is written in the audit, in the same transaction.
package struct AccountOffice: Sendable {
    package let records: any Database
    package let clock: Clock
    package let hashing: PasswordHashing
    package let throttle: SignInThrottle
    package let limits: SessionLimits
    /// A time that nobody sets back, for the throttle.
    package let stopwatch: @Sendable () -> ContinuousClock.Instant
    /// What links are mailed by; nil where none are.
    private(set) var post: (references: LetterReferences, house: CurrentHouse)?

    package init(
        records: any Database, clock: Clock, hashing: PasswordHashing = PasswordHashing(), throttle: SignInThrottle = SignInThrottle(),
        limits: SessionLimits = SessionLimits(), stopwatch: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
    ) {
        self.records = records
        self.clock = clock
        self.hashing = hashing
        self.throttle = throttle
        self.limits = limits
        self.stopwatch = stopwatch
    }

    /// The same, and links go to their owners by mail once the house can send any.
    package func writing(by references: LetterReferences, for house: CurrentHouse) -> AccountOffice {
        var office = self
        office.post = (references, house)
        return office
    }

    /// Takes away sessions, links and request keys that have expired. Nothing depends on it: expired ones never count.
    package func sweep() async throws {
        let now = clock.now()
        try await records.write { [limits] tx in
            try tx.removeSessions(unseenSince: now.adding(seconds: -limits.idle), madeBefore: now.adding(seconds: -limits.absolute))
            try tx.removeLinks(expiredBefore: now)
            try tx.removeFollowLinks(expiredBefore: now)
            try tx.removeRequests(before: now.adding(seconds: -IdempotentRequest.lifetime))
        }
    }
}

extension Transaction {
    /// Only an administrator who still is one, or Gehoor itself on its command line, keeps accounts.
    func requireAdministrator(_ actor: Actor) throws { try require(.administrator, actor) }

    /// Somebody who has this role, whatever they had when they came in.
    ///
    /// - Parameter now: at which moment it can be lent to them too; nil where that does not do.
    func require(_ role: Role, _ actor: Actor, at now: Instant? = nil) throws {
        switch actor.identity {
        case .system: return
        case .staff(let id):
            if let member = try snapshot.staffMember(id) {
                if try (now.map { try snapshot.entrusted(member, at: $0) } ?? member).actor.has(role) { return }
            }
        case .token: if actor.has(role) { return }
        case .customer, .colleague: break
        }
        throw AccountRefusal.notAllowed
    }

    /// Ends all that somebody's browser or mailbox still grants.
    func endGrants(of staff: StaffID) throws {
        try endSessions(of: staff)
        try removeOpenLinks(of: staff)
    }

    func audit(
        _ action: AuditedAction, staff: StaffID?, by actor: Actor, from origin: RequestOrigin? = nil, at instant: Instant
    ) throws {
        let object = staff.map { "staff:\($0.value)" } ?? "unknown"
        try audit(AuditLine(at: instant, by: actor.identity, action, on: object, from: origin?.text))
    }
}
