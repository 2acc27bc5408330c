package import Records

extension PostgresDatabase {
    package func health() async throws -> EngineHealth {
        try await read { snapshot in
            let names = ["synchronous_commit", "fsync", "full_page_writes"]
            let values = try names.map { name in
                try snapshot.first("SELECT current_setting('\(name)')") { $0.text(0) } ?? ""
            }
            let version = try snapshot.first("SELECT current_setting('server_version')") { $0.text(0) } ?? ""
            let size = try snapshot.first("SELECT pg_database_size(current_database())") { $0.integer(0) } ?? 0
            return EngineHealth(
                name: "PostgreSQL \(version.prefix { $0 != " " })",
                durability: zip(names, values).map { "\($0)=\($1)" }.joined(separator: ", "),
                isDurable: !values.contains { $0 == "off" || $0.isEmpty }, size: size)
        }
    }

    /// Whether checksums of pages are kept, and found wrong ones; and whether an index is not what it should be. PostgreSQL has no check of
    /// the whole store that an ordinary user may ask for: `amcheck` and `pg_checksums` are its administrator's.
    package func quickCheck() async throws -> [String] {
        try await read { snapshot in
            let failures = try snapshot.count(
                "SELECT COALESCE(checksum_failures, 0) FROM pg_stat_database WHERE datname = current_database()")
            let invalid = try snapshot.all(
                """
                SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE NOT i.indisvalid AND n.nspname = current_schema() LIMIT 100
                """
            ) { $0.text(0) }
            let pages = failures > 0 ? ["\(failures) pages were read whose checksum is wrong"] : []
            return pages + invalid.map { "the index \($0) is not valid" }
        }
    }
}
