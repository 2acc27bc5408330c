package import Complaints
package import Records

extension AccountOffice {
    /// In front of every API token's secret, so that scanners of source code know one when it leaks.
    package static let tokenMark = "gehoor_"

    /// Makes an API token; its text is told this once. Throws `AccountRefusal.invalid` (`name`, `roles`) or `.notAllowed`.
    package func makeToken(name: String, roles: Set<Role>, by actor: Actor = .system) async throws -> (token: APIToken, text: String) {
        var check = FieldCheck()
        let line = check.line(name, at: "name", limit: StaffInput.longestName, required: true)
        if roles.isEmpty { check.note(.missing, at: "roles") }
        guard let line, check.problems.isEmpty else { throw AccountRefusal.invalid(check.problems) }
        let now = clock.now()
        let secret = Secret()
        let token = APIToken(id: Keys.fresh(at: now.milliseconds), name: line, roles: roles, createdAt: now)
        try await records.write { tx in
            try tx.requireAdministrator(actor)
            try tx.add(token, digest: secret.digest)
            try tx.audit(AuditLine(at: now, by: actor.identity, .tokenMade, on: "token:\(token.id)", from: nil))
        }
        return (token, Self.tokenMark + secret.text)
    }

    /// Who comes with this bearer text; nil for no token of ours, or one that was ended. One look-up by an indexed column.
    package func tokenActor(for bearer: some StringProtocol) async throws -> (actor: Actor, tokenID: Int64)? {
        guard let secret = Self.tokenSecret(in: bearer) else { return nil }
        let now = clock.now()
        return try await records.read { snapshot in
            guard let token = try snapshot.apiToken(digest: secret.digest) else { return nil }
            return (try snapshot.entrusted(token, at: now), token.id)
        }
    }

    /// Throws `AccountRefusal.notThere` (also when it was ended before) or `.notAllowed`.
    package func endToken(_ id: Int64, by actor: Actor) async throws {
        let now = clock.now()
        try await records.write { tx in
            try tx.requireAdministrator(actor)
            guard try tx.endAPIToken(id, at: now) else { throw AccountRefusal.notThere }
            try tx.audit(AuditLine(at: now, by: actor.identity, .tokenEnded, on: "token:\(id)", from: nil))
        }
    }

    private static func tokenSecret(in bearer: some StringProtocol) -> Secret? {
        let bytes = Array(bearer.utf8.prefix(256))
        guard bytes.starts(with: tokenMark.utf8) else { return nil }
        return Secret(parsing: String(decoding: bytes.dropFirst(tokenMark.utf8.count), as: UTF8.self))
    }
}
