/// How one folded word is looked for in the text of the index.
///
/// It is found at the beginning of a word (`stor` in `storing`) and, from four letters on, as the last part of a compound
/// (`storing` in `mailstoringen`), never in the middle. What comes before that last part has at least three letters: shorter
/// ones are hardly ever written as one with what follows, and so `ster` is not found in `gisteren`.
package struct SearchNeedles: Sendable {
    /// What the text must hold…
    package let beginning: String
    /// …or one of these, behind at least `leastFirstPart` letters.
    package let ends: [String]
    /// The trigrams that every text with this word has: enough of them to find candidates by.
    package let trigrams: [String]

    package static let leastFirstPart = 3

    /// Endings that Dutch puts behind a word without making it another one.
    private static let endings = ["", "s", "e", "en", "es", "n"]
    /// A longer word is as rare as its first letters are.
    private static let mostTrigrams = 24

    package init(for word: String) {
        let scalars = Array(word.unicodeScalars)
        beginning = scalars.count == 1 ? " \(word) " : " \(word)"
        let isCompoundable = scalars.count >= 4 && !word.utf8.allSatisfy { $0 < 0x3A }
        ends = isCompoundable ? Self.endings.map { word + $0 + " " } : []
        // Behind another part nothing can be said of what stands before the word.
        trigrams = Self.trigrams(of: isCompoundable ? scalars : Array(beginning.unicodeScalars))
    }

    private static func trigrams(of scalars: [Unicode.Scalar]) -> [String] {
        guard scalars.count >= 3 else { return [] }
        return (0...min(scalars.count - 3, mostTrigrams - 1)).map { String(String.UnicodeScalarView(scalars[$0..<($0 + 3)])) }
    }
}
