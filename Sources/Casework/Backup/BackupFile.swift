import Foundation

/// A file that gets its name only when it is whole and on disk. Until then it stands beside it as `NAME.part`, held by a lock, so that two
/// at once don't mix and what a crash left is used again.
package final class BackupFile {
    let path: String
    /// Where it stands until then.
    package let part: String
    let descriptor: Int32
    private var isDone = false

    /// Throws `BackupFault.alreadyThere`, `.busy` or `.io`.
    package init(_ path: String) throws {
        self.path = path
        part = path + ".part"
        try Self.refuseExisting(path)
        descriptor = open(part, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        // Until the lock is ours, so is nothing that may lie there.
        isDone = true
        guard descriptor >= 0 else { throw BackupFault.io(part, errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw BackupFault.busy(path) }
        isDone = false
        guard ftruncate(descriptor, 0) == 0, fchmod(descriptor, 0o600) == 0 else { throw BackupFault.io(part, errno) }
    }

    deinit {
        if !isDone { unlink(part) }
        close(descriptor)
    }

    /// Syncs, gives the name, and syncs the folder.
    func finish() throws {
        guard fsync(descriptor) == 0 else { throw BackupFault.io(part, errno) }
        try Self.refuseExisting(path)
        guard rename(part, path) == 0 else { throw BackupFault.io(path, errno) }
        isDone = true
        try FolderSync.run(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }

    private static func refuseExisting(_ path: String) throws {
        var status = stat()
        if lstat(path, &status) == 0 { throw BackupFault.alreadyThere(path) }
    }
}
