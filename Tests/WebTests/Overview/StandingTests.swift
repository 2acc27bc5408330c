import Analysis
import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

/// What goes on now is told first, however long ago it began.
struct StandingTests {
    private static func register(_ site: StaffedSite, _ day: Day, _ count: Int) async throws {
        for _ in 0..<count {
            try await site.rehearsal.register { ($0.received, $0.natureAbout, $0.natureWrong) = (.day(day), "billing", "too-slow") }
        }
    }

    private static func verdict(_ site: StaffedSite, _ query: String = "") async throws -> String {
        let page = try await site.get(Paths.signals + query, as: SampleStaff.dirk).text
        return page.components(separatedBy: "<p class=\"verdict\">").dropFirst().first?.components(separatedBy: "</p>").first ?? ""
    }

    @Test func `a level that is another since weeks is told above its chart, whatever is chosen below`() async throws {
        try await StaffedSite.open { site in
            let monday = Day("2025-11-24")
            for week in 0..<51 {
                try await Self.register(site, monday + 7 * week, week >= 39 || week.isMultiple(of: 3) ? 2 : week == 2 ? 1 : 0)
            }
            for query in ["", "?over=hosting", "?periode=kwartaal", "?van=1-1-2026&tot=1-2-2026"] {
                let verdict = try await Self.verdict(site, query)
                #expect(verdict.contains("Ontvangen (al 12 weken boven het midden)"), "\(query): \(verdict)")
                #expect(!verdict.contains("Niets bijzonders"))
            }
        }
    }

    @Test func `what rises still is told until somebody settles it, also when it was found long ago`() async throws {
        try await StaffedSite.open { site in
            let monday = Day("2026-11-16")
            for week in 1...66 { try await Self.register(site, monday - 7 * week, week <= 16 ? 5 : 2) }
            try await site.workplace.signals.raise()
            let kept = try await site.rehearsal.records.read { try $0.keptSignals(from: "2026-01-01") }
            let drifts = kept.filter { $0.kind == .drift && $0.subject == .nature }
            #expect(drifts.count == 1 && drifts.allSatisfy { $0.week < monday - 7 * 8 }, "\(kept.map(\.week.iso))")
            let verdict = try await Self.verdict(site)
            #expect(verdict.contains("Let op, dit loopt nog op: Facturatie (al ") && verdict.contains(" en Alle klachten samen (al "))
            for signal in kept where signal.kind == .drift {
                try await site.workplace.signals.judge(signal.id, "explained", words: "Nieuwe dienst", by: SampleStaff.dirk.actor)
            }
            #expect(!(try await Self.verdict(site)).contains("loopt nog op"))
        }
    }

    private static func standing(_ counts: [Int], _ kept: [KeptSignal]) throws -> SignalsStanding {
        var designs = DriftDesigns()
        let weeks = CalendarWeek(of: Day("2026-11-26")).last(SignalsReading.depth)
        let reading = try SignalsReading([WeekCounts(about: "billing", counts: counts)], weeks: weeks, designs: &designs)
        return SignalsStanding(reading, charts: [], kept: kept, judged: Set(weeks.map(\.monday)), today: "2026-11-26")
    }

    private static func drift(_ week: Day) -> KeptSignal {
        KeptSignal(.drift, about: "billing", week: week, found: 10, usual: 5...5, oneIn: 1000, at: TestClock.start)
    }

    @Test func `a rise that goes on is told as of now, one that is over with its week`() throws {
        let calm = (0..<105).map { [5, 4, 6, 5, 5][$0 % 5] }
        let rising = Array(calm.prefix(92)) + [10, 9, 11, 10, 10, 9, 10, 10, 11, 10, 9, 10]
        // The running week has hardly begun: it ends nothing.
        let now = try Self.standing(rising + [0], [Self.drift("2026-10-19")])
        #expect(now.rising.map(\.about) == ["billing"] && now.open.isEmpty && now.totalRise != nil)
        let past = try Self.standing(calm, [Self.drift("2026-10-19")])
        #expect(past.rising.isEmpty && past.open.map(\.week.iso) == ["2026-10-19"] && past.totalRise == nil)
        // One bad month piles up for half a year, and rises no more.
        let month = Array(calm.prefix(90)) + [15, 18, 17, 14] + Array(calm.suffix(11))
        let over = try Self.standing(month, [Self.drift("2026-10-19")])
        #expect(over.rising.isEmpty && over.open.count == 1 && over.totalRise == nil)
        let old = try Self.standing(calm, [Self.drift("2026-08-17")])
        #expect(old.rising.isEmpty && old.open.isEmpty)
    }

    @Test func `what rose for a month and does so no more is told as past, in the first sentence and with its kind`() async throws {
        try await StaffedSite.open { site in
            let monday = Day("2026-11-16")
            for week in 1...60 { try await Self.register(site, monday - 7 * week, (11...14).contains(week) ? 8 : 2) }
            try await site.rehearsal.records.write { try $0.keep(Self.drift("2026-10-19")) }
            let page = try await site.get(Paths.signals, as: SampleStaff.dirk).text
            #expect(page.contains("<td>liep op, dat is voorbij</td>") && !page.contains("loopt nog op"))
            #expect(try await Self.verdict(site).contains("Let op in week 43: Facturatie (liep op)."))
        }
    }

    @Test func `what a signal's chart is counted against does not depend on the days that are chosen`() async throws {
        try await StaffedSite.open { site in
            try await SignalsTests.makeSpike(site.rehearsal)
            let months = (4...10).map { "2026-\($0 < 10 ? "0" : "")\($0);1000" }.joined(separator: "\n")
            try await site.workplace.signals.keep(ExposureInput(unit: .customers, text: months), by: SampleStaff.mara.actor)
            for query in ["", "?van=1-1-2026&tot=1-2-2026"] {
                let page = try await site.get(Paths.signals + query, as: SampleStaff.dirk)
                #expect(page.text.contains("In aantallen: niet van al deze weken is bekend hoeveel klanten er waren."), "\(query)")
            }
        }
    }
}
