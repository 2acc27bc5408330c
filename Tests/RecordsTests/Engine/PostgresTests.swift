import Dispatch
import Foundation
import Records
import RecordsOnPostgres
import Rehearsal
import Testing

/// What PostgreSQL alone does, and two nodes on it.
@Suite(.enabled(if: PostgresForTests.ofThisRun != nil)) struct PostgresTests {
    /// A database with shelves, open twice, as two nodes have it.
    private func withNodes(_ body: (PostgresDatabase, PostgresDatabase) async throws -> Void) async throws {
        guard let server = PostgresForTests.ofThisRun else { return }
        let address = try await server.make(withSchema: false)
        let (one, other) = (try PostgresDatabase(at: address, connections: 4), try PostgresDatabase(at: address, connections: 4))
        do {
            try await Migrations.apply(shelfMigrations, on: one)
            try await body(one, other)
        } catch {
            try? await one.close()
            try? await other.close()
            await server.remove(address)
            throw error
        }
        try await one.close()
        try await other.close()
        await server.remove(address)
    }

    @Test func `two that hold each other up are both carried out`() async throws {
        try await withNodes { one, other in
            try await one.addShelf(1, "onder")
            try await one.addShelf(2, "boven")
            let (runs, held) = (Counter(), Counter())
            @Sendable func raise(_ first: Int, _ second: Int) -> @Sendable (Transaction) throws -> Void {
                { tx in
                    runs.count()
                    try tx.execute("UPDATE shelf SET height = coalesce(height, 0) + 1 WHERE id = ?", SQLValue(first))
                    held.count()
                    // Each has its first by now, however slow the machine is.
                    for _ in 0..<200 where held.value < 2 { Thread.sleep(forTimeInterval: 0.05) }
                    try tx.execute("UPDATE shelf SET height = coalesce(height, 0) + 1 WHERE id = ?", SQLValue(second))
                }
            }
            async let left: Void = one.write(raise(1, 2))
            async let right: Void = other.write(raise(2, 1))
            _ = try await (left, right)
            #expect(try await one.read { try $0.count("SELECT sum(height) FROM shelf") } == 4)
            #expect(runs.value == 3)
        }
    }

    @Test func `who is in the house keeps no transaction open, so that the server can tidy up`() async throws {
        try await withNodes { one, other in
            let presence = try HousePresence.shared(one.address)
            defer { presence.release() }
            try await one.addShelf(1, "onder")
            let open =
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xmin IS NOT NULL"
            #expect(try await other.read { try $0.count(open) } == 0)
        }
    }

    @Test func `what was foreseen and never asked answers nobody later`() async throws {
        try await withNodes { one, other in
            @Sendable func shelves(_ snapshot: Snapshot) throws -> Int { try snapshot.count("SELECT count(*) FROM shelf") }
            try await one.read { snapshot in try snapshot.foresee { _ = try shelves($0) } }
            try await other.addShelf(1, "onder")
            #expect(try await one.read { try shelves($0) } == 1)
            // Asked twice, it is answered twice.
            let twice = try await one.read { snapshot in
                try snapshot.foresee { _ = try shelves($0) }
                return [try shelves(snapshot), try shelves(snapshot)]
            }
            #expect(twice == [1, 1])
        }
    }

    @Test func `a connection that ends in the middle is made anew, and the write is kept once`() async throws {
        try await withNodes { one, other in
            let runs = Counter()
            try await one.write { tx in
                runs.count()
                try tx.execute("INSERT INTO shelf (id, label) VALUES (1, 'onder')")
                if runs.value == 1 {
                    _ = try? tx.snapshot.count("SELECT count(*) FROM (SELECT pg_terminate_backend(pg_backend_pid())) AS x")
                }
            }
            #expect(runs.value == 2)
            #expect(try await other.labels() == ["onder"])
        }
    }

    @Test func `a commit that is cut off before it is kept is done again, and kept once`() async throws {
        try await withNodes { one, other in
            try await one.maintenance { connection in
                // Ends the connection while it commits, the first time only: sequences go on whatever is undone.
                try connection.script(
                    """
                    CREATE SEQUENCE turn; CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    IF nextval('turn') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN NULL; END $$;
                    CREATE CONSTRAINT TRIGGER cutting AFTER INSERT ON shelf DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cut()
                    """)
            }
            try await one.addShelf(1, "onder")
            #expect(try await other.labels() == ["onder"])
        }
    }

    @Test func `a key that came in between is looked at once more`() async throws {
        try await withNodes { one, other in
            let runs = Counter()
            let found = try await one.write { tx in
                runs.count()
                if let id = try tx.snapshot.first("SELECT id FROM shelf WHERE label = 'onder'", as: { $0.integer(0) }) { return id }
                let done = DispatchSemaphore(value: 0)
                Task.detached {
                    defer { done.signal() }
                    try await other.addShelf(7, "onder")
                }
                done.wait()
                try tx.execute("INSERT INTO shelf (id, label) VALUES (1, 'onder')")
                return 1
            }
            #expect(found == 7)
            #expect(runs.value == 2)
        }
    }

    @Test func `a frozen moment stays while others write`() async throws {
        try await withNodes { one, other in
            try await one.addShelf(1, "onder")
            let moment = try one.frozen()
            try await other.addShelf(2, "boven")
            #expect(try await moment.labels() == ["onder"])
            #expect(try await one.labels() == ["onder", "boven"])
            try await moment.close()
        }
    }

    @Test func `why a database can't be used is said by name, and never with a password`() async throws {
        guard let server = PostgresForTests.ofThisRun else { return }
        let address = try await server.make(withSchema: false)
        func refusal(_ change: (inout URLComponents) -> Void) throws -> PostgresRefusal? {
            var parts = try #require(URLComponents(string: address.whole))
            change(&parts)
            let wrong = try PostgresAddress(parts.string ?? "")
            let error = #expect(throws: PostgresRefusal.self) { _ = try PostgresDatabase(at: wrong) }
            #expect(error?.description.contains("geheim") == false)
            return error
        }
        guard case .wrongCredentials = try refusal({ $0.password = "geheim" }) else { return #expect(Bool(false), "a wrong password") }
        guard case .noDatabase = try refusal({ $0.path = "/nergens" }) else { return #expect(Bool(false), "no database") }
        guard
            case .gone = try refusal({
                $0.port = 1
                $0.password = "geheim"
            })
        else { return #expect(Bool(false), "nobody there") }
        await server.remove(address)
    }

    @Test(arguments: ["postgres://a:ge@heim@host/x", "postgres://a:ge/heim@host/x", "mysql://host/x"])
    func `an address that can't be read, or that shows a password, is refused`(url: String) {
        let error = #expect(throws: PostgresRefusal.unreadableAddress) { try PostgresAddress(url) }
        #expect(error?.description.contains("heim") == false)
    }
}
