/// The letters there are. Raw values are stored; each has a template in both languages.
package enum LetterKind: String, CaseIterable, Hashable, Sendable {
    /// The acknowledgement: number, what happens next and by when.
    case received
    case handlerAssigned = "handler-assigned"
    case question
    case answer
    case proposal
    case resolved
    case closed
    case newDates = "new-dates"
    /// A promise got a later date, before the old one passed.
    case extended
    /// What was promised by hand is taken back.
    case promiseDropped = "promise-withdrawn"
    case reopeningReceived = "reopening-received"
    case reopeningGranted = "reopening-granted"
    case reopeningRefused = "reopening-refused"
    /// What do you think? Two questions, some time after closing.
    case satisfaction
    case withdrawn
    case referred
    case merged
    case resumed
    /// A new link to the personal page, for a customer who lost it.
    case followLink = "follow-link"

    /// Whether the words are a member of staff's own (rather than the procedure's).
    package var carriesOwnWords: Bool {
        switch self {
        case .question, .answer, .proposal: true
        default: false
        }
    }
}
