/// A "no" as data: a stable code and the facts for a sentence. One place in Web turns it into a status, a page or JSON;
/// anything else that is thrown is a fault.
package enum Refusal: Error, Hashable, Sendable {
    /// There is no such complaint, or this actor may not know that there is: both look alike.
    case notThere
    /// This actor may not do this to this complaint.
    case notAllowed(Act)
    /// The act can't be done in the phase the complaint is in; what its procedure calls that phase, where that is known.
    case notNow(Act, Phase, called: Bilingual? = nil)
    /// The procedure that the complaint runs under does not lead from the one phase to the other; both by their names.
    case notLed(from: Bilingual, to: Bilingual, version: Int)
    /// The complaint has moved on since the author looked at it.
    case movedOn(seen: Int, now: Int)
    /// What was filled in can't be taken; every field that is wrong is named.
    case invalid([FieldProblem])
    /// A verdict needs a nature; "other" is never final.
    case natureNotFinal
    /// Reopening is asked for later than the procedure allows; until when it could be.
    case reopeningTooLate(until: Day)
    /// The questions were about something earlier; until when they could be answered.
    case ratingTooLate(until: Day)
    /// The contribution was given already, or was never asked.
    case consultationNotOpen
    /// There is no waiting letter to record as delivered.
    case letterNotWaiting
    /// The other complaint is itself a duplicate of this one, directly or by a chain.
    case duplicateInCircle
    /// The promise can't get a later date.
    case cannotExtend(ExtensionObstacle)
    /// The customer still has time to react.
    case closingTooEarly(until: Day)
    /// The remedy is above what one person may give: the complaints manager records the solution, and is not its handler.
    case needsSecondPair(above: Money)
    /// The customer is not satisfied: that there is no need to look again is not for the handler to say.
    case needsOtherJudge
    /// The customer said something that nobody answered yet.
    case reactionWaits
    /// Something that was promised the customer by hand is still owed: it is kept or taken back first.
    case promiseOwed
    /// What was done stays done.
    case cannotUndo(UndoObstacle)

    /// The stable code that programs read.
    package var code: String {
        switch self {
        case .notThere, .notAllowed: "not-there"
        case .notNow: "not-possible-now"
        case .notLed: "not-in-procedure"
        case .movedOn: "moved-on"
        case .invalid: "invalid"
        case .natureNotFinal: "nature-not-final"
        case .reopeningTooLate: "reopening-too-late"
        case .ratingTooLate: "rating-too-late"
        case .consultationNotOpen: "consultation-not-open"
        case .letterNotWaiting: "letter-not-waiting"
        case .duplicateInCircle: "duplicate-in-circle"
        case .cannotExtend(let obstacle): obstacle.rawValue
        case .closingTooEarly: "closing-too-early"
        case .needsSecondPair: "needs-second-pair"
        case .needsOtherJudge: "needs-other-judge"
        case .reactionWaits: "reaction-waits"
        case .promiseOwed: "promise-owed"
        case .cannotUndo(let obstacle): obstacle.rawValue
        }
    }
}
