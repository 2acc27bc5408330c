/// The committed data of one moment, to be read. Inside a write it also sees what that write did so far.
package struct Snapshot {
    package let connection: any Connection

    package init(connection: any Connection) { self.connection = connection }

    /// Every row of the answer.
    package func all<T>(_ sql: String, _ values: SQLValue..., as value: (any SQLRow) throws -> T) throws -> [T] {
        try all(sql, values: values, as: value)
    }

    package func all<T>(_ sql: String, values: [SQLValue], as value: (any SQLRow) throws -> T) throws -> [T] {
        var found: [T] = []
        try connection.rows(sql, values) { row in found.append(try value(row)) }
        return found
    }

    /// The first row of the answer, or nil. Write LIMIT 1 where more could come: the engine is asked for all.
    package func first<T>(_ sql: String, _ values: SQLValue..., as value: (any SQLRow) throws -> T) throws -> T? {
        try first(sql, values: values, as: value)
    }

    package func first<T>(_ sql: String, values: [SQLValue], as value: (any SQLRow) throws -> T) throws -> T? {
        var found: T?
        try connection.rows(sql, values) { row in
            if found == nil { found = try value(row) }
        }
        return found
    }

    /// Hands out rows one by one, for what does not fit in memory.
    package func each(_ sql: String, values: [SQLValue] = [], _ body: (any SQLRow) throws -> Void) throws {
        try connection.rows(sql, values, body)
    }

    /// The number in the first column of the first row: `SELECT count(*) …`. 0 without a row.
    package func count(_ sql: String, _ values: SQLValue...) throws -> Int {
        try count(sql, values: values)
    }

    package func count(_ sql: String, values: [SQLValue]) throws -> Int {
        Int(try first(sql, values: values) { $0.integer(0) } ?? 0)
    }

    /// Whether the answer has a row: `SELECT 1 FROM … WHERE … LIMIT 1`.
    package func exists(_ sql: String, _ values: SQLValue...) throws -> Bool {
        try exists(sql, values: values)
    }

    package func exists(_ sql: String, values: [SQLValue]) throws -> Bool {
        try first(sql, values: values) { _ in true } ?? false
    }
}
