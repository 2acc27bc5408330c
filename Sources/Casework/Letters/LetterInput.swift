import Complaints

/// A letter's text as an administrator leaves it.
package struct LetterInput: Hashable, Sendable {
    package var key: LetterKey
    package var subject: String
    package var body: String

    package init(_ key: LetterKey, subject: String, body: String) { (self.key, self.subject, self.body) = (key, subject, body) }

    /// As it is kept and shown: lines end in one way, a subject is one line, and nothing stands around either.
    package var template: LetterTemplate {
        let lines = body.utf8.contains(0x0D) ? body.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : body
        let subject = String(String.UnicodeScalarView(subject.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
        return LetterTemplate(subject: subject.trimmed, body: lines.trimmed)
    }

    /// The text, checked. Throws `SettingsRefusal.unfitLetter` with every flaw.
    func checked() throws(SettingsRefusal) -> LetterTemplate {
        let template = template
        let flaws = LetterCheck(key.kind).flaws(of: template)
        guard flaws.isEmpty else { throw .unfitLetter(flaws.map { PlacedFlaw($0.part, $0.flaw) }) }
        return template
    }
}

/// A flaw and the part of the letter it is in.
package struct PlacedFlaw: Hashable, Sendable {
    package let part: LetterPart
    package let flaw: LetterFlaw

    init(_ part: LetterPart, _ flaw: LetterFlaw) { (self.part, self.flaw) = (part, flaw) }
}
