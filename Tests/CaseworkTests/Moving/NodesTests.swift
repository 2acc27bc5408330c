import Casework
import Complaints
import Foundation
import Records
import RecordsOnPostgres
import RecordsOnSQLite
import Rehearsal
import Testing

/// Two nodes on one database, and a house that moves.
@Suite struct NodesTests {
    @Test(.enabled(if: PostgresForTests.ofThisRun != nil))
    func `two nodes at work on the same complaints keep every chain whole, and no number twice`() async throws {
        try await withCaseOffice { house in
            guard let here = house.records as? PostgresDatabase else { return }
            let there = try PostgresDatabase(at: here.address, connections: 6)
            let other = CaseOffice(records: there, clock: house.clock.clock, house: CurrentHouse(), blobs: BlobTable(in: there))
            let shared = try await house.registerAtWork()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for turn in 0..<60 {
                    let office = turn.isMultiple(of: 2) ? house.office : other
                    group.addTask { _ = try await office.perform(.note("Notitie \(turn)."), on: shared.id, by: SampleStaff.hassan.actor) }
                    group.addTask {
                        _ = try await office.register(.sample { $0.story = "Nieuw woord\(turn % 7) hier" }, by: SampleStaff.iris.actor)
                    }
                }
                try await group.waitForAll()
            }
            let (proof, notes) = try await there.read { snapshot in
                (try snapshot.prove(), try snapshot.count("SELECT count(*) FROM journal WHERE name = 'noted'"))
            }
            #expect(proof.isWhole)
            #expect(proof.complaints == 61)
            #expect(notes == 60)
            try await there.close()
        }
    }

    @Test(.enabled(if: PostgresForTests.ofThisRun != nil))
    func `two that are each said to be a duplicate of the other at one moment make no ring`() async throws {
        try await withCaseOffice { house in
            for _ in 0..<3 {
                let (one, other) = (try await house.register(), try await house.register())
                let outcomes = await withTaskGroup(of: Bool.self) { group in
                    group.addTask { (try? await house.perform(.duplicate(of: other.id), on: one, by: SampleStaff.mara)) != nil }
                    group.addTask { (try? await house.perform(.duplicate(of: one.id), on: other, by: SampleStaff.mara)) != nil }
                    return await group.reduce(into: [Bool]()) { $0.append($1) }
                }
                #expect(outcomes.filter { $0 }.count == 1)
            }
        }
    }

    @Test func `documents in the database come back, are kept once, and tell when they were altered`() async throws {
        try await withCaseOffice { house in
            let store = BlobTable(in: house.records)
            let digest = try await store.keep(Data("een foto".utf8))
            #expect(try await store.keep(Data("een foto".utf8)) == digest)
            #expect(try await store.bytes(of: digest) == Data("een foto".utf8))
            #expect(try await store.bytes(of: String(repeating: "0", count: 64)) == nil)
            try await house.records.write { _ = try $0.execute("UPDATE document_bytes SET bytes = \(EngineUnderTest.current.zeros(3))") }
            await #expect(throws: BlobFault.altered(digest)) { try await store.bytes(of: digest) }
        }
    }

    @Test func `files of a form wait in the database where there is no folder, and go`() async throws {
        try await withCaseOffice { house in
            let staging = Staging(records: house.records, clock: house.clock.clock, folder: nil)
            let upload = house.folder + "/upload"
            try Data("foto".utf8).write(to: URL(filePath: upload))
            let file = try await staging.stage(upload, name: "foto.jpg", size: 4, digest: BlobFolder.digest(of: Data("foto".utf8)))
            #expect(!FileManager.default.fileExists(atPath: upload))
            #expect(try await staging.bytes(of: file) == Data("foto".utf8))
            house.clock.advance(seconds: Staging.lifetime + 1)
            try await staging.sweep()
            #expect(try await house.records.read { try $0.count("SELECT count(*) FROM staged_bytes") } == 0)
        }
    }

    @Test func `a node with other keys is told so, and one with the same is let in`() async throws {
        try await withCaseOffice { house in
            try await HouseKeys(in: house.folder).agree(with: house.records)
            try await HouseKeys(in: house.folder).agree(with: house.records)
            let stranger = house.folder + "/stranger"
            try FileManager.default.createDirectory(atPath: stranger, withIntermediateDirectories: false)
            await #expect(throws: HouseKeys.Fault.foreign("form-tokens")) { try await HouseKeys(in: stranger).agree(with: house.records) }
            try HouseKeys(in: house.folder).copy(to: house.folder + "/second")
            _ = try HouseKeys(in: stranger).key(.formTokens)
            #expect(throws: HouseKeys.Fault.foreign("form-tokens")) { try HouseKeys(in: house.folder).copy(to: stranger) }
            try await HouseKeys(in: house.folder + "/second").agree(with: house.records)
        }
    }
}
