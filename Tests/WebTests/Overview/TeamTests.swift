import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

/// Figures of a team: of the complaints that its members handle now.
struct TeamTests {
    @Test func `a team's numbers are the lengths of its lists`() async throws {
        try await StaffedSite.open { site in
            var work = RandomWork(site.rehearsal, seed: 5)
            try await work.run(complaints: 60, acts: 300)
            try await Self.join(SampleStaff.hassan, "Techniek", site)
            site.rehearsal.clock.advance(days: 20)
            let anew = try await site.signedInAnew(SampleStaff.mara)
            let all = try await Self.sum("", anew)
            let team = try await Self.sum("Techniek", anew)
            let none = try await Self.sum("-", anew)
            #expect(team > 0 && none > 0 && team < all, "\(team), \(none), \(all)")
        }
    }

    @Test func `a complaint counts for the team of whoever handles it now`() async throws {
        try await StaffedSite.open { site in
            try await Self.join(SampleStaff.hassan, "Techniek", site)
            try await Self.join(SampleStaff.joost, "Administratie", site)
            let complaint = try await site.rehearsal.register()
            #expect(try await Self.holders(of: complaint, site) == ["-"])
            try await site.rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            #expect(try await Self.holders(of: complaint, site) == ["Techniek"])
            try await site.rehearsal.perform(.assign(to: SampleStaff.joost.id, reason: "Werkdruk."), on: complaint, by: SampleStaff.mara)
            #expect(try await Self.holders(of: complaint, site) == ["Administratie"])
            try await Self.join(SampleStaff.joost, "", site)
            #expect(try await Self.holders(of: complaint, site) == ["-"])
        }
    }

    @Test func `teams side by side are told with their days`() async throws {
        try await StaffedSite.open { site in
            for (member, team) in [(SampleStaff.hassan, "Techniek"), (SampleStaff.joost, "Administratie")] {
                try await Self.join(member, team, site)
                let complaint = try await site.rehearsal.register()
                try await site.rehearsal.perform(.assign(to: member.id), on: complaint, by: SampleStaff.mara)
            }
            site.rehearsal.clock.set(to: "2026-12-30")
            let page = try await site.signedInAnew(SampleStaff.dirk).get(Paths.flow, as: SampleStaff.dirk).text
            #expect(page.contains("Klachten waarvan de tijd om was van 29-12-2025 tot en met 30-12-2026."))
        }
    }

    @Test func `a team that there is not is said at its field, and without teams there is no field`() async throws {
        try await StaffedSite.open { site in
            #expect(try await site.get(Paths.signals, as: SampleStaff.dirk).text.contains("name=\"team\"") == false)
            let page = try await site.get("\(Paths.signals)?team=Zeilen", as: SampleStaff.dirk)
            #expect(page.status == 422 && page.text.contains("Kies een van de mogelijkheden."))
            try await Self.join(SampleStaff.hassan, "R&D \"<b>", site)
            let found = try await site.get("\(Paths.signals)?team=R%26D+%22%3Cb%3E", as: SampleStaff.dirk)
            #expect(found.status == 200 && found.text.contains("R&amp;D &quot;&lt;b") && !found.text.contains("\"<b>"))
        }
    }

    /// All numbers of a team's page, each held against its list.
    private static func sum(_ team: String, _ site: StaffedSite) async throws -> Int {
        let page = try await site.get("\(Paths.signals)?team=\(team)", as: SampleStaff.mara)
        #expect(page.status == 200)
        #expect(page.text.contains("hoort bij het team van wie haar nu behandelt"))
        var sum = 0
        for (address, number) in OverviewTests.numbers(in: page.text) {
            let list = try await site.get(address, as: SampleStaff.mara).text
            #expect(OverviewTests.length(of: list) == number, "\(address)")
            sum += number
        }
        return sum
    }

    /// In which teams' lists a complaint stands.
    private static func holders(of complaint: Complaint, _ site: StaffedSite) async throws -> [String] {
        var holders: [String] = []
        for team in ["-", "Techniek", "Administratie"] {
            let list = try await site.get("\(Paths.worklist)?team=\(team)", as: SampleStaff.iris).text
            if list.contains(complaint.number.formatted) { holders.append(team) }
        }
        return holders
    }

    private static func join(_ member: StaffMember, _ team: String, _ site: StaffedSite) async throws {
        let now = site.rehearsal.now
        try await site.rehearsal.records.write { tx in
            guard var found = try tx.snapshot.staffMember(member.id) else { return }
            found.team = team
            try tx.update(found, at: now)
        }
    }
}
