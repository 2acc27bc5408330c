import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

/// Figures of houses in which little, or something odd, happened: each page and each paper comes, and says no more than it knows.
struct OddHousesTests {
    private static let pages = [
        Paths.signals, "\(Paths.signals)?periode=vijf-jaar", "\(Paths.signals)?periode=kwartaal&over=hosting&kanaal=letter",
        Paths.overview, Paths.reports, "\(Paths.reports)?soort=openbaar", "\(Paths.reportsPDF)?soort=directie",
    ]

    private static func look(at pages: [String], _ site: StaffedSite) async throws {
        for path in pages {
            let page = try await site.get(path, as: SampleStaff.dirk)
            #expect(page.status == 200, "\(path)")
            if path.hasPrefix(Paths.reportsPDF) { continue }
            for word in [">NaN", ">nan", ">inf", "Optional("] { #expect(!page.text.contains(word), "\(path) \(word)") }
            for (address, number) in OverviewTests.numbers(in: page.text) {
                #expect(OverviewTests.length(of: try await site.get(address, as: SampleStaff.dirk).text) == number, "\(path) \(address)")
            }
        }
    }

    @Test func `no complaint at all, and one`() async throws {
        try await StaffedSite.open { site in
            try await Self.look(at: Self.pages, site)
            try await site.rehearsal.register()
            try await Self.look(at: Self.pages, site)
        }
    }

    @Test func `three complaints are compared by the day and told by their numbers, and how long work stays is not known yet`()
        async throws
    {
        try await StaffedSite.open { site in
            for day in ["2026-10-15", "2026-11-03", "2026-11-10"] as [Day] { try await Self.register(site, day) }
            let november = "van=1-11-2026&tot=30-11-2026"
            let signals = try await site.get("\(Paths.signals)?\(november)", as: SampleStaff.dirk).text
            #expect(signals.contains("Ontvangen is vergeleken per dag: de tijden zijn niet even lang."))
            let review = try await site.get("\(Paths.reports)?\(november)", as: SampleStaff.dirk).text
            #expect(review.contains("Ontvangen (vergeleken per dag)"))
            let flow = try await site.get(Paths.flow, as: SampleStaff.dirk).text
            #expect(flow.contains("In de laatste 13 weken is niets afgerond: hoe lang werk blijft, is nog niet te zeggen."))
            let times = flow.components(separatedBy: "<h2>Wanneer klachten binnenkomen</h2>").dropFirst().first ?? ""
            let table = times.components(separatedBy: "</table>").first ?? ""
            // One on a Thursday, two on Tuesdays.
            #expect(table.contains("<td class=\"amount\">1</td>") && table.contains("<td class=\"amount\">2</td>"))
            #expect(!table.contains("%"))
        }
    }

    @Test func `all of one kind on one day`() async throws {
        try await StaffedSite.open { site in
            for _ in 0..<30 { try await Self.register(site, "2026-11-10") }
            try await Self.look(at: Self.pages, site)
        }
    }

    @Test func `a gap of more than a year`() async throws {
        try await StaffedSite.open { site in
            for day in 0..<20 { try await Self.register(site, Day("2024-09-02") + 3 * day) }
            for day in 0..<6 { try await Self.register(site, Day("2026-11-02") + day) }
            try await Self.look(at: Self.pages, site)
            let page = try await site.get(Paths.signals, as: SampleStaff.dirk)
            #expect(page.text.contains("class=\"verdict\""))
        }
    }

    @Test func `days that are still to come hold nothing, and an incident of tomorrow is neither marked nor told`() async throws {
        try await StaffedSite.open { site in
            for day in 0..<6 { try await Self.register(site, Day("2026-11-02") + day) }
            let query = "van=1-1-2030&tot=1-3-2030"
            try await Self.look(at: ["\(Paths.signals)?\(query)", "\(Paths.reports)?soort=directie&\(query)"], site)
            let page = try await site.get("\(Paths.signals)?\(query)&over=hosting", as: SampleStaff.dirk)
            #expect(OverviewTests.numbers(in: page.text).allSatisfy { $0.number <= 6 })
            let paper = try await site.get("\(Paths.reportsPDF)?soort=directie&\(query)", as: SampleStaff.dirk)
            #expect(paper.status == 200)
            let incident = [
                ("title", "Verhuizing"), ("first", "30-11-2026"), ("bannerDutch", "Wij verhuizen."), ("bannerEnglish", "We move."),
                ("bannerUntil", "5-12-2026"),
            ]
            #expect(try await site.post(Paths.incidents, incident, as: SampleStaff.mara).status == 303)
            #expect(!(try await site.get(Paths.signals, as: SampleStaff.dirk)).text.contains("Verhuizing</text>"))
            #expect(try await site.rehearsal.records.read { try $0.banners(on: "2026-11-20").isEmpty })
            #expect(try await site.rehearsal.records.read { try $0.banners(on: "2026-11-30").count } == 1)
        }
    }

    private static func register(_ site: StaffedSite, _ day: Day) async throws {
        try await site.rehearsal.register { ($0.received, $0.natureAbout, $0.natureWrong) = (.day(day), "hosting", "too-slow") }
    }
}
