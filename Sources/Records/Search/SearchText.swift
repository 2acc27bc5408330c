import Complaints

/// Text as it is searched: folded (no case, no accents), every run of anything but letters and digits one blank, and a
/// blank at both ends, so that ` word` is a beginning and `word ` an end.
package enum SearchText {
    package static func normalised(_ text: String) -> String {
        var bytes: [UInt8] = [0x20]
        bytes.reserveCapacity(text.utf8.count + 2)
        for byte in Folding.fold(text).utf8 {
            let isWord = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
            if isWord { bytes.append(byte) } else if bytes.last != 0x20 { bytes.append(0x20) }
        }
        if bytes.last != 0x20 { bytes.append(0x20) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The words of a query or a text, folded.
    package static func words(_ text: String) -> [String] { normalised(text).split(separator: " ").map(String.init) }

    /// A name as it is compared: its folded words, one blank apart.
    package static func key(_ name: String) -> String { words(name).joined(separator: " ") }

    /// Endings that Dutch puts behind a word without making it another one.
    static let endings = ["", "s", "e", "en", "es", "n"]

    /// The pieces of text of which one must be there for this word to be found. A word is found at the beginning of a word
    /// (`stor` in `storing`) and, from four letters on, at the end of a compound (`storing` in `mailstoringen`), never in
    /// the middle (`ster` is not in `gisteren`).
    package static func needles(for word: String) -> [String] {
        let beginning = " " + word
        if word.utf8.count == 1 { return [beginning + " "] }
        if word.utf8.count < 4 || word.utf8.allSatisfy({ $0 < 0x3A }) { return [beginning] }
        return [beginning] + endings.map { word + $0 + " " }
    }

    /// The trigrams every text with this word has.
    package static func trigrams(of word: String) -> [String] {
        let scalars = Array((word.unicodeScalars.count < 3 ? " " + word + (word.unicodeScalars.count == 1 ? " " : "") : word).unicodeScalars)
        guard scalars.count >= 3 else { return [] }
        return (0...(scalars.count - 3)).map { String(String.UnicodeScalarView(scalars[$0..<($0 + 3)])) }
    }
}
