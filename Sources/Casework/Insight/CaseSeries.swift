package import Analysis
package import Complaints
package import Records

/// What is counted in each of some periods.
package struct CaseSeries: Sendable {
    package let periods: [CasePeriod]
    /// Received in each period.
    package private(set) var received: [Int]
    /// How it went, by the moment of each course.
    package private(set) var courses: [CaseCourse: [Int]]
    /// How long those received in each period took, or have taken, in working days.
    package private(set) var handling: [KaplanMeier?]

    package init(_ cases: [CountedCase], in periods: [CasePeriod], at now: Instant, on calendar: OfficeCalendar) {
        self.periods = periods
        received = Array(repeating: 0, count: periods.count)
        courses = Dictionary(uniqueKeysWithValues: CaseCourse.allCases.map { ($0, Array(repeating: 0, count: periods.count)) })
        handling = []
        guard let first = periods.first, let last = periods.last else { return }
        let today = calendar.zone.moment(at: now).day
        let table = DayTable(from: first.days.first, through: max(today, last.days.last), on: calendar)
        let places = PeriodPlaces(periods, in: calendar.zone)
        var times: [[Double]] = Array(repeating: [], count: periods.count)
        var ended: [[Bool]] = times.map { _ in [] }
        for one in cases {
            if let place = places.place(of: one.receivedAt) {
                received[place] += 1
                let time = HandlingTime(one, at: now)
                times[place].append(Double(table.workingDays(from: one.receivedAt, to: time.until)))
                ended[place].append(time.isOver)
            }
            for course in CaseCourse.allCases {
                if let moment = course.moment(in: one.figures, at: now), let place = places.place(of: moment) {
                    courses[course]?[place] += 1
                }
            }
        }
        handling = periods.indices.map { try? KaplanMeier(times[$0], ended: ended[$0]) }
    }

    package func counts(_ course: CaseCourse) -> [Int] { courses[course] ?? [] }
    package func total(_ course: CaseCourse) -> Int { counts(course).reduce(0, +) }
}

/// How long a complaint took until it was solved for the first time; until it was withdrawn, referred or now it took at least so long.
package struct HandlingTime: Hashable, Sendable {
    package let until: Instant
    package let isOver: Bool

    package init(_ one: CountedCase, at now: Instant) {
        if let solved = one.figures.firstResolvedAt {
            (until, isOver) = (max(solved, one.receivedAt), true)
        } else {
            (until, isOver) = (max(one.figures.leftAt ?? now, one.receivedAt), false)
        }
    }
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
