package import Complaints
package import Records

/// From which days the limits of charts come: the same whatever period is looked at, until somebody chooses others.
package struct LimitDays: Hashable, Sendable {
    /// So many whole weeks at the beginning, before the last half year.
    package static let usualWeeks = 53
    static let heldWeeks = 26
    /// Fewer give no limits.
    static let fewestWeeks = 12

    /// Where nobody chose any; nil where no week is over yet.
    package let usual: DayRange?
    package let chosen: [String: ChartBaseline]

    /// - Parameter first: the day of the first complaint.
    package init(_ kept: [ChartBaseline] = [], first: Day?, today: Day) {
        chosen = Dictionary(kept.map { ($0.subject, $0) }) { newest, _ in newest }
        guard let first else {
            usual = nil
            return
        }
        // The week of the first complaint is whole only if it began with it.
        let begin = CalendarWeek(of: first + 6).monday
        let whole = (CalendarWeek(of: today).monday.number - begin.number) / 7
        let count = whole >= Self.heldWeeks + Self.fewestWeeks ? min(Self.usualWeeks, whole - Self.heldWeeks) : whole
        usual = count > 0 ? DayRange(first: begin, last: begin + (7 * count - 1)) : nil
    }

    package func days(of subject: CaseChart.Subject) -> DayRange? {
        chosen[subject.rawValue].map { DayRange(first: $0.first, last: $0.last) } ?? usual
    }

    /// Everything from which limits of some charts come.
    package func days(of subjects: [CaseChart.Subject] = CaseChart.Subject.allCases) -> [DayRange] {
        Array(Set(subjects.compactMap { days(of: $0) })).sorted { $0.first < $1.first }
    }
}

/// What was counted in the days that limits come from: in whole weeks, and in months for what can't be taken from weeks.
package struct LimitSeries: Sendable {
    package let days: DayRange
    let weeks: CaseSeries
    let months: CaseSeries

    /// Of each of some times.
    package static func all(
        _ cases: [CountedCase], over days: [DayRange], months isInMonths: Bool, at now: Instant, on calendar: OfficeCalendar
    ) -> [DayRange: LimitSeries] {
        Dictionary(uniqueKeysWithValues: days.map { ($0, LimitSeries(cases, over: $0, months: isInMonths, at: now, on: calendar)) })
    }

    package init(_ cases: [CountedCase], over days: DayRange, months isInMonths: Bool, at now: Instant, on calendar: OfficeCalendar) {
        self.days = days
        let today = calendar.zone.moment(at: now).day
        let weeks = CasePeriod.weeks(from: days.first, through: days.last, today).filter {
            $0.isWhole && $0.days.first >= days.first && $0.days.last <= days.last
        }
        // A month belongs to where its middle lies.
        let months = isInMonths ? CasePeriod.months(from: days.first, through: days.last, today) : []
        let own = months.filter { $0.isWhole && days.contains($0.days.first + 14) }
        self.weeks = CaseSeries(cases, in: weeks, at: now, on: calendar)
        self.months = CaseSeries(cases, in: own, at: now, on: calendar)
    }
}
