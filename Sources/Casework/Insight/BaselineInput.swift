import Analysis
import Complaints
import Records

/// From which days the limits of a chart are to come, as it was typed.
package struct BaselineInput: Sendable {
    package var subject = ""
    package var first = ""
    package var last = ""
    package var reason = ""

    package init() {}

    /// Twelve whole weeks at least, all of them over, in which there was something to measure: what is going on now is to be held against them.
    func checked(against past: MeasuredPast, by identity: Actor.Identity) throws(Refusal) -> ChartBaseline {
        var check = FieldCheck()
        let today = past.today
        let subject = check.value(subject, at: "subject", or: .unknown, required: true) { CaseChart.Subject(rawValue: $0) }
        let first = check.value(first, at: "first", required: true) { try? Day(typed: $0, today: today) }
        let last = check.value(last, at: "last", required: true) { try? Day(typed: $0, today: today) }
        let reason = check.prose(reason, at: "reason", limit: 500, required: true)
        if let last, last >= today { check.note(.inTheFuture, at: "last") }
        if let first, let begin = past.first, first < begin { check.note(.tooEarly, at: "first") }
        if let first, let last {
            // Whole weeks only.
            let begin = CalendarWeek(of: first + 6).monday
            if (CalendarWeek(of: last + 1).monday.number - begin.number) / 7 < LimitDays.fewestWeeks { check.note(.tooEarly, at: "last") }
        }
        if check.problems.isEmpty, let subject, let first, let last,
            !past.gives(subject, limitsFrom: DayRange(first: first, last: last))
        {
            check.note(.notSuitable, at: "first")
        }
        try check.finish()
        guard let subject, let first, let last, let reason else { throw .invalid(check.problems) }
        return ChartBaseline(subject: subject.rawValue, first: first, last: last, reason: reason, at: past.now, by: identity)
    }
}

/// What there is to take limits from.
struct MeasuredPast: Sendable {
    let cases: [CountedCase]
    let size: ExposureTable?
    let now: Instant
    let calendar: OfficeCalendar

    var today: Day { calendar.zone.moment(at: now).day }
    /// The day of the first complaint.
    var first: Day? { cases.lazy.map(\.receivedAt).min().map { calendar.zone.moment(at: $0).day } }

    /// Whether a chart gets limits from these days, wider than from nothing to nothing.
    func gives(_ subject: CaseChart.Subject, limitsFrom days: DayRange) -> Bool {
        let base = LimitSeries(cases, over: days, months: false, at: now, on: calendar)
        let chart = CaseChart(subject, of: base.weeks, limits: base, per: size)
        return chart.isFit && (chart.chart?.centre ?? 0) > 0
    }
}
