import GRDBSQLite
import Records

/// The row under a statement's cursor, read by column index without copying the rest.
struct SQLiteRow: SQLRow {
    let statement: OpaquePointer

    func optionalInteger(_ column: Int) -> Int64? {
        isNull(column) ? nil : sqlite3_column_int64(statement, Int32(clamping: column))
    }

    func optionalReal(_ column: Int) -> Double? {
        isNull(column) ? nil : sqlite3_column_double(statement, Int32(clamping: column))
    }

    func optionalText(_ column: Int) -> String? {
        let column = Int32(clamping: column)
        guard let bytes = sqlite3_column_text(statement, column) else { return nil }
        // By length: a text may hold U+0000.
        return String(decoding: UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column))), as: UTF8.self)
    }

    func optionalBlob(_ column: Int) -> [UInt8]? {
        if isNull(column) { return nil }
        let column = Int32(clamping: column)
        // An empty blob has no address.
        guard let bytes = sqlite3_column_blob(statement, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column))))
    }

    private func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(statement, Int32(clamping: column)) == SQLITE_NULL
    }
}
