import GRDB
import GRDBSQLite
package import Records

/// Runs statements on one of GRDB's connections, inside one access to it.
///
/// GRDB keeps the connections and the cache of prepared statements; values and rows go to SQLite directly, because GRDB ends a text
/// at U+0000 and builds more per row than we need.
package final class SQLiteConnection: Connection {
    /// What the connection is lent for.
    enum Use {
        case reading
        /// Inside a transaction that others may share: nothing may run once that is gone.
        case writing
        case alone
    }

    let database: GRDB.Database
    let use: Use
    private let known: KnownWords?
    /// Words that this connection made the store hold, where nobody else is in the house.
    private let learnt = KnownWords()
    /// What the writes of this transaction change in the search index; written by `writeSearchChanges` before their commit.
    private var searchChanges = SearchChanges()
    /// The fault by which SQLite ended the transaction by itself.
    private(set) var ending: DatabaseFault?
    /// What the statements of this access cost so far.
    package private(set) var effort = StatementEffort()

    /// - Parameter known: words that the store is known to hold.
    init(_ database: GRDB.Database, for use: Use, knowing known: KnownWords? = nil) {
        (self.database, self.use, self.known) = (database, use, known)
    }

    package var dialect: any Dialect { SQLiteDialect() }
    var handle: OpaquePointer? { database.sqliteConnection }

    /// SQLite rolls a whole transaction back by itself when the disk is full or fails.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    package func rows(_ sql: String, _ values: [SQLValue], _ body: (any SQLRow) throws -> Void) throws {
        let statement = try prepared(sql)
        defer { reset(statement) }
        try bind(values, to: statement.sqliteStatement)
        let row = SQLiteRow(statement: statement.sqliteStatement)
        while try step(statement.sqliteStatement) {
            effort.rows += 1
            try body(row)
        }
    }

    @discardableResult
    package func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
        let statement = try prepared(sql)
        defer { reset(statement) }
        try bind(values, to: statement.sqliteStatement)
        while try step(statement.sqliteStatement) {}
        return statement.isReadonly ? 0 : Int(sqlite3_changes(handle))
    }

    package func post(_ sql: String, _ values: [SQLValue]) throws { try execute(sql, values) }

    package func script(_ sql: String) throws {
        try requireTransaction()
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
        // What was learnt in a transaction that is undone is not known.
        if sql != "COMMIT" { learnt.forget() }
    }

    /// FTS5 ends a piece of its index at every savepoint, and each piece must be merged with others later: writes that share a commit
    /// share a piece.
    package func makeFindable(_ words: [String], of id: Int64) throws {
        searchChanges.add(words, to: id)
        if use != .writing { learnt.note(try writeSearchChanges()) }
    }

    package func makeUnfindable(_ words: [String], of id: Int64) throws {
        searchChanges.remove(words, from: id)
        if use != .writing { learnt.note(try writeSearchChanges()) }
    }

    package func clearSearch() throws {
        try execute(dialect.clearSearchIndex, [])
        try execute("DELETE FROM search_part", [])
        known?.forget()
        learnt.forget()
    }

    /// How many changes of the search index there are so far; `cutSearchChanges` goes back to it.
    var searchChangeCount: Int { searchChanges.count }
    func cutSearchChanges(to count: Int) { searchChanges.cut(to: count) }

    /// Writes what was gathered for the search index. Returns words to note as known, once this is kept.
    func writeSearchChanges() throws -> [String] {
        defer { searchChanges = SearchChanges() }
        return try searchChanges.write(in: Transaction(connection: self), knowing: use == .writing ? known : learnt)
    }

    /// A reference that is checked at commit only would fail for everybody who shares it: find it while its writer is known.
    func requireReferences() throws {
        var open: Int32 = 0
        var unused: Int32 = 0
        sqlite3_db_status(handle, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &unused, 0)
        if open != 0 { throw DatabaseFault.foreignKey("deferred") }
    }

    /// Without this, a body that swallows the fault would go on outside any transaction, each statement kept by itself.
    func requireTransaction() throws {
        if use == .writing, !isInTransaction { throw ending ?? .other(code: Int(SQLITE_ABORT), "the transaction has ended") }
    }
}

extension SQLiteConnection {
    private func prepared(_ sql: String) throws -> Statement {
        try requireTransaction()
        do {
            let statement = try database.cachedStatement(sql: sql)
            // Asked again while its rows are still being read: that needs a statement of its own.
            return sqlite3_stmt_busy(statement.sqliteStatement) == 0 ? statement : try database.makeStatement(sql: sql)
        } catch {
            throw outward(error)
        }
    }

    private func bind(_ values: [SQLValue], to statement: OpaquePointer) throws {
        let wanted = sqlite3_bind_parameter_count(statement)
        guard Int(wanted) == values.count else {
            throw DatabaseFault.other(code: Int(SQLITE_RANGE), "\(wanted) placeholders, \(values.count) values")
        }
        for (index, value) in zip(Int32(1)..., values) {
            guard value.bind(to: statement, at: index) == SQLITE_OK else { throw failure() }
        }
    }

    /// Whether there is a next row.
    private func step(_ statement: OpaquePointer) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        default: throw failure()
        }
    }

    /// Values are cleared as well: a cached statement must not keep a story or an address in memory.
    private func reset(_ statement: Statement) {
        effort.add(statement.sqliteStatement)
        sqlite3_reset(statement.sqliteStatement)
        sqlite3_clear_bindings(statement.sqliteStatement)
    }

    private func failure() -> DatabaseFault {
        let fault = DatabaseFault(lastOf: handle)
        if use == .writing, !isInTransaction, ending == nil { ending = fault }
        return fault
    }
}
