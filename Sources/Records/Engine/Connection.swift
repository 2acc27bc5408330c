/// The seam between our SQL and an engine: run this statement, give me rows. Lives inside one read or write; never kept.
/// Every function throws `DatabaseFault` for what the engine refuses.
package protocol Connection: AnyObject {
    var dialect: any Dialect { get }

    /// What this write has asked once; nil where asking costs nothing, and while nothing is written.
    var memory: WriteMemory? { get }

    /// Runs one statement and hands each row to `body`, in order.
    func rows(_ sql: String, _ values: [SQLValue], _ body: (any SQLRow) throws -> Void) throws

    /// Runs one statement; the number of rows that it inserted, updated or deleted.
    @discardableResult func execute(_ sql: String, _ values: [SQLValue]) throws -> Int

    /// Runs one statement whose outcome nobody needs to know before the next. An engine that is asked over a network need not wait for
    /// it: what it refuses is thrown here, by a later statement, or at the end of the transaction.
    func post(_ sql: String, _ values: [SQLValue]) throws

    /// This very question is going to be asked next (`Snapshot.foresee`). What is changed in between is not in its answer.
    func foresee(_ sql: String, _ values: [SQLValue]) throws

    /// Runs several statements without values. For migrations and maintenance only.
    func script(_ sql: String) throws

    /// Puts words of a complaint into the search index and the vocabulary, at the latest when the transaction ends: a write need not find
    /// what it made findable itself.
    func makeFindable(_ words: [String], of id: Int64) throws

    /// Takes words of a complaint out of the search index, likewise. The house goes on knowing them.
    func makeUnfindable(_ words: [String], of id: Int64) throws

    /// Empties the search index and the vocabulary.
    func clearSearch() throws
}

extension Connection {
    package var memory: WriteMemory? { nil }

    package func foresee(_ sql: String, _ values: [SQLValue]) throws {}

    package func makeFindable(_ words: [String], of id: Int64) throws {
        var changes = SearchChanges()
        changes.add(words, to: id)
        _ = try changes.write(in: Transaction(connection: self))
    }

    package func makeUnfindable(_ words: [String], of id: Int64) throws {
        var changes = SearchChanges()
        changes.remove(words, from: id)
        _ = try changes.write(in: Transaction(connection: self))
    }

    package func clearSearch() throws {
        try execute(dialect.clearSearchIndex, [])
        try execute("DELETE FROM search_part", [])
    }

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
