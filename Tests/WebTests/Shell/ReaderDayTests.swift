import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

struct ReaderDayTests {
    @Test(arguments: ["Pacific/Kiritimati", "Pacific/Auckland", "Europe/Amsterdam", "Pacific/Pago_Pago"])
    func `today is the office's own day, wherever on earth it is, and ends at its midnight`(name: String) throws {
        let zone = try #require(OfficeZone.system(name))
        for hour in 0..<24 {
            let now = zone.moment(at: TestClock.start.adding(seconds: hour * 3600))
            let reader = WorklistReader(visibility: Visibility(SampleStaff.mara.actor), now: now, zone: zone)
            #expect(reader.today == now.day)
            #expect(zone.moment(at: reader.endOfToday).civil == CivilTime(now.day.next, TimeOfDay(0)))
        }
    }
}
