import Foundation
package import Records
import Synchronization

/// The store on a PostgreSQL server. Any number of nodes may have the same one open.
package final class PostgresDatabase: Records.Database {
    private static let isClosed = DatabaseFault.other(code: 21, "the database is closed")
    /// So often at most a read begins again because its connection was lost.
    private static let mostReadings = 3

    package let address: PostgresAddress
    private let lanes: Lanes
    private let known: KnownWords
    private let shared: SharedWrites
    /// Where everything is read as of one moment: that moment, and whatever keeps it.
    private let moment: FrozenMoment?

    /// Looks whether the database can be used, and how the server is set. Throws `PostgresRefusal`.
    ///
    /// - Parameter connections: at most so many of this process, one a thread.
    package init(at address: PostgresAddress, connections: Int = 16) throws {
        self.address = address
        _ = try PostgresLink.open(address)
        lanes = Lanes(address, limit: connections)
        moment = nil
        known = KnownWords()
        shared = SharedWrites(knowing: known)
    }

    /// How often its reads and writes have waited for the server: what a page costs over a network.
    package var waits: Int { lanes.waits.count }

    /// The same database as it stands now, to be read only, while others write. Close it soon: the server keeps what it would tidy up.
    package func frozen() throws -> PostgresDatabase { try PostgresDatabase(frozen: address) }

    private init(frozen address: PostgresAddress) throws {
        self.address = address
        moment = try FrozenMoment(address)
        lanes = Lanes(address, limit: 2)
        known = KnownWords()
        shared = SharedWrites(knowing: known)
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (Snapshot) throws -> T) async throws -> T {
        try Task.checkCancellation()
        return try await work(.read) { [moment] lane in try Self.read(body, on: lane, at: moment) }
    }

    private static func read<T>(_ body: (Snapshot) throws -> T, on lane: Lane, at moment: FrozenMoment?) throws -> T {
        var readings = 0
        while true {
            let link = try lane.connected()
            do {
                if let moment { try moment.begin(on: link) } else { try link.beginReading() }
                let answer = try body(Snapshot(connection: PostgresConnection(link)))
                link.leave(moment == nil ? nil : "COMMIT")
                return answer
            } catch {
                readings += 1
                guard link.ending?.isLoss == true, readings < mostReadings else {
                    link.leave(moment == nil ? nil : "ROLLBACK")
                    throw error
                }
                lane.close()
            }
        }
    }

    package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await work(.write) { [known] lane in try PostgresWrite(lane: lane, known: known, body: body).run() }
    }

    package func writeNew<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { (caller: CheckedContinuation<T, any Error>) in
            let write = SharedWrites.Write(
                attempt: { tx in
                    let answer = try body(tx)
                    return { caller.resume(returning: answer) }
                },
                alone: { [known] lane in
                    caller.resume(with: Result { try PostgresWrite(lane: lane, known: known, body: body).run() })
                },
                fail: { caller.resume(throwing: $0) })
            let isAdded = lanes.add(.write) { [shared] lane in
                shared.work(on: lane)
            } whenAdded: { [shared] in
                shared.add(write)
            }
            if !isAdded { caller.resume(throwing: Self.isClosed) }
        }
    }

    package func maintenance<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        let address = address
        return try await work(.alone) { [known] _ in
            let link = try PostgresLink.open(address, for: .maintenance)
            // One node after another: two that start at once would both make the tables.
            _ = try link.finish("SELECT pg_advisory_lock(\(HousePresence.maintenanceKey))")
            defer { try? link.script("ROLLBACK") }
            return try body(PostgresConnection(link, knowing: known))
        }
    }

    package func close() async throws {
        await withCheckedContinuation { caller in lanes.close { caller.resume() } }
        moment?.end()
    }

    private func work<T: Sendable>(_ kind: Lanes.Work, _ body: @escaping @Sendable (Lane) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { (caller: CheckedContinuation<T, any Error>) in
            let isAdded = lanes.add(kind) { lane in caller.resume(with: Result { try body(lane) }) }
            if !isAdded { caller.resume(throwing: Self.isClosed) }
        }
    }
}

extension PostgresDatabase {
    package func copy<T: Sendable>(to path: String, _ body: @escaping @Sendable (Snapshot) throws -> T) async throws -> T {
        throw DatabaseFault.other(code: 0, "a copy in one file is made by moving the house")
    }
}
