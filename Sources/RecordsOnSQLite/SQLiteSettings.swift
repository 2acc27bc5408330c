import Foundation
import GRDB
import Records

/// How every connection is set, and the proof that it took.
enum SQLiteSettings {
    /// How long another process may keep the write lock before we say `.busy`, in seconds.
    static let patience = 5.0

    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "gehoor"
        configuration.busyMode = .timeout(patience)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = max(5, ProcessInfo.processInfo.activeProcessorCount + 2)
        // GRDB's default of stopping the process is no answer here; whoever leaves a transaction open is rolled back by us.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { database in
            try database.execute(
                sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
            // In kB. The usual 2 MB are less than the indexes that one overview or search of a large house walks through.
            try database.execute(sql: "PRAGMA cache_size = -8000")
        }
        return configuration
    }

    /// GRDB puts a writer in WAL mode on synchronous = NORMAL, by which a power cut takes acknowledged commits along. FULL syncs each.
    static func makeDurable(_ writer: GRDB.Database) throws {
        try writer.execute(sql: "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864")
        // In pages of 4 kB. The ends of tables and indexes change with nearly every commit, and are moved from the log into the database once
        // for all that came meanwhile; the start after a crash reads no more than this.
        try writer.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
        // One commit may touch more pages than a small cache holds, which would then be written more than once.
        try writer.execute(sql: "PRAGMA cache_size = -16000")
        try require("synchronous", "2", on: writer)
        try require("journal_mode", "wal", on: writer)
        try check(writer)
    }

    /// What holds for the writer and the readers alike.
    static func check(_ connection: GRDB.Database) throws {
        try require("foreign_keys", "1", on: connection)
        try require("trusted_schema", "0", on: connection)
        try require("cell_size_check", "1", on: connection)
        try require("secure_delete", "1", on: connection)
    }

    private static func require(_ name: String, _ wanted: String, on connection: GRDB.Database) throws {
        let found = try String.fetchOne(connection, sql: "PRAGMA \(name)") ?? "nothing"
        if found != wanted { throw DatabaseFault.other(code: 0, "SQLite's setting \(name) is \(found) where it must be \(wanted)") }
    }
}
