import GRDBSQLite
import Records

/// SQLite copies what it is given: our values do not outlive the call. (The macro is a cast that Swift does not import.)
nonisolated(unsafe) private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension SQLValue {
    /// Gives the value to placeholder `index` (from 1); a SQLite result code. Texts by length, since U+0000 may be in them.
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .null: return sqlite3_bind_null(statement, index)
        case .integer(let number): return sqlite3_bind_int64(statement, index, number)
        case .real(let number): return sqlite3_bind_double(statement, index, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    guard let start = characters.baseAddress else { return sqlite3_bind_text(statement, index, "", 0, copied) }
                    return sqlite3_bind_text64(statement, index, start, UInt64(characters.count), copied, UInt8(SQLITE_UTF8))
                }
            }
        case .blob(let bytes):
            return bytes.withUnsafeBytes { raw in
                guard let start = raw.baseAddress, !raw.isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
                return sqlite3_bind_blob64(statement, index, start, UInt64(raw.count), copied)
            }
        }
    }
}
