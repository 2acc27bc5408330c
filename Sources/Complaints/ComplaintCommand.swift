/// What somebody asks to be done to a complaint. Texts come as they were typed; deciding checks them.
package enum ComplaintCommand: Sendable {
    case correct(CorrectionInput)
    case classify(ClassificationInput)
    case assign(to: StaffID?, reason: String? = nil)
    case accept
    case `return`(reason: String)
    /// `at` is when the contact was; now when nil.
    case contact(ContactOutcome?, at: Instant?, note: String?)
    case note(String)
    /// With a message to the customer: until which day they hear from us again, where that was promised in it.
    case ask(String, hearsAgainBy: Day? = nil)
    case receiveAnswer(String, through: Channel)
    case consult(StaffID?, question: String, due: Day?)
    case contribute(to: Int, String)
    case propose(String, hearsAgainBy: Day? = nil)
    case answer(String, hearsAgainBy: Day? = nil)
    case resolve(ResolutionInput)
    case close
    case reopen(reason: String)
    /// The customer's answer to the two questions.
    case rate(RatingInput)
    case decideReopening(granted: Bool?, reason: String)
    case withdraw(reason: String)
    case investigate(InvestigationInput)
    case refer(to: String, reason: String)
    case duplicate(of: ComplaintID?)
    case notDuplicate
    case attach(Document)
    case informed(LetterID, by: InformedMeans, at: Instant?)
    /// The promise by its ordinal; how much is added, in the unit of its term.
    case extend(promise: Int?, by: Int?, reason: String)
    case promise(String, due: Day?)
    case keepPromise(Int?, at: Instant?, note: String?)
    /// Another day for what was promised by hand, or no more of it; the customer hears why.
    case movePromise(Int?, to: Day?, reason: String)
    case dropPromise(Int?, reason: String)
    /// `from` is the entry to be undone; nil stands for the last thing that the actor did.
    case undo(from: Int?)

    package var act: Act {
        switch self {
        case .correct: .correct
        case .classify: .classify
        case .assign: .assign
        case .accept: .accept
        case .return: .return
        case .contact: .contact
        case .note: .note
        case .ask: .ask
        case .receiveAnswer: .receiveAnswer
        case .consult: .consult
        case .contribute: .contribute
        case .propose: .propose
        case .answer: .answer
        case .resolve: .resolve
        case .close: .close
        case .reopen: .reopen
        case .rate: .rate
        case .decideReopening: .decideReopening
        case .withdraw: .withdraw
        case .investigate: .investigate
        case .refer: .refer
        case .duplicate: .duplicate
        case .notDuplicate: .notDuplicate
        case .attach: .attach
        case .informed: .informed
        case .extend: .extend
        case .promise: .promise
        case .keepPromise: .keepPromise
        case .movePromise: .movePromise
        case .dropPromise: .dropPromise
        case .undo: .undo
        }
    }
}
