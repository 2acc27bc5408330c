/// What a member of staff or an API token is trusted with. One may have several; what they allow adds up.
package enum Role: String, CaseIterable, Hashable, Sendable {
    /// Customer service: takes complaints in.
    case intake
    /// Looks into complaints and solves them.
    case handler
    /// The complaints manager: assigns, decides on reopening, lets nothing slip.
    case manager
    /// The directors: overviews and lists, without names.
    case management
    /// Reads every file but confidential ones, changes none.
    case auditor
    /// Settings and staff; no files.
    case administrator
}
