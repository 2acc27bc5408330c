package import Complaints

/// A complaint as far as sealing is concerned.
package struct SealableComplaint: Sendable {
    package let id: ComplaintID
    package let sealed: SealedHead
    /// How many entries the last seal that named it covers; 0 when none did.
    package let coveredEntries: Int
}

/// A seal that covers a complaint, and up to which entry.
package struct SealCover: Hashable, Sendable {
    package let ordinal: Int
    package let madeAt: Instant
    package let entries: Int
}

extension Snapshot {
    /// The last seal's number and moment.
    package func lastSeal() throws -> (ordinal: Int, madeAt: Instant)? {
        try first("SELECT ordinal, made_at FROM seal ORDER BY ordinal DESC LIMIT 1") {
            (Int($0.integer(0)), Instant(milliseconds: $0.integer(1)))
        }
    }

    /// A seal's line.
    package func sealLine(_ ordinal: Int) throws -> String? {
        try first("SELECT line FROM seal WHERE ordinal = ?", .integer(Int64(ordinal))) { $0.text(0) }
    }

    /// The lines of the next seals.
    package func sealLines(after ordinal: Int, limit: Int) throws -> [(ordinal: Int, line: String)] {
        try all("SELECT ordinal, line FROM seal WHERE ordinal > ? ORDER BY ordinal LIMIT ?", .integer(Int64(ordinal)), SQLValue(limit)) {
            (Int($0.integer(0)), $0.text(1))
        }
    }

    /// The next complaints in the order of their numbers; one with a number or a head that can't be read is left out.
    package func sealable(after digits: String, limit: Int) throws -> (complaints: [SealableComplaint], last: String?) {
        var last: String?
        let found = try all(
            """
            SELECT c.number, c.id, c.sequence, c.head, (SELECT max(s.entries) FROM sealed s WHERE s.complaint_id = c.id)
            FROM complaint c WHERE c.number > ? ORDER BY c.number LIMIT ?
            """, .text(digits), SQLValue(limit)
        ) { row -> SealableComplaint? in
            last = row.text(0)
            guard let number = ComplaintNumber(parsing: row.text(0)), let head = EntryHash.bytes(ofHex: row.text(3).utf8) else {
                return nil
            }
            let sealed = SealedHead(number: number, entries: Int(row.integer(2)), head: head)
            return SealableComplaint(id: ComplaintID(row.integer(1)), sealed: sealed, coveredEntries: Int(row.integer(4)))
        }
        return (found.compactMap(\.self), last)
    }

    /// The seals that cover this complaint, the first one first.
    package func seals(over id: ComplaintID) throws -> [SealCover] {
        try all(
            """
            SELECT s.ordinal, seal.made_at, s.entries FROM sealed s JOIN seal ON seal.ordinal = s.ordinal
            WHERE s.complaint_id = ? ORDER BY s.entries
            """, .integer(id.value)
        ) { SealCover(ordinal: Int($0.integer(0)), madeAt: Instant(milliseconds: $0.integer(1)), entries: Int($0.integer(2))) }
    }
}

extension Transaction {
    /// Keeps a seal. Throws `DatabaseFault.unique` when there is one of this number already.
    package func add(_ seal: Seal) throws {
        try execute(
            "INSERT INTO seal (ordinal, made_at, line) VALUES (?, ?, ?)",
            SQLValue(seal.ordinal), .integer(seal.contents.madeAt.milliseconds), .text(seal.line))
    }

    /// Notes up to which entry a seal covers these complaints.
    package func note(_ complaints: some Sequence<SealableComplaint>, coveredBy ordinal: Int) throws {
        for complaint in complaints {
            try execute(
                "INSERT INTO sealed (complaint_id, entries, ordinal) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                .integer(complaint.id.value), SQLValue(complaint.sealed.entries), SQLValue(ordinal))
        }
    }
}
