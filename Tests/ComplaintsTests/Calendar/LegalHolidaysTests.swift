import Complaints
import Testing

@Suite struct LegalHolidaysTests {
    /// Good Friday, Easter Monday, King's day, Ascension and Whit Monday of each year; the other four do not move.
    static let moving: [(year: Int, days: [Day])] = [
        (2026, ["2026-04-03", "2026-04-06", "2026-04-27", "2026-05-14", "2026-05-25"]),
        (2027, ["2027-03-26", "2027-03-29", "2027-04-27", "2027-05-06", "2027-05-17"]),
        (2028, ["2028-04-14", "2028-04-17", "2028-04-27", "2028-05-25", "2028-06-05"]),
        (2029, ["2029-03-30", "2029-04-02", "2029-04-27", "2029-05-10", "2029-05-21"]),
        (2030, ["2030-04-19", "2030-04-22", "2030-04-27", "2030-05-30", "2030-06-10"]),
    ]

    @Test(arguments: moving) func `the legal list of each year is complete and holds nothing else`(year: Int, days: [Day]) {
        let fixed = [(1, 1), (5, 5), (12, 25), (12, 26)].compactMap { Day(year: year, month: $0.0, day: $0.1) }
        let names: [Holiday] = [
            .goodFriday, .easterMonday, .kingsDay, .ascension, .whitMonday, .newYear, .liberationDay, .christmas, .boxingDay,
        ]
        #expect(LegalHolidays.holidays(in: year) == Dictionary(uniqueKeysWithValues: zip(days + fixed, names)))
    }

    @Test func `asked day by day the list is the same, from 2000 to 2200`() {
        for year in 2000...2200 {
            let list = LegalHolidays.holidays(in: year)
            for number in Day(stringLiteral: "\(year)-01-01").number...Day(stringLiteral: "\(year)-12-31").number {
                let day = Day(number: number)
                if LegalHolidays.holiday(on: day) != list[day] { Issue.record("\(day.iso)") }
            }
        }
    }

    @Test(arguments: [2025, 2031, 2036]) func `King's day is the 26th when the 27th is a Sunday`(year: Int) {
        #expect(LegalHolidays.day(of: .kingsDay, in: year) == Day(year: year, month: 4, day: 26))
    }

    @Test func `until 2013 it was the Queen's day`() {
        #expect(LegalHolidays.day(of: .kingsDay, in: 2013) == "2013-04-30")
        #expect(LegalHolidays.day(of: .kingsDay, in: 2006) == "2006-04-29")
    }

    @Test func `5 May is on the list every year, and Ascension when both fall together`() {
        #expect(LegalHolidays.holiday(on: "2027-05-05") == .liberationDay)
        #expect(LegalHolidays.holiday(on: "2016-05-05") == .ascension)
        #expect(LegalHolidays.holidays(in: 2016)["2016-05-05"] == .ascension)
    }

    @Test(arguments: ["2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"] as [Day])
    func `a day equalised by royal decree is not on the list`(day: Day) {
        #expect(LegalHolidays.holiday(on: day) == nil)
    }

    @Test func `Easter falls at its earliest and its latest where the almanac says`() {
        #expect(Day.easterSunday(in: 1818) == "1818-03-22")
        #expect(Day.easterSunday(in: 2038) == "2038-04-25")
        #expect(Day.easterSunday(in: 2019) == "2019-04-21")
    }

    @Test(arguments: [0, -1, 10_000, .max]) func `a year out of range has no holidays`(year: Int) {
        #expect(LegalHolidays.holidays(in: year).isEmpty)
    }
}
