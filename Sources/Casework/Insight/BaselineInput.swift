import Complaints
import Records

/// From which days the limits of a chart are to come, as it was typed.
package struct BaselineInput: Sendable {
    package var subject = ""
    package var first = ""
    package var last = ""
    package var reason = ""

    package init() {}

    /// Twelve whole weeks at least, all of them over: what is going on now is to be held against them.
    func checked(today: Day, by identity: Actor.Identity, at instant: Instant) throws(Refusal) -> ChartBaseline {
        var check = FieldCheck()
        let subject = check.value(subject, at: "subject", or: .unknown, required: true) { CaseChart.Subject(rawValue: $0) }
        let first = check.value(first, at: "first", required: true) { try? Day(typed: $0, today: today) }
        let last = check.value(last, at: "last", required: true) { try? Day(typed: $0, today: today) }
        let reason = check.prose(reason, at: "reason", limit: 500, required: true)
        if let last, last >= today { check.note(.inTheFuture, at: "last") }
        if let first, let last {
            // Whole weeks only.
            let begin = CalendarWeek(of: first + 6).monday
            if (CalendarWeek(of: last + 1).monday.number - begin.number) / 7 < LimitDays.fewestWeeks { check.note(.tooEarly, at: "last") }
        }
        try check.finish()
        guard let subject, let first, let last, let reason else { throw .invalid(check.problems) }
        return ChartBaseline(subject: subject.rawValue, first: first, last: last, reason: reason, at: instant, by: identity)
    }
}
