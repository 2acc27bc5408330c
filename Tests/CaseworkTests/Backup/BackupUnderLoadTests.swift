import Casework
import Complaints
import Foundation
import Records
import RecordsOnSQLite
import Rehearsal
import Testing

@Suite(.enabled(if: EngineUnderTest.current.isSQLite)) struct BackupUnderLoadTests {
    /// A backup while eight register; numbers that were acknowledged before it began, and the names of the file's contents.
    private func backUpUnderLoad(_ house: RehearsalOffice, to file: String) async throws -> [Int64] {
        for _ in 0..<40 { try await house.register() }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { for _ in 0..<20 { try await house.register() } } }
            let acknowledged = try await house.records.read { try $0.all("SELECT id FROM complaint") { $0.integer(0) } }
            _ = try await Backup(of: house.records, in: house.folder, clock: house.clock.clock).write(to: file)
            try await group.waitForAll()
            return acknowledged
        }
    }

    @Test func `a backup amid registrations holds everything acknowledged before it, of one moment`() async throws {
        try await withCaseOffice { house in
            let file = house.folder + "/backup"
            let acknowledged = try await backUpUnderLoad(house, to: file)
            let target = house.folder + "/target"
            try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: false)
            let reader = try BackupReader(of: file)
            try reader.unpack(into: target)
            let copy = try SQLiteDatabase(in: HouseFolder(target))
            let (kept, proof) = try await copy.read { (try $0.all("SELECT id FROM complaint") { $0.integer(0) }, try $0.prove()) }
            #expect(try await copy.integrityCheck().isEmpty)
            try await copy.close()
            #expect(acknowledged.count >= 40 && Set(acknowledged).isSubset(of: kept))
            #expect(proof.isWhole && proof.complaints == reader.manifest.complaints && kept.count == proof.complaints)
        }
    }

    /// One bit in each of many places: a flip is refused, or it changed nothing that is kept.
    @Test func `a flipped bit anywhere is refused, or changes nothing`() async throws {
        try await withCaseOffice { house in
            try await house.register()
            let file = house.folder + "/backup"
            let manifest = try await Backup(of: house.records, in: house.folder, clock: house.clock.clock).write(to: file)
            let whole = try #require(FileManager.default.contents(atPath: file))
            var refused = 0
            for turn in 0..<60 {
                var altered = whole
                altered[turn * (whole.count - 1) / 59] ^= 1 << UInt8(turn % 8)
                try altered.write(to: URL(filePath: file))
                let target = house.folder + "/target\(turn)"
                try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: false)
                do {
                    let reader = try BackupReader(of: file)
                    try reader.unpack(into: target)
                    #expect(reader.manifest == manifest)
                    let digest = BlobFolder.digest(of: try Data(contentsOf: URL(filePath: target + "/gehoor.sqlite")))
                    #expect(digest == manifest.entries.first?.sha256)
                } catch BackupFault.unreadable {
                    refused += 1
                }
            }
            #expect(refused > 40)
        }
    }

    @Test func `two backups to one name: the second is told to wait`() async throws {
        try await withCaseOffice { house in
            let file = house.folder + "/backup"
            let held = open(file + ".part", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
            defer { close(held) }
            #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
            await #expect(throws: BackupFault.busy(file)) {
                try await Backup(of: house.records, in: house.folder, clock: house.clock.clock).write(to: file)
            }
            #expect(FileManager.default.fileExists(atPath: file + ".part"))
        }
    }
}
