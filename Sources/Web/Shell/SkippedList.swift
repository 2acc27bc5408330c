import Casework
import Complaints
import Markup

/// Complaints that an act on several left alone, each with the reason.
struct SkippedList: Component {
    let desk: Desk
    let skipped: [TogetherLine]

    var html: HTML {
        ul(.class("skipped")) {
            for line in skipped {
                li {
                    if let customer = line.customer {
                        a(.href(Paths.file(line.number))) { line.number.formatted }
                        span { customer }
                    } else {
                        span { line.number.formatted }
                    }
                    span(.class("muted")) { line.refusal.map { desk.say.skipped($0) } ?? "" }
                }
            }
        }
    }
}

extension Wording {
    /// Why one of several complaints is left alone.
    fileprivate func skipped(_ refusal: Refusal) -> String {
        switch refusal {
        case .notThere: self("vertrouwelijk, of niet voor u", "confidential, or not for you")
        case .notAllowed: self("dit mag alleen de behandelaar of de klachtenmanager", "only for its handler or the complaints manager")
        case .notLed: self.refusal(refusal)
        case .notNow(_, let phase, let name):
            self("kan nu niet: \(self.phase(phase, called: name))", "not possible now: \(self.phase(phase, called: name))")
        case .reactionWaits: self("de klant wacht nog op antwoord", "the customer still waits for an answer")
        case .promiseOwed: self("een toezegging aan de klant staat nog open", "a promise to the customer is still open")
        case .movedOn: self("intussen gewijzigd", "changed meanwhile")
        case .invalid(let problems):
            switch problems.first?.reason {
            case .itself: self("is al van deze behandelaar", "is this handler's already")
            case .notSuitable: self("gaat over deze collega, of die behandelt geen klachten", "about this colleague, or no handler")
            default: problems.first.map { problem($0) } ?? ""
            }
        default: self.refusal(refusal)
        }
    }
}
