/// How easily a Dutch text reads, by counting: a help to whoever writes a letter, no judgement of it.
package struct PlainDutch {
    package let sentences: [[Substring]]

    /// A sentence ends at a full stop, question mark or exclamation mark before white space, or with its paragraph.
    package init(_ text: String) {
        var sentences: [[Substring]] = []
        for paragraph in text.split(separator: "\n\n") {
            var sentence: [Substring] = []
            for word in paragraph.split(whereSeparator: \.isWhitespace) {
                sentence.append(word)
                guard let last = word.last, ".?!".contains(last) else { continue }
                sentences.append(sentence)
                sentence = []
            }
            if !sentence.isEmpty { sentences.append(sentence) }
        }
        self.sentences = sentences
    }

    private var words: [Substring] { sentences.flatMap(\.self) }
    /// In words.
    package var longestSentence: Int { sentences.map(\.count).max() ?? 0 }
    package var wordsPerSentence: Double { Double(words.count) / Double(max(1, sentences.count)) }

    /// Flesch in Douma's version for Dutch (1960): 206.84 − 0.77 × syllables in a hundred words − 0.93 × words in a sentence.
    package var fleschDouma: Double {
        let syllables = words.map(Self.syllables).reduce(0, +)
        return 206.84 - 0.77 * 100 * Double(syllables) / Double(max(1, words.count)) - 0.93 * wordsPerSentence
    }

    /// As many syllables as there are runs of vowels, where `ij` is a vowel and a trema begins another run; at least one. A
    /// number counts as one.
    static func syllables(_ word: Substring) -> Int {
        var count = 0
        var inRun = false
        var previous: Character = " "
        for letter in word.lowercased() {
            let isVowel = "aeiouyéèêàóëïöü".contains(letter) || (letter == "j" && previous == "i")
            let begins = !inRun || "ëïöü".contains(letter)
            if isVowel, begins { count += 1 }
            inRun = isVowel
            previous = letter
        }
        return max(1, count)
    }
}
