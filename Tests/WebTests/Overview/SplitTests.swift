import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

/// A kind of complaints that is split in two: its trend goes on, marked.
struct SplitTests {
    @Test func `a kind that is split goes on as one, is marked, and raises no alarm by itself`() async throws {
        try await StaffedSite.open { site in
            let monday: Day = "2026-11-16"
            for week in 5...34 { try await Self.register(site, monday - 7 * week, ["hosting", "hosting", "hosting", "billing"]) }
            try await Self.split(site)
            for week in 1...4 { try await Self.register(site, monday - 7 * week, ["webhosting", "webhosting", "webhosting", "billing"]) }
            let whole = try await site.get(Paths.signals, as: SampleStaff.mara)
            #expect(whole.status == 200 && whole.text.contains("Niets bijzonders"), "\(whole.text.prefix(9000).suffix(2500))")
            #expect(try await site.workplace.signals.raise() == 0)
            let kind = try await site.get("\(Paths.signals)?over=hosting", as: SampleStaff.mara)
            #expect(kind.text.contains("afgesplitst: Webhosting"))
            let part = try await site.get("\(Paths.signals)?over=webhosting", as: SampleStaff.mara)
            var sums = [0, 0]
            for (place, page) in [kind, part].enumerated() {
                for (address, number) in OverviewTests.numbers(in: page.text) {
                    let list = try await site.get(address, as: SampleStaff.mara).text
                    #expect(OverviewTests.length(of: list) == number, "\(address)")
                    sums[place] += number
                }
            }
            #expect(sums[0] > sums[1] && sums[1] > 0, "\(sums)")
        }
    }

    @Test func `what happened to a part is marked with the whole that it is counted with, and with nothing else`() async throws {
        try await StaffedSite.open { site in
            try await Self.split(site)
            let monday: Day = "2026-11-16"
            for week in 1...8 { try await Self.register(site, monday - 7 * week, ["hosting", "webhosting", "billing"]) }
            let incident = [("title", "Storing web"), ("first", "20-10-2026"), ("about", "webhosting")]
            #expect(try await site.post(Paths.incidents, incident, as: SampleStaff.mara).status == 303)
            for (about, isMarked) in [("hosting", true), ("webhosting", true), ("billing", false)] {
                let page = try await site.get("\(Paths.signals)?over=\(about)", as: SampleStaff.mara)
                #expect(page.text.contains("Storing web</text>") == isMarked, "\(about)")
            }
        }
    }

    @Test func `only of what there is something is split off, and a measure counts the parts too`() async throws {
        try await StaffedSite.open { site in
            await #expect(throws: SettingsRefusal.invalid([FieldProblem("from.new", .unknown)])) {
                try await Self.split(site, from: "zeilen")
            }
            try await Self.split(site)
            let natures = try await site.workplace.read { _, house in house.natures }
            #expect(natures.parts(of: "hosting") == ["hosting", "webhosting"] && natures.root(of: "webhosting") == "hosting")
            #expect(natures.parts(of: "billing") == ["billing"] && natures.root(of: "billing") == "billing")
            try await Self.register(site, "2026-11-16", ["hosting", "webhosting", "billing"])
            let check = EffectCheck(on: "2027-01-01", about: "hosting")
            let counted = try await site.rehearsal.records.read {
                try $0.receipts(check, abouts: natures.parts(of: "hosting"), from: Instant(milliseconds: 0)).count
            }
            #expect(counted == 2)
        }
    }

    private static func split(_ site: StaffedSite, from code: String = "hosting") async throws {
        let added = NatureListInput.Entry(dutch: "Webhosting", english: "Web hosting", isActive: true)
        let input = NatureListInput(.about, entries: [:], added: added, addedFrom: code)
        try await site.workplace.settings.change(input, seen: 0, by: SampleStaff.bo.actor)
    }

    private static func register(_ site: StaffedSite, _ day: Day, _ kinds: [String]) async throws {
        for (place, about) in kinds.enumerated() {
            try await site.rehearsal.register { ($0.received, $0.natureAbout, $0.natureWrong) = (.day(day + place), about, "too-slow") }
        }
    }
}
