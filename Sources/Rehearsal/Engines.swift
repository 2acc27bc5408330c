package import Records
import RecordsOnSQLite

/// An engine that is available here. Tests of what both engines promise run once for each of `all`.
package struct EngineUnderTest: Sendable {
    package let engine: Engine
    private let open: @Sendable (String) throws -> any Database

    package static let all = [
        EngineUnderTest(engine: .sqlite) { try SQLiteDatabase(in: HouseFolder($0)) }
    ]

    private init(engine: Engine, open: @escaping @Sendable (String) throws -> any Database) {
        self.engine = engine
        self.open = open
    }

    /// Runs `body` on a fresh database with the given migrations applied; closes and removes it afterwards.
    @discardableResult
    package func withDatabase<T>(
        _ migrations: [Migration] = Migrations.shipped, _ body: (any Database) async throws -> T
    ) async throws -> T {
        try await withTemporaryFolder { folder in
            let database = try open(folder)
            do {
                try await Migrations.apply(migrations, on: database)
                let answer = try await body(database)
                try await database.close()
                return answer
            } catch {
                try? await database.close()
                throw error
            }
        }
    }
}

extension EngineUnderTest: CustomStringConvertible {
    package var description: String { engine.rawValue }
}
