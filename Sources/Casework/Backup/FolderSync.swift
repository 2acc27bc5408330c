import Foundation

/// Puts the names in a folder on disk.
package enum FolderSync {
    /// Throws `BackupFault.io`.
    package static func run(_ path: String) throws {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw BackupFault.io(path, errno) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw BackupFault.io(path, errno) }
    }
}
