/// What a house holds besides its rows, as one moment knows it.
package struct HouseContents: Hashable, Sendable {
    package let complaints: Int
    /// The name of the last migration.
    package let schema: String
    /// Digests of the documents that the journal vouches for and that were not erased, and of what came by mail, each once, in order.
    package let documents: [String]
}

extension Snapshot {
    package func houseContents() throws -> HouseContents {
        var digests: Set<String> = []
        try each(
            """
            SELECT j.body FROM journal j WHERE j.name = 'attached' AND NOT EXISTS
            (SELECT 1 FROM journal e WHERE e.stream = j.stream AND e.stream_id = j.stream_id AND e.name = 'erased')
            """
        ) { row in
            for (key, value) in EntryBody(stored: row.text(0)).lines where key == "digest" { digests.insert(String(value)) }
        }
        digests.formUnion(try mailDigests())
        return HouseContents(
            complaints: try count("SELECT count(*) FROM complaint"),
            schema: try first("SELECT name FROM migration ORDER BY number DESC LIMIT 1") { $0.text(0) } ?? "",
            documents: digests.sorted())
    }
}
