import Dispatch
import Records
import Rehearsal
import Testing

/// What a write and a read promise, on every engine.
struct TransactionTests {
    struct Objection: Error {}

    @Test(arguments: EngineUnderTest.all)
    func `a write sees its own changes and says how many`(engine: EngineUnderTest) async throws {
        try await engine.withDatabase(shelfMigrations) { database in
            let seen = try await database.write { transaction in
                try transaction.execute("INSERT INTO shelf (id, label) VALUES (1, 'onder'), (2, 'boven')")
                let changed = try transaction.execute("UPDATE shelf SET height = ? WHERE id < ?", 30, 9)
                return [changed, try transaction.snapshot.count("SELECT count(*) FROM shelf WHERE height = ?", 30)]
            }
            #expect(seen == [2, 2])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a conflict that is let be returns no row`(engine: EngineUnderTest) async throws {
        try await engine.withDatabase(shelfMigrations) { database in
            let insert = "INSERT INTO shelf (id, label) VALUES (?, ?) ON CONFLICT (label) DO NOTHING RETURNING id"
            let first = try await database.write { try $0.first(insert, 1, "onder") { $0.integer(0) } }
            let second = try await database.write { try $0.first(insert, 2, "onder") { $0.integer(0) } }
            #expect(first == 1)
            #expect(second == nil)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a write that throws leaves nothing, and its error comes back`(engine: EngineUnderTest) async throws {
        try await engine.withDatabase(shelfMigrations) { database in
            await #expect(throws: Objection.self) {
                try await database.write { transaction in
                    try transaction.execute("INSERT INTO shelf (id, label) VALUES (1, 'onder')")
                    throw Objection()
                }
            }
            let left = try await database.labels()
            #expect(left == [])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `of writes that come together only those that fail are undone, and each hears its own`(engine: EngineUnderTest) async throws {
        try await engine.withDatabase(shelfMigrations) { database in
            let refused = try await withThrowingTaskGroup(of: Int?.self) { group in
                for id in 1...200 {
                    group.addTask {
                        do {
                            try await database.write { transaction in
                                try transaction.execute("INSERT INTO shelf (id, label) VALUES (?, ?)", SQLValue(id), SQLValue("\(id)"))
                                if id.isMultiple(of: 3) { throw Objection() }
                            }
                            return nil
                        } catch is Objection {
                            return id
                        }
                    }
                }
                return try await group.reduce(into: Set<Int>()) { if let id = $1 { $0.insert(id) } }
            }
            #expect(refused == Set((1...200).filter { $0.isMultiple(of: 3) }))
            #expect(try await database.labels() == (1...200).filter { !$0.isMultiple(of: 3) }.map { "\($0)" })
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `each write runs once, cancelled or not, and is answered once`(engine: EngineUnderTest) async throws {
        try await engine.withDatabase(shelfMigrations) { database in
            let runs = Counter()
            await withTaskGroup { group in
                for id in 1...100 {
                    group.addTask {
                        try? await database.write { transaction in
                            runs.count()
                            try transaction.execute("INSERT INTO shelf (id, label) VALUES (?, ?)", SQLValue(id), SQLValue("\(id)"))
                        }
                    }
                }
                group.cancelAll()
            }
            let kept = try await database.labels().count
            #expect(runs.value == 100)
            #expect(kept == 100)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a reader sees one moment, and never what is not committed`(engine: EngineUnderTest) async throws {
        try await engine.withDatabase(shelfMigrations) { database in
            try await database.addShelf(1, "onder")
            let (hasRead, reading) = AsyncStream.makeStream(of: Void.self)
            let mayGoOn = DispatchSemaphore(value: 0)
            async let counts = database.read { snapshot in
                defer { reading.finish() }
                let before = try snapshot.count("SELECT count(*) FROM shelf")
                reading.finish()
                mayGoOn.wait()
                return [before, try snapshot.count("SELECT count(*) FROM shelf")]
            }
            // Whatever fails here, it ends.
            defer { mayGoOn.signal() }
            for await _ in hasRead {}
            try await database.addShelf(2, "boven")
            let meanwhile = try await database.labels().count
            mayGoOn.signal()
            #expect(try await counts == [1, 1])
            #expect(meanwhile == 2)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a transaction of maintenance keeps all or nothing`(engine: EngineUnderTest) async throws {
        try await engine.withDatabase(shelfMigrations) { database in
            try await database.maintenance { connection in
                try connection.transaction { _ = try $0.execute("INSERT INTO shelf (id, label) VALUES (1, 'onder')") }
            }
            await #expect(throws: Objection.self) {
                try await database.maintenance { connection in
                    try connection.transaction { transaction in
                        try transaction.execute("DELETE FROM shelf")
                        throw Objection()
                    }
                }
            }
            #expect(try await database.labels() == ["onder"])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a transaction that maintenance leaves open is undone`(engine: EngineUnderTest) async throws {
        try await engine.withDatabase(shelfMigrations) { database in
            try await database.maintenance { connection in
                try connection.script(connection.dialect.beginWriting)
                try connection.execute("INSERT INTO shelf (id, label) VALUES (1, 'onder')", [])
            }
            #expect(try await database.labels() == [])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a closed database refuses`(engine: EngineUnderTest) async throws {
        try await engine.withDatabase(shelfMigrations) { database in
            try await database.close()
            await #expect(throws: DatabaseFault.self) { try await database.addShelf(1, "onder") }
            await #expect(throws: DatabaseFault.self) { try await database.labels() }
        }
    }
}
