import Casework
import Foundation
import Records
import RecordsOnPostgres
import RecordsOnSQLite
import Rehearsal

/// The house of a folder, as commands find it in this run: its database in the folder, or on the server that the run has.
struct CommandHouse {
    private static let addresses = Addresses()

    let folder: String
    private let address: PostgresAddress?

    init(_ folder: String) async throws {
        self.folder = folder
        address = try await Self.addresses.address(of: folder)
    }

    /// What commands are told besides their arguments.
    var environment: [String: String] { address.map { ["GEHOOR_DATABASE": $0.whole] } ?? [:] }

    /// Works in it as a server would.
    func open<T>(_ body: (any Database, any BlobStore) async throws -> T) async throws -> T {
        let database: any Database = try address.map { try PostgresDatabase(at: $0) } ?? SQLiteDatabase(in: HouseFolder(folder))
        do {
            try await Migrations.apply(on: database)
            let blobs: any BlobStore = address == nil ? BlobFolder(folder: URL(filePath: folder + "/documents")) : BlobTable(in: database)
            let answer = try await body(database, blobs)
            try await database.close()
            return answer
        } catch {
            try? await database.close()
            throw error
        }
    }

    func script(_ sql: String) async throws {
        try await open { database, _ in try await database.maintenance { try $0.script(sql) } }
    }

    /// Is inside while `body` runs.
    func inside<T>(_ body: () async throws -> T) async throws -> T {
        if let address {
            let presence = try HousePresence.shared(address)
            defer { presence.release() }
            return try await body()
        }
        let lock = try HouseLock.shared(HouseFolder(folder))
        defer { lock.release() }
        return try await body()
    }

    /// One database a folder, made when it is first asked for.
    private actor Addresses {
        private var known: [String: Task<PostgresAddress, any Error>] = [:]

        func address(of folder: String) async throws -> PostgresAddress? {
            guard let server = PostgresForTests.ofThisRun else { return nil }
            if let found = known[folder] { return try await found.value }
            let task = Task { try await server.make(withSchema: false) }
            known[folder] = task
            return try await task.value
        }
    }
}
