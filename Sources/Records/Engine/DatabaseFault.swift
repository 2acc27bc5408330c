/// What an engine refused. Texts name tables, columns, constraints and codes, never the values that were written.
package enum DatabaseFault: Error, Hashable, Sendable {
    /// A doubled key; the columns as `table.column, table.column`.
    case unique(String)
    /// A reference to a row that is not there, or a row that is still referred to.
    case foreignKey(String)
    /// A CHECK (its name), a NOT NULL (`table.column`) or a trigger's objection (its text).
    case check(String)
    /// No room left on the disk.
    case full
    case readOnly
    case io(String)
    /// Another process kept the store locked for longer than we wait. Nothing was done; try again.
    case busy
    case corrupt(String)
    /// The server can't be reached. Nothing was kept.
    case unreachable(String)
    /// The server was lost while it committed, and can't be asked: whether the write was kept is not known. Look before trying again.
    case inDoubt
    case other(code: Int, String)
}

extension DatabaseFault {
    /// The disk or the file fails, not the statement: intake is at risk and an administrator must hear of it.
    package var isTrouble: Bool {
        switch self {
        case .full, .readOnly, .io, .corrupt, .unreachable, .inDoubt: true
        case .unique, .foreignKey, .check, .busy, .other: false
        }
    }
}
