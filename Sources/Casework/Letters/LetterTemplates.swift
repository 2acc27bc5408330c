import Complaints
import Records

/// The words of a letter with their tags: a subject line and a plain text.
package struct LetterTemplate: Hashable, Sendable {
    package var subject: String
    package var body: String

    package init(subject: String, body: String) { (self.subject, self.body) = (subject, body) }
}

/// Which text it is: a kind of letter, in a voice.
package struct LetterKey: Hashable, Sendable {
    package let kind: LetterKind
    package let voice: LetterVoice

    package init(_ kind: LetterKind, _ voice: LetterVoice) { (self.kind, self.voice) = (kind, voice) }
}

/// Every letter in every voice, ready to be filled.
package struct LetterTemplates: Sendable {
    /// A text and what the engine made of it, kept since making it takes longer than filling it.
    private struct Ready: Sendable {
        let template: LetterTemplate
        let subject: LetterText
        let body: LetterText

        init(_ template: LetterTemplate) throws {
            self.template = template
            subject = try LetterText(template.subject)
            body = try LetterText(template.body)
        }

        func filled(with filling: LetterFilling) -> LetterTemplate {
            LetterTemplate(subject: subject.filled(with: filling), body: body.filled(with: filling))
        }
    }

    private var texts: [LetterKey: Ready] = [:]
    private var addressing = Addressing.formal

    /// Gehoor's own texts.
    package static let standard: LetterTemplates = {
        var standard = LetterTemplates()
        for kind in LetterKind.allCases {
            for voice in LetterVoice.allCases {
                let template = builtIn(LetterKey(kind, voice))
                // They travel inside the program and a test checks each; a fault here is one of the build.
                guard let ready = try? Ready(template) else { preconditionFailure("\(kind) \(voice)") }
                standard.texts[LetterKey(kind, voice)] = ready
            }
        }
        return standard
    }()

    /// Gehoor's own text of a letter.
    package static func builtIn(_ key: LetterKey) -> LetterTemplate {
        switch key.voice {
        case .formalDutch: DutchLetters.letter(key.kind)
        case .informalDutch: InformalDutchLetters.letter(key.kind)
        case .english: EnglishLetters.letter(key.kind)
        }
    }

    private init() {}

    /// Gehoor's own texts, with an organisation's own in their places. One that can't be used (any more) is passed over: a letter in
    /// other words is better than none.
    init(_ own: OwnLetters) {
        self = .standard
        addressing = own.addressing
        for (key, template) in own.texts where LetterCheck(key.kind).flaws(of: template).isEmpty {
            if let ready = try? Ready(template) { texts[key] = ready }
        }
    }

    /// The text that is in use.
    package func template(_ key: LetterKey) -> LetterTemplate { texts[key]?.template ?? Self.builtIn(key) }

    func write(_ kind: LetterKind, to person: Person, facts: LetterFacts) throws -> NewLetter {
        let key = LetterKey(kind, LetterVoice(person.language, addressing))
        let ready = try texts[key] ?? Ready(Self.builtIn(key))
        let letter = ready.filled(with: LetterFilling(facts.values(key.voice)))
        let (means, address) = Self.way(to: person)
        return NewLetter(
            kind: kind.rawValue, language: person.language, means: means, recipient: person.name, address: address,
            subject: letter.subject, body: letter.body)
    }

    /// Throws what the engine finds wrong; what `LetterCheck` passes, it takes.
    static func filled(_ template: LetterTemplate, with values: [LetterTag: String]) throws -> LetterTemplate {
        try Ready(template).filled(with: LetterFilling(values))
    }

    /// E-mail where there is an address, unless somebody would rather have paper; else paper; else a telephone call.
    private static func way(to person: Person) -> (LetterMeans, String?) {
        if person.isMailed, let email = person.email { return (.email, email.text) }
        if person.preferredContact == .letter, let address = person.address { return (.print, address) }
        if let address = person.address, person.preferredContact != .phone || person.phone == nil { return (.print, address) }
        if let phone = person.phone { return (.phone, phone.e164) }
        return (.print, person.address)
    }
}
