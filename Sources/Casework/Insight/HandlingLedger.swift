import Analysis
import Complaints
import Records

/// How long complaints took by what was known at the end of any week: those that were open then had taken at least so long.
struct HandlingLedger: Sendable {
    struct Course: Sendable {
        let received: Instant
        let until: Instant?
        let isOver: Bool
    }

    /// Those of the last four weeks against those of the half year before.
    struct Comparison: Sendable {
        let slower: Double
        let recent: KaplanMeier
        let earlier: KaplanMeier
    }

    private let courses: [Course]
    private let starts: [Int]
    private let table: DayTable
    private let ends: [Instant]

    private static let recentWeeks = 4
    private static let fewestEarlier = 30

    init(_ cases: [CountedCase], weeks: [CalendarWeek], on calendar: OfficeCalendar) {
        let courses = cases.map { one in
            let solved = one.figures.firstResolvedAt
            return Course(received: one.receivedAt, until: solved ?? one.figures.leftAt, isOver: solved != nil)
        }
        self.init(courses: courses, weeks: weeks, on: calendar)
    }

    init(courses: [Course], weeks: [CalendarWeek], on calendar: OfficeCalendar) {
        let zone = calendar.zone
        let courses = courses.sorted { $0.received.milliseconds < $1.received.milliseconds }
        self.courses = courses
        let first = weeks.first?.monday ?? Day(number: 0)
        table = DayTable(from: first, through: weeks.last?.next.monday ?? first, on: calendar)
        ends = weeks.map { DayRange.midnight($0.next.monday, zone) }
        // Of each week the first that came in in it.
        var (starts, place) = ([Int](), 0)
        for week in weeks {
            let start = DayRange.midnight(week.monday, zone)
            while place < courses.count, courses[place].received.milliseconds < start.milliseconds { place += 1 }
            starts.append(place)
        }
        self.starts = starts + [courses.count]
    }

    /// The chance that complaints of the last four weeks take so much longer while nothing changed; nil where there is too little to tell.
    func comparison(at place: Int) -> Comparison? {
        let (border, first) = (place + 1 - Self.recentWeeks, place + 1 - Self.recentWeeks - Spike.baseline)
        guard first >= 0 else { return nil }
        let end = ends[place]
        let last = courses[starts[place]...].prefix { $0.received.milliseconds < end.milliseconds }.endIndex
        let recent = times(courses[starts[border]..<last], at: end)
        let earlier = times(courses[starts[first]..<starts[border]], at: end)
        guard earlier.times.count >= Self.fewestEarlier,
            let now = try? KaplanMeier(recent.times, ended: recent.ended),
            let before = try? KaplanMeier(earlier.times, ended: earlier.ended),
            now.n >= KaplanMeier.fewest, now.closed >= KaplanMeier.fewestClosed, before.median != nil,
            let test = try? LogRank([recent, earlier])
        else { return nil }
        let isSlower = Double(test.groups[0].ended) < test.groups[0].expected
        return Comparison(slower: isSlower ? test.p / 2 : 1 - test.p / 2, recent: now, earlier: before)
    }

    private func times(_ courses: ArraySlice<Course>, at end: Instant) -> (times: [Double], ended: [Bool]) {
        var (times, ended) = ([Double](), [Bool]())
        for course in courses {
            let isPast = course.until.map { $0.milliseconds < end.milliseconds } ?? false
            let until = isPast ? course.until ?? end : end
            times.append(Double(table.workingDays(from: course.received, to: until)))
            ended.append(isPast && course.isOver)
        }
        return (times, ended)
    }
}
