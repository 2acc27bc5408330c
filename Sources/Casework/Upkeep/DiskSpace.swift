package import Foundation

/// Room on the file system of a folder, in bytes.
package struct DiskSpace: Hashable, Sendable {
    package let free: Int64
    package let total: Int64

    /// Nil when the system does not say.
    package init?(of folder: URL) {
        // The documents' folder is made with the first document; until then its parent tells the same.
        let paths = [folder.path, folder.deletingLastPathComponent().path]
        let found = paths.lazy.compactMap { try? FileManager.default.attributesOfFileSystem(forPath: $0) }.first
        guard let free = found?[.systemFreeSize] as? NSNumber, let total = found?[.systemSize] as? NSNumber else { return nil }
        self.free = free.int64Value
        self.total = total.int64Value
    }
}
