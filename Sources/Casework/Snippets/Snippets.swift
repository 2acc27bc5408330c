import Complaints

/// A text that is used again in messages to customers, such as how long something takes.
package struct Snippet: Codable, Hashable, Sendable {
    package let name: String
    package let text: String

    package init(name: String, text: String) { (self.name, self.text) = (name, text) }
}

/// What a snippet may name; Gehoor fills it in. A question, `{{?bedrag}}`, is for whoever writes to fill in.
package enum SnippetTag: String, CaseIterable, Hashable, Sendable {
    case customer = "klant"
    case number = "nummer"
    case author = "behandelaar"
    case organisation = "organisatie"
    case phone = "telefoon"
    /// The first day that is still promised.
    case due = "uiterlijk"
}

/// What is between `{{` and `}}` in a text, by the byte.
package enum SnippetMarks {
    /// The names in it, in their order. Nil where a mark does not end.
    package static func names(in text: String) -> [String]? {
        var names: [String] = []
        var rest = text.utf8[...]
        while let start = index(of: UInt8(ascii: "{"), in: rest) {
            let inner = rest[rest.index(start, offsetBy: 2)...]
            guard let end = index(of: UInt8(ascii: "}"), in: inner) else { return nil }
            names.append(String(decoding: inner[..<end], as: UTF8.self).trimmed)
            rest = inner[inner.index(end, offsetBy: 2)...]
        }
        return names
    }

    /// The text with what is known in its places; what is not stays as it is, for whoever writes.
    package static func filled(_ text: String, with values: [SnippetTag: String]) -> String {
        var out: [UInt8] = []
        var rest = text.utf8[...]
        while let start = index(of: UInt8(ascii: "{"), in: rest) {
            let inner = rest[rest.index(start, offsetBy: 2)...]
            guard let end = index(of: UInt8(ascii: "}"), in: inner) else { break }
            let after = inner.index(end, offsetBy: 2)
            out += rest[..<start]
            let value = SnippetTag(rawValue: String(decoding: inner[..<end], as: UTF8.self).trimmed).flatMap { values[$0] }
            out += value.map { Array($0.utf8) } ?? Array(rest[start..<after])
            rest = rest[after...]
        }
        return String(decoding: out + rest, as: UTF8.self)
    }

    /// Where two of a sign stand together.
    private static func index(of sign: UInt8, in text: String.UTF8View.SubSequence) -> String.Index? {
        var before: String.Index?
        for index in text.indices {
            if text[index] == sign {
                if let before, text.index(after: before) == index { return before }
                before = index
            }
        }
        return nil
    }
}

/// The snippets as an administrator fills them in: those with neither a name nor a text are left out.
package struct SnippetsInput: Hashable, Sendable {
    package static let most = 60
    private static let longestName = 80
    private static let longestText = 4_000
    package var entries: [Snippet]

    package init(_ entries: [Snippet]) { self.entries = entries }

    /// Throws `SettingsRefusal.invalid` with `name.1`, `text.1` and so on.
    package func checked() throws -> [Snippet] {
        var check = FieldCheck()
        var known: Set<String> = []
        var snippets: [Snippet] = []
        for (index, entry) in entries.enumerated() where !entry.name.isBlank || !entry.text.isBlank {
            let (nameField, textField) = ("name.\(index + 1)", "text.\(index + 1)")
            let name = check.line(entry.name, at: nameField, limit: Self.longestName, required: true)
            let text = check.prose(entry.text, at: textField, limit: Self.longestText, required: true)
            if let name, !known.insert(name.lowercased()).inserted { check.note(.itself, at: nameField) }
            if let text, !Self.isFit(text) { check.note(.unknown, at: textField) }
            if let name, let text { snippets.append(Snippet(name: name, text: text)) }
        }
        if snippets.count > Self.most { check.note(.tooMany(limit: Self.most), at: "name.\(Self.most + 1)") }
        guard check.problems.isEmpty else { throw SettingsRefusal.invalid(check.problems) }
        return snippets
    }

    private static func isFit(_ text: String) -> Bool {
        guard let names = SnippetMarks.names(in: text) else { return false }
        return names.allSatisfy { SnippetTag(rawValue: $0) != nil || ($0.hasPrefix("?") && $0.utf8.count > 1) }
    }
}
