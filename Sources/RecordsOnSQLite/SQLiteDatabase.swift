import Dispatch
import GRDB
package import Records
import Synchronization

/// The store in one file. Opened in one way only: the writer syncs every commit, or we do not start.
package final class SQLiteDatabase: Records.Database {
    let pool: DatabasePool
    private let queue = WriteQueue()
    private let commitCount = Mutex(0)
    private let known = KnownWords()
    private let leavesLog: Bool
    private static let isClosed = DatabaseFault.other(code: 21, "the database is closed")

    /// Opens or makes the database of `house`. Throws `DatabaseFault`; `.other` in words when a setting that keeps data safe did not take.
    ///
    /// - Parameter leavesLog: others are in the house, and move the log into the database after us. Doing so takes two syncs, during which
    ///   nobody writes.
    package init(in house: HouseFolder, leavesLog: Bool = false) throws {
        self.leavesLog = leavesLog
        do {
            try house.make()
            try house.protectFiles()
            pool = try DatabasePool(path: house.databasePath, configuration: SQLiteSettings.configuration)
            try pool.writeWithoutTransaction(SQLiteSettings.makeDurable)
            try pool.read(SQLiteSettings.check)
        } catch {
            throw outward(error)
        }
    }

    /// Transactions committed since opening; writes that came together share one.
    package var commits: Int { commitCount.withLock { $0 } }

    /// Writes that were asked for and not begun.
    package var waitingWrites: Int { queue.length }

    package func read<T: Sendable>(_ body: @escaping @Sendable (Snapshot) throws -> T) async throws -> T {
        try Task.checkCancellation()
        return try readHere(body)
    }

    /// Reads on the thread that asks: a page's reads take less than the way to another thread and back. There are more readers than threads
    /// that could ask, so nobody waits; whoever reads much does it page by page.
    private func readHere<T>(_ body: (Snapshot) throws -> T) throws -> T {
        do {
            return try pool.unsafeRead { database in
                let connection = SQLiteConnection(database, for: .reading)
                // By statements that stay prepared: GRDB's own way has them read anew each time, and watches for changes that a reader never makes.
                try connection.execute("BEGIN", [])
                defer { _ = try? connection.execute("ROLLBACK", []) }
                return try body(Snapshot(connection: connection))
            }
        } catch {
            throw outward(error)
        }
    }

    package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { caller in
            let write = QueuedWrite(body, for: caller)
            switch queue.add(write) {
            case .served: break
            case .needsServing: serve()
            case .closed: write.refuse(Self.isClosed)
            }
        }
    }

    package func maintenance<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { caller in
            pool.asyncBarrierWriteWithoutTransaction { [self] access in
                caller.resume(with: Result { try alone(try access.get(), body) }.mapError(outward))
            }
        }
    }

    /// Serves what waits, moves the log into the database and closes; the next start finds a clean stop.
    package func close() async throws {
        guard queue.close() else { return }
        try await withCheckedThrowingContinuation { (caller: CheckedContinuation<Void, any Error>) in
            pool.asyncWriteWithoutTransaction { [self] database in
                while !queue.rest() { commitGroup(on: database) }
                // Another process may still read: then that one takes the log along when it closes. Who is the last does so in any case.
                if !leavesLog { try? database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
                DispatchQueue.global().async { caller.resume(with: Result { try self.closePool() }.mapError(outward)) }
            }
        }
    }
}

extension SQLiteDatabase {
    /// One group for each access to the writer, so that maintenance gets its turn between two.
    private func serve() {
        pool.asyncWriteWithoutTransaction { [self] database in
            commitGroup(on: database)
            if !queue.rest() { serve() }
        }
    }

    private func commitGroup(on database: GRDB.Database) {
        let connection = SQLiteConnection(database, for: .writing, knowing: known)
        GroupCommit.run(queue, on: connection) { words in
            commitCount.withLock { $0 += 1 }
            known.note(words)
        }
    }

    private func alone<T>(_ database: GRDB.Database, _ body: (any Connection) throws -> T) throws -> T {
        let connection = SQLiteConnection(database, for: .alone, knowing: known)
        // GRDB stops the process for a transaction that is left open.
        defer { if connection.isInTransaction { try? connection.script("ROLLBACK") } }
        return try body(connection)
    }

    /// Readers go first: only a connection that may write takes the log away when it is the last.
    private func closePool() throws {
        pool.releaseMemory()
        try pool.close()
    }
}
