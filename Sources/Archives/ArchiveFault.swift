/// Why an archive can't be written or read.
package enum ArchiveFault: Error, Hashable, Sendable {
    /// The disk said no, with its error number.
    case io(Int32)
    /// What is read is no archive of ours, is cut off, or was altered; says how.
    case unreadable(String)
}

/// The kind of entry that is a file with bytes in it (POSIX `S_IFREG`); libarchive's own name for it is a macro that Swift does not import.
let plainFile: UInt32 = 0o100000
