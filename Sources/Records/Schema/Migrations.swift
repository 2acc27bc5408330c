import CMigrations

/// Brings a database to the schema of this program.
package enum Migrations {
    /// Those inside the program, in order.
    package static let shipped: [Migration] = {
        var found: [Migration] = []
        while let file = gehoor_migration(UInt(found.count))?.pointee {
            let text = String(decoding: UnsafeBufferPointer(start: file.text, count: Int(file.length)), as: UTF8.self)
            guard let migration = Migration(name: String(cString: file.name), text: text) else { break }
            found.append(migration)
        }
        return found
    }()

    /// Applies those that the database does not have yet, each in a transaction of its own, and returns them. Changes nothing on a
    /// database that has them all. Throws `MigrationRefusal`, or `DatabaseFault` when the database cannot be read or is busy.
    @discardableResult
    package static func apply(_ migrations: [Migration] = shipped, on database: any Database) async throws -> [Migration] {
        try await database.maintenance { connection in
            try connection.script(bookkeeping)
            let applied = try records(on: connection)
            try compare(applied, with: migrations)
            let new = try migrations.dropFirst(applied.count).filter { try apply($0, on: connection) }
            if new.contains(where: \.needsRebuild) { try connection.transaction { _ = try $0.rebuildReadModels() } }
            return new
        }
    }
}

extension Migrations {
    private static let bookkeeping = """
        CREATE TABLE IF NOT EXISTS migration (
            number BIGINT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            checksum TEXT NOT NULL
        )
        """

    private struct Record {
        let number: Int64
        let name: String
        let checksum: String
    }

    private static func records(on connection: any Connection) throws -> [Record] {
        try Snapshot(connection: connection).all("SELECT number, name, checksum FROM migration ORDER BY number") {
            Record(number: $0.integer(0), name: $0.text(1), checksum: $0.text(2))
        }
    }

    /// What was applied must be what we know, from the first on without a gap.
    private static func compare(_ applied: [Record], with known: [Migration]) throws {
        for (record, migration) in zip(applied, known) where record.number != migration.number || record.checksum != migration.checksum {
            throw MigrationRefusal.differs(applied: record.name, known: migration.name)
        }
        if let newer = applied.dropFirst(known.count).first { throw MigrationRefusal.newerDatabase(newer.name) }
    }

    /// False when another process that starts at the same time was first.
    private static func apply(_ migration: Migration, on connection: any Connection) throws -> Bool {
        do {
            return try connection.transaction { transaction in
                let isThere = "SELECT 1 FROM migration WHERE number = ?"
                if try transaction.snapshot.exists(isThere, .integer(migration.number)) { return false }
                try connection.script(migration.sql(for: connection.dialect.engine))
                try transaction.execute(
                    "INSERT INTO migration (number, name, checksum) VALUES (?, ?, ?)",
                    .integer(migration.number), .text(migration.name), .text(migration.checksum))
                return true
            }
        } catch DatabaseFault.busy {
            throw DatabaseFault.busy
        } catch let fault as DatabaseFault {
            throw MigrationRefusal.failed(migration.name, fault)
        }
    }
}
