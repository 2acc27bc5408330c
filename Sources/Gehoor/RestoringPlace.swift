import Casework
import Foundation
import RecordsOnSQLite

/// Where a house is restored: a folder inside the data folder, which nobody else can be in meanwhile. Its parts move to their places at the
/// end, the database last: a data folder without it is no house, so there is never half a one. (Inside, because the data folder may be a
/// mount of its own, where nothing can be moved in from beside it.)
struct RestoringPlace {
    private static let lockName = "gehoor.lock"
    private static let workName = "restoring"
    private static let parts = ["secrets", "documents"]

    let work: HouseFolder
    private let folder: HouseFolder
    private let lock: HouseLock
    private let hadFolder: Bool
    private let hadLock: Bool

    /// Throws `DatabaseFault.busy` while somebody is in the house, `BackupFault.notEmpty` where something is.
    init(in folder: HouseFolder) throws {
        self.folder = folder
        work = HouseFolder(folder.path + "/" + Self.workName)
        var isFolder: ObjCBool = false
        hadFolder = FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder)
        if hadFolder, !isFolder.boolValue { throw BackupFault.io(folder.path, ENOTDIR) }
        try folder.make()
        guard access(folder.path, R_OK | W_OK | X_OK) == 0 else { throw BackupFault.io(folder.path, errno) }
        let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
        hadLock = names.contains(Self.lockName)
        // A stranger's folder gets no lock of ours either.
        guard hadLock || names.isEmpty else { throw BackupFault.notEmpty(folder.path) }
        lock = try HouseLock.exclusive(folder)
        do {
            try Self.requireEmpty(folder)
            guard chmod(folder.path, 0o700) == 0 else { throw BackupFault.io(folder.path, errno) }
            try work.make()
        } catch {
            lock.release()
            throw error
        }
    }

    /// Moves everything to its place, and leaves the house.
    func finish() throws {
        for part in Self.parts where FileManager.default.fileExists(atPath: work.path + "/" + part) {
            try move(work.path + "/" + part, to: folder.path + "/" + part)
        }
        try FolderSync.run(folder.path)
        try move(work.databasePath, to: folder.databasePath)
        try FolderSync.run(folder.path)
        try? FileManager.default.removeItem(atPath: work.path)
        lock.release()
    }

    /// Leaves what was put beside it, and takes away only where it was unpacked.
    func leave() {
        try? FileManager.default.removeItem(atPath: work.path)
        lock.release()
    }

    /// Leaves nothing behind.
    func abandon() {
        if !folder.hasDatabase { Self.clear(folder) }
        if !hadLock { unlink(folder.path + "/" + Self.lockName) }
        if !hadFolder { rmdir(folder.path) }
        lock.release()
    }

    /// What a restore that was cut off left is taken away.
    private static func requireEmpty(_ folder: HouseFolder) throws {
        let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)).subtracting([lockName])
        if names.isEmpty { return }
        guard names.contains(workName), names.isSubset(of: parts + [workName]) else { throw BackupFault.notEmpty(folder.path) }
        clear(folder)
    }

    private static func clear(_ folder: HouseFolder) {
        for name in parts + [workName] { try? FileManager.default.removeItem(atPath: folder.path + "/" + name) }
    }

    private func move(_ path: String, to place: String) throws {
        guard rename(path, place) == 0 else { throw BackupFault.io(place, errno) }
    }
}
