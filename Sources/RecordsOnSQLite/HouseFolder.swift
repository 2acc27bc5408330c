import Foundation
import Records

/// The folder that holds everything: only its owner may look in.
package struct HouseFolder: Hashable, Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }

    package var databasePath: String { path + "/gehoor.sqlite" }
    var logPath: String { databasePath + "-wal" }
    var lockPath: String { path + "/gehoor.lock" }
    var servingPath: String { path + "/serving.lock" }

    /// Whether a house was made here.
    package var hasDatabase: Bool { FileManager.default.fileExists(atPath: databasePath) }

    /// Makes the folder where it is absent. Throws `DatabaseFault.io` or `.readOnly`.
    package func make() throws {
        if FileManager.default.fileExists(atPath: path) { return }
        do {
            let ownerOnly: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true, attributes: ownerOnly)
        } catch {
            throw DatabaseFault.io("the folder cannot be made: \(error.localizedDescription)")
        }
    }

    /// Makes the database file where it is absent, empty, and takes everybody else's rights on what is there. SQLite gives its log and
    /// shared memory the rights of the database file.
    func protectFiles() throws {
        let descriptor = open(databasePath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno != EACCES, errno != EROFS {
            throw DatabaseFault.ofSystem(errno)
        }
        for file in [databasePath, logPath, databasePath + "-shm", lockPath, servingPath] { try takeRights(of: file) }
    }

    private func takeRights(of file: String) throws {
        var status = stat()
        guard stat(file, &status) == 0, status.st_mode & 0o077 != 0 else { return }
        guard chmod(file, status.st_mode & 0o700) == 0 else { throw DatabaseFault.ofSystem(errno) }
    }

    /// Size of the write-ahead log in bytes; a clean stop leaves none.
    package var logSize: Int {
        var status = stat()
        return stat(logPath, &status) == 0 ? Int(status.st_size) : 0
    }
}

extension DatabaseFault {
    /// The fault that an `errno` of the file system stands for.
    static func ofSystem(_ number: Int32) -> DatabaseFault {
        switch number {
        case ENOSPC, EDQUOT: .full
        case EACCES, EPERM, EROFS: .readOnly
        case EWOULDBLOCK: .busy
        default: .io("\(String(cString: strerror(number))) (\(number))")
        }
    }
}
