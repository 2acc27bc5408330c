import Complaints

/// A name that a letter may greet with or stand in its address. Anybody can call themselves anything, a link or an advertisement too, and
/// give somebody else's address: what does not look like a person's name is not passed on to it.
enum GreetingName {
    private static let longest = 60

    /// The name as it is; nil where it does not look like one: letters and marks, blanks, apostrophes and dashes, and dots behind initials.
    static func plausible(_ name: String) -> String? {
        let signs = Array(name.trimmed.unicodeScalars)
        guard !signs.isEmpty, signs.count <= longest, signs.contains(where: isLetter), signs.allSatisfy(isAllowed) else { return nil }
        return hasDottedWord(signs) ? nil : name.trimmed
    }

    /// What a letter calls its reader instead.
    static func neutral(_ language: Language) -> String { language == .dutch ? "klant" : "customer" }

    private static func isAllowed(_ sign: Unicode.Scalar) -> Bool {
        isLetter(sign) || isMark(sign) || " '’‘-.".unicodeScalars.contains(sign)
    }

    private static func isLetter(_ sign: Unicode.Scalar) -> Bool {
        switch sign.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    private static func isMark(_ sign: Unicode.Scalar) -> Bool {
        switch sign.properties.generalCategory {
        case .nonspacingMark, .spacingMark: true
        default: false
        }
    }

    /// `evil.com`, and not `J.P. de Vries`: behind a dot comes one letter at most before the next dot, blank or dash.
    private static func hasDottedWord(_ signs: [Unicode.Scalar]) -> Bool {
        signs.split(whereSeparator: { $0 == " " || $0 == "-" }).contains { word in
            word.split(separator: ".", omittingEmptySubsequences: true).dropFirst().contains { $0.filter { !isMark($0) }.count > 1 }
        }
    }
}
