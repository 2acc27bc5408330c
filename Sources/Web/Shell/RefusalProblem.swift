import Complaints
import HTTPTypes

/// The one table that speaks HTTP for the domain's refusals.
extension ProblemDetails {
    init(_ refusal: Refusal, in language: Language) {
        let say = Wording(language)
        let errors: [ProblemField] =
            if case .invalid(let problems) = refusal {
                problems.map { ProblemField(field: $0.field, code: $0.reason.code, detail: say.problem($0)) }
            } else { [] }
        self.init(Self.status(of: refusal), code: refusal.code, detail: say.refusal(refusal), errors: errors)
    }

    /// May not and not there look alike; what can't be now is a conflict; what was filled in wrongly can't be processed.
    static func status(of refusal: Refusal) -> HTTPResponse.Status {
        switch refusal {
        case .notThere, .notAllowed: .notFound
        case .notNow, .notLed, .movedOn, .natureNotFinal, .reopeningTooLate, .consultationNotOpen, .letterNotWaiting, .duplicateInCircle,
            .cannotUndo, .cannotExtend, .closingTooEarly, .needsSecondPair, .needsOtherJudge, .reactionWaits, .promiseOwed, .ratingTooLate:
            .conflict
        case .invalid: .unprocessableContent
        }
    }
}
