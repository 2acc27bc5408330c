/// What a house holds besides its rows, as one moment knows it.
package struct HouseContents: Hashable, Sendable {
    package let complaints: Int
    /// The name of the last migration.
    package let schema: String
    /// Digests of the documents that the journal vouches for, and of what came by mail, each once, in order.
    package let documents: [String]
}

extension Snapshot {
    package func houseContents() throws -> HouseContents {
        var digests: Set<String> = []
        try each("SELECT body FROM journal WHERE name = 'attached'") { row in
            for (key, value) in EntryBody(stored: row.text(0)).lines where key == "digest" { digests.insert(String(value)) }
        }
        digests.formUnion(try mailDigests())
        return HouseContents(
            complaints: try count("SELECT count(*) FROM complaint"),
            schema: try first("SELECT name FROM migration ORDER BY number DESC LIMIT 1") { $0.text(0) } ?? "",
            documents: digests.sorted())
    }
}
