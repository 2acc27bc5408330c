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

    @Test func `a short visit beside others leaves the log to them, and a last one leaves none`() async throws {
        try await withShelves { house, database in
            let serving = try HouseLock.shared(house)
            #expect(!serving.hasCompany)
            try await database.addShelf(1, "onder")
            let visit = try HouseLock.shared(house)
            #expect(visit.hasCompany)
            let brief = try SQLiteDatabase(in: house, leavesLog: visit.hasCompany)
            try await brief.addShelf(2, "boven")
            try await brief.close()
            visit.release()
            #expect(house.logSize > 0)
            #expect(try await database.labels() == ["onder", "boven"])
            let last = try SQLiteDatabase(in: house, leavesLog: true)
            try await database.close()
            serving.release()
            try await last.addShelf(3, "zolder")
            try await last.close()
            #expect(house.logSize == 0)
            #expect(try HouseLock.shared(house).lastStopWasClean)
        }
    }
}
