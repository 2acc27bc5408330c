import Complaints
import Records
import Rehearsal
import Testing

@testable import Casework

struct DemoIncidentTests {
    @Test func `an incident shows: its nature's share at least doubles in its first week`() throws {
        let plan = try #require(DemoPlan(complaints: 8000, years: 2, seed: 11, today: "2026-11-20"))
        let hours = OfficeHours(.standard(zone: .amsterdam), from: plan.first, through: plan.today)
        let arrivals = DemoArrivals(plan, hours)
        let all = arrivals.all()
        #expect(all.count == 8000)
        let total = DemoNatures.mix.reduce(0) { $0 + $1.weight }
        let grave = arrivals.incidents.filter { [.storageOutage, .billingRun, .migration].contains($0.kind) }
        #expect(Set(grave.map(\.kind)).count == 3)
        for incident in grave {
            let week = all.filter { $0.day >= incident.start && $0.day < incident.start + 7 }
            let usual = (DemoNatures.mix.first { $0.nature == incident.nature }?.weight ?? 0) / total
            let extra = Double(week.count { $0.incident?.nature == incident.nature }) / Double(week.count)
            #expect(extra + usual * (1 - extra) >= 2 * usual, "\(incident.kind) of \(incident.start.iso)")
        }
    }

    @Test func `Mondays are busier than Fridays, and hardly anybody complains at the weekend`() throws {
        let plan = try #require(DemoPlan(complaints: 6000, years: 1, seed: 5, today: "2026-11-20"))
        let all = DemoArrivals(plan, OfficeHours(.standard(zone: .amsterdam), from: plan.first, through: plan.today)).all()
        func count(_ weekday: Weekday) -> Int { all.count { $0.day.weekday == weekday } }
        #expect(count(.monday) > count(.friday))
        #expect(count(.friday) > 2 * count(.sunday))
    }
}
