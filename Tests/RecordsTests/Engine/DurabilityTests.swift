import Foundation
import Records
import RecordsOnSQLite
import Rehearsal
import Testing

/// SQLite is opened in one way only, and it stays that way.
struct DurabilityTests {
    @Test func `the live writer syncs every commit`() async throws {
        try await withShelves { _, database in
            try await database.addShelf(1, "onder")
            #expect(try await database.pragma("synchronous") == "2")
            #expect(try await database.pragma("journal_mode") == "wal")
            #expect(try await database.pragma("busy_timeout") == "5000")
        }
    }

    @Test(arguments: [SQLiteDatabase.Side.writer, .reader])
    func `writer and readers keep the safe settings`(side: SQLiteDatabase.Side) async throws {
        try await withShelves { _, database in
            let settings = [
                try await database.pragma("foreign_keys", on: side), try await database.pragma("trusted_schema", on: side),
                try await database.pragma("cell_size_check", on: side), try await database.pragma("secure_delete", on: side),
            ]
            #expect(settings == ["1", "0", "1", "1"])
        }
    }

    @Test func `only the owner may look into the house`() async throws {
        try await withShelves { house, database in
            try await database.addShelf(1, "onder")
            #expect(try rights(house.path) == 0o700)
            for file in ["gehoor.sqlite", "gehoor.sqlite-wal", "gehoor.sqlite-shm"] {
                #expect(try rights(house.path + "/" + file) == 0o600)
            }
        }
    }

    @Test func `rights that others were given are taken back`() async throws {
        try await withShelves { house, database in
            try await database.close()
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: house.databasePath)
            try await SQLiteDatabase(in: house).close()
            #expect(try rights(house.databasePath) == 0o600)
        }
    }

    @Test func `a reader cannot write`() async throws {
        try await withShelves { _, database in
            await #expect(throws: DatabaseFault.readOnly) {
                try await database.read { try $0.connection.execute("INSERT INTO shelf (id, label) VALUES (1, 'onder')", []) }
            }
        }
    }

    @Test func `a store that became read-only says so`() async throws {
        try await withShelves { _, database in
            try await database.maintenance { try $0.script("PRAGMA query_only = ON") }
            await #expect(throws: DatabaseFault.readOnly) { try await database.addShelf(1, "onder") }
        }
    }

    @Test func `a file that is no database is corrupt`() async throws {
        try await withTemporaryFolder { folder in
            try Data(repeating: 65, count: 8192).write(to: URL(filePath: folder + "/gehoor.sqlite"))
            let error = #expect(throws: DatabaseFault.self) { try SQLiteDatabase(in: HouseFolder(folder)) }
            guard case .corrupt = error else { return #expect(Bool(false), "\(String(describing: error))") }
        }
    }

    @Test func `a sound file has no findings and its log can be emptied`() async throws {
        try await withShelves { house, database in
            try await database.addShelf(1, "onder")
            #expect(try await database.quickCheck() == [])
            #expect(try await database.integrityCheck() == [])
            #expect(try await database.checkpoint())
            #expect(try size(house.databasePath + "-wal") == 0)
        }
    }

    @Test func `a damaged file has findings`() async throws {
        try await withShelves { house, database in
            try await database.write { transaction in
                let insert = "INSERT INTO shelf (id, label) VALUES (?, ?)"
                for id in 1...2000 { try transaction.execute(insert, SQLValue(id), SQLValue("\(id)")) }
            }
            try await database.close()
            let file = try FileHandle(forUpdating: URL(filePath: house.databasePath))
            try file.seek(toOffset: 4096 * 12)
            try file.write(contentsOf: Data(repeating: 0xEE, count: 4096))
            try file.close()
            let damaged = try SQLiteDatabase(in: house)
            #expect(try await !damaged.quickCheck().isEmpty)
            try await damaged.close()
        }
    }

    private func rights(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func size(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    }
}
