import Complaints
import Testing

@Suite struct DayTests {
    @Test func `the first day of 1970 is number 0 and a Thursday`() {
        #expect(Day(number: 0).iso == "1970-01-01")
        #expect(Day(number: 0).weekday == .thursday)
    }

    @Test func `every day from 1580 to 2450 is written and read back, and follows the one before`() {
        let first: Day = "1580-01-01"
        var (year, month, dayOfMonth) = first.civil
        for number in first.number...Day(stringLiteral: "2450-12-31").number {
            let day = Day(number: number)
            guard day.civil == (year, month, dayOfMonth), Day(iso: day.iso) == day, day.next.weekday != day.weekday else {
                Issue.record("\(day.iso)")
                return
            }
            dayOfMonth += 1
            if dayOfMonth > Day.length(ofMonth: month, in: year) { (month, dayOfMonth) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-30", "26-04-30", "2026/04/30", "", "2026-04-3०"])
    func `what is no day is not read`(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test func `a leap day exists every fourth year, but not in 2100`() {
        #expect(Day(iso: "2028-02-29") != nil)
        #expect(Day(iso: "2000-02-29") != nil)
        #expect(Day(iso: "2100-02-29") == nil)
    }

    @Test func `24 November 2026 is a Tuesday`() {
        #expect(Day(iso: "2026-11-24")?.weekday == .tuesday)
        #expect(Day(iso: "1900-01-01")?.weekday == .monday)
    }
}
