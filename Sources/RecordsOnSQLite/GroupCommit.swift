import Records

/// One transaction that concurrent writes share: one sync of the disk answers them all.
///
/// Each write has a savepoint, so that one that fails takes nothing of the others along. Nobody is answered before the commit, not
/// even with a refusal: it may rest on what a neighbour wrote. Nobody waits on purpose: the group is what came while the last
/// commit was under way.
struct GroupCommit {
    /// So many at most share a commit: bounds how long the first of them waits.
    static let limit = 256

    private enum Outcome {
        case kept(write: QueuedWrite, answer: @Sendable () -> Void)
        case undone(write: QueuedWrite, error: any Error)
    }

    private let connection: SQLiteConnection
    private var outcomes: [Outcome] = []

    /// Runs and answers up to `limit` writes from `queue`. `noted` is called after the commit, before the answers, with words that the store
    /// holds.
    static func run(_ queue: WriteQueue, on connection: SQLiteConnection, noted: ([String]) -> Void) {
        guard let first = queue.take() else { return }
        var group = GroupCommit(connection: connection)
        do {
            try begin(on: connection)
        } catch {
            // Whoever waits behind has waited as well, and would wait as long again for each before it.
            first.refuse(error)
            while let write = queue.take() { write.refuse(error) }
            return
        }
        group.attempt(first)
        while group.outcomes.count < limit, connection.isInTransaction, let write = queue.take() { group.attempt(write) }
        group.finish(noted)
    }

    private init(connection: SQLiteConnection) { self.connection = connection }

    private static func begin(on connection: SQLiteConnection) throws {
        // Not through the guarded ways: there is no transaction yet.
        try SQLiteConnection(connection.database, for: .alone).execute(connection.dialect.beginWriting, [])
    }

    private mutating func attempt(_ write: QueuedWrite) {
        let searchChanges = connection.searchChangeCount
        do {
            try connection.execute("SAVEPOINT write", [])
            let answer = try write.run(Transaction(connection: connection))
            try connection.requireReferences()
            try connection.execute("RELEASE write", [])
            outcomes.append(.kept(write: write, answer: answer))
        } catch {
            outcomes.append(.undone(write: write, error: error))
            connection.cutSearchChanges(to: searchChanges)
            undo()
        }
    }

    /// Undoes the write that failed. Where even that fails, the transaction ends, and `finish` finds it gone.
    private func undo() {
        guard connection.isInTransaction else { return }
        do {
            try connection.execute("ROLLBACK TO write", [])
            try connection.execute("RELEASE write", [])
        } catch {
            _ = try? connection.execute("ROLLBACK", [])
        }
    }

    private func finish(_ noted: ([String]) -> Void) {
        let isWorthKeeping = outcomes.contains { if case .kept = $0 { true } else { false } }
        var words: [String] = []
        do {
            if isWorthKeeping { words = try connection.writeSearchChanges() }
            try connection.execute(isWorthKeeping ? "COMMIT" : "ROLLBACK", [])
        } catch {
            if connection.isInTransaction { _ = try? connection.execute("ROLLBACK", []) }
            return refuseAll(error)
        }
        if isWorthKeeping { noted(words) }
        for outcome in outcomes {
            switch outcome {
            case .kept(_, let answer): answer()
            case .undone(let write, let error): write.refuse(error)
            }
        }
    }

    /// Nothing was kept. Who failed while the transaction still stood hears the same: its reason may have been undone as well.
    private func refuseAll(_ fault: any Error) {
        for outcome in outcomes {
            switch outcome {
            case .kept(let write, _), .undone(let write, _): write.refuse(fault)
            }
        }
    }
}
