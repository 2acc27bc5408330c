import Records

/// A small schema with one of each guard, for the tests of the seam.
let shelfSchema = """
    CREATE TABLE shelf (
        id BIGINT NOT NULL PRIMARY KEY,
        label TEXT NOT NULL UNIQUE,
        height BIGINT CONSTRAINT height_is_positive CHECK (height > 0)
    );
    CREATE TABLE box (
        id BIGINT NOT NULL PRIMARY KEY,
        shelf BIGINT NOT NULL REFERENCES shelf (id),
        later BIGINT REFERENCES shelf (id) DEFERRABLE INITIALLY DEFERRED
    );
    CREATE TABLE thing (
        id BIGINT NOT NULL PRIMARY KEY,
        words TEXT,
        -- sqlite:
        bytes BLOB,
        measure REAL
        -- postgres:
        bytes BYTEA,
        measure DOUBLE PRECISION
        -- both:
    );
    -- postgres:
    CREATE TABLE write_mark (connection TEXT NOT NULL PRIMARY KEY, transaction TEXT NOT NULL, made_at BIGINT NOT NULL);
    """

let shelfMigrations = [Migration(name: "0001-shelves", text: shelfSchema)].compactMap { $0 }

extension Database {
    /// The labels on the shelves, in order of id, as a new reader sees them.
    func labels() async throws -> [String] {
        try await read { try $0.all("SELECT label FROM shelf ORDER BY id") { $0.text(0) } }
    }

    func addShelf(_ id: Int, _ label: String) async throws {
        try await write { _ = try $0.execute("INSERT INTO shelf (id, label) VALUES (?, ?)", SQLValue(id), SQLValue(label)) }
    }
}
