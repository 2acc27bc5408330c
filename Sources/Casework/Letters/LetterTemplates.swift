import Complaints
import Records

/// The words of a letter with their tags: a subject line and a plain text.
struct LetterTemplate: Hashable, Sendable {
    let subject: String
    let body: String
}

/// Every letter in every language, checked when it is loaded: a tag that nothing fills is refused, since the template
/// engine would silently leave it out.
struct LetterTemplates: Sendable {
    /// What is wrong with a template.
    enum Fault: Error, Hashable, Sendable {
        case missing(LetterKind, Language)
        case unknownTag(LetterKind, Language, String)
        case unreadable(LetterKind, Language)
    }

    private struct Key: Hashable {
        let kind: LetterKind
        let language: Language
    }

    private let subjects: [Key: LetterText]
    private let bodies: [Key: LetterText]

    /// Gehoor's own texts.
    static let standard: LetterTemplates = {
        do {
            return try LetterTemplates { kind, language in language == .dutch ? DutchLetters.letter(kind) : EnglishLetters.letter(kind) }
        } catch {
            // They travel inside the program and a test walks them all; a fault here is one of the build.
            preconditionFailure("\(error)")
        }
    }()

    init(_ text: (LetterKind, Language) -> LetterTemplate?) throws {
        var subjects: [Key: LetterText] = [:]
        var bodies: [Key: LetterText] = [:]
        for kind in LetterKind.allCases {
            for language in Language.allCases {
                guard let template = text(kind, language) else { throw Fault.missing(kind, language) }
                for tag in TemplateTags.names(in: template.subject + template.body) where !LetterFacts.tags.contains(tag) {
                    throw Fault.unknownTag(kind, language, tag)
                }
                let key = Key(kind: kind, language: language)
                subjects[key] = try Self.compile(template.subject, or: Fault.unreadable(kind, language))
                bodies[key] = try Self.compile(template.body, or: Fault.unreadable(kind, language))
            }
        }
        self.subjects = subjects
        self.bodies = bodies
    }

    private static func compile(_ text: String, or fault: Fault) throws -> LetterText {
        do { return try LetterText(text) } catch { throw fault }
    }

    func write(_ kind: LetterKind, to person: Person, facts: LetterFacts) throws -> NewLetter {
        let key = Key(kind: kind, language: person.language)
        guard let subjectTemplate = subjects[key], let bodyTemplate = bodies[key] else { throw Fault.missing(kind, person.language) }
        let filling = LetterFilling(facts.values(person.language))
        let subject = subjectTemplate.filled(with: filling)
        let body = bodyTemplate.filled(with: filling)
        let (means, address) = Self.way(to: person)
        return NewLetter(
            kind: kind.rawValue, language: person.language, means: means, recipient: person.name, address: address, subject: subject,
            body: body)
    }

    /// E-mail where there is an address, unless somebody would rather have paper; else paper; else a telephone call.
    private static func way(to person: Person) -> (LetterMeans, String?) {
        if person.preferredContact == .letter, let address = person.address { return (.print, address) }
        if let email = person.email { return (.email, email.text) }
        if let address = person.address, person.preferredContact != .phone || person.phone == nil { return (.print, address) }
        if let phone = person.phone { return (.phone, phone.e164) }
        return (.print, person.address)
    }
}

/// The tags of a template, read by the byte.
enum TemplateTags {
    static func names(in text: String) -> Set<String> {
        let bytes = Array(text.utf8)
        var names: Set<String> = []
        var index = 0
        while index + 1 < bytes.count {
            guard bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") else {
                index += 1
                continue
            }
            var end = index + 2
            while end < bytes.count, bytes[end] != UInt8(ascii: "}") { end += 1 }
            let marks = Array("#^/&{ ".utf8)
            let name = bytes[(index + 2)..<end].drop { marks.contains($0) }
            names.insert(String(decoding: name, as: UTF8.self).trimmed)
            index = end
        }
        return names
    }
}
