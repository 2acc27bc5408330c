import Complaints
import Testing

/// A simulated year: reminders only in office hours, and no promise that breaks without a reminder before and an escalation after.
struct ReminderTimesTests {
    private let calendar = OfficeCalendar.standard(zone: .amsterdam(2025...2030))
    private let steps = Procedure.standard.reminders

    @Test func `twenty thousand complaints of a year are reminded of in office hours, before and after`() {
        var random = SeededGenerator(7)
        let start = OfficeZone.amsterdam(2025...2030).instant(of: CivilTime("2026-01-01", TimeOfDay(0)))
        var (outside, without) = (0, 0)
        for _ in 0..<20_000 {
            let received = start.adding(seconds: Int.random(in: 0..<(365 * 86_400), using: &random))
            for rule in [DeadlineRule.workingDays(2), .workingDays(10), .workingDays(1), .weeks(6)] {
                guard let due = rule.count(from: calendar.zone.moment(at: received), on: calendar)?.dueAt else {
                    without += 1
                    continue
                }
                let times = ReminderTimes(steps, start: received, due: due, on: calendar).times
                outside += times.count { !calendar.isOpen(at: calendar.zone.moment(at: $0.at)) }
                let before = times.contains { $0.at <= due && $0.step.workingDays <= 0 }
                let after = times.contains { $0.at > due && $0.step.workingDays > 0 }
                without += before && after ? 0 : 1
            }
        }
        #expect(outside == 0 && without == 0)
    }

    @Test
    func `what is promised for today is reminded of at once, if there is an office hour left`() {
        func times(_ start: Moment, _ due: Moment) -> [Instant] {
            ReminderTimes(steps, start: start.instant, due: due.instant, on: .standard(zone: .amsterdam)).times.map(\.at)
        }
        let (due, after) = (Desk.moment("2026-11-20", 17), Desk.moment("2026-11-25", 9).instant)
        #expect(times(Desk.moment("2026-11-20", 11), due) == [Desk.moment("2026-11-20", 11).instant, after])
        #expect(times(Desk.moment("2026-11-20", 7), due) == [Desk.moment("2026-11-20", 9).instant, after])
        #expect(times(Desk.moment("2026-11-20", 17, 30), Desk.moment("2026-11-20", 20)) == [after])
    }

    @Test func `a term of hours that ends in a weekend is reminded of on Friday`() {
        let due = Desk.moment("2026-11-22", 14).instant
        let times = ReminderTimes(steps, start: Desk.moment("2026-11-19", 14).instant, due: due, on: .standard(zone: .amsterdam)).times
        #expect(times.map(\.at) == [Desk.moment("2026-11-20", 9), Desk.moment("2026-11-25", 9)].map(\.instant))
    }
}
