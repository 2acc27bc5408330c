import Records

extension PostgresDatabase {
    /// What is in a database before anything is done there.
    package enum Contents: Sendable { case nothing, house, somethingElse }

    /// A house that another node makes at this moment is nothing yet. Throws `PostgresRefusal`, `DatabaseFault`.
    package static func contents(at address: PostgresAddress) throws -> Contents {
        let link = try PostgresLink.open(address)
        let sql = """
            SELECT (SELECT count(*) FROM pg_class c WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND c.relkind IN ('r', 'p', 'v', 'm') AND c.relname <> 'migration'),
            to_regclass('migration') IS NOT NULL AND to_regclass('journal') IS NOT NULL
            """
        let row = PostgresRow(try link.ask(sql, []))
        return row.flag(1) ? .house : row.integer(0) == 0 ? .nothing : .somethingElse
    }
}
