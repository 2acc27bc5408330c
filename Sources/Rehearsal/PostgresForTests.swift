import Foundation
package import Records
package import RecordsOnPostgres

/// The PostgreSQL server of a test run: each test gets a database of its own, copied from one that has the schema.
package struct PostgresForTests: Sendable {
    private let address: PostgresAddress
    private let template: Template
    private let turns = Turns(24)
    /// Whether this task has a turn already: whoever wants a second database beside the first waits for nobody, since others might all do
    /// the same.
    @TaskLocal static var hasTurn = false

    /// Nil where the address can't be read.
    init?(_ url: String) {
        guard let address = try? PostgresAddress(url) else { return nil }
        self.address = address
        template = Template(address)
    }

    /// The server of this run; nil on another engine.
    package static var ofThisRun: PostgresForTests? { EngineUnderTest.server }

    /// How often reads and writes of this database have waited for the server; nil on another engine.
    package static func waits(of database: any Database) -> Int? { (database as? PostgresDatabase)?.waits }

    /// A new database, empty or with the schema of this program.
    package func make(withSchema: Bool) async throws -> PostgresAddress {
        let name = "gehoor_test_" + UUID().uuidString.replacingOccurrences(of: "-", with: "").lowercased()
        let source = withSchema ? try await template.name() : "template1"
        try await Self.act(on: address, "CREATE DATABASE \(name) TEMPLATE \(source)")
        return try address.named(name)
    }

    /// Takes a database away, whoever is still in it.
    package func remove(_ database: PostgresAddress) async {
        try? await Self.act(on: address, "DROP DATABASE IF EXISTS \(database.name) WITH (FORCE)")
    }

    func fresh(_ migrations: [Migration]) async throws -> EngineUnderTest.Opened {
        if Self.hasTurn { return try await opened(migrations) }
        await turns.take()
        do {
            let opened = try await opened(migrations)
            return EngineUnderTest.Opened(database: opened.database) {
                await opened.remove()
                await turns.giveBack()
            }
        } catch {
            await turns.giveBack()
            throw error
        }
    }

    private func opened(_ migrations: [Migration]) async throws -> EngineUnderTest.Opened {
        let isShipped = migrations == Migrations.shipped
        let place = try await make(withSchema: isShipped)
        // Many tests run at once, and a server lets in only so many.
        let database = try PostgresDatabase(at: place, connections: 6)
        // Those that the template has are only looked at.
        do { try await Migrations.apply(migrations, on: database) } catch {
            try? await database.close()
            await remove(place)
            throw error
        }
        return EngineUnderTest.Opened(database: database) { await remove(place) }
    }

    static func act(on address: PostgresAddress, _ sql: String) async throws {
        let server = try PostgresDatabase(at: address)
        let done: Result<Void, any Error>
        do { done = .success(try await server.maintenance { try $0.script(sql) }) } catch { done = .failure(error) }
        try await server.close()
        try done.get()
    }
}

/// The database that the others are copied from, made once.
private actor Template {
    private let address: PostgresAddress
    private var making: Task<String, any Error>?

    init(_ address: PostgresAddress) { self.address = address }

    func name() async throws -> String {
        if let making { return try await making.value }
        let task = Task { [address] in
            let name = "gehoor_template_\(ProcessInfo.processInfo.processIdentifier)"
            try await PostgresForTests.act(on: address, "CREATE DATABASE \(name) TEMPLATE template1")
            let database = try PostgresDatabase(at: address.named(name))
            try await Migrations.apply(on: database)
            try await database.close()
            return name
        }
        making = task
        return try await task.value
    }
}

/// So many at once, in order of coming.
private actor Turns {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { free = count }

    func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func giveBack() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
