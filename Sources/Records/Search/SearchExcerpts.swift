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
    /// - Parameters:
    ///   - hits: of the same query, where somebody judges words by it anyway.
    ///   - answers: the words of the house that answer to it, where somebody looked them up already.
    package func excerpts(
        of ids: [ComplaintID], for query: String, _ hits: SearchHits? = nil, answers: [String]? = nil
    ) throws -> [ComplaintID: SearchExcerpt] {
        let words =
            try answers
            ?? SearchText.telling(SearchText.terms(query)).prefix(8).joined().joined().flatMap {
                try self.words(answering: $0).words
            }
        if words.isEmpty || ids.isEmpty { return [:] }
        let hits = hits ?? SearchHits(query)
        let texts = try texts(of: ids, holding: Array(words.prefix(Self.mostExcerptWords)))
        return texts.compactMapValues { excerpt(of: $0, hits) }
    }

    /// Beyond these an excerpt may be missing: looking for each costs time.
    private static var mostExcerptWords: Int { 24 }

    /// All texts of the first entry of each that holds one of the words. In one go, and in this order, whatever the engine thinks of it: the
    /// entries first.
    private func texts(of ids: [ComplaintID], holding words: [String]) throws -> [ComplaintID: [SearchExcerpt]] {
        let holds = words.map { _ in connection.dialect.holds("folded") }.joined(separator: " OR ")
        var texts: [ComplaintID: [SearchExcerpt]] = [:]
        try each(
            """
            SELECT e.complaint_id, j.name, p.slot, p.body FROM
            (SELECT complaint_id, min(sequence) AS sequence FROM search_entry
            WHERE complaint_id IN (\(ids.map { _ in "?" }.joined(separator: ", "))) AND (\(holds)) GROUP BY complaint_id) AS e
            CROSS JOIN passage p CROSS JOIN journal j WHERE p.complaint_id = e.complaint_id AND p.sequence = e.sequence
            AND j.stream = 'complaint' AND j.stream_id = p.complaint_id AND j.sequence = p.sequence ORDER BY e.complaint_id, p.slot DESC
            """, values: ids.map { .integer($0.value) } + words.map { .text(" \($0) ") }
        ) { row in
            texts[ComplaintID(row.integer(0)), default: []].append(
                SearchExcerpt(event: row.text(1), slot: row.text(2), text: row.text(3)))
        }
        return texts
    }

    private func excerpt(of texts: [SearchExcerpt], _ hits: SearchHits) -> SearchExcerpt? {
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
