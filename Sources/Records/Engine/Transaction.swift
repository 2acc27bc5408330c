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
