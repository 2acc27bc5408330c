/// Where the words of people in streams of one kind stand: apart from the entries, which hold their digests, so that they can be erased.
struct StreamWords: Sendable {
    /// The kind of stream in the journal.
    let stream: String
    let table: String
    /// The column that says of which stream they are.
    let owner: String
    /// Stands before what a proof says of them.
    let mark: String
    /// The entry by which the words of all before it are gone; nil where words of such streams are never erased.
    var erasure: String?
    /// Whether a line of an entry with this key is a digest of words.
    let isSlot: @Sendable (Substring) -> Bool
}

extension Transaction {
    /// Keeps erasable words; the digests that the journal vouches for them with.
    func keep(
        _ passages: [(slot: String, text: String)], in words: StreamWords, of id: Int64, _ sequence: Int
    ) throws -> [(slot: String, digest: String)] {
        if passages.isEmpty { return [] }
        var values: [SQLValue] = []
        let digests = passages.map { slot, text in
            // By the word: each draw asks the system.
            let salt = (0..<2).flatMap { _ in withUnsafeBytes(of: UInt64.random(in: .min ... .max)) { Array($0) } }
            values += [.integer(id), .integer(Int64(sequence)), .text(slot), .text(text), .blob(salt)]
            return (slot: slot, digest: EntryHash.digest(of: text, salt: salt))
        }
        let rows = Array(repeating: "(?, ?, ?, ?, ?)", count: passages.count).joined(separator: ", ")
        try post("INSERT INTO \(words.table) (\(words.owner), sequence, slot, body, salt) VALUES \(rows)", values: values)
        return digests
    }
}

extension Snapshot {
    /// Notes words that are not the ones which the entries of a stream vouch for, that are gone without having been erased or are there though
    /// they were, or that nothing vouches for.
    func proveWords(_ words: StreamWords, of stream: StoredStream, into proof: inout JournalProof) throws {
        var stored: [String: (body: String, salt: [UInt8])] = [:]
        try each("SELECT sequence, slot, body, salt FROM \(words.table) WHERE \(words.owner) = ?", values: [.integer(stream.id)]) { row in
            stored["\(row.integer(0)) \(row.text(1))"] = (row.text(2), row.blob(3))
        }
        let erasure = stream.entries.last { $0.name == words.erasure }?.sequence ?? 0
        for entry in stream.entries {
            for (key, value) in EntryBody(stored: entry.body).lines where words.isSlot(key) {
                let kept = stored.removeValue(forKey: "\(entry.sequence) \(key)")
                if entry.sequence < erasure {
                    if kept != nil { proof.note(.words, stream.id, entry.sequence, "\(words.mark)\(key) was erased and is there") }
                    continue
                }
                guard let kept else {
                    proof.note(.words, stream.id, entry.sequence, "\(words.mark)\(key) is gone")
                    continue
                }
                if EntryHash.digest(of: kept.body, salt: kept.salt) != value {
                    proof.note(.words, stream.id, entry.sequence, "\(words.mark)\(key)")
                }
            }
        }
        let known = Set(stream.entries.map { String($0.sequence) })
        for key in stored.keys.sorted() where known.contains(String(key.prefix { $0 != " " })) {
            proof.note(.stray, stream.id, Int(key.prefix { $0 != " " }) ?? 0, "\(words.mark)\(key)")
        }
    }

    /// Notes words of entries that are not there.
    func proveNoStrays(_ words: StreamWords, into proof: inout JournalProof) throws {
        let strays = try all(
            """
            SELECT p.\(words.owner), p.sequence, p.slot FROM \(words.table) p WHERE NOT EXISTS
            (SELECT 1 FROM journal j WHERE j.stream = ? AND j.stream_id = p.\(words.owner) AND j.sequence = p.sequence)
            """, .text(words.stream)
        ) { ($0.integer(0), Int($0.integer(1)), $0.text(2)) }
        for (id, sequence, slot) in strays { proof.note(.stray, id, sequence, words.mark + slot) }
    }
}
