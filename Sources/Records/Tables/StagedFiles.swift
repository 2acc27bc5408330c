package import Complaints

/// A file that came with a public form and waits for the form to be sent.
package struct StagedFile: Hashable, Sendable {
    /// Random, in hexadecimal; also the name of the file on disk.
    package let id: String
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    package let digest: String
    /// What the visitor calls it: a label, never a path.
    package let name: String
    package let size: Int

    package init(id: String, digest: String, name: String, size: Int) {
        self.id = id
        self.digest = digest
        self.name = name
        self.size = size
    }
}

extension Snapshot {
    /// The file, unless it came before `oldest`.
    package func stagedFile(_ id: String, since oldest: Instant) throws -> StagedFile? {
        try first(
            "SELECT id, digest, name, size FROM staged_file WHERE id = ? AND created_at > ?", .text(id), .integer(oldest.milliseconds)
        ) { StagedFile(id: $0.text(0), digest: $0.text(1), name: $0.text(2), size: Int($0.integer(3))) }
    }

    /// How many files wait, and how many bytes they take together.
    package func stagedFileTotals() throws -> (files: Int, bytes: Int) {
        try first("SELECT count(*), coalesce(sum(size), 0) FROM staged_file") { (Int($0.integer(0)), Int($0.integer(1))) } ?? (0, 0)
    }
}

extension Transaction {
    package func add(_ file: StagedFile, at instant: Instant) throws {
        try execute(
            "INSERT INTO staged_file (id, digest, name, size, created_at) VALUES (?, ?, ?, ?, ?)", .text(file.id), .text(file.digest),
            .text(file.name), SQLValue(file.size), .integer(instant.milliseconds))
    }

    package func removeStagedFile(_ id: String) throws { try execute("DELETE FROM staged_file WHERE id = ?", .text(id)) }

    package func removeStagedFiles(before instant: Instant) throws {
        try execute("DELETE FROM staged_file WHERE created_at <= ?", .integer(instant.milliseconds))
    }
}
