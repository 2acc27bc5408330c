/// The nature (aard) of a complaint: what it is about, kept apart from what went wrong. Codes come from versioned lists.
package struct Nature: Hashable, Sendable {
    package var about: String
    package var wrong: String

    package init(about: String, wrong: String) {
        self.about = about
        self.wrong = wrong
    }

    /// The code that every list keeps for what nobody has named yet; never final.
    package static let other = "other"

    package var isFinal: Bool { about != Nature.other && wrong != Nature.other }
}

/// What a nature list is a list of.
package enum NatureAxis: String, CaseIterable, Hashable, Sendable {
    case about, wrong
}

/// One entry of a nature list, as staff see it in two languages.
package struct NatureItem: Hashable, Sendable {
    /// Lower-case letters, digits and hyphens; never changed and never used again for something else.
    package let code: String
    package var dutch: String
    package var english: String
    /// Whether it can be chosen for new complaints; old ones keep it.
    package var isActive: Bool
    /// The code of which it was split off: what was about both before stays there, and their trend is one.
    package let from: String?

    package init(_ code: String, _ dutch: String, _ english: String, isActive: Bool = true, from: String? = nil) {
        self.code = code
        self.dutch = dutch
        self.english = english
        self.isActive = isActive
        self.from = from
    }

    package func label(in language: Language) -> String { language == .dutch ? dutch : english }

    /// Whether a text can be a code: what the journal can hold as one word.
    package static func isCode(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 60 && text.utf8.allSatisfy { $0.isDigit || (0x61...0x7A).contains($0) || $0 == 0x2D }
    }
}

/// A version of both lists.
package struct NatureLists: Hashable, Sendable {
    package let version: Int
    package var about: [NatureItem]
    package var wrong: [NatureItem]

    package init(version: Int, about: [NatureItem], wrong: [NatureItem]) {
        self.version = version
        self.about = about
        self.wrong = wrong
    }

    package func items(_ axis: NatureAxis) -> [NatureItem] { axis == .about ? about : wrong }

    /// What something is about together with all that was split off of it, itself first.
    package func parts(of code: String) -> [String] {
        var parts = [code]
        // A split is of what was there before: no circles, but stored lists are read by the letter.
        while let next = about.first(where: { $0.from.map(parts.contains) ?? false && !parts.contains($0.code) }) {
            parts.append(next.code)
        }
        return parts
    }

    /// Of what this was split off in the end; itself where it was not.
    package func root(of code: String) -> String {
        var (root, steps) = (code, 0)
        while steps < about.count, let from = about.first(where: { $0.code == root })?.from { (root, steps) = (from, steps + 1) }
        return root
    }

    package var hasSplits: Bool { about.contains { $0.from != nil } }

    /// The item that a code or, for people and files from elsewhere, a Dutch or English label stands for.
    package func item(_ axis: NatureAxis, named text: String) -> NatureItem? {
        let items = items(axis)
        if let exact = items.first(where: { $0.code == text }) { return exact }
        let wanted = Folding.fold(text)
        return items.first { Folding.fold($0.dutch) == wanted || Folding.fold($0.english) == wanted }
    }

    /// The label of a code; the code itself when no version of the list explains it.
    package func label(_ axis: NatureAxis, _ code: String, in language: Language) -> String {
        items(axis).first { $0.code == code }?.label(in: language) ?? code
    }
}
