/// Bytes in the database, for houses of several nodes: documents by their digest, and files that wait with a public form.
extension Snapshot {
    package func hasDocument(_ digest: String) throws -> Bool {
        try exists("SELECT 1 FROM document_bytes WHERE digest = ?", .text(digest))
    }

    package func document(_ digest: String) throws -> [UInt8]? {
        try first("SELECT bytes FROM document_bytes WHERE digest = ?", .text(digest)) { $0.blob(0) }
    }

    package func stagedBytes(_ id: String) throws -> [UInt8]? {
        try first("SELECT bytes FROM staged_bytes WHERE id = ?", .text(id)) { $0.blob(0) }
    }

    /// What tells one key of the house from another, without telling the key; nil while no node has said it.
    package func keyFingerprint(_ name: String) throws -> String? {
        try first("SELECT fingerprint FROM house_key WHERE name = ?", .text(name)) { $0.text(0) }
    }
}

extension Transaction {
    /// Keeps a document. One that is there already stays as it is.
    package func keepDocument(_ bytes: [UInt8], digest: String) throws {
        try post("INSERT INTO document_bytes (digest, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING", .text(digest), .blob(bytes))
    }

    package func removeDocument(_ digest: String) throws { try post("DELETE FROM document_bytes WHERE digest = ?", .text(digest)) }

    /// Keeps the bytes of a file that waits; they go when it goes.
    package func keepStaged(_ bytes: [UInt8], id: String) throws {
        try post("INSERT INTO staged_bytes (id, bytes) VALUES (?, ?)", .text(id), .blob(bytes))
    }

    /// Says which key the house has. The first to say so wins.
    package func note(keyFingerprint: String, of name: String) throws {
        try post("INSERT INTO house_key (name, fingerprint) VALUES (?, ?) ON CONFLICT DO NOTHING", .text(name), .text(keyFingerprint))
    }
}
