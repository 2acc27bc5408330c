import Records

struct SQLiteDialect: Dialect {
    var engine: Engine { .sqlite }

    /// IMMEDIATE takes the write lock at once, so that a transaction never fails half-way for another process.
    var beginWriting: String { "BEGIN IMMEDIATE" }
}
