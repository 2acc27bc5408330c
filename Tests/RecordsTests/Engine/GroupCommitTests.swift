import Dispatch
import Records
import RecordsOnSQLite
import Rehearsal
import Testing

/// Concurrent writes share one commit, and nobody pays for a neighbour.
struct GroupCommitTests {
    @Test func `a lone write has a commit of its own, at once`() async throws {
        try await withShelves { _, database in
            let before = database.commits
            try await database.addShelf(1, "onder")
            #expect(database.commits == before + 1)
        }
    }

    @Test func `writes that came while the writer was busy share one commit, in order of arrival`() async throws {
        try await withShelves { _, database in
            let before = database.commits
            let blockade = try await Blockade(of: database)
            var writes: [Task<Void, any Error>] = []
            for id in 1...50 {
                writes.append(Task { try await database.addNext("\(id)") })
                try await database.waitForQueue(of: id)
            }
            blockade.lift()
            for write in writes { try await write.value }
            #expect(try await database.labels() == (1...50).map { "\($0)" })
            #expect(database.commits == before + 1)
        }
    }

    @Test func `one that fails in a shared commit takes nothing of the others along`() async throws {
        try await withShelves { _, database in
            let before = database.commits
            let blockade = try await Blockade(of: database)
            let first = Task { try await database.addShelf(1, "onder") }
            try await database.waitForQueue(of: 1)
            let doubled = Task { try await database.addShelf(2, "onder") }
            try await database.waitForQueue(of: 2)
            let last = Task { try await database.addShelf(3, "boven") }
            try await database.waitForQueue(of: 3)
            blockade.lift()
            try await first.value
            await #expect(throws: DatabaseFault.unique("shelf.label")) { try await doubled.value }
            try await last.value
            #expect(try await database.labels() == ["onder", "boven"])
            #expect(database.commits == before + 1)
        }
    }

    @Test func `writes that all fail commit nothing`() async throws {
        try await withShelves { _, database in
            let before = database.commits
            await #expect(throws: DatabaseFault.self) { try await database.write { try $0.execute("INSERT INTO nowhere VALUES (1)") } }
            #expect(database.commits == before)
        }
    }

    @Test func `a write that ends the transaction takes no neighbour's acknowledgement along, and may not go on outside it`() async throws {
        try await withShelves { _, database in
            let blockade = try await Blockade(of: database)
            let neighbour = Task { try await database.addShelf(1, "onder") }
            try await database.waitForQueue(of: 1)
            let breaker = Task {
                try await database.write { transaction in
                    try transaction.execute("ROLLBACK")
                    _ = try? transaction.execute("INSERT INTO shelf (id, label) VALUES (2, 'los')")
                }
            }
            try await database.waitForQueue(of: 2)
            let later = Task { try await database.addShelf(3, "boven") }
            try await database.waitForQueue(of: 3)
            blockade.lift()
            await #expect(throws: DatabaseFault.self) { try await neighbour.value }
            await #expect(throws: DatabaseFault.self) { try await breaker.value }
            try await later.value
            #expect(try await database.labels() == ["boven"])
        }
    }

    @Test func `a full disk is told, loses nothing that was acknowledged, and passes`() async throws {
        try await withShelves { _, database in
            try await database.addShelf(1, "onder")
            try await database.maintenance { connection in
                try connection.rows("PRAGMA max_page_count = 1", []) { _ in }
            }
            let large = SQLValue(String(repeating: "x", count: 1_000_000))
            await #expect(throws: DatabaseFault.full) {
                try await database.write { try $0.execute("INSERT INTO shelf (id, label) VALUES (2, ?)", large) }
            }
            try await database.maintenance { connection in
                try connection.rows("PRAGMA max_page_count = 1000000", []) { _ in }
            }
            try await database.addShelf(3, "boven")
            #expect(try await database.labels() == ["onder", "boven"])
        }
    }
}

/// Keeps the writer busy until it is lifted.
private struct Blockade {
    private let mayGoOn = DispatchSemaphore(value: 0)
    private let holding: Task<Void, any Error>

    init(of database: SQLiteDatabase) async throws {
        let (isHeld, held) = AsyncStream.makeStream(of: Void.self)
        let mayGoOn = mayGoOn
        holding = Task {
            try await database.maintenance { _ in
                held.finish()
                mayGoOn.wait()
            }
        }
        for await _ in isHeld {}
    }

    func lift() { mayGoOn.signal() }
}

extension SQLiteDatabase {
    fileprivate func addNext(_ label: String) async throws {
        try await write {
            _ = try $0.execute("INSERT INTO shelf (id, label) SELECT coalesce(max(id), 0) + 1, ? FROM shelf", SQLValue(label))
        }
    }

    fileprivate func waitForQueue(of length: Int) async throws {
        while waitingWrites < length { try await Task.sleep(for: .milliseconds(1)) }
    }
}
