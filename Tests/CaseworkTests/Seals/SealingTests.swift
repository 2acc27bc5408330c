import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@Suite struct `Making seals` {
    @Test func `happens once a day, on the office's calendar`() async throws {
        try await withCaseOffice { rehearsal in
            try await rehearsal.register()
            let sealing = rehearsal.sealing
            #expect(try await sealing.sealToday()?.ordinal == 1)
            rehearsal.clock.set(to: "2026-11-20", TimeOfDay(23, 59))
            #expect(try await sealing.sealToday() == nil)
            rehearsal.clock.set(to: "2026-11-21", TimeOfDay(0, 1))
            #expect(try await sealing.sealToday()?.ordinal == 2)
            #expect(try await sealing.sealToday() == nil)
        }
    }

    @Test func `covers everything, and names what changed since the seal before`() async throws {
        try await withCaseOffice { rehearsal in
            let sealing = rehearsal.sealing
            let empty = try #require(try await sealing.seal())
            let first = try await rehearsal.registerAtWork()
            let second = try await rehearsal.register()
            let one = try #require(try await sealing.seal())
            try await rehearsal.perform(.note("Gebeld."), on: first, by: SampleStaff.hassan)
            let two = try #require(try await sealing.seal())
            let three = try #require(try await sealing.seal())
            #expect(empty.contents.complaints == 0 && empty.contents.previous == nil && empty.contents.changed == [])
            #expect(Set(one.contents.changed.map(\.number)) == [first.number, second.number])
            #expect(one.contents.complaints == 2 && one.contents.entries == 4 && one.contents.previous == empty.digest)
            #expect(two.contents.changed.map(\.number) == [first.number] && two.contents.changed.map(\.entries) == [4])
            #expect(two.contents.complaints == 2 && two.contents.entries == 5 && two.contents.previous == one.digest)
            #expect(three.contents.changed == [] && three.contents.root == two.contents.root)
            let covers = try await rehearsal.records.read { try $0.seals(over: first.id) }
            #expect(covers.map(\.ordinal) == [2, 3] && covers.map(\.entries) == [3, 4])
        }
    }

    @Test func `more complaints than are read at a time are all covered`() async throws {
        try await withCaseOffice { rehearsal in
            for _ in 0..<1003 { try await rehearsal.register() }
            let seal = try #require(try await rehearsal.sealing.seal())
            #expect(seal.contents.complaints == 1003 && seal.contents.changed.count == 1003)
            #expect(try await rehearsal.sealing.seal()?.contents.changed == [])
        }
    }

    @Test func `many who seal at once make seals that follow one another`() async throws {
        try await withCaseOffice { rehearsal in
            try await rehearsal.register()
            let made = try await withThrowingTaskGroup(of: Int?.self) { group in
                for _ in 0..<8 { group.addTask { try await rehearsal.sealing.seal()?.ordinal } }
                return try await group.reduce(into: [Int]()) { made, ordinal in if let ordinal { made.append(ordinal) } }
            }
            #expect(made.sorted() == Array(1...made.count))
            let key = try HouseKeys(in: rehearsal.folder).publicSealingKey()
            #expect(try await rehearsal.records.read { try $0.proveSeals(key: key) }.findings == [])
        }
    }

    @Test func `by many nodes whose day begins at one moment happens once`() async throws {
        try await withCaseOffice { rehearsal in
            for day: Day in ["2026-11-20", "2026-11-21", "2026-11-22"] {
                try await rehearsal.register()
                rehearsal.clock.set(to: day, TimeOfDay(0, 1))
                let made = try await withThrowingTaskGroup(of: Seal?.self) { group in
                    for _ in 0..<12 { group.addTask { try await rehearsal.sealing.sealToday() } }
                    return try await group.reduce(into: 0) { made, seal in made += seal == nil ? 0 : 1 }
                }
                #expect(made == 1)
            }
        }
    }

    @Test func `that was cut off before it noted what it covers does no harm`() async throws {
        try await SealedHouse.with(complaints: 6, acts: 20) { house in
            try await house.records.write { tx in _ = try tx.execute("DELETE FROM sealed") }
            let seal = try #require(try await house.rehearsal.sealing.seal())
            #expect(seal.contents.changed.count == house.sealed.count + 1)
            #expect(try await house.proof().findings == [])
        }
    }

    @Test func `keeps its key for the owner only`() async throws {
        try await withCaseOffice { rehearsal in
            #expect(try HouseKeys(in: rehearsal.folder).publicSealingKey() == nil)
            let seal = try #require(try await rehearsal.sealing.seal())
            #expect(try HouseKeys(in: rehearsal.folder).publicSealingKey() == seal.key)
            let rights = try FileManager.default.attributesOfItem(atPath: rehearsal.folder + "/secrets/seals")[.posixPermissions] as? Int
            #expect(rights == 0o600)
        }
    }
}
