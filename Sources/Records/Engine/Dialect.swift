/// Where the engines' SQL parts: the common subset (`ON CONFLICT`, `RETURNING`) needs nothing from here.
package protocol Dialect: Sendable {
    var engine: Engine { get }

    /// The statement that begins a transaction which is going to write.
    var beginWriting: String { get }

    /// The condition on `search_entry e` that a folded word (`SearchText.words`) is in its text as `SearchNeedles` says, found through the search index.
    func searchCondition(for word: String) -> (sql: String, values: [SQLValue])

    /// The statement that adds a row of `search_entry` to the search index, given its id and text; nil where the engine does so
    /// by itself.
    var addToSearchIndex: String? { get }

    /// The statement that empties the search index before `search_entry` is emptied; nil where the engine does so by itself.
    var clearSearchIndex: String? { get }
}

/// The engines there are; the raw value is the section name in a migration file.
package enum Engine: String, CaseIterable, Sendable {
    case sqlite
    case postgres
}
