import Complaints
import Testing

@Suite struct WorkingDayCountTests {
    let standard = OfficeCalendar.standard(zone: .amsterdam)
    let shifting = OfficeCalendar.standard(zone: .amsterdam, lateArrivalsCountFromNextWorkingDay: true)

    private func due(_ days: Int, after day: Day, at time: TimeOfDay = TimeOfDay(10), in calendar: OfficeCalendar? = nil) throws
        -> CivilTime
    {
        try #require(WorkingDayCount(days, after: OfficeZone.amsterdam.moment(of: CivilTime(day, time)), in: calendar ?? standard)).due
    }

    static let legalList: [(start: Day, two: Day, five: Day)] = [
        ("2026-04-02", "2026-04-08", "2026-04-13"),
        ("2026-04-24", "2026-04-29", "2026-05-04"),
        ("2026-05-04", "2026-05-07", "2026-05-12"),
        ("2026-05-12", "2026-05-15", "2026-05-20"),
        ("2026-05-13", "2026-05-18", "2026-05-21"),
        ("2026-12-23", "2026-12-28", "2026-12-31"),
        ("2026-12-24", "2026-12-29", "2027-01-04"),
        ("2027-03-25", "2027-03-31", "2027-04-05"),
        ("2028-04-26", "2028-05-01", "2028-05-04"),
        ("2026-11-20", "2026-11-24", "2026-11-27"),
    ]

    @Test(arguments: legalList)
    func `two and five working days around the legal holidays end at closing time`(start: Day, two: Day, five: Day) throws {
        #expect(try due(2, after: start) == CivilTime(two, TimeOfDay(17)))
        #expect(try due(5, after: start) == CivilTime(five, TimeOfDay(17)))
    }

    static let receipts: [(received: CivilTime, plain: Day, shifted: Day)] = [
        (CivilTime("2026-11-21", TimeOfDay(11)), "2026-11-24", "2026-11-25"),
        (CivilTime("2026-04-24", TimeOfDay(17, 40)), "2026-04-29", "2026-04-30"),
        (CivilTime("2026-11-20", TimeOfDay(16, 59, 59)), "2026-11-24", "2026-11-24"),
        (CivilTime("2026-11-20", TimeOfDay(17)), "2026-11-24", "2026-11-25"),
    ]

    @Test(arguments: receipts)
    func `the hour of receipt matters only to an office that chose so`(received: CivilTime, plain: Day, shifted: Day) throws {
        #expect(try due(2, after: received.day, at: received.time).day == plain)
        #expect(try due(2, after: received.day, at: received.time, in: shifting).day == shifted)
    }

    @Test func `what comes in before opening is received that day`() throws {
        #expect(try due(2, after: "2026-11-20", at: TimeOfDay(0, 5), in: shifting).day == "2026-11-24")
    }

    @Test func `the day of receipt is that of the office, not of Greenwich`() throws {
        let lateThursdayInGreenwich = OfficeZone.amsterdam.moment(at: .utc("2026-11-19", 23, 30))
        #expect(WorkingDayCount(2, after: lateThursdayInGreenwich, in: standard)?.due.day == "2026-11-24")
    }

    @Test func `an office's own closing day and hours move the due time`() throws {
        let calendar = try OfficeCalendar(
            version: 3, zone: .amsterdam, closes: TimeOfDay(16, 30), closingDays: [ClosingDay("2026-11-24", "Verhuizing")])
        #expect(try due(2, after: "2026-11-20", in: calendar) == CivilTime("2026-11-25", TimeOfDay(16, 30)))
    }

    @Test func `a due date explains itself day by day`() throws {
        let saturday = OfficeZone.amsterdam.moment(of: CivilTime("2026-11-21", TimeOfDay(11)))
        let plain = try #require(WorkingDayCount(2, after: saturday, in: standard))
        #expect(plain.countedFrom == "2026-11-21")
        #expect(
            plain.steps == [
                .init(day: "2026-11-21", meaning: .received), .init(day: "2026-11-22", meaning: .skipped(.weekend)),
                .init(day: "2026-11-23", meaning: .counted(1)), .init(day: "2026-11-24", meaning: .counted(2)),
            ])
        let shifted = try #require(WorkingDayCount(1, after: saturday, in: shifting))
        #expect(shifted.countedFrom == "2026-11-23")
        #expect(
            shifted.steps == [
                .init(day: "2026-11-21", meaning: .received), .init(day: "2026-11-22", meaning: .skipped(.weekend)),
                .init(day: "2026-11-23", meaning: .shifted(.dayOff(.weekend))), .init(day: "2026-11-24", meaning: .counted(1)),
            ])
    }

    @Test func `a receipt at closing time says that it came after closing`() throws {
        let evening = OfficeZone.amsterdam.moment(of: CivilTime("2026-04-24", TimeOfDay(17)))
        let count = try #require(WorkingDayCount(1, after: evening, in: shifting))
        #expect(count.steps.map(\.day) == ["2026-04-24", "2026-04-25", "2026-04-26", "2026-04-27", "2026-04-28", "2026-04-29"])
        #expect(count.steps[3].meaning == .skipped(.holiday(.kingsDay)))
        #expect(count.steps[4].meaning == .shifted(.afterClosing))
    }

    @Test(arguments: [0, -1, 1001, .max, .min]) func `a number of days that no promise has is not counted`(days: Int) {
        #expect(WorkingDayCount(days, after: OfficeZone.amsterdam.moment(at: .utc("2026-11-20", 9)), in: standard) == nil)
    }

    @Test func `working days still to go, and too late`() {
        #expect(standard.signedWorkingDays(from: "2026-11-23", to: "2026-11-24") == 1)
        #expect(standard.signedWorkingDays(from: "2026-11-24", to: "2026-11-24") == 0)
        #expect(standard.signedWorkingDays(from: "2026-11-26", to: "2026-11-24") == -2)
        #expect(standard.signedWorkingDays(from: "2026-11-20", to: "2026-11-23") == 1, "over the weekend")
        #expect(standard.signedWorkingDays(from: "2026-11-28", to: "2026-11-27") == 0, "Saturday is no working day too late")
    }
}
