import Records

/// By what a write can be looked up when its connection was lost while it committed: the number that the server gave its transaction, and a
/// row that the transaction wrote itself. A number that never reached the disk of a server that was killed is given out again, to somebody
/// else's transaction; the row is there only if this one was kept.
struct WriteMark: Hashable, Sendable {
    let connection: String
    let transaction: String

    /// What has become of it, as far as the server can tell now.
    enum Fate { case kept, undone, underWay, unknown }

    private static let now = "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"

    /// Takes the transaction's number and notes it.
    static let note = """
        INSERT INTO write_mark (connection, transaction, made_at) VALUES (?, CAST(pg_current_xact_id() AS TEXT), \(now))
        ON CONFLICT (connection) DO UPDATE SET transaction = excluded.transaction, made_at = excluded.made_at
        RETURNING transaction
        """

    /// Takes away what connections that ended long ago left.
    static let sweep = """
        DELETE FROM write_mark WHERE connection IN (SELECT connection FROM write_mark WHERE made_at < \(now) - 86400000 FOR UPDATE SKIP LOCKED)
        """

    /// Asks the server, each time as it is by then. Throws `DatabaseFault`.
    func fate(on link: PostgresLink) throws -> Fate {
        try link.begin("BEGIN ISOLATION LEVEL READ COMMITTED", isMarked: false)
        let status: String?
        do {
            let result = try link.ask("SELECT pg_xact_status(CAST(? AS xid8))", [.text(transaction)])
            status = PostgresRow(result).optionalText(0)
        } catch {
            // A number that the server has not given out yet, as far as it remembers: what had it before was lost with its memory.
            guard link.ending?.code == "22023" else { throw error }
            link.leave("ROLLBACK")
            return .undone
        }
        defer { link.leave("COMMIT") }
        switch status {
        case "aborted": return .undone
        case "in progress": return .underWay
        case "committed": break
        default: return .unknown
        }
        let found = try link.ask("SELECT transaction FROM write_mark WHERE connection = ?", [.text(connection)])
        return found.rows > 0 && PostgresRow(found).optionalText(0) == transaction ? .kept : .undone
    }
}
