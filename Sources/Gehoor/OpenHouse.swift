import Casework
import Foundation
import Records
import RecordsOnSQLite

/// A house that is open: its folder, its lock, its database at the schema of this program.
struct OpenHouse: Sendable {
    /// What to do where no house is.
    enum Absence { case make, refuse }
    /// With others, or with nobody else inside.
    enum Company { case shared, alone }

    let folder: HouseFolder
    let lock: HouseLock
    let database: SQLiteDatabase

    var accounts: AccountOffice { AccountOffice(records: database, clock: .system) }
    /// Documents, by what is in them.
    var blobs: BlobFolder { BlobFolder(folder: URL(fileURLWithPath: folder.path).appendingPathComponent("documents")) }
    /// Where files of public forms wait.
    var staging: Staging {
        Staging(records: database, clock: .system, folder: URL(fileURLWithPath: folder.path).appendingPathComponent("staged"))
    }

    /// Makes seals.
    var sealing: Sealing {
        Sealing(records: database, keys: HouseKeys(in: folder.path), clock: .system, house: CurrentHouse())
    }

    /// Opens, lets `body` work, and closes whatever happens.
    static func with<T>(
        _ options: HouseOptions, ifAbsent: Absence, _ company: Company = .shared, _ body: (OpenHouse) async throws -> T
    ) async throws -> T {
        let house = try await open(options.folder(), ifAbsent: ifAbsent, company)
        do {
            let answer = try await body(house)
            try await house.close()
            return answer
        } catch {
            try? await house.close()
            throw error
        }
    }

    private static func open(_ folder: HouseFolder, ifAbsent: Absence, _ company: Company) async throws -> OpenHouse {
        if !folder.hasDatabase {
            if case .refuse = ifAbsent { throw CommandFault(.notThere, "There is no house in \(folder.path).") }
            try folder.make()
        }
        try requireAccess(to: folder)
        let turn = try HouseLock.turn(folder)
        defer { turn.release() }
        if !folder.hasDatabase { try prepare(folder) }
        let lock = try company == .alone ? HouseLock.exclusive(folder) : HouseLock.shared(folder)
        let database = try SQLiteDatabase(in: folder)
        do {
            try await Migrations.apply(on: database)
        } catch {
            try? await database.close()
            throw error
        }
        return OpenHouse(folder: folder, lock: lock, database: database)
    }

    private func close() async throws {
        try await database.close()
        lock.release()
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
