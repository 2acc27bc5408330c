import CArchive
package import Foundation

/// Writes a compressed tar archive (POSIX pax, zstd), entry by entry. Every entry is a file for its owner only.
package final class ArchiveWriter {
    private let archive: OpaquePointer

    /// Writes to an open file, which stays open. Throws `ArchiveFault.io`.
    package init(to descriptor: Int32) throws {
        guard let archive = archive_write_new() else { throw ArchiveFault.io(ENOMEM) }
        self.archive = archive
        try check(archive_write_set_format_pax_restricted(archive))
        try check(archive_write_add_filter_zstd(archive))
        try check(archive_write_open_fd(archive, descriptor))
    }

    /// Gives up what was not finished.
    deinit { archive_write_free(archive) }

    /// Begins an entry of `size` bytes; they follow by `write`.
    ///
    /// - Parameter time: seconds since 1970.
    package func begin(_ name: String, size: Int64, time: Int) throws {
        guard let entry = archive_entry_new() else { throw ArchiveFault.io(ENOMEM) }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_size(entry, size)
        archive_entry_set_filetype(entry, plainFile)
        archive_entry_set_perm(entry, 0o600)
        archive_entry_set_mtime(entry, time, 0)
        try check(archive_write_header(archive, entry))
    }

    package func write(_ bytes: Data) throws {
        let written = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        guard written == bytes.count else { throw fault }
    }

    /// A whole entry.
    package func add(_ name: String, _ bytes: Data, time: Int) throws {
        try begin(name, size: Int64(bytes.count), time: time)
        try write(bytes)
    }

    /// Writes the end of the archive; nothing may follow.
    package func finish() throws { try check(archive_write_close(archive)) }

    private func check(_ result: Int32) throws {
        guard result == ARCHIVE_OK else { throw fault }
    }

    private var fault: ArchiveFault {
        let number = archive_errno(archive)
        return .io(number > 0 ? number : EIO)
    }
}
