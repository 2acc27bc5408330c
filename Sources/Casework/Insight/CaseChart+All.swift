package import Complaints
package import Records

extension CaseChart {
    /// A chart of each subject, with limits from the days that are theirs. Rates only where it is known of how many complaints come.
    ///
    /// - Parameters:
    ///   - cases: those that are looked at.
    ///   - known: what was counted in the days that limits come from, where other charts of the same have it already.
    ///   - subjects: which charts are wanted.
    package static func all(
        _ cases: [CountedCase], in periods: [CasePeriod], limits: LimitDays, from known: [DayRange: LimitSeries]? = nil,
        per size: ExposureTable? = nil, of subjects: [Subject] = Subject.allCases, at now: Instant, on calendar: OfficeCalendar
    ) -> [CaseChart] {
        let series = CaseSeries(cases, in: periods, at: now, on: calendar)
        let isInMonths = periods.first?.kind == .month
        let bases = known ?? LimitSeries.all(cases, over: limits.days(of: subjects), months: isInMonths, at: now, on: calendar)
        let isKnown = size.map { size in periods.contains { size.amount(over: $0.days) > 0 } } ?? false
        return subjects.filter { $0 != .rate || isKnown }.map { subject in
            CaseChart(subject, of: series, limits: limits.days(of: subject).flatMap { bases[$0] }, per: size)
        }
    }
}
