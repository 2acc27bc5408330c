import Records
import Rehearsal
import Testing

/// What goes in comes out, on every engine.
struct ValueTests {
    static let whole: [Int64] = [0, 1, -1, .max, .min, 1_795_356_000_000]
    static let texts = ["", "gehoor", "e\u{301}", "regel\r\nregel", "'; DROP TABLE thing; --", "?", "😀👨‍👩‍👧", manyLetters]
    static let manyLetters = String(repeating: "ë", count: 100_000)
    static let blobs: [[UInt8]] = [[], [0], [0, 255, 0, 39], Array(repeating: 7, count: 1_000_000)]

    @Test(arguments: EngineUnderTest.all, whole)
    func `a whole number comes back as it was`(engine: EngineUnderTest, number: Int64) async throws {
        let found = try await kept(.integer(number), in: "id", on: engine) { $0.optionalInteger(0) }
        #expect(found == number)
    }

    @Test(arguments: EngineUnderTest.all, texts)
    func `a text comes back byte for byte`(engine: EngineUnderTest, text: String) async throws {
        let found = try await kept(.text(text), in: "words", on: engine) { $0.text(0) }
        #expect(found.map { Array($0.utf8) } == Array(text.utf8))
    }

    @Test func `a text keeps what follows a zero byte in SQLite`() async throws {
        for engine in EngineUnderTest.all where engine.engine == .sqlite {
            let found = try await kept(.text("voor\0na"), in: "words", on: engine) { $0.optionalText(0) }
            #expect(found == "voor\0na")
        }
    }

    @Test(arguments: EngineUnderTest.all, blobs)
    func `bytes come back as they were`(engine: EngineUnderTest, bytes: [UInt8]) async throws {
        let found = try await kept(.blob(bytes), in: "bytes", on: engine) { $0.optionalBlob(0) }
        #expect(found == bytes)
    }

    @Test(arguments: EngineUnderTest.all, [0, -0.5, 1e300, 0.1])
    func `a measure comes back as it was`(engine: EngineUnderTest, measure: Double) async throws {
        let found = try await kept(.real(measure), in: "measure", on: engine) { $0.optionalReal(0) }
        #expect(found == measure)
    }

    @Test(arguments: EngineUnderTest.all)
    func `nothing comes back as nothing, and as empty for who does not ask for nothing`(engine: EngineUnderTest) async throws {
        let isNothing = try await kept(nil, in: "words", on: engine) { row in
            row.optionalText(0) == nil && row.optionalBlob(0) == nil && row.optionalInteger(0) == nil && row.optionalReal(0) == nil
        }
        #expect(isNothing == true)
        let isEmpty = try await kept(nil, in: "words", on: engine) { row in
            row.text(0) == "" && row.integer(0) == 0 && !row.flag(0) && row.blob(0) == []
        }
        #expect(isEmpty == true)
    }

    @Test(arguments: EngineUnderTest.all)
    func `values that do not match the placeholders are refused`(engine: EngineUnderTest) async throws {
        try await engine.withDatabase(shelfMigrations) { database in
            await #expect(throws: DatabaseFault.self) {
                try await database.read { try $0.count("SELECT count(*) FROM thing WHERE id = ?") }
            }
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `the same statement can be asked again while its rows are read`(engine: EngineUnderTest) async throws {
        try await engine.withDatabase(shelfMigrations) { database in
            for id in 1...3 { try await database.addShelf(id, "plank \(id)") }
            let pairs = try await database.read { snapshot in
                try snapshot.all("SELECT id FROM shelf ORDER BY id") { _ in
                    try snapshot.all("SELECT id FROM shelf ORDER BY id") { $0.integer(0) }.count
                }
            }
            #expect(pairs == [3, 3, 3])
        }
    }

    private func kept<T: Sendable>(
        _ value: SQLValue, in column: String, on engine: EngineUnderTest, _ reading: @escaping @Sendable (any SQLRow) -> T
    ) async throws -> T? {
        try await engine.withDatabase(shelfMigrations) { database in
            if column == "id" {
                try await database.write { _ = try $0.execute("INSERT INTO thing (id) VALUES (?)", value) }
            } else {
                try await database.write { _ = try $0.execute("INSERT INTO thing (id, \(column)) VALUES (1, ?)", value) }
            }
            return try await database.read { try $0.first("SELECT \(column) FROM thing", as: reading) }
        }
    }
}
