package import Complaints

/// Where a search found a complaint, in words to show beside it.
package struct SearchExcerpt: Hashable, Sendable {
    /// The entry, by its stored name (`EventNames`), and which of its texts.
    package let event: String
    package let slot: String
    /// The words around the first hit.
    package let text: String
}

extension Snapshot {
    /// For each of these complaints, the first of its texts that answers a word of the query. Only for readers who may open these files;
    /// those whose texts are gone have none.
    ///
    /// - Parameter hits: of the same query, where somebody judges words by it anyway.
    package func excerpts(of ids: [ComplaintID], for query: String, _ hits: SearchHits? = nil) throws -> [ComplaintID: SearchExcerpt] {
        var found: [ComplaintID: SearchExcerpt] = [:]
        let words = try SearchText.telling(SearchText.terms(query)).prefix(8).joined().joined().flatMap {
            try self.words(answering: $0).words
        }
        if words.isEmpty || ids.isEmpty { return found }
        let hits = hits ?? SearchHits(query)
        let entries = try entries(of: ids, holding: Array(words.prefix(Self.mostExcerptWords)))
        try foresee { for (id, sequence) in entries { _ = try $0.excerpt(of: id, sequence, hits) } }
        for (id, sequence) in entries { found[id] = try excerpt(of: id, sequence, hits) }
        return found
    }

    /// Beyond these an excerpt may be missing: looking for each costs time.
    private static var mostExcerptWords: Int { 24 }

    private func entries(of ids: [ComplaintID], holding words: [String]) throws -> [(ComplaintID, Int64)] {
        let holds = words.map { _ in connection.dialect.holds("folded") }.joined(separator: " OR ")
        return try all(
            """
            SELECT complaint_id, min(sequence) FROM search_entry
            WHERE complaint_id IN (\(ids.map { _ in "?" }.joined(separator: ", "))) AND (\(holds)) GROUP BY complaint_id
            """, values: ids.map { .integer($0.value) } + words.map { .text(" \($0) ") }
        ) { (ComplaintID($0.integer(0)), $0.integer(1)) }
    }

    private func excerpt(of id: ComplaintID, _ sequence: Int64, _ hits: SearchHits) throws -> SearchExcerpt? {
        let texts = try all(
            """
            SELECT j.name, p.slot, p.body FROM passage p JOIN journal j
            ON j.stream = 'complaint' AND j.stream_id = p.complaint_id AND j.sequence = p.sequence
            WHERE p.complaint_id = ? AND p.sequence = ? ORDER BY p.slot DESC
            """, .integer(id.value), .integer(sequence)
        ) { SearchExcerpt(event: $0.text(0), slot: $0.text(1), text: $0.text(2)) }
        for found in texts {
            let person = ["customer", "representative"].contains(found.slot) ? StoredPerson.person(in: found.text) : nil
            // A number that was typed as it is stored is in no spelling that people read.
            let ways = person.map { [$0.shown, $0.searchable] } ?? [[found.text]]
            if let words = ways.lazy.compactMap({ hits.around($0.joined(separator: " · ")) }).first {
                return SearchExcerpt(event: found.event, slot: found.slot, text: words)
            }
        }
        return nil
    }
}
