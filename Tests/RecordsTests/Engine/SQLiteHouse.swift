import Records
import RecordsOnSQLite
import Rehearsal

/// Runs `body` with a house that has the shelves, and its open database; closes that afterwards.
@discardableResult
func withShelves<T>(_ body: (HouseFolder, SQLiteDatabase) async throws -> T) async throws -> T {
    try await withTemporaryFolder { folder in
        let house = HouseFolder(folder + "/house")
        let database = try SQLiteDatabase(in: house)
        do {
            try await Migrations.apply(shelfMigrations, on: database)
            let answer = try await body(house, database)
            try await database.close()
            return answer
        } catch {
            try? await database.close()
            throw error
        }
    }
}
