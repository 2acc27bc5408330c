import Complaints

/// A complaint that tells the same story as another, as far as words show.
package struct SimilarComplaint: Hashable, Sendable {
    package let row: WorklistRow
    /// The words that both have, the rarest first; folded, as the index holds them.
    package let words: [String]
    /// Whether it is of the same customer.
    package let isSameCustomer: Bool
}

/// Which complaints are like a given one. A word tells the more, the fewer of the newest complaints have it; those that many have tell nothing.
package enum Likeness {
    /// Among so many newest complaints others are looked for.
    package static let window = 5_000
    /// Words of a story that are looked up: the longest, since they tell most.
    static let mostWords = 14
    static let shortestWord = 4
    /// A word that more than one in so many complaints have is none that tells.
    static let commonShare = 50
    /// Of so many complaints a word that tells is in at most so many: in a small house more of them, so that ten who tell the same are found.
    static func most(of all: Int) -> Int { all < 100 ? max(5, all / 4) : max(25, all / commonShare) }

    /// So many common words of a pair are enough to suggest it.
    static let fewestWords = 2

    /// A complaint that has words of another, whoever may know of it.
    struct Candidate: Sendable {
        let id: Int64
        /// The rarest first.
        let words: [String]
    }

    /// The words of a story that may tell something, longest first.
    static func words(of complaint: Complaint) -> [String] {
        let texts = [complaint.story.text] + complaint.grievances.map { $0.text?.text }
        let words = Set(texts.compactMap(\.self).flatMap { SearchText.words($0) })
        return words.filter { mayTell($0) }.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.prefix(mostWords).map(\.self)
    }

    /// Whether a word is long enough, and none of the small ones that stand in every text.
    static func mayTell(_ word: String) -> Bool { word.utf8.count >= shortestWord && !DutchWords.small.contains(word) }

    /// Whether two complaints that share these words are alike.
    static func isEnough(_ words: [String]) -> Bool { words.count >= fewestWords || words.contains { isReference($0) } }

    /// An invoice or an order that two complaints both name is more than a word.
    private static func isReference(_ word: String) -> Bool { word.utf8.count >= 5 && word.utf8.allSatisfy { (0x30...0x39).contains($0) } }
}

extension Snapshot {
    /// Those of the candidates that have a row, and so may be known of.
    func similar(
        to complaint: Complaint, among candidates: [Likeness.Candidate], _ rows: [Int64: WorklistRow], limit: Int
    ) -> [SimilarComplaint] {
        candidates.compactMap { candidate in
            guard let row = rows[candidate.id] else { return nil }
            return SimilarComplaint(
                row: row, words: candidate.words,
                isSameCustomer: row.customerName != nil
                    && row.customerName.map(SearchText.key) == complaint.customer.map { SearchText.key($0.name) })
        }.prefix(limit).map(\.self)
    }

    /// Those of these complaints that the reader may know of now.
    func rows(of ids: [Int64], for reader: WorklistReader) throws -> [Int64: WorklistRow] {
        if ids.isEmpty { return [:] }
        let visible = VisibleCondition(reader.visibility, asList: true)
        let marks = ids.map { _ in "?" }.joined(separator: ", ")
        let rows = try all(
            "SELECT \(WorklistRow.columns) FROM complaint k WHERE k.id IN (\(marks)) AND k.phase <> 'duplicate' AND \(visible.sql)",
            values: ids.map { .integer($0) } + visible.values
        ) { try WorklistRow($0, withNames: reader.seesNames) }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.id.value, $0) })
    }
}
