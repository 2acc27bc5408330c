/// Which words of a shown text answer to a search: whole words, so that a compound (`mailstoring` for `storing`) is marked
/// in one piece.
package enum SearchHits {
    package struct Piece: Hashable, Sendable {
        package let text: String
        package let isHit: Bool
    }

    /// The text in pieces that together are the text again.
    package static func pieces(of text: String, for query: String) -> [Piece] {
        let wanted = SearchText.words(query)
        if wanted.isEmpty { return [Piece(text: text, isHit: false)] }
        var pieces: [Piece] = []
        var plain = String.UnicodeScalarView()
        for run in runs(of: text) {
            if run.isWord, isHit(String(run.scalars), wanted) {
                if !plain.isEmpty { pieces.append(Piece(text: String(plain), isHit: false)) }
                plain = String.UnicodeScalarView()
                pieces.append(Piece(text: String(run.scalars), isHit: true))
            } else {
                plain.append(contentsOf: run.scalars)
            }
        }
        if !plain.isEmpty { pieces.append(Piece(text: String(plain), isHit: false)) }
        return pieces
    }

    /// Endings that Dutch puts behind a word without making it another one.
    private static let endings = ["", "s", "e", "en", "es", "n"]

    private static func isHit(_ word: String, _ wanted: [String]) -> Bool {
        SearchText.words(word).contains { found in
            wanted.contains { found.hasPrefix($0) || ($0.utf8.count >= 4 && isEnd($0, of: found)) }
        }
    }

    private static func isEnd(_ wanted: String, of word: String) -> Bool { endings.contains { word.hasSuffix(wanted + $0) } }

    private struct Run {
        var scalars: String.UnicodeScalarView
        let isWord: Bool
    }

    /// Runs of what may be part of a word and of what never is. Anything beyond ASCII may be: folding decides.
    private static func runs(of text: String) -> [Run] {
        var runs: [Run] = []
        for scalar in text.unicodeScalars {
            let isWord =
                !scalar.isASCII || (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
                || (0x61...0x7A).contains(scalar.value)
            if runs.last?.isWord == isWord {
                runs[runs.count - 1].scalars.append(scalar)
            } else {
                runs.append(Run(scalars: String.UnicodeScalarView([scalar]), isWord: isWord))
            }
        }
        return runs
    }
}
