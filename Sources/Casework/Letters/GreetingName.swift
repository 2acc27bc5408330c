import Complaints

/// A name that a letter may greet with or stand in its address. Anybody can call themselves anything, a link or an advertisement too, and
/// give somebody else's address: what does not look like a person's name is not passed on to it.
enum GreetingName {
    private static let longest = 60
    private static let mostWords = 5
    /// More marks on one letter than any writing has draw over the lines beside it.
    private static let mostMarks = 2
    /// What stands small before a Dutch or other surname.
    private static let particles: Set<String> = ["de", "den", "der", "van", "ter", "ten", "te", "la", "le", "du", "von", "el", "al"]

    /// The name in the order in which it is said; nil where it does not look like one: letters and marks, blanks, apostrophes and dashes,
    /// "&", and dots behind initials. What stands between brackets is left out.
    static func plausible(_ name: String) -> String? {
        let signs = inOrder(withoutAsides(Array(name.trimmed.unicodeScalars)))
        guard signs.count <= longest, signs.contains(where: isLetter), signs.allSatisfy(isAllowed), isOneAlphabet(signs), isReadable(signs)
        else { return nil }
        let words = signs.split(separator: " ")
        guard words.filter({ $0.contains(where: isLetter) }).count <= mostWords else { return nil }
        let spaced = words.compactMap { Self.spaced($0) }
        return spaced.count == words.count ? spaced.joined(separator: " ") : nil
    }

    /// What a letter calls its reader instead.
    static func neutral(_ language: Language) -> String { language == .dutch ? "klant" : "customer" }

    /// "Jan de Vries (thuis)" without the last.
    private static func withoutAsides(_ signs: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard let start = signs.firstIndex(of: "("), let end = signs.lastIndex(of: ")"), start < end else { return signs }
        return Array(signs[..<start]) + Array(signs[(end + 1)...])
    }

    /// "Vries, Jan de" as address books have it, the way it is said.
    private static func inOrder(_ signs: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let parts = signs.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.contains(where: isLetter) }) else { return signs }
        var said = Array(parts[1])
        said.append(" ")
        said.append(contentsOf: parts[0])
        return said
    }

    private static func isAllowed(_ sign: Unicode.Scalar) -> Bool {
        isLetter(sign) || isMark(sign) || " '’‘-.&".unicodeScalars.contains(sign)
    }

    private static func isLetter(_ sign: Unicode.Scalar) -> Bool {
        switch sign.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: NameScript(sign) != nil
        default: false
        }
    }

    private static func isMark(_ sign: Unicode.Scalar) -> Bool {
        switch sign.properties.generalCategory {
        case .nonspacingMark, .spacingMark: true
        default: false
        }
    }

    /// Latin, Greek and Cyrillic letters look alike: a name has those of one.
    private static func isOneAlphabet(_ signs: [Unicode.Scalar]) -> Bool {
        var found: Set<NameScript> = []
        for sign in signs where isLetter(sign) {
            if let script = NameScript(sign), script != .other { found.insert(script) }
        }
        return found.count <= 1
    }

    private static func isReadable(_ signs: [Unicode.Scalar]) -> Bool {
        var marks = 0
        for sign in signs {
            marks = isMark(sign) ? marks + 1 : 0
            if marks > mostMarks { return false }
        }
        return true
    }

    /// A word as it is, with a blank in "A.B.de"; nil for `evil.com`.
    private static func spaced(_ word: ArraySlice<Unicode.Scalar>) -> String? {
        if !isDotted(word) { return text(word) }
        let parts = word.split(separator: ".")
        guard let last = parts.last, word.last != ".", particles.contains(text(last)),
            parts.dropLast().allSatisfy({ $0.count == 1 && $0.allSatisfy(isLetter) })
        else { return nil }
        return text(word.dropLast(last.count)) + " " + text(last)
    }

    /// `evil.com`, and not `J.P.`: behind a dot comes one letter at most before the next dot, blank or dash.
    private static func isDotted(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        word.split(separator: "-").contains { piece in
            piece.split(separator: ".").dropFirst().contains { $0.filter { !isMark($0) }.count > 1 }
        }
    }

    private static func text(_ signs: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: signs)
        return String(text)
    }
}

/// The writings that names are taken in. Others have letters that look like dots and strokes.
private enum NameScript {
    case latin, greek, cyrillic, other

    init?(_ sign: Unicode.Scalar) {
        switch sign.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x2AF, 0x1E00...0x1EFF: self = .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F: self = .cyrillic
        // The letters that are written like apostrophes.
        case 0x2B9...0x2C1: self = .other
        // Armenian, Hebrew, Arabic, Devanagari, Thai, Georgian.
        case 0x530...0x6FF, 0x750...0x77F, 0x8A0...0x97F, 0xE00...0xE7F, 0x10A0...0x10FF, 0x1C90...0x1CBF, 0x2D00...0x2D2F: self = .other
        // Hangul without its invisible fillers.
        case 0x1100...0x115E, 0x1161...0x11FF, 0x3131...0x3163, 0xAC00...0xD7A3: self = .other
        // Hiragana, Katakana, Han.
        case 0x3005...0x3007, 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: self = .other
        default: return nil
        }
    }
}
