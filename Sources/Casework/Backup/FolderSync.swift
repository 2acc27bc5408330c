import Foundation

/// Puts the names in a folder on disk.
package enum FolderSync {
    /// Throws `BackupFault.io`.
    package static func run(_ path: String) throws {
        do {
            try SyncedFile.syncFolder(URL(fileURLWithPath: path))
        } catch BlobFault.io(let number) {
            throw BackupFault.io(path, number)
        }
    }
}
