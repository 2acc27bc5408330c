package import Complaints
import Foundation

/// A complaint that tells the same story as another, as far as words show.
package struct SimilarComplaint: Hashable, Sendable {
    package let row: WorklistRow
    /// The words that both have, the rarest first; folded, as the index holds them.
    package let words: [String]
    /// Whether it is of the same customer.
    package let isSameCustomer: Bool
}

/// Which complaints are like a given one. A word tells the more, the fewer of the newest complaints have it; those that many have tell
/// nothing: of each word at most so many complaints are looked at. PostgreSQL still finds all that have the word before it gives the newest.
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
        return words.filter { $0.utf8.count >= shortestWord && !DutchWords.small.contains($0) }
            .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.prefix(mostWords).map(\.self)
    }
}

extension Snapshot {
    /// Complaints that are like this one and that the reader may know of, the likest first.
    package func similar(to complaint: Complaint, for reader: WorklistReader, limit: Int) throws -> [SimilarComplaint] {
        try similar(to: complaint, among: try candidates(like: complaint, limit: limit), for: reader, limit: limit)
    }

    /// Enough that some may be left for a reader who may not know of all of them, the likest first.
    func candidates(like complaint: Complaint, limit: Int) throws -> [Likeness.Candidate] {
        let words = Likeness.words(of: complaint)
        guard !words.isEmpty, let window = try likenessWindow() else { return [] }
        var found: [Int64: (score: Double, words: [(word: String, weight: Double)])] = [:]
        let most = Likeness.most(of: window.count)
        try foresee { ahead in
            for word in words { _ = try ahead.complaints(with: word, from: window.first, limit: most + 1) }
        }
        for word in words {
            let ids = Set(try complaints(with: word, from: window.first, limit: most + 1))
            if ids.count > most { continue }
            let weight = log(Double(window.count + 1) / Double(max(1, ids.count)))
            for id in ids where id != complaint.id.value {
                found[id, default: (0, [])].score += weight
                found[id]?.words.append((word, weight))
            }
        }
        let likest = found.filter {
            $0.value.words.count >= Likeness.fewestWords || $0.value.words.contains { Self.isReference($0.word) }
        }
        .sorted { ($1.value.score, $0.key) < ($0.value.score, $1.key) }.prefix(4 * limit)
        return likest.map { candidate in
            let words = candidate.value.words.sorted { ($1.weight, $0.word) < ($0.weight, $1.word) }.map(\.word)
            return Likeness.Candidate(id: candidate.key, words: words)
        }
    }

    /// Those of the candidates that the reader may know of now.
    func similar(
        to complaint: Complaint, among candidates: [Likeness.Candidate], for reader: WorklistReader, limit: Int
    ) throws -> [SimilarComplaint] {
        let rows = try rows(of: candidates.map(\.id), for: reader)
        return candidates.compactMap { candidate in
            guard let row = rows[candidate.id] else { return nil }
            return SimilarComplaint(
                row: row, words: candidate.words,
                isSameCustomer: row.customerName != nil
                    && row.customerName.map(SearchText.key) == complaint.customer.map { SearchText.key($0.name) })
        }.prefix(limit).map(\.self)
    }

    /// An invoice or an order that two complaints both name is more than a word.
    private static func isReference(_ word: String) -> Bool { word.utf8.count >= 5 && word.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    /// The first of the newest complaints and how many there are; nil in an empty house.
    private func likenessWindow() throws -> (first: Int64, count: Int)? {
        try first(
            "SELECT min(id), count(*) FROM (SELECT id FROM complaint ORDER BY id DESC LIMIT \(Likeness.window)) AS newest"
        ) { row in row.optionalInteger(0).map { (first: $0, count: Int(row.integer(1))) } } ?? nil
    }

    private func complaints(with word: String, from first: Int64, limit: Int) throws -> [Int64] {
        let source = connection.dialect.searchHits(.word([word]), .newestFirst)
        return try all(
            "SELECT \(source.key) FROM \(source.table) WHERE \(source.condition) AND \(source.key) >= ? ORDER BY \(source.key) DESC LIMIT \(limit)",
            values: source.tableValues + source.values + [.integer(first)]
        ) { $0.integer(0) }
    }

    private func rows(of ids: [Int64], for reader: WorklistReader) throws -> [Int64: WorklistRow] {
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
