/// Sentences about one subject, from which stories are made. Braces hold what is drawn anew each time (`DemoSlots`).
struct DemoFragments: Sendable {
    /// By what went wrong: the heart of the story.
    let problems: [String: [String]]
    /// What else is the case.
    let details: [String]
    /// What it is called in a line, for the points of a complaint.
    let points: [String]

    static func of(_ about: String) -> DemoFragments {
        switch about {
        case "hosting": hosting
        case "workplace": workplace
        case "network": network
        case "backup": backup
        case "security": security
        case "migration": migration
        case "servicedesk": servicedesk
        case "billing": billing
        default: contract
        }
    }
}
