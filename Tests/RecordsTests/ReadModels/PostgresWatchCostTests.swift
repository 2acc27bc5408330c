import Complaints
import Records
import Rehearsal
import Testing

/// The same as in `ListCostTests`, by PostgreSQL's own counters.
@Suite(.enabled(if: !EngineUnderTest.current.isSQLite))
struct PostgresWatchCostTests {
    @Test func `a look at 100,000 open promises reads those that fall due and no others`() async throws {
        try await withCaseOffice { rehearsal in
            let (now, due) = (rehearsal.now, 120)
            _ = try await rehearsal.records.write { tx in
                try tx.execute(
                    """
                    INSERT INTO promise (complaint_id, ordinal, kind, start_at, due_at, watch_at)
                    SELECT i, 1, 'resolution', 0, ?, CASE WHEN i % 800 = 0 AND i <= 96000 THEN ? - i ELSE ? + i END
                    FROM generate_series(CAST(1 AS BIGINT), 100000) AS n (i)
                    """, .integer(now.milliseconds), .integer(now.milliseconds), .integer(now.milliseconds))
                try tx.execute("ANALYZE promise")
            }
            let (found, rows) = try await rehearsal.records.read { snapshot in
                let before = try Self.rowsRead(in: snapshot)
                let found = try snapshot.promisesToWatch(through: now, limit: 500).count
                return (found, try Self.rowsRead(in: snapshot) - before)
            }
            #expect(found == due && (due...2 * due + 100).contains(rows), "\(rows) rows")
        }
    }

    /// How many promises this transaction has looked at until now.
    private static func rowsRead(in snapshot: Snapshot) throws -> Int {
        try snapshot.count(
            """
            SELECT CAST(coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) AS BIGINT)
            FROM pg_stat_xact_user_tables WHERE relname = 'promise' AND pg_table_is_visible(relid)
            """)
    }
}
