import Records
import Rehearsal
import Testing

/// A guard of the schema that says no, by name.
struct FaultTests {
    @Test(arguments: EngineUnderTest.all)
    func `a doubled key names its column`(engine: EngineUnderTest) async throws {
        try await expect(.unique("shelf.label"), on: engine, from: "INSERT INTO shelf (id, label) VALUES (2, 'onder')")
        try await expect(.unique("shelf.id"), on: engine, from: "INSERT INTO shelf (id, label) VALUES (1, 'boven')")
    }

    @Test(arguments: EngineUnderTest.all)
    func `a check names itself and an absent value its column`(engine: EngineUnderTest) async throws {
        try await expect(.check("height_is_positive"), on: engine, from: "INSERT INTO shelf (id, label, height) VALUES (2, 'boven', 0)")
        try await expect(.check("shelf.label"), on: engine, from: "INSERT INTO shelf (id, label) VALUES (2, NULL)")
    }

    @Test(arguments: EngineUnderTest.all)
    func `a reference to nothing is refused, at once or before the commit`(engine: EngineUnderTest) async throws {
        try await expectForeignKey(on: engine, from: "INSERT INTO box (id, shelf) VALUES (1, 99)")
        try await expectForeignKey(on: engine, from: "INSERT INTO box (id, shelf, later) VALUES (1, 1, 99)")
    }

    @Test func `only what ails the disk is trouble`() {
        let trouble: [DatabaseFault] = [.full, .readOnly, .io(""), .corrupt("")]
        let refusals: [DatabaseFault] = [.unique(""), .foreignKey(""), .check(""), .busy, .other(code: 1, "")]
        #expect(trouble.map(\.isTrouble) == [true, true, true, true])
        #expect(refusals.map(\.isTrouble) == [false, false, false, false, false])
    }

    private func expect(_ fault: DatabaseFault, on engine: EngineUnderTest, from sql: String) async throws {
        try await engine.withDatabase(shelfMigrations) { database in
            try await database.addShelf(1, "onder")
            await #expect(throws: fault) { try await database.write { try $0.execute(sql) } }
            #expect(try await database.labels() == ["onder"])
        }
    }

    private func expectForeignKey(on engine: EngineUnderTest, from sql: String) async throws {
        try await engine.withDatabase(shelfMigrations) { database in
            try await database.addShelf(1, "onder")
            let error = await #expect(throws: DatabaseFault.self) { try await database.write { try $0.execute(sql) } }
            guard case .foreignKey = error else { return #expect(Bool(false), "\(String(describing: error))") }
            #expect(try await database.read { try $0.count("SELECT count(*) FROM box") } == 0)
        }
    }
}
