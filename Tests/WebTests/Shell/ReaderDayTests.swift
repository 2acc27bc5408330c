import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

struct ReaderDayTests {
    @Test(arguments: ["Pacific/Kiritimati", "Pacific/Auckland", "Europe/Amsterdam", "Pacific/Pago_Pago"])
    func `today is the office's own day, wherever on earth it is, and its work ends where the next working day begins`(name: String) throws
    {
        let zone = try #require(OfficeZone.system(name))
        for hour in 0..<24 {
            let now = zone.moment(at: TestClock.start.adding(seconds: hour * 3600))
            let calendar = OfficeCalendar.standard(zone: zone)
            let reader = WorklistReader(visibility: Visibility(SampleStaff.mara.actor), now: now, calendar: calendar)
            #expect(reader.today == now.day)
            let end = CivilTime(calendar.nextWorkingDay(after: now.day), TimeOfDay(9, 0, 1))
            #expect(zone.moment(at: reader.endOfToday).civil == end)
        }
    }

    @Test(arguments: [
        // A clock of 72 hours can end at any time. Now, when it ends, and what a row says of it.
        ("2026-11-27 10:00", "2026-11-29 03:00", "zo 29 nov 03:00", true),
        ("2026-11-27 10:00", "2026-11-30 03:00", "ma 30 nov 03:00", true),
        ("2026-11-26 10:00", "2026-11-30 03:00", "nog 1 werkdag", true), ("2026-11-25 10:00", "2026-11-30 03:00", "nog 2 werkdagen", false),
        ("2026-11-26 10:00", "2026-11-27 09:00", "vr 27 nov 09:00", true), ("2026-11-26 10:00", "2026-11-27 10:00", "nog 1 werkdag", true),
        ("2026-11-28 10:00", "2026-11-30 08:00", "ma 30 nov 08:00", true),
        ("2026-11-26 10:00", "2026-11-26 23:00", "vandaag uiterlijk 23:00", true),
    ])
    func `what ends at night or in a weekend is due before the last office hour before it`(
        now: String, due: String, words: String, isSoon: Bool
    ) throws {
        let calendar = OfficeCalendar.standard(zone: .amsterdam)
        func moment(_ text: String) throws -> Moment {
            let parts = text.split(separator: " ")
            let time = parts[1].split(separator: ":").compactMap { Int($0) }
            let civil = CivilTime(try #require(Day(iso: String(parts[0]))), TimeOfDay(time[0], time[1]))
            return Moment(calendar.zone.instant(of: civil), civil)
        }
        let pill = try Wording(.dutch).nearness(of: moment(due).instant, now: moment(now), on: calendar)
        #expect(pill.words == words)
        #expect(pill.urgency == (isSoon ? .soon : .calm))
        let reader = try WorklistReader(visibility: Visibility(SampleStaff.mara.actor), now: moment(now), calendar: calendar)
        #expect(try (moment(due).instant < reader.endOfToday) == !words.hasPrefix("nog"))
    }
}
