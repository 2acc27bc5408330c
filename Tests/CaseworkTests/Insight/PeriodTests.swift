import Analysis
import Complaints
import Records
import Rehearsal
import Testing

@testable import Casework

/// Days beside others, however long they are, and what is said of them.
struct PeriodTests {
    private static let calendar = OfficeCalendar.standard(zone: .amsterdam)

    private static func days(_ first: String, _ last: String) -> DayRange {
        DayRange(first: Day(iso: first) ?? Day(number: 0), last: Day(iso: last) ?? Day(number: 0))
    }

    @Test func `weeks and months are all there, over ten years too, and limits come from all that were chosen`() {
        let today = Day(iso: "2026-11-20") ?? Day(number: 0)
        let long = Self.days("2014-01-06", "2026-11-15")
        #expect(CasePeriod.weeks(from: long.first, through: long.last, today).count == long.count / 7)
        #expect(CasePeriod.covering(Self.days("2005-11-01", "2026-11-20"), today: today).count == 21 * 12 + 1)
        #expect(CasePeriod.covering(Self.days("0001-01-01", "9999-12-31"), today: today).last?.days.last.iso == "2026-11-30")
        let base = LimitSeries([], over: long, months: true, at: TestClock.start, on: Self.calendar)
        #expect(base.weeks.periods.count == long.count / 7 && base.months.periods.count == 154)
    }
}
