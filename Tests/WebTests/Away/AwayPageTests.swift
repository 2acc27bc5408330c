import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Who replaces whom` {
    private func note(
        _ member: StaffMember, for replacement: StaffMember?, _ first: String, _ last: String, _ site: StaffedSite
    ) async throws -> StaffedSite.Answer {
        try await site.post(
            Paths.away,
            [
                ("staff", "\(member.id.value)"), ("first", first), ("last", last),
                ("replacement", replacement.map { "\($0.id.value)" } ?? ""),
            ], as: SampleStaff.mara)
    }

    @Test func `who stands in for one another is refused by name, and what was typed stays`() async throws {
        try await StaffedSite.open { site in
            let (hassan, joost, sanne) = (SampleStaff.hassan, SampleStaff.joost, SampleStaff.sanne)
            #expect(try await note(hassan, for: joost, "20-11-2026", "27-11-2026", site).status == 303)
            let two = try await note(joost, for: hassan, "27-11-2026", "4-12-2026", site)
            #expect(two.status == 422 && two.text.contains("Hassan El Amrani is dan ook afwezig en wordt vervangen door wie u nu"))
            #expect(two.text.contains("value=\"4-12-2026\""))
            #expect(try await note(joost, for: sanne, "27-11-2026", "4-12-2026", site).status == 303)
            let three = try await note(sanne, for: hassan, "25-11-2026", "27-11-2026", site)
            #expect(three.status == 422 && three.text.contains("vervangen door Joost Visser, en die weer door wie u nu afwezig meldt."))
        }
    }

    @Test func `that the replacement is away too is told when it is noted, whichever came first, and stays beside it`() async throws {
        try await StaffedSite.open { site in
            let (hassan, joost, sanne) = (SampleStaff.hassan, SampleStaff.joost, SampleStaff.sanne)
            let first = try await note(joost, for: nil, "24-11-2026", "25-11-2026", site)
            #expect(try await !site.get(first.location, as: SampleStaff.mara).text.contains("zelf afwezig"))
            let second = try await note(hassan, for: joost, "23-11-2026", "27-11-2026", site)
            let told = try await site.get(second.location, as: SampleStaff.mara)
            #expect(told.count("Vervanger Joost Visser is zelf afwezig, di 24 nov tot en met wo 25 nov: dan vervangt niemand") == 2)
            #expect(told.text.contains("Bewaard."))
            #expect(try await site.get(Paths.away, as: SampleStaff.mara).count("dan vervangt niemand Hassan El Amrani") == 1)
            // The other way round: whoever is noted replaces somebody already.
            let third = try await note(sanne, for: hassan, "23-11-2026", "23-11-2026", site)
            #expect(third.status == 303)
            let fourth = try await note(joost, for: sanne, "27-11-2026", "27-11-2026", site)
            let page = try await site.get(fourth.location, as: SampleStaff.mara)
            #expect(page.count("zelf afwezig, vr 27 nov: dan vervangt Sanne") == 2)
        }
    }
}
