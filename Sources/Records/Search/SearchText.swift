import Complaints

/// Text as it is searched: folded (no case, no accents), every run of anything but letters and digits one blank, and a
/// blank at both ends, so that ` word` is a beginning and `word ` an end.
package enum SearchText {
    /// What the index holds: the words, and behind them those written with a hyphen or an apostrophe also in one piece, so
    /// that `email` finds `e-mail`.
    package static func indexed(_ text: String) -> String {
        let chunks = chunks(of: text)
        let words = chunks.flatMap(\.self) + chunks.filter { $0.count > 1 }.map { $0.joined() }
        return words.isEmpty ? " " : " \(words.joined(separator: " ")) "
    }

    /// The words of a query or a text, folded.
    package static func words(_ text: String) -> [String] { chunks(of: text).flatMap(\.self) }

    /// What must be found for a query, term by term: each in one of its spellings, a spelling being words that must all be
    /// there. `e-mail` is found as `email`, and as `e` and `mail`.
    package static func terms(_ query: String) -> [[[String]]] {
        chunks(of: query).map { $0.count > 1 ? [[$0.joined()], $0] : [$0] }
    }

    /// A name as it is compared: its folded words, one blank apart.
    package static func key(_ name: String) -> String { words(name).joined(separator: " ") }

    /// The folded words of a text; those that only a hyphen or an apostrophe keeps apart stand together.
    private static func chunks(of text: String) -> [[String]] {
        var chunks: [[String]] = []
        var word = String.UnicodeScalarView()
        var isJoined = false
        for scalar in Folding.fold(text).unicodeScalars {
            if isWord(scalar) {
                word.append(scalar)
                continue
            }
            let endsWord = !word.isEmpty
            if endsWord { add(&word, to: &chunks, joined: isJoined) }
            isJoined = endsWord && (scalar == "-" || scalar == "'")
        }
        if !word.isEmpty { add(&word, to: &chunks, joined: isJoined) }
        return chunks
    }

    private static func add(_ word: inout String.UnicodeScalarView, to chunks: inout [[String]], joined: Bool) {
        if joined { chunks[chunks.count - 1].append(String(word)) } else { chunks.append([String(word)]) }
        word = String.UnicodeScalarView()
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value) }
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
            .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}
