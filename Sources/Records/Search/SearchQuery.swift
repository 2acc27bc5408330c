/// What a complaint must hold to be found, in words as they stand in the index.
package indirect enum SearchQuery: Hashable, Sendable {
    /// One of these words; none can be found by an empty list.
    case word([String])
    case all([SearchQuery])
    case any([SearchQuery])
}

/// In which order hits are going to be looked at, where not all of them are.
package enum HitOrder: Hashable, Sendable { case newestFirst, oldestFirst }

/// Where an engine keeps which complaint has which word, as parts of a statement.
package struct SearchSource: Hashable, Sendable {
    package let table: String
    /// What the table's placeholders stand for; it comes before all other values.
    package let tableValues: [SQLValue]
    package let key: String
    package let condition: String
    package let values: [SQLValue]

    package init(table: String, _ tableValues: [SQLValue] = [], key: String, condition: String, values: [SQLValue] = []) {
        (self.table, self.tableValues, self.key, self.condition, self.values) = (table, tableValues, key, condition, values)
    }
}

extension Snapshot {
    /// The query that a text means: each of its words, in one of its spellings, in the complaint, in whatever entry. Nil when the house
    /// knows no word for one of them.
    /// Besides, all words of the house that answer to one of them.
    func searchQuery(_ text: String) throws -> (query: SearchQuery?, isCut: Bool, words: [String]) {
        var isCut = false
        var known: [String] = []
        var terms: [SearchQuery] = []
        for term in SearchText.telling(SearchText.terms(text)).prefix(8) {
            let spellings = try term.compactMap { words -> SearchQuery? in
                let each = try words.prefix(8).map { word in
                    let answers = try self.words(answering: word)
                    if answers.isCut { isCut = true }
                    known += answers.words
                    return answers.words
                }
                if each.contains(where: \.isEmpty) { return nil }
                return each.count == 1 ? each.first.map { .word($0) } : .all(each.map { .word($0) })
            }
            guard let first = spellings.first else {
                // An address that the house has not met, perhaps since it is older than this rule: its words say what comes near.
                if term.joined().allSatisfy(SearchText.isAddress) { continue }
                return (nil, isCut, known)
            }
            terms.append(spellings.count == 1 ? first : .any(spellings))
        }
        guard let first = terms.first else { return (nil, isCut, known) }
        return (terms.count == 1 ? first : .all(terms), isCut, known)
    }
}
