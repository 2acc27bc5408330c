import Complaints
import Records
import Rehearsal
import Testing

@testable import Casework

struct DemoMeasureTests {
    @Test func `of what was carried out one measure works, one does not, and of one nothing can be said yet`() async throws {
        try await DemoHouse.with(complaints: 2000, years: 3, seed: 1) { rehearsal, _ in
            let measures = try await rehearsal.records.read { try $0.measures(in: Set(MeasurePhase.allCases)) }
            func measure(_ course: DemoMeasure.Course) throws -> MeasureRow {
                let title = try #require(DemoMeasure.all.first { $0.course == course }).title
                return try #require(measures.first { $0.title == title })
            }
            let (works, fails, tooSoon) = (try measure(.works), try measure(.fails), try measure(.tooSoon))
            #expect(works.verdict == .works && works.phase == .works && works.nextDay == nil)
            #expect(fails.verdict == .worksNot && fails.phase == .reopened)
            #expect(tooSoon.verdict == .tooEarly && tooSoon.phase == .done)
            #expect(try measure(.open).phase == .open)
            // Something else is planned, and there is a day on which it can be said.
            let today = try await DemoHouse.office(rehearsal).today()
            #expect([fails, tooSoon].allSatisfy { $0.nextDay.map { $0 > today } ?? false })
        }
    }

    @Test func `a verdict is what the numbers say, now as on the day of the check`() async throws {
        try await DemoHouse.with(complaints: 900, years: 2, seed: 8) { rehearsal, _ in
            let natures = NatureLists.starter
            try await rehearsal.records.read { snapshot in
                let settings = try rehearsal.office.house.settings(in: snapshot)
                var judged = 0
                for row in try snapshot.measures(in: Set(MeasurePhase.allCases)) where row.phase != .open {
                    let measure = try #require(try snapshot.journalledMeasure(row.id)).measure
                    guard let reading = measure.reading, measure.phase != .done else { continue }
                    let effect = try snapshot.effect(
                        of: measure, on: settings.calendar, natures: natures, today: try #require(measure.judgedThrough))
                    #expect(effect?.reading.verdict == reading.verdict && effect?.reading.complaintsAfter == reading.complaintsAfter)
                    judged += 1
                }
                #expect(judged > 0)
            }
        }
    }

    @Test func `whatever the seed and the season, the verdicts come as often as a visitor may expect`() throws {
        var (works, fails, unsaid, all) = (0, 0, 0, 0)
        for today in ["2026-11-20", "2027-02-19", "2027-05-21", "2027-08-20"] as [Day] {
            for seed in 1...15 as ClosedRange<UInt64> {
                let plan = try #require(DemoPlan(complaints: 2000, years: 3, seed: seed, today: today))
                let arrivals = DemoArrivals(plan, OfficeHours(.standard(zone: .amsterdam), from: plan.first, through: plan.today))
                var dice = plan.dice(9)
                let told = arrivals.all().map { arrival in
                    (arrival.day, arrival.incident?.nature ?? dice.weighted(arrivals.natures(on: arrival.day)))
                }
                func reading(_ course: DemoMeasure.Course) throws -> EffectReading {
                    let measure = try #require(DemoMeasure.all.first { $0.course == course })
                    let days = DemoMeasureDays(of: course, plan)
                    return EffectSeries(
                        EffectCheck(on: days.check, about: measure.about, hope: measure.hope), doneOn: days.done,
                        receipts: told.filter { $0.1?.about == measure.about }.map(\.0), first: plan.first, today: days.check
                    ).reading
                }
                if try reading(.works).verdict == .works { works += 1 }
                if try reading(.fails).verdict == .worksNot { fails += 1 }
                let early = try reading(.tooSoon)
                if early.verdict == .tooEarly, early.sayableOn.map({ $0 > today }) ?? false { unsaid += 1 }
                all += 1
            }
        }
        #expect(Double(works) >= 0.9 * Double(all), "\(works) of \(all)")
        #expect(Double(fails) >= 0.9 * Double(all), "\(fails) of \(all)")
        #expect(Double(unsaid) >= 0.9 * Double(all), "\(unsaid) of \(all)")
    }
}
