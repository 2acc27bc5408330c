import Complaints
import Testing

@Suite struct OfficeCalendarTests {
    let standard = OfficeCalendar.standard(zone: .amsterdam)

    @Test func `by default it is the calendar made without saying anything`() throws {
        #expect(try OfficeCalendar(version: 1, zone: .amsterdam) == standard)
        #expect(standard.closes == TimeOfDay(17))
        #expect(!standard.lateArrivalsCountFromNextWorkingDay)
    }

    @Test func `a day off says why`() throws {
        let outing = try OfficeCalendar(version: 2, zone: .amsterdam, closingDays: [ClosingDay("2026-06-12", "Personeelsuitje")])
        #expect(outing.reasonOff("2026-06-12") == .closed(name: "Personeelsuitje"))
        #expect(standard.reasonOff("2026-06-12") == nil)
        #expect(standard.reasonOff("2026-11-21") == .weekend)
        #expect(standard.reasonOff("2026-04-27") == .holiday(.kingsDay))
        #expect(standard.reasonOff("2026-12-26") == .holiday(.boxingDay), "a Saturday, but its name says more")
    }

    @Test func `Good Friday and 5 May are worked when the office says so`() throws {
        let calendar = try OfficeCalendar(version: 2, zone: .amsterdam, goodFridayIsFree: false, liberationDayIsFree: false)
        #expect(!standard.isWorkingDay("2026-04-03") && calendar.isWorkingDay("2026-04-03"))
        #expect(!standard.isWorkingDay("2026-05-05") && calendar.isWorkingDay("2026-05-05"))
        #expect(!calendar.isWorkingDay("2016-05-05"), "that was Ascension as well")
        #expect(!calendar.isWorkingDay("2026-04-06"))
    }

    @Test func `an office may work on Saturday and not on Monday`() throws {
        let shop = try OfficeCalendar(version: 1, zone: .amsterdam, workingWeekdays: [.tuesday, .wednesday, .thursday, .friday, .saturday])
        #expect(shop.isWorkingDay("2026-11-21"))
        #expect(shop.reasonOff("2026-11-23") == .weekend)
        #expect(shop.nextWorkingDay(after: "2026-11-21") == "2026-11-24")
    }

    @Test func `the next working day passes over Christmas`() {
        #expect(standard.nextWorkingDay(after: "2026-12-24") == "2026-12-28")
        #expect(standard.nextWorkingDay(after: "2026-11-23") == "2026-11-24")
    }

    @Test func `working days are counted with both ends`() {
        #expect(standard.workingDays(from: "2026-11-23", through: "2026-11-27") == 5)
        #expect(standard.workingDays(from: "2026-11-21", through: "2026-11-22") == 0)
        #expect(standard.workingDays(from: "2026-11-27", through: "2026-11-23") == 0)
        #expect(standard.workingDays(from: "2026-01-01", through: "2026-12-31") == 261 - 8)
    }

    @Test func `of two closing days on one day the first is kept, and order does not matter`() throws {
        let days = [ClosingDay("2026-12-31", "Oudjaar"), ClosingDay("2026-06-12", "Uitje"), ClosingDay("2026-12-31", "Nog eens")]
        let calendar = try OfficeCalendar(version: 1, zone: .amsterdam, closingDays: days)
        #expect(calendar.closingDays == [ClosingDay("2026-06-12", "Uitje"), ClosingDay("2026-12-31", "Oudjaar")])
    }

    @Test func `a calendar without any working day cannot be made`() {
        #expect(throws: OfficeCalendar.Fault.noWorkingWeekday) { try OfficeCalendar(version: 1, zone: .amsterdam, workingWeekdays: []) }
    }

    @Test func `an office that closes before it opens cannot be made`() {
        #expect(throws: OfficeCalendar.Fault.closesBeforeItOpens) {
            try OfficeCalendar(version: 1, zone: .amsterdam, opens: TimeOfDay(17), closes: TimeOfDay(9))
        }
        #expect(throws: OfficeCalendar.Fault.closesBeforeItOpens) {
            try OfficeCalendar(version: 1, zone: .amsterdam, opens: TimeOfDay(9), closes: TimeOfDay(9))
        }
    }
}
