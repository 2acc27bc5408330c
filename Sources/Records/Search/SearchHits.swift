import Synchronization

/// Which words of a shown text answer to a search: whole words, so that a compound (`mailstoring` for `storing`) is marked
/// in one piece. Made once for a page, and keeps what it judged: the same words stand in most of its texts.
package final class SearchHits: Sendable {
    package struct Piece: Hashable, Sendable {
        package let text: String
        package let isHit: Bool
    }

    private let wanted: [WordMatch]
    private let judged = Mutex<[String: Bool]>([:])

    package init(_ query: String) {
        wanted = SearchText.telling(SearchText.terms(query)).prefix(8).joined().joined().map { WordMatch($0) }
    }

    /// Whether a word of the text answers.
    package func isHit(_ text: String) -> Bool { !places(in: text, atMost: 1).isEmpty }

    /// The text in pieces that together are the text again.
    package func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var done = text.startIndex
        func add(until end: String.Index, isHit: Bool) {
            if done < end { pieces.append(Piece(text: String(text[done..<end]), isHit: isHit)) }
            done = end
        }
        for place in places(in: text) {
            add(until: text.utf8.index(text.startIndex, offsetBy: place.lowerBound), isHit: false)
            add(until: text.utf8.index(text.startIndex, offsetBy: place.upperBound), isHit: true)
        }
        add(until: text.endIndex, isHit: false)
        return pieces
    }

    /// The first hit with the words around it, on one line; nil without a hit.
    package func around(_ text: String) -> String? {
        guard let place = places(in: text, atMost: 1).first else { return nil }
        let scalars = text.unicodeScalars
        let hit = text.utf8.index(text.startIndex, offsetBy: place.lowerBound)
        let reach = scalars.index(hit, offsetBy: -Self.before, limitedBy: scalars.startIndex) ?? scalars.startIndex
        let isBegun = reach == scalars.startIndex
        let start = isBegun ? reach : scalars[reach..<hit].firstIndex { $0.properties.isWhitespace } ?? hit
        let end = scalars.index(hit, offsetBy: Self.after, limitedBy: scalars.endIndex) ?? scalars.endIndex
        let line = scalars[start..<end].map { $0.value < 0x20 ? " " : $0 }
        return (isBegun ? "" : "…") + String(String.UnicodeScalarView(line)) + (end == scalars.endIndex ? "" : "…")
    }

    /// So much is shown before a hit, in characters: a list has one line, and the hit must stand on it.
    private static let before = 24
    /// And so much from its beginning on.
    private static let after = 120

    /// Where words answer, in bytes of UTF-8.
    private func places(in text: String, atMost limit: Int = .max) -> [Range<Int>] {
        if wanted.isEmpty { return [] }
        var text = text
        return text.withUTF8 { bytes in
            judged.withLock { judged in
                var places: [Range<Int>] = []
                var place = 0
                while place < bytes.count, places.count < limit {
                    let start = place
                    while place < bytes.count, Self.mayBeOfWord(bytes[place]) { place += 1 }
                    if place > start, isHit(String(decoding: bytes[start..<place], as: UTF8.self), &judged) { places.append(start..<place) }
                    while place < bytes.count, !Self.mayBeOfWord(bytes[place]) { place += 1 }
                }
                return places
            }
        }
    }

    private func isHit(_ written: String, _ judged: inout [String: Bool]) -> Bool {
        if let known = judged[written] { return known }
        let isHit = SearchText.words(written).contains { word in wanted.contains { $0.isAnswered(by: word) } }
        judged[written] = isHit
        return isHit
    }

    /// What may be part of a word. Anything beyond ASCII may be: folding decides.
    private static func mayBeOfWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
