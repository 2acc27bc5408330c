import Casework
import Complaints
import Foundation
import Records
import RecordsOnPostgres
import Rehearsal
import Testing

/// What many nodes take up at one moment: each thing once, and nothing is left or waited for.
@Suite(.enabled(if: PostgresForTests.ofThisRun != nil), .serialized) struct ClaimTests {
    private static let workers = 100
    private static let jobs = 600

    /// A house, and two nodes more on its database, which take up work by a hundred connections at once.
    private func withNodes(_ body: (RehearsalOffice, [PostgresDatabase]) async throws -> Void) async throws {
        try await withCaseOffice { house in
            guard let database = house.records as? PostgresDatabase else { return }
            // A quarter of the connections is left to reads.
            let nodes = try (0..<2).map { _ in try PostgresDatabase(at: database.address, connections: 67) }
            do { try await body(house, nodes) } catch {
                for node in nodes { try? await node.close() }
                throw error
            }
            for node in nodes { try await node.close() }
        }
    }

    /// What a hundred workers got in all, each of which goes on until there is nothing more for it.
    private func takeAll<Job: Sendable>(
        _ nodes: [PostgresDatabase], _ take: @escaping @Sendable (Transaction) throws -> [Job]
    ) async throws -> [[Job]] {
        try await withThrowingTaskGroup(of: [Job].self) { group in
            for worker in 0..<Self.workers {
                let node = nodes[worker % nodes.count]
                group.addTask {
                    var taken: [Job] = []
                    while true {
                        let more = try await node.write(take)
                        if more.isEmpty { return taken }
                        taken += more
                    }
                }
            }
            return try await group.reduce(into: [[Job]]()) { $0.append($1) }
        }
    }

    private func bring(_ count: Int, to house: RehearsalOffice) async throws {
        let now = house.now
        try await house.records.write { tx in
            for turn in 0..<count {
                try tx.addMail(
                    InboxID(Int64(turn + 1)), from: .pipe, for: "klachten", digest: "\(turn)", size: 1, bytes: [65], receivedAt: now,
                    readyAt: now)
            }
        }
    }

    /// Complaints with a letter each that waits to be sent.
    private func register(_ count: Int, in house: RehearsalOffice) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<count { group.addTask { try await house.register { $0.customer.email = "jan@voorbeeld.test" } } }
            try await group.waitForAll()
        }
    }

    @Test func `a hundred that take up mail get each mail once, and none is left`() async throws {
        try await withNodes { house, nodes in
            try await bring(Self.jobs, to: house)
            let now = house.now
            let taken = try await takeAll(nodes) { try $0.claimMail(limit: 3, at: now, until: now.adding(seconds: 180)) }
            let ids = taken.flatMap { $0 }.map(\.id)
            #expect(ids.count == Self.jobs && Set(ids).count == Self.jobs)
            #expect(taken.flatMap { $0 }.allSatisfy { $0.attempts == 1 })
            #expect(taken.filter { !$0.isEmpty }.count > 1, "one did it all")
            #expect(try await house.records.read { try !$0.isMailWaiting(at: now) })
        }
    }

    @Test func `a hundred that take up letters get each letter once, and none is left`() async throws {
        try await withNodes { house, nodes in
            try await register(Self.jobs, in: house)
            let (since, now) = (Instant(milliseconds: 0), house.now)
            let taken = try await takeAll(nodes) { tx in
                try tx.claimLetters(limit: 3, since: since, at: now, until: now.adding(seconds: 600))
            }
            let ids = taken.flatMap { $0 }.map(\.letter.id)
            #expect(ids.count == Self.jobs && Set(ids).count == Self.jobs)
            #expect(taken.flatMap { $0 }.allSatisfy { $0.tries == 1 })
            #expect(try await house.records.read { try $0.lettersDue(limit: 1, since: since, at: now) } == [])
        }
    }

    @Test func `a hundred that watch promises remind once of each`() async throws {
        try await withNodes { house, nodes in
            try await register(Self.jobs, in: house)
            house.clock.set(to: "2026-11-24", TimeOfDay(10))
            let made = try await withThrowingTaskGroup(of: Int.self) { group in
                for worker in 0..<Self.workers {
                    let watch = PromiseWatch(
                        records: nodes[worker % nodes.count], clock: house.clock.clock, house: CurrentHouse(), changes: ChangeCount())
                    group.addTask { try await watch.look() }
                }
                return try await group.reduce(0, +)
            }
            let now = house.now
            let (reminders, left) = try await house.records.read { snapshot in
                (try snapshot.count("SELECT count(*) FROM reminder"), try snapshot.promisesToWatch(through: now, limit: 1))
            }
            #expect(made == Self.jobs && reminders == Self.jobs && left.isEmpty)
        }
    }

    @Test func `a hundred that seal at once make one seal`() async throws {
        try await withNodes { house, nodes in
            try await register(20, in: house)
            let keys = HouseKeys(in: house.folder)
            let seals = try await withThrowingTaskGroup(of: Seal?.self) { group in
                for worker in 0..<Self.workers {
                    let sealing = Sealing(
                        records: nodes[worker % nodes.count], keys: keys, clock: house.clock.clock, house: CurrentHouse())
                    group.addTask { try await sealing.sealToday() }
                }
                return try await group.reduce(into: [Seal]()) { seals, seal in if let seal { seals.append(seal) } }
            }
            #expect(seals.count == 1)
            #expect(try await house.records.read { try $0.lastSeal()?.ordinal } == 1)
        }
    }

    @Test func `whoever dies while taking up gives back at once, whoever dies afterwards when its time is over`() async throws {
        try await withNodes { house, nodes in
            try await bring(40, to: house)
            try await register(40, in: house)
            let (now, until) = (house.now, house.now.adding(seconds: 180))
            let since = Instant(milliseconds: 0)
            let claim: @Sendable (Transaction, Instant, Instant) throws -> [Int64] = { tx, now, until in
                try tx.claimMail(limit: 20, at: now, until: until).map(\.id.value)
                    + tx.claimLetters(limit: 20, since: since, at: now, until: until).map { -$0.letter.id.value }
            }
            // A connection of nobody's: it ends with what it held, as that of a process that was killed.
            try? await nodes[0].maintenance { connection in
                try connection.script("BEGIN")
                let held = try claim(Transaction(connection: connection), now, until)
                #expect(held.count == 40)
                try connection.script("SELECT pg_terminate_backend(pg_backend_pid())")
            }
            let first = try await nodes[1].write { try claim($0, now, until) }
            let second = try await nodes[0].write { try claim($0, now, until) }
            #expect(Set(first).union(second).count == 80)
            #expect(try await nodes[0].write { try claim($0, now, until) } == [])
            #expect(Set(try await nodes[1].write { try claim($0, until, until.adding(seconds: 180)) }).count == 40)
            let taken = try await takeAll(nodes) { tx in
                try claim(tx, until, until.adding(seconds: 180)).map { $0 }
            }
            #expect(taken.flatMap { $0 }.count == 40)
        }
    }
}
