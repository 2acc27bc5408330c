/// A complainant or customer, and how to reach them.
package struct Person: Hashable, Sendable {
    package var name: String
    package var organisation: String?
    /// The company's own customer number, in its own spelling.
    package var customerNumber: String?
    package var email: EmailAddress?
    package var phone: PhoneNumber?
    /// A postal address as it stands on an envelope, lines apart.
    package var address: String?
    /// The language in which this person is written to.
    package var language: Language
    package var preferredContact: ContactMeans?

    /// Whether letters go by mail: where there is an address for it, unless this person would rather have paper and it can be posted.
    package var isMailed: Bool { email != nil && !(preferredContact == .letter && address != nil) }

    package init(
        name: String, organisation: String? = nil, customerNumber: String? = nil, email: EmailAddress? = nil, phone: PhoneNumber? = nil,
        address: String? = nil, language: Language = .dutch, preferredContact: ContactMeans? = nil
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

    /// Whether a written message is how this person wants to hear, or the only way there is: then a message keeps the
    /// promise of first contact, which otherwise takes a conversation.
    package var isReachedInWriting: Bool { preferredContact == .email || phone == nil }
}

/// The languages that Gehoor speaks; raw values are those of BCP 47.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case dutch = "nl"
    case english = "en"
}

/// How somebody can be, or wants to be, reached.
package enum ContactMeans: String, CaseIterable, Hashable, Sendable {
    case phone, email, letter
}

/// Somebody who speaks for the customer, and on what authority.
package struct Representative: Hashable, Sendable {
    /// Whether the customer's authorisation (machtiging) has been seen.
    package enum Authority: String, CaseIterable, Hashable, Sendable {
        case claimed, verbal, written
    }

    package var person: Person
    package var authority: Authority

    package init(person: Person, authority: Authority) {
        self.person = person
        self.authority = authority
    }
}
