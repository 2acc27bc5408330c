import Dispatch
import Records
import RecordsOnSQLite
import Rehearsal
import Testing

/// `serve` and `staff add` in one house. Two pools in one process lock each other out as two processes do.
struct TwoProcessesTests {
    @Test func `a second one in the house sees and adds to what the first wrote`() async throws {
        try await withShelves { house, first in
            try await first.addShelf(1, "onder")
            let second = try SQLiteDatabase(in: house)
            try await second.addShelf(2, "boven")
            try await second.close()
            #expect(try await first.labels() == ["onder", "boven"])
        }
    }

    @Test func `a write lock that is held for too long is busy, and nothing was done`() async throws {
        try await withShelves { house, first in
            let second = try SQLiteDatabase(in: house)
            try await second.maintenance { try $0.script("PRAGMA busy_timeout = 50") }
            let (isHeld, held) = AsyncStream.makeStream(of: Void.self)
            let mayGoOn = DispatchSemaphore(value: 0)
            async let holding: Void = first.maintenance { connection in
                try connection.script("BEGIN IMMEDIATE")
                held.finish()
                mayGoOn.wait()
            }
            for await _ in isHeld {}
            await #expect(throws: DatabaseFault.busy) { try await second.addShelf(1, "onder") }
            mayGoOn.signal()
            try await holding
            // The lock is let go in its own time: a busy machine may need more than it took to be refused.
            try await second.maintenance { try $0.script("PRAGMA busy_timeout = 5000") }
            try await second.addShelf(1, "onder")
            try await second.close()
        }
    }

    @Test func `rebuilding wants the house alone`() async throws {
        try await withTemporaryFolder { folder in
            let house = HouseFolder(folder)
            let serving = try HouseLock.shared(house)
            let adding = try HouseLock.shared(house)
            #expect(throws: DatabaseFault.busy) { try HouseLock.exclusive(house) }
            serving.release()
            adding.release()
            let rebuilding = try HouseLock.exclusive(house)
            #expect(throws: DatabaseFault.busy) { try HouseLock.shared(house) }
            rebuilding.release()
            try HouseLock.shared(house).release()
        }
    }
}
