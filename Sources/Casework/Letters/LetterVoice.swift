package import Complaints

/// How a letter speaks to its reader. Each kind of letter has a text of its own in each voice; raw values are stored.
package enum LetterVoice: String, CaseIterable, Hashable, Sendable {
    /// Dutch that says "u".
    case formalDutch = "nl-u"
    /// Dutch that says "je".
    case informalDutch = "nl-je"
    case english = "en"

    package var language: Language { self == .english ? .english : .dutch }

    init(_ language: Language, _ addressing: Addressing) {
        self = language == .english ? .english : addressing == .formal ? .formalDutch : .informalDutch
    }
}

/// How the organisation addresses its customers in Dutch. Raw values are stored.
package enum Addressing: String, CaseIterable, Hashable, Sendable {
    case formal = "u"
    case informal = "je"
}
