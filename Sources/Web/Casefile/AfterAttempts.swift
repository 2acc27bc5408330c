import Casework
import Complaints
import Markup

/// What was tried to reach the customer, and what the procedure says comes next when that was often enough in vain.
struct AfterAttempts {
    let desk: Desk
    let complaint: Complaint
    /// Whether a message to the customer can be written.
    let mayWrite: Bool

    private var say: Wording { desk.say }

    var html: HTML {
        let attempts = complaint.failedAttempts
        let procedure = desk.house.procedures.version(complaint.procedureVersion)
        return group {
            if let next = complaint.stepAfterAttempts(under: procedure) {
                Notice(.soon) {
                    p {
                        strong { say("Na \(attempts.count) vergeefse pogingen: ", "After \(attempts.count) attempts in vain: ") }
                        next.advice.text(in: desk.language)
                    }
                    if mayWrite { p { a(.href("#answer-text")) { say("Schrijf de klant", "Write to the customer") } } }
                }
            }
            if !attempts.isEmpty { p(.class("muted")) { say("Al geprobeerd: \(tried).", "Tried already: \(tried).") } }
        }
    }

    /// With the hour: another one may do better.
    private var tried: String {
        complaint.failedAttempts.suffix(6).map { attempt in
            "\(DateWords.brief(desk.calendar.zone.moment(at: attempt.at), desk.language, today: desk.now.day)) (\(say.outcome(attempt.outcome)))"
        }.joined(separator: ", ")
    }
}
