/// Cuts texts into words and pairs of neighbouring words.
package struct TermSplitter: Sendable {
    /// What a word is counted as: its stem, or the word itself.
    private let stem: @Sendable (Substring) -> String
    /// Words that say nothing by themselves; a pair needs two others.
    private let stopWords: Set<String>

    package init(stopWords: Set<String> = [], stem: @escaping @Sendable (Substring) -> String = { String($0) }) {
        (self.stopWords, self.stem) = (stopWords, stem)
    }

    /// Terms of a text, each once: words of at least two letters, and pairs that stand side by side in one sentence.
    package func terms(of text: String) -> Set<String> {
        var terms: Set<String> = []
        var last: String?
        for piece in Self.pieces(of: text.lowercased()) {
            guard case .word(let word) = piece else {
                last = nil
                continue
            }
            guard word.count > 1, !stopWords.contains(String(word)) else {
                last = nil
                continue
            }
            let term = stem(word)
            terms.insert(term)
            if let last { terms.insert("\(last) \(term)") }
            last = term
        }
        return terms
    }

    private enum Piece {
        case word(Substring)
        case stop
    }

    /// Words and the ends of sentences, in order.
    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let first = rest.first {
            if first.isLetter || first.isNumber {
                let word = rest.prefix { $0.isLetter || $0.isNumber }
                pieces.append(.word(word))
                rest = rest[word.endIndex...]
            } else {
                if ".!?;:\n\r".contains(first) || first.isNewline { pieces.append(.stop) }
                rest = rest.dropFirst()
            }
        }
        return pieces
    }
}
