package import Analysis
package import Complaints
package import Records

/// What is counted over some days as a whole, to be held against other days.
package struct CaseTotals: Sendable {
    package let days: DayRange
    package private(set) var received = 0
    package private(set) var courses: [CaseCourse: Int] = [:]
    /// How long those received took; nil for none.
    package private(set) var handling: KaplanMeier?
    /// What customers were given, in cents.
    package private(set) var remedyCents: Int64 = 0

    package init(_ cases: [CountedCase], over days: DayRange, at now: Instant, on calendar: OfficeCalendar) {
        self.days = days
        let span = days.span(in: calendar.zone)
        let table = DayTable(from: days.first, through: max(days.last, calendar.zone.moment(at: now).day), on: calendar)
        var times: [Double] = []
        var ended: [Bool] = []
        for one in cases {
            if span.contains(one.receivedAt) {
                received += 1
                remedyCents += one.figures.remedyCents
                let time = HandlingTime(one, at: now)
                times.append(Double(table.workingDays(from: one.receivedAt, to: time.until)))
                ended.append(time.isOver)
            }
            for course in CaseCourse.allCases {
                if let moment = course.moment(in: one.figures, at: now), span.contains(moment) { courses[course, default: 0] += 1 }
            }
        }
        handling = try? KaplanMeier(times, ended: ended)
    }

    package func count(_ course: CaseCourse) -> Int { courses[course] ?? 0 }
}

extension Span {
    package func contains(_ instant: Instant) -> Bool { from <= instant && instant < before }
}
