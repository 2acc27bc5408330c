/// Where a Dutch word may be two words written as one: `mail|storing`, `verzekerings|fout`.
///
/// A boundary stands behind a first part that could end a word and before a last part that could begin one, each with a vowel. Whether
/// that is enough depends on how much of the word was asked for (`WordMatch`).
enum WordParts {
    /// Places at which the word may fall in two, as the length of the first part.
    static func boundaries(of word: [UInt8]) -> [Int] {
        guard word.count >= 5, word.count <= SearchText.longestWord, word.allSatisfy({ (0x61...0x7A).contains($0) }),
            let firstVowel = word.firstIndex(where: Spelling.isVowel), let lastVowel = word.lastIndex(where: Spelling.isVowel)
        else { return [] }
        return (1...(word.count - 3)).filter { place in
            if place == 1 { return word.starts(with: "email".utf8) }
            return firstVowel < place && lastVowel >= place && canEnd(word[..<place]) && canBegin(word[place...])
        }
    }

    /// Whether the first part is one of which many words are made, with what joins it to the next: `klant`, `klanten`, `verzekerings`.
    static func isKnown(_ front: [UInt8]) -> Bool {
        if FirstParts.known.contains(front) { return true }
        for ending in ["s", "en", "e", "n"] where front.ends(with: ending) {
            let word = Array(front.dropLast(ending.utf8.count))
            if FirstParts.known.contains(word) || FirstParts.known.contains(doubledAway(word)) { return true }
        }
        return ["ings", "heids", "teits", "schaps", "atie", "itie", "eurs", "aars"].contains {
            front.count > $0.utf8.count + 2 && front.ends(with: $0)
        }
    }

    /// Whether what stands behind a part could be one more, or an ending.
    static func canFollow(_ rest: ArraySlice<UInt8>) -> Bool {
        var rest = rest
        if rest.count > 3, rest.first == UInt8(ascii: "s") { rest = rest.dropFirst() }
        return rest.count >= 3 && Spelling.hasVowel(rest) && canBegin(rest)
    }

    /// Whether what stands behind a whole word is an ending, or another part.
    static func canFollow(first: [UInt8], _ rest: ArraySlice<UInt8>) -> Bool {
        var rest = rest
        if rest.first == first.last, let last = first.last, !Spelling.isVowel(last), !canFollow(rest) { rest = rest.dropFirst() }
        if endings.contains(Array(rest)) { return first.count >= 4 || !rest.elementsEqual("t".utf8) }
        return rest.count >= 4 && canFollow(rest)
    }

    private static let endings: Set<[UInt8]> = DutchWords.set(
        "s e n en es er ers t d de te den ten je jes tje tjes pje pjes ing ingen ie ster"
    ).union([[]])

    /// Whether the list of false friends has this boundary.
    static func isFalse(_ word: [UInt8], _ place: Int) -> Bool {
        FirstParts.falseBoundaries.contains { known in
            known.word.count - known.tail <= place && word[..<place].ends(with: known.word.dropLast(known.tail))
                && word[place...].starts(with: known.word.suffix(known.tail))
        }
    }

    /// `bonnen` joins as `bonn`.
    private static func doubledAway(_ word: [UInt8]) -> [UInt8] {
        word.count >= 4 && word[word.count - 1] == word[word.count - 2] ? Array(word.dropLast()) : word
    }

    private static func canEnd(_ front: ArraySlice<UInt8>) -> Bool {
        guard let last = front.last, !Spelling.isVowel(last) else { return true }
        let start = front.lastIndex(where: Spelling.isVowel).map { $0 + 1 } ?? front.startIndex
        let cluster = front[start...]
        if cluster.count == 1 {
            return !"vzhq".utf8.contains(last) && (last != UInt8(ascii: "j") || front.dropLast().last == UInt8(ascii: "i"))
        }
        if last == UInt8(ascii: "s"), cluster.count == 2 || FirstParts.codas.contains(Cluster(cluster.dropLast())) { return true }
        return FirstParts.codas.contains(Cluster(cluster))
    }

    private static func canBegin(_ tail: ArraySlice<UInt8>) -> Bool {
        let end = tail.firstIndex(where: Spelling.isVowel) ?? tail.endIndex
        return end - tail.startIndex < 2 || FirstParts.onsets.contains(Cluster(tail[..<end]))
    }
}

/// A few consonants in a row, packed so that looking them up costs little; more than fit are like no others.
struct Cluster: Hashable {
    private let packed: UInt64

    init(_ bytes: some Collection<UInt8>) {
        packed = bytes.count > 8 ? .max : bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
