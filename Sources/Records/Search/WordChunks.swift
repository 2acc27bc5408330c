import Complaints

/// The folded words of a text, and which of them hang together. Every text that comes in is cut, so this goes by the byte.
struct WordChunks {
    /// Words that only a hyphen or an apostrophe keeps apart.
    struct Chunk {
        /// Places in `words`.
        var words: Range<Int>
        /// Whether only a blank or a point stands between this and what comes before it.
        let continuesNumber: Bool
        /// Whether its words are digits only.
        var isNumber: Bool
    }

    private(set) var words: [String] = []
    private(set) var all: [Chunk] = []
    /// E-mail addresses, each as one word beside its own words: its signs are written as what no engine takes for the end of a word.
    private(set) var addresses: [String] = []

    init(_ text: String) {
        let bytes = Folding.bytes(of: text)
        var place = 0
        // Words that nothing but a sign of addresses keeps apart.
        var run = 0..<0
        // What stands between the last word and this one.
        var gap = 0..<0
        while place < bytes.count {
            var end = place
            var isNumber = true
            while let length = Self.wordLength(bytes, at: end) {
                if length > 1 || bytes[end] > UInt8(ascii: "9") { isNumber = false }
                end += length
            }
            if end > place {
                add(String(decoding: bytes[place..<end], as: UTF8.self), isNumber, behind: bytes[gap])
                if gap.count == 1, let sign = bytes[gap].first, Self.addressSigns.contains(Unicode.Scalar(sign)) {
                    run = run.lowerBound..<end
                } else {
                    addAddress(bytes[run])
                    run = place..<end
                }
                gap = end..<end
                place = end
            } else {
                place += UTF8Lengths.length(of: bytes[place])
                gap = gap.lowerBound..<min(place, bytes.count)
            }
        }
        addAddress(bytes[run])
    }

    /// A sign of an address in an index: a character of private use, which no text that is cut brings along.
    static let privateUse: Unicode.Scalar = "\u{E000}"

    private static func inWord(_ sign: Unicode.Scalar) -> Unicode.Scalar { Unicode.Scalar(privateUse.value + sign.value) ?? sign }

    private static let addressSigns = Set("@.-_+".unicodeScalars)

    private mutating func addAddress(_ run: ArraySlice<UInt8>) {
        var signs = 0
        for byte in run where byte == UInt8(ascii: "@") { signs += 1 }
        if signs != 1 { return }
        // With a sign in front too, so that no word is its beginning: `jan` need not pass by every address of a Jan.
        let scalars = "@\(String(decoding: run, as: UTF8.self))".unicodeScalars.map {
            Self.addressSigns.contains($0) ? Self.inWord($0) : $0
        }
        addresses.append(String(String.UnicodeScalarView(scalars)))
    }

    /// The words of a chunk in one piece.
    func joined(_ chunk: Chunk) -> String { words[chunk.words].joined() }

    private mutating func add(_ word: String, _ isNumber: Bool, behind gap: ArraySlice<UInt8>) {
        words.append(word)
        if !all.isEmpty, gap.elementsEqual("-".utf8) || gap.elementsEqual("'".utf8) {
            let last = all.count - 1
            all[last].words = all[last].words.lowerBound..<words.count
            if !isNumber { all[last].isNumber = false }
        } else {
            let continues = gap.elementsEqual(" ".utf8) || gap.elementsEqual(".".utf8) || gap.elementsEqual(" - ".utf8)
            all.append(Chunk(words: words.count - 1..<words.count, continuesNumber: continues, isNumber: isNumber))
        }
    }

    /// The bytes of a letter or digit that stands here; nil where there is none.
    private static func wordLength(_ bytes: [UInt8], at place: Int) -> Int? {
        guard place < bytes.count else { return nil }
        let byte = bytes[place]
        if byte < 0x80 { return (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) ? 1 : nil }
        let end = min(place + UTF8Lengths.length(of: byte), bytes.count)
        guard let scalar = String(decoding: bytes[place..<end], as: UTF8.self).unicodeScalars.first, isWord(scalar) else { return nil }
        return end - place
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
            .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}

/// How many bytes a character of UTF-8 takes, by its first.
private enum UTF8Lengths {
    static func length(of first: UInt8) -> Int { first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }
}
