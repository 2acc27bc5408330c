import GRDBSQLite

/// What statements cost, by SQLite's own counters.
package struct StatementEffort: Hashable, Sendable {
    /// Rows that were handed out.
    package var rows = 0
    /// Steps through a table or an index from one end to the other, where nothing said where to begin or end.
    package private(set) var fullScanSteps = 0
    /// Operations of SQLite's own machine: every row that is looked at takes some.
    package private(set) var operations = 0

    /// Adds what a statement did since it was last counted.
    mutating func add(_ statement: OpaquePointer) {
        fullScanSteps += Int(sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1))
        operations += Int(sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1))
    }
}
