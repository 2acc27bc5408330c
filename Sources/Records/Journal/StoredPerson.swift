import Complaints
import Foundation

/// A person's details as the erasable text of one passage: JSON with keys fixed here.
enum StoredPerson {
    private struct Stored: Codable {
        var name: String
        var organisation: String?
        var customerNumber: String?
        var email: String?
        var phone: String?
        var address: String?
        var language: String
        var preferredContact: String?

        enum CodingKeys: String, CodingKey {
            case name, organisation, email, phone, address, language
            case customerNumber = "customer-number"
            case preferredContact = "preferred-contact"
        }
    }

    static func passage(_ person: Person) -> Passage {
        let stored = Stored(
            name: person.name, organisation: person.organisation, customerNumber: person.customerNumber, email: person.email?.text,
            phone: person.phone?.e164, address: person.address, language: person.language.rawValue,
            preferredContact: person.preferredContact?.rawValue)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = (try? encoder.encode(stored)) ?? Data()
        return Passage(String(decoding: bytes, as: UTF8.self))
    }

    static func passage(_ representative: Representative) -> Passage { passage(representative.person) }

    /// Nil for a text that is not a person.
    static func person(in text: String) -> Person? {
        guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(text.utf8)) else { return nil }
        return Person(
            name: stored.name, organisation: stored.organisation, customerNumber: stored.customerNumber,
            email: stored.email.flatMap { try? EmailAddress(parsing: $0) }, phone: stored.phone.flatMap { try? PhoneNumber(parsing: $0) },
            address: stored.address,
            language: Language(rawValue: stored.language) ?? .dutch,
            preferredContact: stored.preferredContact.flatMap { ContactMeans(rawValue: $0) })
    }
}
