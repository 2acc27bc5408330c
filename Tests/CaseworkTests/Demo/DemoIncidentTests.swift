import Analysis
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

    /// At rates of about three and five a week: as few as the two are to be found at.
    @Test func `the two that nobody would notice by hand are found, as often as was promised`() throws {
        var (rises, crowds, seeds) = (0, 0, 0)
        var designs = DriftDesigns()
        for seed in 1...40 as ClosedRange<UInt64> {
            let plan = try #require(DemoPlan(complaints: 4700, years: 3, seed: seed, today: "2026-11-20"))
            let arrivals = DemoArrivals(plan, OfficeHours(.standard(zone: .amsterdam), from: plan.first, through: plan.today))
            let all = arrivals.all()
            var dice = plan.dice(9)
            var counts: [String: [Int]] = [:]
            let first = CalendarWeek(of: plan.first)
            let weeks = (CalendarWeek(of: plan.today).monday.number - first.monday.number) / 7 + 1
            for arrival in all {
                let about = (arrival.incident?.nature ?? dice.weighted(arrivals.natures(on: arrival.day)))?.about ?? ""
                let week = (CalendarWeek(of: arrival.day).monday.number - first.monday.number) / 7
                counts[about, default: Array(repeating: 0, count: weeks)][week] += 1
            }
            let lines = CalendarWeek(of: plan.today).last(weeks)
            let ledger = WeekLedger(
                weeks: lines, received: (0..<weeks).map { week in counts.values.reduce(0) { $0 + $1[week] } },
                natures: counts.map { (code: $0.key, counts: $0.value) }.sorted { $0.code < $1.code }, channels: [], shares: [:],
                handling: HandlingLedger(courses: [], weeks: lines, on: .standard(zone: .amsterdam)))
            /// What is kept of a week, with all that is judged in it.
            func isKept(_ about: String, _ week: Int) throws -> Set<SignalKind> {
                let found = try WeekJudging(ledger, min(week, weeks - 2), at: TestClock.start).signals(&designs)
                return Set(found.filter { $0.nature == about }.map { $0.kind })
            }
            func place(_ kind: DemoIncident.Kind) throws -> Int {
                let start = try #require(arrivals.incidents.first { $0.kind == kind }).start
                return (start.number - first.monday.number) / 7
            }
            let (rise, crowd) = (try place(.lineTrouble), try place(.crowdedDesk))
            if try (rise..<rise + 8).contains(where: { try !isKept("network", $0).isEmpty }) { rises += 1 }
            if try isKept("servicedesk", crowd).contains(.spike) { crowds += 1 }
            seeds += 1
        }
        #expect(Double(rises) >= 0.8 * Double(seeds), "\(rises) of \(seeds)")
        #expect(Double(crowds) >= 0.9 * Double(seeds), "\(crowds) of \(seeds)")
    }

    @Test func `Mondays are busier than Fridays, and hardly anybody complains at the weekend`() throws {
        let plan = try #require(DemoPlan(complaints: 6000, years: 1, seed: 5, today: "2026-11-20"))
        let all = DemoArrivals(plan, OfficeHours(.standard(zone: .amsterdam), from: plan.first, through: plan.today)).all()
        func count(_ weekday: Weekday) -> Int { all.count { $0.day.weekday == weekday } }
        #expect(count(.monday) > count(.friday))
        #expect(count(.friday) > 2 * count(.sunday))
    }
}
