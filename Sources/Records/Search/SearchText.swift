import Complaints

/// Text as it is searched: folded (no case, no accents), every run of anything but letters and digits one blank, and a
/// blank at both ends, so that ` word` is a beginning and `word ` an end.
package enum SearchText {
    /// Of longer words only the beginning is kept and looked for, in bytes.
    package static let longestWord = 64

    /// What the index holds: the words, and behind them those written with a hyphen or an apostrophe also in one piece, so
    /// that `email` finds `e-mail`; likewise numbers of which the digits stand in groups: `06-1234 5678`, `1.250,00`.
    package static func indexed(_ text: String) -> String {
        let chunks = chunks(of: text)
        let words = chunks.flatMap(\.words) + chunks.filter { $0.words.count > 1 }.map { $0.words.joined() } + numbers(in: chunks)
        return words.isEmpty ? " " : " \(words.map(shortened).joined(separator: " ")) "
    }

    /// The words of a query or a text, folded.
    package static func words(_ text: String) -> [String] { chunks(of: text).flatMap(\.words).map(shortened) }

    /// What must be found for a query, term by term: each in one of its spellings, a spelling being words that must all be
    /// there. `e-mail` is found as `email`, and as `e` and `mail`; `1.250` as `1250`, and as `1` and `250`.
    package static func terms(_ query: String) -> [[[String]]] {
        var terms: [[[String]]] = []
        var digits: [String] = []
        func endNumber() {
            if digits.count > 1 { terms.append([[shortened(digits.joined())], digits]) } else { terms += digits.map { [[$0]] } }
            digits = []
        }
        for chunk in chunks(of: query) {
            if chunk.isNumber {
                if !chunk.continuesNumber { endNumber() }
                digits += chunk.words.map(shortened)
            } else {
                endNumber()
                let words = chunk.words.map(shortened)
                terms.append(words.count > 1 ? [[shortened(words.joined())], words] : [words])
            }
        }
        endNumber()
        return terms
    }

    /// The terms without `de`, `in` and their like, where others say what is meant.
    static func telling(_ terms: [[[String]]]) -> [[[String]]] {
        func isSmall(_ term: [[String]]) -> Bool { term.allSatisfy { $0.allSatisfy { DutchWords.small.contains($0) } } }
        let telling = terms.filter { !isSmall($0) }
        return telling.isEmpty ? terms : telling
    }

    /// Numbers in one piece of which the digits stand in groups.
    private static func numbers(in chunks: [Chunk]) -> [String] {
        var numbers: [String] = []
        var groups: [String] = []
        for chunk in chunks + [Chunk(words: [""], continuesNumber: false)] {
            if !(chunk.isNumber && chunk.continuesNumber) {
                if groups.count > 1 { numbers.append(groups.joined()) }
                groups = []
            }
            if chunk.isNumber { groups.append(chunk.words.joined()) }
        }
        return numbers
    }

    private static func shortened(_ word: String) -> String {
        word.utf8.count <= longestWord ? word : String(decoding: word.utf8.prefix(longestWord), as: UTF8.self)
    }

    /// A name as it is compared: its folded words, one blank apart.
    package static func key(_ name: String) -> String { words(name).joined(separator: " ") }

    /// Words that only a hyphen or an apostrophe keeps apart.
    private struct Chunk {
        var words: [String]
        /// Whether only a blank or a point stands between this and what comes before it.
        let continuesNumber: Bool

        var isNumber: Bool { words.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } } }
    }

    /// The folded words of a text; those that only a hyphen or an apostrophe keeps apart stand together.
    private static func chunks(of text: String) -> [Chunk] {
        var chunks: [Chunk] = []
        var word = String.UnicodeScalarView()
        var between = String.UnicodeScalarView()
        func endWord() {
            if word.isEmpty { return }
            let gap = String(between)
            if !chunks.isEmpty, gap == "-" || gap == "'" {
                chunks[chunks.count - 1].words.append(String(word))
            } else {
                chunks.append(Chunk(words: [String(word)], continuesNumber: [" ", ".", " - "].contains(gap)))
            }
            word = String.UnicodeScalarView()
            between = String.UnicodeScalarView()
        }
        for scalar in Folding.fold(text).unicodeScalars {
            if isWord(scalar) {
                word.append(scalar)
            } else {
                endWord()
                between.append(scalar)
            }
        }
        endWord()
        return chunks
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
