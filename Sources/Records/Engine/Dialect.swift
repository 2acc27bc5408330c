/// Where the engines' SQL parts: the common subset (`ON CONFLICT`, `RETURNING`) needs nothing from here.
package protocol Dialect: Sendable {
    var engine: Engine { get }

    /// Whether each question costs a trip over the network.
    var asksFarAway: Bool { get }

    /// The statement that begins a transaction which is going to write.
    var beginWriting: String { get }

    /// Stands behind a SELECT whose rows this write decides upon: they are held for it until it ends. Empty where writes wait for each other
    /// anyway.
    var forChanging: String { get }

    /// Stands behind a SELECT by which a write takes work up from the table of this name: the rows are held, as above, and those that
    /// another takes up at this moment are passed over instead of waited for.
    func forTaking(_ table: String) -> String

    /// The complaints that the search index has for a query: tables to select from, the column with the complaint's key, and the
    /// condition with its value. In the order of that column, and from a limit of it, rows come without more than the hits being read.
    ///
    /// - Parameters:
    ///   - order: in which the statement asks for them by that column; nil where in none.
    ///   - keys: only hits about between these need be there; nil for all.
    func searchHits(_ query: SearchQuery, _ order: HitOrder?, among keys: ClosedRange<Int64>?) -> SearchSource

    /// So many days are looked through for hits first, and then as many more as are needed. Nil where an engine comes from each hit to the next
    /// without reading those behind it.
    var daysOfHits: Int64? { get }

    /// A condition: whether the text in this column holds a value anywhere, letter by letter.
    func holds(_ column: String) -> String

    /// What stands behind a table's name to read it through this index; empty where the engine finds out by itself.
    func through(_ index: String) -> String

    /// The statement that adds words of a complaint (its key, the words with a blank between each two) to the search index. A
    /// complaint's words are added time and again.
    var addToSearchIndex: String { get }

    /// The statement that takes words of a complaint (as above) out of the search index; only words that are there.
    var removeFromSearchIndex: String { get }

    /// The statement that empties the search index.
    var clearSearchIndex: String { get }
}

/// The engines there are; the raw value is the section name in a migration file.
package enum Engine: String, CaseIterable, Sendable {
    case sqlite
    case postgres
}
