import Casework
import Foundation
import Records
import RecordsOnPostgres
import RecordsOnSQLite

/// A house that is open: its folder, its lock, its database at the schema of this program.
struct OpenHouse: Sendable {
    /// What to do where no house is.
    enum Absence { case make, refuse }
    /// With others, or with nobody else inside.
    enum Company { case shared, alone }

    let place: HousePlace
    let database: any Database
    /// Whether the last to leave closed the database properly, as far as this can be known.
    let lastStopWasClean: Bool
    private let leave: @Sendable () -> Void

    var folder: HouseFolder { place.folder }
    /// Whether only one process serves it: a folder has one seat, a database on a server any number.
    var isAlone: Bool { if case .folder = place { true } else { false } }
    var accounts: AccountOffice { AccountOffice(records: database, clock: .system) }

    /// Documents, by what is in them: in a folder of this machine, or where every node reaches them.
    var blobs: any BlobStore {
        switch place {
        case .folder(let folder): BlobFolder(folder: URL(fileURLWithPath: folder.path).appendingPathComponent("documents"))
        case .server: BlobTable(in: database)
        }
    }

    /// Where files of public forms wait.
    var staging: Staging {
        switch place {
        case .folder(let folder):
            Staging(records: database, clock: .system, folder: URL(fileURLWithPath: folder.path).appendingPathComponent("staged"))
        case .server: Staging(records: database, clock: .system, folder: nil)
        }
    }

    /// The door of the procedure.
    var procedures: ProcedureOffice { ProcedureOffice(records: database, clock: .system, house: CurrentHouse()) }

    /// Makes seals.
    var sealing: Sealing {
        Sealing(records: database, keys: HouseKeys(in: folder.path), clock: .system, house: CurrentHouse())
    }

    /// Opens, lets `body` work, and closes whatever happens.
    ///
    /// - Parameter isBrief: one of many short visits, which leave tidying up to who is inside anyway.
    static func with<T>(
        _ options: HouseOptions, ifAbsent: Absence, _ company: Company = .shared, isBrief: Bool = false,
        _ body: (OpenHouse) async throws -> T
    ) async throws -> T {
        try await with(options.place(), ifAbsent: ifAbsent, company, isBrief: isBrief, body)
    }

    static func with<T>(
        _ place: HousePlace, ifAbsent: Absence, _ company: Company = .shared, isMoving: Bool = false, isBrief: Bool = false,
        _ body: (OpenHouse) async throws -> T
    ) async throws -> T {
        let house = try await open(place, ifAbsent: ifAbsent, company, isBrief: isBrief)
        do {
            if !isMoving { try await house.requireWhole() }
            let answer = try await body(house)
            try await house.close()
            return answer
        } catch {
            try? await house.close()
            throw error
        }
    }

    private static func open(_ place: HousePlace, ifAbsent: Absence, _ company: Company, isBrief: Bool) async throws -> OpenHouse {
        switch place {
        case .folder(let folder): try await open(folder, ifAbsent: ifAbsent, company, isBrief: isBrief)
        case .server(let address, let folder): try await open(address, folder, ifAbsent: ifAbsent, company)
        }
    }

    private static func open(_ folder: HouseFolder, ifAbsent: Absence, _ company: Company, isBrief: Bool) async throws -> OpenHouse {
        if !folder.hasDatabase {
            if case .refuse = ifAbsent { throw CommandFault(.notThere, "There is no house in \(folder.path).") }
            try folder.make()
        }
        try requireAccess(to: folder)
        let turn = try HouseLock.turn(folder)
        defer { turn.release() }
        if !folder.hasDatabase { try prepare(folder) }
        let lock = try company == .alone ? HouseLock.exclusive(folder) : HouseLock.shared(folder)
        let database = try await migrated(try SQLiteDatabase(in: folder, leavesLog: isBrief && lock.hasCompany))
        return OpenHouse(place: .folder(folder), database: database, lastStopWasClean: lock.lastStopWasClean) { lock.release() }
    }

    /// What PostgreSQL does after an unclean stop of its own is its own.
    private static func open(
        _ address: PostgresAddress, _ folder: HouseFolder, ifAbsent: Absence, _ company: Company
    ) async throws -> OpenHouse {
        switch (try PostgresDatabase.contents(at: address), ifAbsent) {
        case (.house, _), (.nothing, .make): break
        case (.nothing, .refuse): throw CommandFault(.notThere, "There is no house in the database \(address.shown).")
        case (.somethingElse, _): throw PostgresRefusal.notOurs("there are tables of something else in it; give an empty one")
        }
        try folder.make()
        try requireAccess(to: folder)
        let presence = try company == .alone ? HousePresence.exclusive(address) : HousePresence.shared(address)
        let database = try await migrated(try PostgresDatabase(at: address))
        do {
            try await HouseKeys(in: folder.path).agree(with: database)
        } catch {
            try? await database.close()
            throw error
        }
        return OpenHouse(place: .server(address, folder), database: database, lastStopWasClean: true) { presence.release() }
    }

    private static func migrated(_ database: any Database) async throws -> any Database {
        do {
            try await Migrations.apply(on: database)
            return database
        } catch {
            try? await database.close()
            throw error
        }
    }

    private func requireWhole() async throws {
        if try await database.read({ try $0.isMovedHalf() }) {
            throw CommandFault(.busy, "A move into this house was not finished. Give the same `gehoor move` again.")
        }
    }

    private func close() async throws {
        try await database.close()
        leave()
    }
}

extension OpenHouse {
    /// Names that a start which was cut off may have left; a folder with nothing else in it is still empty.
    private static let ours: Set<String> = ["gehoor.lock", "secrets", "documents"]

    /// Makes the folder ready, or says why there can't be a house here.
    private static func prepare(_ folder: HouseFolder) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        guard ours.isSuperset(of: names) else {
            throw CommandFault(.notThere, "There is no house in \(folder.path), and it is not empty: give an empty folder for a new one.")
        }
        guard chmod(folder.path, 0o700) == 0 else { throw fault(at: folder) }
    }

    private static func requireAccess(to folder: HouseFolder) throws {
        var status = stat()
        guard stat(folder.path, &status) == 0 else { throw fault(at: folder) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw CommandFault(.io, "\(folder.path) is not a folder.") }
        guard access(folder.path, R_OK | W_OK | X_OK) == 0 else { throw fault(at: folder) }
    }

    private static func fault(at folder: HouseFolder) -> CommandFault {
        let status: ExitStatus = errno == EACCES || errno == EPERM ? .notAllowed : .io
        return CommandFault(status, "\(folder.path) can't be used: \(String(cString: strerror(errno))).")
    }
}
