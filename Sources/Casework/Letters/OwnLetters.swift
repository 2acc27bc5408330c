import Complaints

/// What an organisation has made of its letters: how they address customers, and texts of its own in the places of Gehoor's.
package struct OwnLetters: Hashable, Sendable {
    package var addressing = Addressing.formal
    package var texts: [LetterKey: LetterTemplate] = [:]

    package init() {}

    /// Those that can't be used (any more), for which Gehoor's own stand in.
    package var unusable: Set<LetterKey> { Set(texts.filter { !LetterCheck($0.key.kind).flaws(of: $0.value).isEmpty }.keys) }
}

/// An organisation's letters as a stored setting. What a later version stored and this one does not know is kept as it is.
struct StoredLetters: Codable {
    struct Text: Codable, Hashable {
        var kind: String
        var voice: String
        var subject: String
        var body: String
    }

    var addressing: String
    var texts: [Text]

    init() { (addressing, texts) = (Addressing.formal.rawValue, []) }

    static func stored(in body: String?) -> StoredLetters {
        body.flatMap { SettingCoding.value(StoredLetters.self, in: $0) } ?? StoredLetters()
    }

    var letters: OwnLetters {
        var own = OwnLetters()
        own.addressing = Addressing(rawValue: addressing) ?? .formal
        for text in texts {
            guard let kind = LetterKind(rawValue: text.kind), let voice = LetterVoice(rawValue: text.voice) else { continue }
            own.texts[LetterKey(kind, voice)] = LetterTemplate(subject: text.subject, body: text.body)
        }
        return own
    }

    func text(_ key: LetterKey) -> Text? { texts.first { $0.kind == key.kind.rawValue && $0.voice == key.voice.rawValue } }

    /// - Parameter template: nil puts Gehoor's own text back.
    mutating func set(_ template: LetterTemplate?, at key: LetterKey) {
        texts.removeAll { $0.kind == key.kind.rawValue && $0.voice == key.voice.rawValue }
        guard let template else { return }
        texts.append(Text(kind: key.kind.rawValue, voice: key.voice.rawValue, subject: template.subject, body: template.body))
        texts.sort { ($0.kind, $0.voice) < ($1.kind, $1.voice) }
    }
}
