/// Where the engines' SQL parts: the common subset (`ON CONFLICT`, `RETURNING`) needs nothing from here.
package protocol Dialect: Sendable {
    var engine: Engine { get }

    /// The statement that begins a transaction which is going to write.
    var beginWriting: String { get }
}

/// The engines there are; the raw value is the section name in a migration file.
package enum Engine: String, CaseIterable, Sendable {
    case sqlite
    case postgres
}
