import Foundation
package import Records
import RecordsOnSQLite

/// An engine that tests run on: SQLite, or PostgreSQL where GEHOOR_TEST_POSTGRES names a server (`scripts/with-postgres`). Every test that
/// has a database takes it from here; `scripts/check` runs them all on the one engine and then on the other.
package struct EngineUnderTest: Sendable {
    package let engine: Engine
    private let open: @Sendable (_ folder: String, _ migrations: [Migration]) async throws -> Opened

    /// A database with its migrations applied, and how to take away what closing it leaves.
    struct Opened: Sendable {
        let database: any Database
        let remove: @Sendable () async -> Void
    }

    /// The engine of this run.
    package static let current = server.map(onPostgres) ?? onSQLite

    package static let all = [current]

    /// The server for tests, if there is one.
    static let server = ProcessInfo.processInfo.environment["GEHOOR_TEST_POSTGRES"].flatMap { $0.isEmpty ? nil : PostgresForTests($0) }

    private static let onSQLite = EngineUnderTest(engine: .sqlite) { folder, migrations in
        let database = try SQLiteDatabase(in: HouseFolder(folder))
        try await Migrations.apply(migrations, on: database)
        return Opened(database: database) {}
    }

    private static func onPostgres(_ server: PostgresForTests) -> EngineUnderTest {
        EngineUnderTest(engine: .postgres) { _, migrations in try await server.fresh(migrations) }
    }

    private init(engine: Engine, open: @escaping @Sendable (String, [Migration]) async throws -> Opened) {
        self.engine = engine
        self.open = open
    }

    /// Runs `body` on a fresh database with the given migrations applied; closes and removes it afterwards.
    @discardableResult
    package func withDatabase<T>(
        _ migrations: [Migration] = Migrations.shipped, _ body: (any Database) async throws -> T
    ) async throws -> T {
        try await withTemporaryFolder { folder in
            let opened = try await open(folder, migrations)
            do {
                let answer = try await PostgresForTests.$hasTurn.withValue(true) { try await body(opened.database) }
                try await opened.database.close()
                await opened.remove()
                return answer
            } catch {
                try? await opened.database.close()
                await opened.remove()
                throw error
            }
        }
    }
}

extension EngineUnderTest {
    package var isSQLite: Bool { engine == .sqlite }

    /// An expression for so many bytes of zero.
    package func zeros(_ count: Int) -> String { isSQLite ? "zeroblob(\(count))" : "decode(repeat('00', \(count)), 'hex')" }
}

extension EngineUnderTest: CustomStringConvertible {
    package var description: String { engine.rawValue }
}
