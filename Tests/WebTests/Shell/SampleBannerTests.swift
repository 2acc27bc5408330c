import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `A house of invented complaints` {
    @Test func `says so on the desk, the public form and the page that follows a complaint`() async throws {
        try await withSite { site in
            let words = "Voorbeeldgegevens: dit huis is gevuld met verzonnen klachten."
            let before = try await site.get(Paths.report)
            #expect(!before.text.contains(words))
            let rehearsal = site.rehearsal
            let demo = DemoOffice(records: rehearsal.records, clock: rehearsal.clock.clock, house: rehearsal.office.house)
            let plan = try #require(DemoPlan(complaints: 12, years: 1, seed: 2, today: try await demo.today()))
            _ = try await demo.fill(plan)
            let complaint = try await rehearsal.register()
            #expect(try await site.get(Paths.report).text.contains(words))
            #expect(try await site.get(Paths.report + "?taal=en").text.contains("Sample data: this house is filled"))
            #expect(try await site.get(Paths.procedure).text.contains(words))
            #expect(try await site.get(Paths.signIn).text.contains(words))
            #expect(try await site.get(Paths.worklist, as: SampleStaff.mara).text.contains(words))
            #expect(try await site.get(Paths.overview, as: SampleStaff.dirk).text.contains(words))
            let follower = try await site.following(complaint.id)
            #expect(try await site.get(Paths.followed, as: follower).text.contains(words))
        }
    }
}
