extension Snapshot {
    /// What `body` asks is going to be asked next. An engine where each question is a trip over the network is sent all of it at once, and
    /// has the answers ready. In `body` every answer is empty: it must ask, and keep nothing.
    package func foresee(_ body: (Snapshot) throws -> Void) throws {
        guard connection.dialect.asksFarAway else { return }
        // What an empty answer makes it throw says nothing.
        try? body(Snapshot(connection: Foreseeing(connection)))
    }
}

/// Notes each question, and answers none.
private final class Foreseeing: Connection {
    private let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    var dialect: any Dialect { connection.dialect }

    func rows(_ sql: String, _ values: [SQLValue], _ body: (any SQLRow) throws -> Void) throws { try connection.foresee(sql, values) }
    func foresee(_ sql: String, _ values: [SQLValue]) throws { try connection.foresee(sql, values) }
    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int { 0 }
    func post(_ sql: String, _ values: [SQLValue]) throws {}
    func script(_ sql: String) throws {}
    func makeFindable(_ words: [String], of id: Int64) throws {}
    func makeUnfindable(_ words: [String], of id: Int64) throws {}
    func clearSearch() throws {}
}
