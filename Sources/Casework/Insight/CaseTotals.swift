package import Analysis
package import Complaints
package import Records

/// What is counted over some days as a whole, to be held against other days.
package struct CaseTotals: Sendable {
    package let days: DayRange
    package let received: Int
    private let courses: [Int]
    let times: HandlingTimes
    /// How long those received took; nil for none.
    package let handling: KaplanMeier?
    /// What customers were given, in cents.
    package let remedyCents: Int64

    package init(_ cases: [CountedCase], over days: DayRange, at now: Instant, on calendar: OfficeCalendar) {
        self.days = days
        let span = days.span(in: calendar.zone)
        let table = DayTable(from: days.first, through: calendar.zone.moment(at: now).day, on: calendar)
        var (received, cents, times) = (0, Int64(0), HandlingTimes())
        var courses = Array(repeating: 0, count: CaseCourse.allCases.count)
        for one in cases {
            if span.contains(one.receivedAt) {
                received += 1
                cents += one.figures.remedyCents
                let time = HandlingTime(one, at: now)
                times.add(table.workingDays(from: one.receivedAt, to: time.until), isOver: time.isOver)
            }
            CaseCourse.each(in: one.figures, at: now) { course, moment in if span.contains(moment) { courses[course] += 1 } }
        }
        (self.received, remedyCents, self.courses, handling) = (received, cents, courses, times.curve)
        self.times = times
    }

    package func count(_ course: CaseCourse) -> Int { CaseCourse.places[course].map { courses[$0] } ?? 0 }
}

extension Span {
    package func contains(_ instant: Instant) -> Bool {
        from.milliseconds <= instant.milliseconds && instant.milliseconds < before.milliseconds
    }
}
