/// What writes make findable and unfindable, gathered until their transaction ends: an index takes many complaints in one piece for little
/// more than one.
package struct SearchChanges: Sendable {
    private struct Change {
        let id: Int64
        let words: [String]
        let isAddition: Bool
    }

    private var changes: [Change] = []

    package init() {}

    /// How many there are; `cut` goes back to it.
    package var count: Int { changes.count }

    package mutating func add(_ words: [String], to id: Int64) { changes.append(Change(id: id, words: words, isAddition: true)) }

    package mutating func remove(_ words: [String], from id: Int64) { changes.append(Change(id: id, words: words, isAddition: false)) }

    /// Takes away what came since: the write that it came from is undone.
    package mutating func cut(to count: Int) { changes.removeLast(max(0, changes.count - count)) }

    /// Writes all of it, and waits for nothing; the words that the store holds then, to be noted as known once this is kept.
    package func write(in transaction: Transaction, knowing known: KnownWords? = nil) throws -> [String] {
        if changes.isEmpty { return [] }
        let words = changes.filter(\.isAddition).map(\.words)
        let asked = known?.unknown(of: words) ?? Set(words.joined())
        try transaction.learn(asked)
        let dialect = transaction.snapshot.connection.dialect
        func execute(_ sql: String, _ id: Int64, _ words: [String]) throws {
            if !words.isEmpty { try transaction.post(sql, .integer(id), .text(words.joined(separator: " "))) }
        }
        // In the order of keys, and each key once: the index would otherwise begin a new piece.
        for (id, some) in Dictionary(grouping: changes, by: \.id).sorted(by: { $0.key < $1.key }) {
            let outcome = Self.outcome(of: some)
            try execute(dialect.removeFromSearchIndex, id, outcome.removed)
            try execute(dialect.addToSearchIndex, id, outcome.added)
        }
        return Array(asked)
    }

    /// What is left of changes to one complaint: the last to speak of a word decides. What came and went again was never there to be taken
    /// out: the index counts what it is told to let go, and calls itself broken when that is more than it got.
    private static func outcome(of changes: [Change]) -> (removed: [String], added: [String]) {
        if changes.count == 1, let only = changes.first { return only.isAddition ? ([], only.words) : (only.words, []) }
        var isAdded: [String: Bool] = [:]
        var came: Set<String> = []
        for change in changes {
            for word in change.words {
                if change.isAddition, isAdded[word] == nil { came.insert(word) }
                isAdded[word] = change.isAddition
            }
        }
        return (isAdded.filter { !$0.value && !came.contains($0.key) }.map(\.key), isAdded.filter(\.value).map(\.key))
    }
}
