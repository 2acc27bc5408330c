import Complaints

/// Text as it is searched: folded (no case, no accents), every run of anything but letters and digits one blank, and a
/// blank at both ends, so that ` word` is a beginning and `word ` an end.
package enum SearchText {
    /// Of longer words only the beginning is kept and looked for, in bytes.
    package static let longestWord = 64

    /// What the index holds: the words, and behind them those written with a hyphen or an apostrophe also in one piece, so
    /// that `email` finds `e-mail`; likewise numbers of which the digits stand in groups: `06-1234 5678`, `1.250,00`, and e-mail addresses.
    package static func indexed(_ text: String) -> String { line(of: indexedWords(text)) }

    static func indexedWords(_ text: String) -> [String] {
        let chunks = WordChunks(text)
        let joined = chunks.all.filter { $0.words.count > 1 }.map { chunks.joined($0) }
        return (chunks.words + joined + numbers(in: chunks) + chunks.addresses).map(shortened)
    }

    /// Whether a word of the index or of a query is a whole e-mail address: only these hold signs of private use, which begin with this
    /// byte.
    static func isAddress(_ word: String) -> Bool { word.utf8.contains(0xEE) }

    /// Words with blanks between and around them.
    static func line(of words: [String]) -> String { words.isEmpty ? " " : " \(words.joined(separator: " ")) " }

    /// The words of a query or a text, folded.
    package static func words(_ text: String) -> [String] { WordChunks(text).words.map(shortened) }

    /// What must be found for a query, term by term: each in one of its spellings, a spelling being words that must all be
    /// there. `e-mail` is found as `email`, and as `e` and `mail`; `1.250` as `1250`, and as `1` and `250`. An e-mail address must be there
    /// in one piece, and first, so that no limit drops it; its words are terms as well.
    package static func terms(_ query: String) -> [[[String]]] {
        let chunks = WordChunks(query)
        var terms = chunks.addresses.map { [[shortened($0)]] }
        var digits: [String] = []
        func endNumber() {
            if digits.count > 1 { terms.append([[shortened(digits.joined())], digits]) } else { terms += digits.map { [[$0]] } }
            digits = []
        }
        for chunk in chunks.all {
            let words = chunks.words[chunk.words].map(shortened)
            if chunk.isNumber {
                if !chunk.continuesNumber { endNumber() }
                digits += words
            } else {
                endNumber()
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
    private static func numbers(in chunks: WordChunks) -> [String] {
        var numbers: [String] = []
        var groups: [String] = []
        func endNumber() {
            if groups.count > 1 { numbers.append(groups.joined()) }
            groups = []
        }
        for chunk in chunks.all {
            if !(chunk.isNumber && chunk.continuesNumber) { endNumber() }
            if chunk.isNumber { groups.append(chunks.joined(chunk)) }
        }
        endNumber()
        return numbers
    }

    private static func shortened(_ word: String) -> String {
        if word.utf8.count <= longestWord { return word }
        var end = word.utf8.index(word.startIndex, offsetBy: longestWord)
        while end.samePosition(in: word.unicodeScalars) == nil { end = word.utf8.index(before: end) }
        return String(word[..<end])
    }

    /// A name as it is compared: its folded words, one blank apart.
    package static func key(_ name: String) -> String { words(name).joined(separator: " ") }
}
