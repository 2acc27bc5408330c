import CArchive
package import Foundation

/// Reads a compressed tar archive, entry by entry, as untrusted input: only zstd and tar, only plain files, and nothing is ever written.
package final class ArchiveReader {
    /// The head of an entry.
    package struct Entry: Hashable, Sendable {
        package let name: String
        /// As the archive says; what comes is counted by whoever reads it.
        package let size: Int64
    }

    private let archive: OpaquePointer
    private static let pieceSize = 1 << 16

    /// Throws `ArchiveFault.io` when the file can't be opened, `.unreadable` when it is no archive.
    package init(of path: String) throws {
        guard let archive = archive_read_new() else { throw ArchiveFault.io(ENOMEM) }
        self.archive = archive
        try check(archive_read_support_filter_zstd(archive))
        try check(archive_read_support_format_tar(archive))
        guard access(path, R_OK) == 0 else { throw ArchiveFault.io(errno) }
        try check(archive_read_open_filename(archive, path, Self.pieceSize))
    }

    deinit { archive_read_free(archive) }

    /// The next entry; nil after the last. What is left of the one before is skipped. Throws `.unreadable` for what is no plain file.
    package func next() throws -> Entry? {
        var entry: OpaquePointer?
        let result = archive_read_next_header(archive, &entry)
        if result == ARCHIVE_EOF { return nil }
        try check(result)
        guard let entry, let name = archive_entry_pathname(entry).map({ String(cString: $0) }) else {
            throw ArchiveFault.unreadable("an entry without a name")
        }
        let isPlain = archive_entry_filetype(entry) == plainFile && archive_entry_hardlink(entry) == nil
        guard isPlain, archive_entry_symlink(entry) == nil, archive_entry_sparse_count(entry) == 0 else {
            throw ArchiveFault.unreadable("an entry that is no plain file")
        }
        guard archive_entry_size_is_set(entry) != 0, archive_entry_size(entry) >= 0 else {
            throw ArchiveFault.unreadable("an entry without a size")
        }
        return Entry(name: name, size: archive_entry_size(entry))
    }

    /// The next piece of the entry; nil at its end.
    package func piece() throws -> Data? {
        var bytes = Data(count: Self.pieceSize)
        let count = bytes.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw fault }
        return count == 0 ? nil : bytes.prefix(count)
    }

    /// A warning counts as well: what is not wholly understood is not taken.
    private func check(_ result: Int32) throws {
        guard result == ARCHIVE_OK else { throw fault }
    }

    private var fault: ArchiveFault {
        // libarchive's words name formats and lengths, never what is in an entry.
        .unreadable(archive_error_string(archive).map { String(cString: $0) } ?? "no archive")
    }
}
