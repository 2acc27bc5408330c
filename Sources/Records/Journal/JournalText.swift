package import Complaints

/// An entry of the journal as it is stored, with the erasable words that belong to it: everything there is, without judging it.
package struct JournalText: Sendable {
    package let sequence: Int
    package let at: Instant
    /// `staff:12`, `token:3`, `customer`, `system`.
    package let actor: String
    package let name: String
    /// What the entry says, key by key, in order; digests of words stand under the slot of those words.
    package let lines: [(key: String, value: String)]
    /// Words by slot; those that were erased are not there.
    package let words: [String: String]
}

extension Snapshot {
    /// Everything the journal holds of a complaint, in order.
    package func journalTexts(of id: ComplaintID) throws -> [JournalText] {
        let words = try passages(of: id)
        return try all(
            "SELECT sequence, recorded_at, actor, name, body FROM journal WHERE stream = 'complaint' AND stream_id = ? ORDER BY sequence",
            .integer(id.value)
        ) { row in
            let sequence = Int(row.integer(0))
            return JournalText(
                sequence: sequence, at: Instant(milliseconds: row.integer(1)), actor: row.text(2), name: row.text(3),
                lines: EntryBody(stored: row.text(4)).lines.map { (String($0.key), String($0.value)) }, words: words[sequence] ?? [:])
        }
    }
}

/// Where one is in the register, read from the first complaint registered to the last.
package struct RegisterPlace: Hashable, Sendable {
    package let registeredAt: Int64
    package let id: ComplaintID
}

extension Snapshot {
    /// The next complaints in the order in which they were registered.
    package func register(after place: RegisterPlace?, limit: Int) throws -> [RegisterPlace] {
        try all(
            "SELECT registered_at, id FROM complaint WHERE (registered_at, id) > (?, ?) ORDER BY registered_at, id LIMIT ?",
            .integer(place?.registeredAt ?? .min), .integer(place?.id.value ?? .min), .integer(Int64(limit))
        ) { RegisterPlace(registeredAt: $0.integer(0), id: ComplaintID($0.integer(1))) }
    }
}
