package import Complaints

/// A program's key to the API, as the house knows one: never its secret.
package struct APIToken: Hashable, Sendable {
    package let id: Int64
    package let name: String
    package let roles: Set<Role>
    package let createdAt: Instant
    package let endedAt: Instant?

    package init(id: Int64, name: String, roles: Set<Role>, createdAt: Instant, endedAt: Instant? = nil) {
        self.id = id
        self.name = name
        self.roles = roles
        self.createdAt = createdAt
        self.endedAt = endedAt
    }

    package var actor: Actor { Actor(.token(id), roles: endedAt == nil ? roles : []) }
}

extension Snapshot {
    /// Every token, ended ones included, newest first.
    package func apiTokens() throws -> [APIToken] { try all("SELECT \(columns) FROM api_token ORDER BY id DESC", as: token) }

    /// The token with this SHA-256, unless it was ended.
    package func apiToken(digest: String) throws -> APIToken? {
        try first("SELECT \(columns) FROM api_token WHERE digest = ? AND ended_at IS NULL", .text(digest), as: token)
    }

    private var columns: String { "id, name, roles, created_at, ended_at" }

    private func token(_ row: any SQLRow) -> APIToken {
        APIToken(
            id: row.integer(0), name: row.text(1), roles: RolesText.roles(in: row.text(2)),
            createdAt: Instant(milliseconds: row.integer(3)),
            endedAt: row.optionalInteger(4).map { Instant(milliseconds: $0) })
    }
}

extension Transaction {
    package func add(_ token: APIToken, digest: String) throws {
        try execute(
            "INSERT INTO api_token (id, name, roles, digest, created_at) VALUES (?, ?, ?, ?, ?)", .integer(token.id), .text(token.name),
            .text(RolesText.text(of: token.roles)), .text(digest), .integer(token.createdAt.milliseconds))
    }

    /// False when there is no such token, or it was ended before.
    package func endAPIToken(_ id: Int64, at instant: Instant) throws -> Bool {
        try execute("UPDATE api_token SET ended_at = ? WHERE id = ? AND ended_at IS NULL", .integer(instant.milliseconds), .integer(id)) > 0
    }
}
