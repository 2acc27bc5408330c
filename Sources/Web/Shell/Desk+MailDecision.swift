import Casework
import Complaints
import Markup
import Records

/// What is sent to the page of a mail to take back what was decided about it.
enum MailDecisionFields {
    static let deed = "doe"
    static let back = "terug"
}

extension Desk {
    /// For as long as what the reader decided about a mail can be taken back; nil when there is nothing.
    func undoBar(_ decision: MailDecision?) -> HTML? {
        guard let decision, decision.by == actor.identity, decision.ends > now.instant else { return nil }
        let left = decision.ends.milliseconds - now.instant.milliseconds
        let fields = group {
            token
            input(.type(.hidden), .name(MailDecisionFields.deed), .value(MailDecisionFields.back))
        }
        return UndoBar(
            words: words(of: decision), milliseconds: left, fields: fields, address: Paths.mail(decision.mail),
            button: say("Ongedaan maken", "Undo"), left: "\((left + 999) / 1000) s"
        ).html
    }

    private func words(of decision: MailDecision) -> String {
        let subject = decision.subject.flatMap { $0.isEmpty ? nil : $0 } ?? say("(zonder onderwerp)", "(no subject)")
        return switch decision.outcome {
        case .forwarded: say("Doorgestuurd: \(subject).", "Forwarded: \(subject).")
        case .report: say("Vastgelegd dat de brief niet aankwam.", "Recorded that the letter did not arrive.")
        default: say("Afgesloten, geen klacht: \(subject).", "Closed, no complaint: \(subject).")
        }
    }
}
