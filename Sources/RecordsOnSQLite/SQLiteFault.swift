import GRDB
import GRDBSQLite
import Records

extension DatabaseFault {
    /// What the connection's last call ended with.
    init(lastOf handle: OpaquePointer?) {
        let text = sqlite3_errmsg(handle).map { String(cString: $0) } ?? ""
        self.init(code: sqlite3_extended_errcode(handle), text: text)
    }

    init(code: Int32, text: String) {
        switch code & 0xFF {
        case SQLITE_CONSTRAINT: self = Self.constraint(code: code, text: text)
        case SQLITE_FULL: self = .full
        case SQLITE_READONLY: self = .readOnly
        case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_PROTOCOL: self = .io("\(text) (\(code))")
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt(text)
        default: self = .other(code: Int(code), text)
        }
    }

    /// SQLite says "UNIQUE constraint failed: complaint.number"; what follows the colon is the name.
    private static func constraint(code: Int32, text: String) -> DatabaseFault {
        let name = text.firstIndex(of: ":").map { String(text[$0...].dropFirst(2)) } ?? text
        // Constraint kinds are the second byte; the macros are expressions that Swift does not import.
        switch code >> 8 {
        case 6, 8, 10: return .unique(name)  // PRIMARYKEY, UNIQUE, ROWID
        case 3: return .foreignKey(name)
        case 7: return .check(text)  // TRIGGER: the whole text is the guard's own
        default: return .check(name)  // CHECK, NOTNULL, DATATYPE of a strict table
        }
    }
}

/// An error on its way out of this target: GRDB's own become ours, an interrupted read is a cancelled task.
func outward(_ error: any Error) -> any Error {
    switch error {
    case DatabaseFault.other(code: Int(SQLITE_INTERRUPT), _): CancellationError()
    case let error as DatabaseError: DatabaseFault(code: error.extendedResultCode.rawValue, text: error.message ?? "")
    default: error
    }
}
