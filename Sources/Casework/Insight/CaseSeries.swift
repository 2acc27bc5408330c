package import Analysis
package import Complaints
package import Records

/// What is counted in each of some periods.
package struct CaseSeries: Sendable {
    package let periods: [CasePeriod]
    /// Received in each period.
    package let received: [Int]
    /// How it went, by the place of each course and its moment.
    private let courses: [[Int]]
    /// How long those received in each period took, or have taken, in working days.
    package let handling: [KaplanMeier?]

    package init(_ cases: [CountedCase], in periods: [CasePeriod], at now: Instant, on calendar: OfficeCalendar) {
        self.periods = periods
        let none = Array(repeating: 0, count: periods.count)
        var (received, courses) = (none, Array(repeating: none, count: CaseCourse.allCases.count))
        var times = Array(repeating: HandlingTimes(), count: periods.count)
        if let first = periods.first, let last = periods.last {
            let today = calendar.zone.moment(at: now).day
            let table = DayTable(from: first.days.first, through: max(today, last.days.last), on: calendar)
            let places = PeriodPlaces(periods, in: calendar.zone)
            for one in cases {
                if let place = places.place(of: one.receivedAt) {
                    received[place] += 1
                    let time = HandlingTime(one, at: now)
                    times[place].add(table.workingDays(from: one.receivedAt, to: time.until), isOver: time.isOver)
                }
                CaseCourse.each(in: one.figures, at: now) { course, moment in
                    if let place = places.place(of: moment) { courses[course][place] += 1 }
                }
            }
        }
        (self.received, self.courses, handling) = (received, courses, times.map(\.curve))
    }

    package func counts(_ course: CaseCourse) -> [Int] { CaseCourse.places[course].map { courses[$0] } ?? [] }
}

/// In which of some periods, one after another, an instant lies.
struct PeriodPlaces: Sendable {
    private let starts: [Int64]
    private let end: Int64

    init(_ periods: [CasePeriod], in zone: OfficeZone) {
        starts = periods.map { DayRange.midnight($0.days.first, zone).milliseconds }
        end = periods.last.map { DayRange.midnight($0.days.last.next, zone).milliseconds } ?? 0
    }

    func place(of instant: Instant) -> Int? {
        let moment = instant.milliseconds
        guard let first = starts.first, moment >= first, moment < end else { return nil }
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= moment { low = middle } else { high = middle }
        }
        return low
    }
}
