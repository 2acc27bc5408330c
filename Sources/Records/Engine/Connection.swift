/// The seam between our SQL and an engine: run this statement, give me rows. Lives inside one read or write; never kept.
/// Every function throws `DatabaseFault` for what the engine refuses.
package protocol Connection: AnyObject {
    var dialect: any Dialect { get }

    /// Runs one statement and hands each row to `body`, in order.
    func rows(_ sql: String, _ values: [SQLValue], _ body: (any SQLRow) throws -> Void) throws

    /// Runs one statement; the number of rows that it inserted, updated or deleted.
    @discardableResult func execute(_ sql: String, _ values: [SQLValue]) throws -> Int

    /// Runs several statements without values. For migrations and maintenance only.
    func script(_ sql: String) throws
}

extension Connection {
    /// One transaction of its own, for maintenance: what `body` throws undoes all of it.
    package func transaction<T>(_ body: (Transaction) throws -> T) throws -> T {
        try script(dialect.beginWriting)
        do {
            let answer = try body(Transaction(connection: self))
            try script("COMMIT")
            return answer
        } catch {
            // The engine may have ended the transaction by itself; then there is nothing left to undo.
            try? script("ROLLBACK")
            throw error
        }
    }
}
