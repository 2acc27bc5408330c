/// One write: everything in it is kept, or nothing. It reads its own changes through `snapshot`.
package struct Transaction {
    package let snapshot: Snapshot

    package init(connection: any Connection) { snapshot = Snapshot(connection: connection) }

    /// The number of rows that the statement inserted, updated or deleted.
    @discardableResult
    package func execute(_ sql: String, _ values: SQLValue...) throws -> Int {
        try execute(sql, values: values)
    }

    @discardableResult
    package func execute(_ sql: String, values: [SQLValue]) throws -> Int {
        try snapshot.connection.execute(sql, values)
    }

    /// Holds rows that this write decides upon: others that want to change or hold them wait until it ends.
    func hold(_ rows: String, _ values: [SQLValue]) throws {
        let lock = snapshot.connection.dialect.forChanging
        if !lock.isEmpty { try post("SELECT 1 FROM \(rows)\(lock)", values: values) }
    }

    /// The same, where nobody asks how many rows: the engine may go on without waiting. What it refuses is thrown here or later, at the
    /// latest by the write as a whole; so not for what a write means to catch.
    package func post(_ sql: String, _ values: SQLValue...) throws { try snapshot.connection.post(sql, values) }

    package func post(_ sql: String, values: [SQLValue]) throws { try snapshot.connection.post(sql, values) }

    /// The first row of a changing statement's `RETURNING`; nil when it changed nothing (`ON CONFLICT DO NOTHING`).
    package func first<T>(_ sql: String, _ values: SQLValue..., returning value: (any SQLRow) throws -> T) throws -> T? {
        try snapshot.first(sql, values: values, as: value)
    }

    package func first<T>(_ sql: String, values: [SQLValue], returning value: (any SQLRow) throws -> T) throws -> T? {
        try snapshot.first(sql, values: values, as: value)
    }

    /// Every row of a changing statement's `RETURNING`, in no promised order.
    package func all<T>(_ sql: String, _ values: SQLValue..., returning value: (any SQLRow) throws -> T) throws -> [T] {
        try snapshot.all(sql, values: values, as: value)
    }

    package func all<T>(_ sql: String, values: [SQLValue], returning value: (any SQLRow) throws -> T) throws -> [T] {
        try snapshot.all(sql, values: values, as: value)
    }
}
