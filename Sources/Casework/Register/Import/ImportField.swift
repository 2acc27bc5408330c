/// What a column can be: the API's own names, and what is only known afterwards.
package enum ImportField: String, CaseIterable, Hashable, Sendable {
    /// What the complaint was called where it came from; without it the row's own content is its name.
    case reference
    case channel, receivedAt, story
    case name = "customer.name"
    case organisation = "customer.organisation"
    case customerNumber = "customer.customerNumber"
    case email = "customer.email"
    case phone = "customer.phone"
    case address = "customer.address"
    case language = "customer.language"
    case preferredContact = "customer.preferredContact"
    case about = "nature.about"
    case wrong = "nature.wrong"
    case severity, severityReasons, confidential
    /// By e-mail address.
    case handler
    /// `open`, or a phase of the API that an import can tell: see `ImportedPhase`.
    case phase
    case contactAt = "contact.at"
    case contactOutcome = "contact.outcome"
    case resolvedAt, finding, cause
    case remedyText = "remedy.text"
    case remedyAmount = "remedy.amount"
    case answer, closedAt
    /// Why it was withdrawn.
    case reason

    /// Between the columns that make up one field.
    var joint: String { self == .story || self == .answer || self == .address ? "\n\n" : " " }
}

/// Where a complaint stood, as far as a table can tell.
enum ImportedPhase: String, CaseIterable {
    /// With a handler: assigned. Without: received.
    case open
    case received, assigned
    case inProgress = "in-progress"
    case resolved, closed, withdrawn
}
