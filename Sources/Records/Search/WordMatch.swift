/// One folded word of a query, and whether a word of a text answers to it. This is the rule of search; engines only bring words that may.
///
/// A word answers when
/// 1. it is the same, or begins with what was typed (from two letters on): `stor`, `storing`, `storingen`;
/// 2. both have a form in common (`WordForms`): `facturen` and `factuur`, `opgelost` and `oplossing`;
/// 3. its last part does one of these two (`WordParts`): `mailstoringen` for `storing`; or a part further in begins with what was typed:
///    `wachtwoordherstel` for `woord`.
///
/// For 3, the fewer letters were typed, the surer the boundary must be. Three letters answer only behind a part that is known to begin
/// many words (`kassa|bon`, but not `a|bon|nement`); four also behind any that is long enough; from five on, behind any that could be a
/// word (`factuur|klacht`, but not `gi|steren`). Never behind what makes another word of it (`ver|ander`), nor where the list of false
/// friends says otherwise (`mini|ster`).
package struct WordMatch: Sendable {
    let typed: [UInt8]
    private let forms: Set<WordForms.Form>
    private let isWord: Bool
    /// What was typed without its ending, in both spellings, where that is long enough to say something.
    private let stems: [[UInt8]]
    /// How its forms begin, as far as no rule of spelling touches that.
    private let heads: [[UInt8]]

    package init(_ word: String) {
        let known = WordForms(word)
        typed = known.word
        forms = known.forms
        heads = Array(Set(forms.map { Array($0.text.prefix($0.text.count >= 6 ? 3 : $0.text.count >= 4 ? 2 : 1)) }))
        stems = forms.filter { $0.isReduced && $0.text.count >= 4 && $0.text.last != WordForms.verbMark }.flatMap {
            [$0.text, Spelling.long($0.text)].filter { $0.count >= 5 }
        }
        isWord = typed.count >= 3 && typed.allSatisfy { (0x61...0x7A).contains($0) }
    }

    package func isAnswered(by word: String) -> Bool { isAnswered(by: Array(word.utf8)) }

    func isAnswered(by word: [UInt8]) -> Bool {
        if word == typed || (typed.count >= 2 && word.starts(with: typed) && isBeginning(of: word)) { return true }
        if !isWord || word.count < 3 || !mayMeet(word) { return false }
        let other = WordForms(word)
        return meets(other) || meetsLastPart(of: other) || beginsPart(of: word) || isFirstPart(of: word)
    }

    /// What most words lack at a glance: a form begins somewhere in them. In a participle another verb may hide.
    private func mayMeet(_ word: [UInt8]) -> Bool {
        if let last = word.last, "dten".utf8.contains(last) {
            if Self.verbBeginnings.contains(where: { word.starts(with: $0) }) || isParticiple(word) { return true }
        }
        return heads.contains { head in
            guard let first = head.first else { return true }
            return word.indices.contains { word[$0] == first && word[$0...].starts(with: head) }
        }
    }

    /// `ge` behind a first part of two letters or more.
    private func isParticiple(_ word: [UInt8]) -> Bool {
        word.indices.dropFirst(2).dropLast(3).contains { word[$0] == UInt8(ascii: "g") && word[$0 + 1] == UInt8(ascii: "e") }
    }

    private static let verbBeginnings = DutchWords.list("ge be ver ont her er")

    /// What was typed may be half a word. Where it is a whole one, what follows must be an ending or another part: `gas` is no `gast`.
    private func isBeginning(of word: [UInt8]) -> Bool {
        guard isWord, FirstParts.known.contains(typed) else { return true }
        return WordParts.canFollow(first: typed, word[typed.count...])
    }

    /// Without its ending, what was typed may be the first part of a compound: `parkeren` and `parkeerboete`.
    private func isFirstPart(of word: [UInt8]) -> Bool {
        stems.contains { stem in
            word.count > stem.count + 2 && word.starts(with: stem) && WordParts.canFollow(word[stem.count...])
        }
    }

    private func meets(_ other: WordForms) -> Bool {
        forms.contains { form in
            other.forms.contains(WordForms.Form(text: form.text, isReduced: true))
                || (form.isReduced && other.forms.contains(WordForms.Form(text: form.text, isReduced: false)))
        }
    }

    private func meetsLastPart(of other: WordForms) -> Bool {
        for whole in other.forms.union([WordForms.Form(text: other.word, isReduced: false)]) where whole.text.last != WordForms.verbMark {
            for form in forms where form.text.count < whole.text.count && whole.text.ends(with: form.text) {
                // Neither has an ending: then the letters must be the same, `zaak` is no `zak`.
                if !form.isReduced, !whole.isReduced, !other.word.ends(with: typed) { continue }
                let front = whole.text.count - form.text.count
                if WordParts.boundaries(of: whole.text).contains(front), isSound(whole.text, front, typed: form.text.count) { return true }
            }
        }
        return false
    }

    private func beginsPart(of word: [UInt8]) -> Bool {
        guard typed.count >= 4, word.count > typed.count + 2 else { return false }
        return WordParts.boundaries(of: word).contains { front in
            word[front...].starts(with: typed) && isSound(word, front, typed: typed.count)
                && WordParts.canFollow(word[(front + typed.count)...])
        }
    }

    /// Whether so short a part may be found behind this first part.
    private func isSound(_ word: [UInt8], _ place: Int, typed length: Int) -> Bool {
        let front = Array(word[..<place])
        // The opposite of what was asked for is about the same.
        if length >= 6, front.elementsEqual("on".utf8) { return true }
        if FirstParts.verbal.contains(front) || WordParts.isFalse(word, place) { return false }
        if WordParts.isKnown(front) || place == 1 { return length >= 4 || front.count >= 3 }
        if length >= 5, FirstParts.short.contains(front) { return true }
        guard length >= 4, front.count >= (length == 4 ? 5 : 3), let first = word.dropFirst(place).first else { return false }
        return !Spelling.isVowel(first) && !(length == 4 && DutchWords.suffixes.contains(Array(word[place...].prefix(4))))
    }
}

// MARK: What an engine looks up

extension WordMatch {
    /// What a word is kept under: itself, its forms, and its last parts. Each kind has a sign of its own before it.
    package static func parts(of word: String) -> Set<String> {
        if SearchText.isAddress(word) { return [word] }
        let known = WordForms(word)
        var parts: Set<String> = [word]
        for form in known.forms where form.text != known.word { parts.insert("=" + String(decoding: form.text, as: UTF8.self)) }
        for text in known.forms.map(\.text) + [known.word] where text.last != WordForms.verbMark {
            for place in WordParts.boundaries(of: text) { parts.insert("-" + String(decoding: text[place...], as: UTF8.self)) }
        }
        return parts
    }

    /// Parts under which every word that answers is kept; so are others.
    package var places: [String] {
        var places: Set<String> = [String(decoding: typed, as: UTF8.self)]
        for form in forms {
            let text = String(decoding: form.text, as: UTF8.self)
            places.formUnion(["=" + text, text])
            if isWord, form.text.last != WordForms.verbMark { places.insert("-" + text) }
        }
        return places.sorted()
    }

    /// Beginnings of such parts.
    package var beginnings: [String] {
        let text = String(decoding: typed, as: UTF8.self)
        return (typed.count >= 2 ? [text] : []) + (isWord && typed.count >= 4 ? ["-" + text] : [])
            + stems.map { String(decoding: $0, as: UTF8.self) }
    }
}
