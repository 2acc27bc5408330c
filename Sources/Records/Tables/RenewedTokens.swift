package import Complaints

/// Refresh tokens that a token endpoint gave in place of those in the settings, sealed.
extension Snapshot {
    package func renewedToken(_ origin: String) throws -> String? {
        try first("SELECT sealed FROM renewed_token WHERE origin = ?", .text(origin)) { $0.text(0) }
    }
}

extension Transaction {
    package func keepRenewedToken(_ sealed: String, of origin: String, at now: Instant) throws {
        try execute(
            """
            INSERT INTO renewed_token (origin, sealed, renewed_at) VALUES (?, ?, ?)
            ON CONFLICT (origin) DO UPDATE SET sealed = excluded.sealed, renewed_at = excluded.renewed_at
            """, .text(origin), .text(sealed), .integer(now.milliseconds))
    }

    /// Forgets those of settings that hold no more.
    package func forgetRenewedTokens(but origins: Set<String>) throws {
        let kept = try snapshot.all("SELECT origin FROM renewed_token") { $0.text(0) }
        for origin in kept where !origins.contains(origin) { try execute("DELETE FROM renewed_token WHERE origin = ?", .text(origin)) }
    }
}
