import Complaints
import Testing

@Suite struct OfficeZoneTests {
    let zone = OfficeZone.amsterdam

    @Test func `a winter evening in UTC is the next day in the office`() {
        let moment = zone.moment(at: .utc("2026-01-15", 23, 30))
        #expect(moment.civil == CivilTime("2026-01-16", TimeOfDay(0, 30)))
    }

    @Test func `the second before and the second of each clock change`() {
        #expect(zone.moment(at: .utc("2026-03-29", 0, 59, 59)).civil == CivilTime("2026-03-29", TimeOfDay(1, 59, 59)))
        #expect(zone.moment(at: .utc("2026-03-29", 1)).civil == CivilTime("2026-03-29", TimeOfDay(3)))
        #expect(zone.moment(at: .utc("2026-10-25", 0, 59, 59)).civil == CivilTime("2026-10-25", TimeOfDay(2, 59, 59)))
        #expect(zone.moment(at: .utc("2026-10-25", 1)).civil == CivilTime("2026-10-25", TimeOfDay(2)))
    }

    @Test func `a time that the clock change skips is moved on by an hour`() {
        #expect(zone.instant(of: CivilTime("2026-03-29", TimeOfDay(2, 30))) == .utc("2026-03-29", 1, 30))
        #expect(zone.moment(of: CivilTime("2027-03-28", TimeOfDay(2))).civil == CivilTime("2027-03-28", TimeOfDay(3)))
    }

    @Test func `of an hour that comes twice the first is meant`() {
        #expect(zone.instant(of: CivilTime("2026-10-25", TimeOfDay(2, 30))) == .utc("2026-10-25", 0, 30))
        #expect(zone.instant(of: CivilTime("2027-10-31", TimeOfDay(2))) == .utc("2027-10-31", 0))
    }

    @Test func `every quarter of an hour of 2026 and 2027 is found back from what the clock showed`() {
        let first = Instant.utc("2026-01-01", 0)
        var twice = 0
        for quarter in 0..<(730 * 96) {
            let instant = first.adding(seconds: quarter * 900)
            let back = zone.instant(of: zone.moment(at: instant).civil)
            if back == instant.adding(seconds: -3600) {
                twice += 1
            } else if back != instant {
                Issue.record("\(instant) came back as \(back)")
            }
        }
        #expect(twice == 8, "the four quarters of the repeated hour, in each of two years")
    }

    @Test func `a zone far from Greenwich keeps its days`() {
        let samoa = OfficeZone(name: "Pacific/Apia", spans: [.init(start: .utc("2020-01-01", 0), offset: 13 * 3600)])
        let civil = CivilTime("2026-07-01", TimeOfDay(0, 10))
        #expect(samoa.instant(of: civil) == .utc("2026-06-30", 11, 10))
        #expect(samoa.moment(of: civil).civil == civil)
    }

    @Test func `the first span also covers what is before it`() {
        #expect(zone.offset(at: .utc("1999-07-01", 0)) == 3600)
    }

    @Test func `without spans the office is on UTC, also before 1970 and between the seconds`() {
        let utc = OfficeZone(name: "UTC", spans: [])
        #expect(utc.moment(at: Instant(milliseconds: -1)).civil == CivilTime("1969-12-31", TimeOfDay(23, 59, 59)))
        #expect(utc.moment(at: Instant(milliseconds: -86_400_000)).civil == CivilTime("1969-12-31", TimeOfDay(0)))
        #expect(utc.moment(at: Instant(milliseconds: 1_999)).civil == CivilTime("1970-01-01", TimeOfDay(0, 0, 1)))
    }

    @Test func `the table made by rule is the one written by hand`() {
        let rule = OfficeZone.amsterdam(2025...2028)
        for hour in 0..<(2 * 365 * 24) {
            let instant = Instant.utc("2026-01-01", 0).adding(seconds: hour * 3600)
            guard rule.offset(at: instant) == zone.offset(at: instant) else {
                Issue.record("\(instant)")
                return
            }
        }
    }
}
