import Complaints

/// Names and values in the form that does something to several complaints at once: the list sends it, and what would come of it is shown.
enum TogetherFields {
    static let act = "doe"
    static let assign = "assign"
    static let close = "close"
    /// To put them in a theme, which is chosen on a page of its own.
    static let theme = "theme"
    static let handler = "handler"
    /// Why they go to another.
    static let reason = "waarom"
    static let reasonNote = "toelichting"
    /// A chosen complaint: its number, and once it was looked at its sequence behind a point.
    static let complaint = "klacht"
    /// All of the page instead of those that were chosen, and which these are.
    static let whole = "alles"
    static let page = "pagina"
    static let back = "terug"
    static let submission = "submission"
}

extension Actor {
    /// Who can do something to several complaints at once; to which, each complaint decides.
    var actsTogether: Bool { hasAny(of: [.manager, .handler]) }
}
