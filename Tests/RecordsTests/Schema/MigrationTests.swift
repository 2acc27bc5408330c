import Complaints
import Foundation
import Records
import Rehearsal
import Testing

/// The schema grows by numbered files, and a database that does not fit is refused in words.
struct MigrationTests {
    private let first = Migration(name: "0001-make-a-shelf", text: "CREATE TABLE shelf (id BIGINT NOT NULL PRIMARY KEY);")
    private let second = Migration(
        name: "0002-fill-the-shelf", text: "INSERT INTO shelf (id) VALUES (1); INSERT INTO shelf (id) VALUES (2);")

    @Test(arguments: EngineUnderTest.all)
    func `migrations are applied in order, once`(engine: EngineUnderTest) async throws {
        let (first, second) = (try #require(first), try #require(second))
        try await engine.withDatabase([first]) { database in
            let applied = try await Migrations.apply([first, second], on: database)
            let again = try await Migrations.apply([first, second], on: database)
            let rows = try await database.read { try $0.count("SELECT count(*) FROM shelf") }
            #expect(applied == [second])
            #expect(again == [])
            #expect(rows == 2)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a database of a newer program is refused in words`(engine: EngineUnderTest) async throws {
        let (first, second) = (try #require(first), try #require(second))
        try await engine.withDatabase([first, second]) { database in
            let refusal = MigrationRefusal.newerDatabase("0002-fill-the-shelf")
            await #expect(throws: refusal) { try await Migrations.apply([first], on: database) }
            #expect(refusal.description.contains("newer than this program: it has 0002-fill-the-shelf"))
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a migration whose text was changed after it was applied is refused in words`(engine: EngineUnderTest) async throws {
        let (first, second) = (try #require(first), try #require(second))
        let edited = try #require(Migration(name: first.name, text: first.text + "\n"))
        try await engine.withDatabase([first]) { database in
            let refusal = MigrationRefusal.differs(applied: first.name, known: first.name)
            await #expect(throws: refusal) { try await Migrations.apply([edited, second], on: database) }
            #expect(refusal.description.contains("another text of 0001-make-a-shelf"))
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a migration that fails leaves the database as it was, and those before it`(engine: EngineUnderTest) async throws {
        let first = try #require(first)
        let text = "INSERT INTO shelf (id) VALUES (1);\nINSERT INTO nowhere VALUES (1);"
        let broken = try #require(Migration(name: "0002-break", text: text))
        try await engine.withDatabase([]) { database in
            await #expect(throws: MigrationRefusal.self) { try await Migrations.apply([first, broken], on: database) }
            let rows = try await database.read { try $0.count("SELECT count(*) FROM shelf") }
            let again = try await Migrations.apply([first], on: database)
            #expect(rows == 0)
            #expect(again == [])
        }
    }

    /// What is derived has no value for rows that are there: those of a house that was in use would differ from its journal.
    @Test func `a step that adds to what is derived derives it anew`() {
        let later = Migrations.shipped.filter { $0.number >= 30 }
        #expect(!later.isEmpty)
        for table in ReadModelTables.all {
            for step in later where step.text.contains("ALTER TABLE \(table) ADD COLUMN") { #expect(step.needsRebuild, "\(step.name)") }
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `what was promised by hand in a solved complaint gets its date in the lists of a house in use`(engine: EngineUnderTest)
        async throws
    {
        try await engine.withOffice { rehearsal in
            var input = ResolutionInput()
            input.finding = "informal"
            let owed = try await rehearsal.perform(
                .promise("Monteur langs.", due: "2026-11-27"), .promise("Ik bel.", due: "2026-11-25"), .resolve(input),
                on: try await rehearsal.registerAtWork(), by: SampleStaff.hassan)
            let promised = try await rehearsal.perform(
                .promise("Monteur langs.", due: "2026-11-27"), on: try await rehearsal.registerAtWork(), by: SampleStaff.hassan)
            let kept = try await rehearsal.perform(
                .keepPromise(try #require(promised.owedByHand).ordinal, at: nil, note: nil), .resolve(input), on: promised,
                by: SampleStaff.hassan)
            let step = try #require(Migrations.shipped.first { $0.number == 38 })
            try await rehearsal.records.write { tx in
                try tx.execute("UPDATE complaint SET next_kind = NULL, next_due_at = NULL WHERE is_open = 0")
                try tx.execute(step.sql(for: engine.engine))
            }
            let rows = try await rehearsal.records.read {
                try $0.worklist(WorklistFilter(), for: rehearsal.reader(SampleStaff.mara.actor), limit: 9)
            }
            .rows
            #expect(rows.first { $0.id == owed.id }?.nextDue == owed.owedByHand?.due && owed.owedByHand != nil)
            #expect(rows.first { $0.id == owed.id }?.nextKind == .byHand && rows.first { $0.id == kept.id }?.nextKind == nil)
        }
    }

    @Test func `a file switches between the engines and keeps its line numbers`() throws {
        let text = "a\n-- sqlite:\nb\n-- postgres:\r\nc\n  -- both:\nd"
        let migration = try #require(Migration(name: "0001-x", text: text))
        #expect(migration.sql(for: .sqlite) == "a\n\nb\n\n\n\nd")
        #expect(migration.sql(for: .postgres) == "a\n\n\n\nc\n\nd")
    }

    @Test func `a name without a number is no migration`() {
        #expect(Migration(name: "make-a-shelf", text: "") == nil)
    }

    @Test func `the program carries every migration file, unchanged and in order`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appending(path: "Sources/Records/Schema/Migrations")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".sql") }.sorted()
        #expect(names == Migrations.shipped.map { $0.name + ".sql" })
        for migration in Migrations.shipped {
            #expect(try String(contentsOf: folder.appending(path: migration.name + ".sql"), encoding: .utf8) == migration.text)
        }
    }
}
