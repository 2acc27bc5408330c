import Complaints
import Mustache
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

    private let subjects: [Key: MustacheTemplate]
    private let bodies: [Key: MustacheTemplate]

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
        var subjects: [Key: MustacheTemplate] = [:]
        var bodies: [Key: MustacheTemplate] = [:]
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

    /// Letters are plain text; whatever shows one escapes it there. So the engine must not escape: its own way has a hole.
    private static func compile(_ text: String, or fault: Fault) throws -> MustacheTemplate {
        do { return try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text) } catch { throw fault }
    }

    func write(_ kind: LetterKind, to person: Person, facts: LetterFacts) throws -> NewLetter {
        let key = Key(kind: kind, language: person.language)
        guard let subjectTemplate = subjects[key], let bodyTemplate = bodies[key] else { throw Fault.missing(kind, person.language) }
        let filling = LetterFilling(facts.values(person.language))
        let subject = filling.text(of: subjectTemplate)
        let body = filling.text(of: bodyTemplate)
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
