import Records

/// Runs statements on one connection, inside one access to it.
final class PostgresConnection: Connection {
    private let link: PostgresLink
    /// Words that the store is known to hold.
    private let known: KnownWords?
    /// Words that this connection made it hold, where nobody else is in the house.
    private let learnt = KnownWords()
    private let isWriting: Bool
    let memory: WriteMemory?
    /// What this write changes in the search index; written by `writeSearchChanges` before its commit, when nobody waits for it any more.
    private var searchChanges = SearchChanges()

    init(_ link: PostgresLink, knowing known: KnownWords? = nil, isWriting: Bool = false) {
        (self.link, self.known, self.isWriting) = (link, known, isWriting)
        memory = isWriting ? WriteMemory() : nil
    }

    var dialect: any Dialect { PostgresDialect() }

    func rows(_ sql: String, _ values: [SQLValue], _ body: (any SQLRow) throws -> Void) throws {
        let result = try link.ask(sql, values)
        for row in 0..<result.rows { try body(PostgresRow(result, row)) }
    }

    @discardableResult
    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int { try link.ask(sql, values).changed }

    func post(_ sql: String, _ values: [SQLValue]) throws { try link.post(sql, values) }

    func foresee(_ sql: String, _ values: [SQLValue]) throws { try link.foresee(sql, values) }

    func script(_ sql: String) throws {
        try link.script(sql)
        // What was learnt in a transaction that is undone is not known.
        if sql != "COMMIT" { learnt.forget() }
    }

    func makeFindable(_ words: [String], of id: Int64) throws {
        searchChanges.add(words, to: id)
        if !isWriting { learnt.note(try writeSearchChanges()) }
    }

    func makeUnfindable(_ words: [String], of id: Int64) throws {
        searchChanges.remove(words, from: id)
        if !isWriting { learnt.note(try writeSearchChanges()) }
    }

    func clearSearch() throws {
        try execute(dialect.clearSearchIndex, [])
        try execute("DELETE FROM search_part", [])
        known?.forget()
        learnt.forget()
    }

    /// Writes what was gathered for the search index. Returns words to note as known, once this is kept.
    func writeSearchChanges() throws -> [String] {
        defer { searchChanges = SearchChanges() }
        return try searchChanges.write(in: Transaction(connection: self), knowing: isWriting ? known : learnt)
    }
}
