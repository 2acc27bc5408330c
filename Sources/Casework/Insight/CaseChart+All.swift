package import Complaints
package import Records

extension CaseChart {
    /// A chart of each subject, with limits from the days that are theirs. Rates only where it is known of how many complaints come.
    ///
    /// - Parameter cases: those that are looked at.
    package static func all(
        _ cases: [CountedCase], in periods: [CasePeriod], limits: LimitDays, per size: ExposureTable? = nil, at now: Instant,
        on calendar: OfficeCalendar
    ) -> [CaseChart] {
        let series = CaseSeries(cases, in: periods, at: now, on: calendar)
        let isInMonths = periods.first?.kind == .month
        let bases = Dictionary(
            uniqueKeysWithValues: limits.all.map {
                ($0, LimitSeries(cases, over: $0, months: isInMonths, at: now, on: calendar))
            })
        let isKnown = size.map { size in periods.contains { size.amount(over: $0.days) > 0 } } ?? false
        return Subject.allCases.filter { $0 != .rate || isKnown }.map { subject in
            CaseChart(subject, of: series, limits: limits.days(of: subject).flatMap { bases[$0] }, per: size)
        }
    }
}
