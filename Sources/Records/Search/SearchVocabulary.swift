/// The words of the house: under which parts each can be found, and which of them answer to one that was typed.
extension Transaction {
    /// So many rows in one statement.
    private static let rows = 32

    /// Keeps words that the house did not know yet, and returns these.
    @discardableResult
    func learn(_ words: [String]) throws -> [String] {
        let new = try keep(words.map { ($0, $0) })
        var parts: [(part: String, word: String)] = []
        for word in new {
            parts += WordMatch.parts(of: word).filter { $0 != word }.sorted().map { ($0, word) }
        }
        _ = try keep(parts)
        return new
    }

    /// The words of those rows that were not there.
    private func keep(_ parts: [(part: String, word: String)]) throws -> [String] {
        var new: [String] = []
        for start in stride(from: 0, to: parts.count, by: Self.rows) {
            // A last row that is too short for the statement is filled with what is there by then.
            let some = parts[start..<min(parts.count, start + Self.rows)]
            guard let last = some.last else { break }
            let filled = some + Array(repeating: last, count: Self.rows - some.count)
            new += try all(Self.statement, values: filled.flatMap { [.text($0.part), .text($0.word)] }, returning: { $0.text(0) })
        }
        return new
    }

    private static let statement =
        "INSERT INTO search_part (part, word) VALUES \(Array(repeating: "(?, ?)", count: rows).joined(separator: ", "))"
        + " ON CONFLICT DO NOTHING RETURNING word"
}

extension Snapshot {
    /// At most so many words answer to one; there are more for beginnings such as `de` only.
    private static var mostWords: Int { 400 }

    /// The words of the house that answer to a typed one; and whether there are more of them than are looked for.
    func words(answering typed: String) throws -> (words: [String], isCut: Bool) {
        let match = WordMatch(typed)
        var found: Set<String> = []
        var isCut = false
        func take(_ condition: String, _ values: [SQLValue]) throws {
            var seen = 0
            let sql = "SELECT word FROM search_part WHERE \(condition) ORDER BY part, word LIMIT \(Self.mostWords + 1)"
            try each(sql, values: values) { row in
                seen += 1
                let word = row.text(0)
                if seen <= Self.mostWords, !found.contains(word), match.isAnswered(by: word) { found.insert(word) }
            }
            if seen > Self.mostWords { isCut = true }
        }
        for place in match.places { try take("part = ?", [.text(place)]) }
        for beginning in match.beginnings {
            try take("part >= ? AND part < ?", [.text(beginning), .text(beginning + "\u{10FFFF}")])
        }
        return (found.sorted(), isCut)
    }
}
