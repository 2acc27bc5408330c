import Foundation
import Records
import RecordsOnSQLite
import Rehearsal
import Testing

/// A house that somebody left without closing the door.
struct UncleanStopTests {
    @Test func `a house that was closed was left clean`() async throws {
        try await withShelves { house, database in
            try await database.addShelf(1, "onder")
            try await database.close()
            #expect(!FileManager.default.fileExists(atPath: house.databasePath + "-wal"))
            #expect(try HouseLock.shared(house).lastStopWasClean)
        }
    }

    @Test func `a house whose log was left has what was acknowledged, and tells that the stop was not clean`() async throws {
        try await withShelves { house, database in
            for id in 1...20 { try await database.addShelf(id, "\(id)") }
            try await withTemporaryFolder { folder in
                // The files as a killed process leaves them.
                let left = HouseFolder(folder)
                for ending in ["", "-wal"] {
                    try FileManager.default.copyItem(atPath: house.databasePath + ending, toPath: left.databasePath + ending)
                }
                let lock = try HouseLock.shared(left)
                #expect(!lock.lastStopWasClean)
                let reopened = try SQLiteDatabase(in: left)
                #expect(try await reopened.labels().count == 20)
                #expect(try await reopened.quickCheck() == [])
                try await reopened.close()
                lock.release()
                #expect(try HouseLock.shared(left).lastStopWasClean)
            }
        }
    }

    @Test func `who comes in while others are inside finds nothing unclean`() async throws {
        try await withShelves { house, database in
            let serving = try HouseLock.shared(house)
            try await database.addShelf(1, "onder")
            #expect(try HouseLock.shared(house).lastStopWasClean)
            serving.release()
        }
    }
}
