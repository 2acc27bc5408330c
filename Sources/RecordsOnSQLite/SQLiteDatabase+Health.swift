import GRDB
package import Records

/// For the status page, `verify` and the tests.
extension SQLiteDatabase {
    package enum Side: Sendable { case writer, reader }

    /// The live value of a setting, as SQLite writes it; empty when there is no such setting.
    package func pragma(_ name: StaticString, on side: Side = .writer) async throws -> String {
        do {
            switch side {
            case .writer: return try await pool.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA \(name)") ?? "" }
            case .reader: return try await pool.read { try String.fetchOne($0, sql: "PRAGMA \(name)") ?? "" }
            }
        } catch {
            throw outward(error)
        }
    }

    package func health() async throws -> EngineHealth {
        let version = try await read { snapshot in try snapshot.first("SELECT sqlite_version()") { $0.text(0) } ?? "" }
        let level = try await pragma("synchronous")
        let pages = Int64(try await pragma("page_count", on: .reader)) ?? 0
        let pageSize = Int64(try await pragma("page_size", on: .reader)) ?? 0
        let names = ["0": "OFF", "1": "NORMAL", "2": "FULL", "3": "EXTRA"]
        return EngineHealth(
            name: "SQLite \(version)", durability: "synchronous=\(names[level] ?? level)", isDurable: level == "2" || level == "3",
            size: pages * pageSize)
    }

    /// What is wrong with the file, at most 100 findings; none when it is sound. Reads every page, but not every index against its
    /// table. Others read and write meanwhile.
    package func quickCheck() async throws -> [String] { try await findings("PRAGMA quick_check") }

    /// As `quickCheck`, with indexes and foreign keys; slower.
    package func integrityCheck() async throws -> [String] {
        let references = try await read { snapshot in
            try snapshot.all("PRAGMA foreign_key_check") { "a row of \($0.text(0)) refers to a row of \($0.text(2)) that is not there" }
        }
        return try await findings("PRAGMA integrity_check") + references
    }

    /// Moves what was committed from the log into the database file and empties the log, so that erased text is gone from it as well.
    /// False when a reader stood in the way.
    package func checkpoint() async throws -> Bool {
        try await maintenance { connection in
            var isDone = false
            try connection.rows("PRAGMA wal_checkpoint(TRUNCATE)", []) { isDone = !$0.flag(0) }
            return isDone
        }
    }

    private func findings(_ check: String) async throws -> [String] {
        try await read { snapshot in try snapshot.all(check) { $0.text(0) } }.filter { $0 != "ok" }
    }
}
