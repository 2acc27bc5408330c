/// Which words of a shown text answer to a search: whole words, so that a compound (`mailstoring` for `storing`) is marked
/// in one piece. Made once for a page.
package struct SearchHits: Sendable {
    package struct Piece: Hashable, Sendable {
        package let text: String
        package let isHit: Bool
    }

    private let wanted: [WordMatch]

    package init(_ query: String) {
        wanted = SearchText.telling(SearchText.terms(query)).prefix(8).joined().joined().map { WordMatch($0) }
    }

    /// The text in pieces that together are the text again.
    package func pieces(of text: String) -> [Piece] {
        if wanted.isEmpty { return [Piece(text: text, isHit: false)] }
        var judged: [String: Bool] = [:]
        func isHit(_ written: String) -> Bool {
            if let known = judged[written] { return known }
            let hit = SearchText.words(written).contains { word in wanted.contains { $0.isAnswered(by: word) } }
            judged[written] = hit
            return hit
        }
        var pieces: [Piece] = []
        var plain = String.UnicodeScalarView()
        for run in Self.runs(of: text) {
            if run.isWord, isHit(String(run.scalars)) {
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

    /// The first hit with the words around it, on one line; nil without a hit.
    package func around(_ text: String) -> String? {
        let pieces = pieces(of: text)
        guard let place = pieces.firstIndex(where: \.isHit) else { return nil }
        let before = pieces[..<place].map(\.text).joined().unicodeScalars
        let after = pieces[place...].map(\.text).joined().unicodeScalars
        let start = before.count <= Self.before ? before[...] : before.suffix(Self.before).drop { !$0.properties.isWhitespace }
        let end = after.prefix(Self.after)
        let isWhole = end.count == after.count
        let words = String(String.UnicodeScalarView(start)) + String(String.UnicodeScalarView(end))
        let line = words.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }
        return (start.count == before.count ? "" : "…") + String(String.UnicodeScalarView(line)) + (isWhole ? "" : "…")
    }

    /// So much is shown before a hit, in characters: a list has one line, and the hit must stand on it.
    private static let before = 24
    /// And so much from its beginning on.
    private static let after = 120

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
