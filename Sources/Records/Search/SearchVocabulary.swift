/// The words of the house: under which parts each can be found, and which of them answer to one that was typed.
extension Transaction {
    /// So many rows in one statement.
    private static let rows = [2, 8, 32]

    /// Keeps these words with all their parts; those that the house knows already stay as they are.
    func learn(_ words: Set<String>) throws {
        let parts = words.flatMap { word in WordMatch.parts(of: word).map { (part: $0, word: word) } }
        try keep(parts.sorted { ($0.part, $0.word) < ($1.part, $1.word) })
    }

    /// In one order for everybody, so that no two wait for each other.
    private func keep(_ parts: [(part: String, word: String)]) throws {
        var rest = parts[...]
        while let last = rest.last {
            let count = Self.rows.first { $0 >= rest.count } ?? Self.rows[Self.rows.count - 1]
            // A last statement that is too long for what is left is filled with what is there by then.
            let some = rest.prefix(count) + Array(repeating: last, count: max(0, count - rest.count))
            try post(Self.statements[count] ?? "", values: some.flatMap { [.text($0.part), .text($0.word)] })
            rest = rest.dropFirst(count)
        }
    }

    private static let statements = Dictionary(
        uniqueKeysWithValues: rows.map { count in
            let places = Array(repeating: "(?, ?)", count: count).joined(separator: ", ")
            return (count, "INSERT INTO search_part (part, word) VALUES \(places) ON CONFLICT DO NOTHING")
        })
}

extension Snapshot {
    /// At most so many words answer to one; there are more for beginnings such as `de` only.
    private static var mostWords: Int { 400 }

    /// The words of the house that answer to a typed one; and whether there are more of them than are looked for.
    func words(answering typed: String) throws -> (words: [String], isCut: Bool) {
        let match = WordMatch(typed)
        var found: Set<String> = []
        var seen: [Int64: Int] = [:]
        let (sql, values) = Self.question(about: match)
        if sql.isEmpty { return ([], false) }
        try each(sql, values: values) { row in
            let place = row.integer(0)
            seen[place, default: 0] += 1
            let word = row.text(1)
            if seen[place, default: 0] <= Self.mostWords, !found.contains(word), match.isAnswered(by: word) { found.insert(word) }
        }
        return (found.sorted(), seen.values.contains { $0 > Self.mostWords })
    }

    /// The words under each part that is asked for, with a number for the part: one question, since each may be a trip over the network.
    private static func question(about match: WordMatch) -> (sql: String, values: [SQLValue]) {
        let places = match.places.map { (condition: "part = ?", values: [SQLValue.text($0)]) }
        let beginnings = match.beginnings.map {
            (condition: "part >= ? AND part < ?", values: [SQLValue.text($0), .text($0 + "\u{10FFFF}")])
        }
        let parts = places + beginnings
        let selects = parts.enumerated().map { number, part in
            """
            SELECT \(number) AS place, word FROM
            (SELECT word FROM search_part WHERE \(part.condition) ORDER BY part, word LIMIT \(mostWords + 1)) AS part\(number)
            """
        }
        return (selects.joined(separator: " UNION ALL "), parts.flatMap(\.values))
    }
}
