/// Takes Dutch endings off a word, each way that is possible.
enum WordEndings {
    /// - Parameter depth: how many endings may stand behind one another: `mededelingen`, `gefactureerde`.
    static func reduce(_ word: [UInt8], into nouns: inout Set<[UInt8]>, _ verbs: inout Set<[UInt8]>, depth: Int) {
        if depth == 0 || DutchWords.whole.contains(word) { return }
        var next: [[UInt8]] = []
        if let stem = diminutive(word) { next.append(stem) }
        if let stem = without("s", word, least: 4), !keepsS(stem) { next.append(stem) }
        if let stem = without("en", word, least: 2) {
            next.append(stem)
            verbs.formUnion(Spelling.closed(stem))
        }
        if let stem = without("e", word, least: 3) { next.append(stem) }
        if let stem = without("ing", word, least: 3), !DutchWords.keepIng.contains(where: { word.ends(with: $0) }) {
            next.append(stem)
            verbs.formUnion(Spelling.closed(stem))
        }
        for ending in ["t", "d", "te", "de", "ten", "den"] {
            if let stem = without(ending, word, least: 3), canStandBefore(ending, stem) { verbs.insert(stem) }
        }
        participle(word, into: &verbs)
        for stem in next where nouns.insert(stem).inserted { reduce(stem, into: &nouns, &verbs, depth: depth - 1) }
    }

    /// Past tense has t behind a sound without voice ('t kofschip) and d behind others: `maakte`, `stoorde`, so `storten` is no `stor` with
    /// an ending. Whether f and s had a voice cannot be seen any more: `leefde`, `reisde`.
    private static func canStandBefore(_ ending: String, _ stem: [UInt8]) -> Bool {
        guard let last = stem.last, !Spelling.isVowel(last) else { return false }
        let isVoiceless = "tkpxc".utf8.contains(last) || stem.ends(with: "ch")
        if "fs".utf8.contains(last) { return true }
        switch ending {
        case "te", "ten": return isVoiceless
        case "d", "de", "den": return !isVoiceless
        default: return true
        }
    }

    /// What stands before the ending; nil when that is too short, or has no vowel.
    private static func without(_ ending: String, _ word: [UInt8], least: Int) -> [UInt8]? {
        guard word.ends(with: ending) else { return nil }
        let stem = Array(word.dropLast(ending.utf8.count))
        return stem.count >= least && Spelling.hasVowel(stem) ? stem : nil
    }

    /// `huis`, `adres` and `virus` are no plurals.
    private static func keepsS(_ stem: [UInt8]) -> Bool { ["s", "i", "u", "ij", "oo", "aa", "ee"].contains { stem.ends(with: $0) } }

    /// `mailtje`, `pakketje`, `bonnetje`, `probleempje`.
    private static func diminutive(_ word: [UInt8]) -> [UInt8]? {
        for ending in ["etje", "tje", "pje", "kje", "je"] {
            guard let stem = without(ending, word, least: 3), let last = stem.last else { continue }
            switch ending {
            case "etje": if stem.count >= 4, stem[stem.count - 2] == last || stem.ends(with: "ing") { return stem }
            case "tje": if Spelling.isVowel(last) || "lnrw".utf8.contains(last) { return stem }
            case "pje": if last == UInt8(ascii: "m") { return stem }
            case "kje": if last == UInt8(ascii: "n") { return stem + Array("g".utf8) }
            default: return stem
            }
        }
        return nil
    }

    // MARK: Participles

    private static let separable = [
        "af", "aan", "op", "uit", "in", "om", "na", "bij", "toe", "mee", "door", "over", "terug", "weg", "voor", "vast", "los", "samen",
        "tegen", "kwijt", "stop", "stil", "thuis", "dicht", "open", "goed", "recht", "",
    ]
    private static let inseparable = ["be", "ver", "ont", "her", "er"]

    /// `gebeld`, `teruggebeld`, `afgesloten`, `verloren`, and what such a word looks like before a noun: `opgeloste`.
    private static func participle(_ word: [UInt8], into verbs: inout Set<[UInt8]>) {
        for prefix in separable where word.starts(with: (prefix + "ge").utf8) {
            let base = Array(word.dropFirst(prefix.utf8.count + 2))
            for stem in stems(ofParticiple: base) { verbs.insert(Array(prefix.utf8) + stem) }
        }
        for prefix in inseparable where word.starts(with: prefix.utf8) {
            let base = Array(word.dropFirst(prefix.utf8.count))
            for stem in stems(ofParticiple: base) { verbs.insert(Array(prefix.utf8) + stem) }
        }
    }

    private static func stems(ofParticiple base: [UInt8]) -> [[UInt8]] {
        if let strong = DutchWords.strong[base] { return [strong] }
        guard base.count >= 3, Spelling.hasVowel(base) else { return [] }
        var stems: [[UInt8]] = []
        for (ending, past) in [("d", "de"), ("t", "te")] {
            if let stem = without(ending, base, least: 2), canStandBefore(past, stem) { stems.append(stem) }
        }
        if let stem = without("en", base, least: 2), let last = stem.last, !Spelling.isVowel(last) { stems += Spelling.closed(stem) }
        // `gewacht`, `gemeld`: the t is the verb's own.
        if base.ends(with: "d") || base.ends(with: "t") { stems.append(base) }
        return stems
    }
}

extension BidirectionalCollection<UInt8> {
    func ends(with text: String) -> Bool { ends(with: text.utf8) }
    func ends(with bytes: some BidirectionalCollection<UInt8>) -> Bool {
        count >= bytes.count && suffix(bytes.count).elementsEqual(bytes)
    }
}
