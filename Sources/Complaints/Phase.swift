/// Where a complaint stands. Raw values are those of the API and the database.
package enum Phase: String, CaseIterable, Hashable, Sendable {
    case received
    case assigned
    case inProgress = "in-progress"
    case waitingForCustomer = "waiting-for-customer"
    case solutionProposed = "solution-proposed"
    case resolved
    case closed
    case reopened
    case withdrawn
    case referred
    case duplicate

    /// *Open* is everything that still waits for the company's answer (a solution that is proposed included).
    package var isOpen: Bool { Phase.open.contains(self) }

    package static let open: Set<Phase> = [.received, .assigned, .inProgress, .waitingForCustomer, .solutionProposed, .reopened]
    /// The open phases in which a handler is at work, or could be.
    package static let handling: Set<Phase> = [.assigned, .inProgress, .waitingForCustomer, .solutionProposed, .reopened]

    /// The open phases that a complaint leaves when somebody new gets it: what the customer was asked or offered stands.
    static let assignedAnew: Set<Phase> = [.received, .inProgress, .reopened]

    /// The phases in which nothing is to be done any more.
    package static let ended: Set<Phase> = [.closed, .withdrawn, .referred, .duplicate]

    /// The five steps a customer is shown.
    package var forCustomer: CustomerPhase {
        switch self {
        case .received: .received
        case .assigned, .inProgress, .solutionProposed: .lookingIntoIt
        case .waitingForCustomer: .question
        case .resolved, .closed, .withdrawn, .referred, .duplicate: .resolved
        case .reopened: .lookedAtAgain
        }
    }
}

/// The phases in the customer's words: Ontvangen, We zoeken het uit, We hebben een vraag aan u, Opgelost, Opnieuw bekeken.
package enum CustomerPhase: String, CaseIterable, Hashable, Sendable {
    case received, lookingIntoIt, question, resolved, lookedAtAgain
}
