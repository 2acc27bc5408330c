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

    /// Everything that keeps it from being saved.
    package var flaws: [(part: LetterPart, flaw: LetterFlaw)] {
        let (check, template) = (LetterCheck(key.kind), template)
        return check.flaws(of: template) + check.slips(of: template)
    }

    /// The text, checked. Throws `SettingsRefusal.unfitLetter`; `flaws` tells why.
    func checked() throws(SettingsRefusal) -> LetterTemplate {
        guard flaws.isEmpty else { throw .unfitLetter }
        return template
    }
}
