/// A person's details as somebody typed or sent them, before anything is believed.
package struct PersonInput: Hashable, Sendable {
    package var name: String?
    package var organisation: String?
    package var customerNumber: String?
    package var email: String?
    package var phone: String?
    package var address: String?
    package var language: String?
    package var preferredContact: String?

    package init(
        name: String? = nil, organisation: String? = nil, customerNumber: String? = nil, email: String? = nil, phone: String? = nil,
        address: String? = nil, language: String? = nil, preferredContact: String? = nil
    ) {
        self.name = name
        self.organisation = organisation
        self.customerNumber = customerNumber
        self.email = email
        self.phone = phone
        self.address = address
        self.language = language
        self.preferredContact = preferredContact
    }

    /// Whether nothing was filled in at all.
    package var isEmpty: Bool {
        [name, organisation, customerNumber, email, phone, address].allSatisfy { ($0 ?? "").isBlank }
    }

    /// Checks every field and notes what is wrong in `check`, each under `prefix` + the field's name.
    /// A name and one way to reach the person (`reach`) are needed; everything else may be absent.
    package func person(into check: inout FieldCheck, prefix: String = "", mustBeReachable: Bool = true) -> Person? {
        let before = check.problems.count
        let name = check.line(name, at: prefix + "name", limit: 200, required: true)
        var person = Person(name: name ?? "")
        person.organisation = check.line(organisation, at: prefix + "organisation", limit: 200)
        person.customerNumber = check.line(customerNumber, at: prefix + "customerNumber", limit: 60)
        person.address = check.prose(address, at: prefix + "address", limit: 500)
        person.email = check.value(email, at: prefix + "email") { try? EmailAddress(parsing: $0) }
        person.phone = check.value(phone, at: prefix + "phone") { try? PhoneNumber(parsing: $0) }
        person.language = check.value(language, at: prefix + "language", or: .unknown) { Language(rawValue: $0) } ?? .dutch
        person.preferredContact = check.value(preferredContact, at: prefix + "preferredContact", or: .unknown) {
            ContactMeans(rawValue: $0)
        }
        if check.problems.count == before, mustBeReachable, person.email == nil, person.phone == nil, person.address == nil {
            check.note(.unreachable, at: prefix + "email")
        }
        return check.problems.count == before ? person : nil
    }
}
