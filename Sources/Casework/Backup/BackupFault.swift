/// Why there is no backup, or why one can't be restored. Texts name files and say what is wrong, never what is in them.
package enum BackupFault: Error, Hashable, Sendable {
    /// A file of this name is there already.
    case alreadyThere(String)
    /// Another backup to the same name is being made.
    case busy(String)
    case notThere(String)
    /// Where the house should come, something else is.
    case notEmpty(String)
    /// No backup, cut off, or altered.
    case unreadable(String)
    /// Unpacked it needs so many bytes, and they are not there.
    case noRoom(Int64)
    /// The disk said no to the file named, with its error number.
    case io(String, Int32)
}
