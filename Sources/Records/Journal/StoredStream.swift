import Complaints

/// The entries of one stream as they are stored, whatever it is about.
struct StoredStream {
    struct Entry {
        let sequence: Int
        /// Milliseconds since 1970.
        let at: Int64
        let actor: String
        let name: String
        let body: String
        let hash: [UInt8]
    }

    let name: String
    let id: Int64
    let entries: [Entry]

    /// Notes gaps, and entries that are not what was chained.
    ///
    /// - Parameter complaint: by which they are noted; 0 for a stream that is no complaint's.
    func proveChain(as complaint: Int64, into proof: inout JournalProof) {
        var previous: [UInt8] = []
        for (index, entry) in entries.enumerated() {
            if entry.sequence != index + 1 { proof.note(.gap, complaint, entry.sequence, "expected \(index + 1)") }
            let expected = EntryHash.hash(
                after: previous, stream: name, id: id, sequence: entry.sequence, at: entry.at, actor: entry.actor, name: entry.name,
                body: entry.body)
            if expected != entry.hash { proof.note(.chain, complaint, entry.sequence, entry.name) }
            previous = entry.hash
        }
    }
}

extension Snapshot {
    func storedStream(_ name: String, _ id: Int64) throws -> StoredStream {
        let entries = try all(
            "SELECT sequence, recorded_at, actor, name, body, hash FROM journal WHERE stream = ? AND stream_id = ? ORDER BY sequence",
            .text(name), .integer(id)
        ) { row in
            StoredStream.Entry(
                sequence: Int(row.integer(0)), at: row.integer(1), actor: row.text(2), name: row.text(3), body: row.text(4),
                hash: row.blob(5))
        }
        return StoredStream(name: name, id: id, entries: entries)
    }
}

extension Transaction {
    /// Writes an entry behind the one that a stream ends in; the hash that it ends in now. Of two who write the same one the second is
    /// refused by the key.
    func chain(
        _ name: String, _ body: EntryBody, to stream: String, _ id: Int64, _ sequence: Int, after head: [UInt8],
        by identity: Actor.Identity, at instant: Instant
    ) throws -> [UInt8] {
        let actor = ActorText.text(of: identity)
        let hash = EntryHash.hash(
            after: head, stream: stream, id: id, sequence: sequence, at: instant.milliseconds, actor: actor, name: name, body: body.text)
        try post(
            "INSERT INTO journal (stream, stream_id, sequence, recorded_at, actor, name, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            .text(stream), .integer(id), .integer(Int64(sequence)), .integer(instant.milliseconds), .text(actor), .text(name),
            .text(body.text), .blob(hash))
        return hash
    }
}
