/// The forms under which one folded word is compared with another: what is left when Dutch endings are taken off.
///
/// Plural (`facturen`, `foto's`, `weken`), diminutive (`mailtje`), what hangs on an adjective (`trage`), nouns of acting (`betaling`), and
/// the forms of verbs (`gebeld`, `teruggebeld`, `betaalt`, `afgesloten`). Double vowels and consonants at the end are written once, v and
/// z as f and s, so that `week` and `weken`, `brief` and `brieven` meet. A form that ends in `~` is a verb's: it meets only verbs, so that
/// `markt` is not `merk` with a t, and keeps its vowel as it sounds, so that `stort` is not `stoort`. The rules are our own and light: a word may have several forms, and meets another by any of them.
struct WordForms {
    struct Form: Hashable {
        let text: [UInt8]
        /// Whether an ending was taken off: two words as they stand only meet when they are the same.
        let isReduced: Bool
    }

    let word: [UInt8]
    let forms: Set<Form>

    init(_ word: String) { self.init(Array(word.utf8)) }

    init(_ word: [UInt8]) {
        self.word = word
        guard word.count >= 3, word.count <= SearchText.longestWord, word.allSatisfy({ (0x61...0x7A).contains($0) }) else {
            forms = [Form(text: word, isReduced: false)]
            return
        }
        var found: Set<Form> = [Form(text: Spelling.even(word), isReduced: false)]
        var nouns: Set<[UInt8]> = []
        var verbs: Set<[UInt8]> = []
        WordEndings.reduce(word, into: &nouns, &verbs, depth: 3)
        for noun in nouns { found.insert(Form(text: Spelling.even(noun), isReduced: true)) }
        for verb in verbs { found.insert(Form(text: Spelling.soft(verb) + [Self.verbMark], isReduced: true)) }
        forms = found
    }

    static let verbMark = UInt8(ascii: "~")
}

/// The spelling at the end of a stem, made even.
enum Spelling {
    /// `bonn` and `bon`, `week` and `wek`, `briev` and `brief` are written alike.
    static func even(_ stem: [UInt8]) -> [UInt8] {
        var stem = soft(stem)
        let place = stem.count - 3
        if place >= 0, stem[place] == stem[place + 1], isLong(stem[place]), !isVowel(stem[place + 2]) { stem.remove(at: place) }
        return stem
    }

    /// The stem of a verb as it is written when nothing follows: `betal(en)` is `betaal`, `los(sen)` is `los`. Where an e is heard so or so, both.
    static func closed(_ stem: [UInt8]) -> [[UInt8]] {
        guard let last = stem.last, !isVowel(last) else { return [stem] }
        let before = stem.dropLast()
        if before.last == last { return [Array(before)] }
        guard let vowel = before.last, isLong(vowel), before.dropLast().last.map({ !isVowel($0) }) ?? true else { return [stem] }
        let long = before + [vowel, last]
        let isWeak = vowel == UInt8(ascii: "e") && "lmnrg".utf8.contains(last) && hasVowel(before.dropLast())
        return isWeak ? [stem, Array(long)] : [Array(long)]
    }

    /// The end of a verb's stem without what follows it being heard: one consonant, f and s for v and z.
    static func soft(_ stem: [UInt8]) -> [UInt8] {
        var stem = stem
        if stem.count >= 4, stem[stem.count - 1] == stem[stem.count - 2], !isVowel(stem[stem.count - 1]) { stem.removeLast() }
        if stem.last == UInt8(ascii: "v") { stem[stem.count - 1] = UInt8(ascii: "f") }
        if stem.last == UInt8(ascii: "z") { stem[stem.count - 1] = UInt8(ascii: "s") }
        return stem
    }

    /// The other spelling of an end that was made even: `parker` as `parkeer`.
    static func long(_ stem: [UInt8]) -> [UInt8] {
        guard stem.count >= 3, let last = stem.last, !isVowel(last), isLong(stem[stem.count - 2]), !isVowel(stem[stem.count - 3]) else {
            return stem
        }
        return stem.dropLast() + [stem[stem.count - 2], last]
    }

    static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"): true
        default: false
        }
    }
    static func hasVowel(_ bytes: some Sequence<UInt8>) -> Bool { bytes.contains { isVowel($0) } }
    private static func isLong(_ byte: UInt8) -> Bool { "aeou".utf8.contains(byte) }
}
