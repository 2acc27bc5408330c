import Casework
import Complaints
import Rehearsal
import Testing

@testable import Web

@Suite struct `Asking to look again after the term` {
    private static func closed(_ site: StaffedSite) async throws -> Complaint {
        let complaint = try await site.rehearsal.registerAtWork()
        return try await site.rehearsal.perform(.resolve(.sample()), .close, on: complaint, by: SampleStaff.hassan)
    }

    @Test func `the decision says when the term ended, and when it was asked`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await Self.closed(site)
            site.rehearsal.clock.set(to: "2027-11-19")
            try await site.rehearsal.perform(.reopen(reason: "Het is er weer."), on: complaint, by: SampleStaff.mara)
            let page = try await site.signedInAnew(SampleStaff.mara).get(Paths.file(complaint.number), as: SampleStaff.mara).text
            #expect(page.contains("Beslis of deze klacht opnieuw bekeken wordt."))
            #expect(page.contains("Vragen om opnieuw te kijken kon tot en met vr 1 jan; dit verzoek is van vr 19 nov."))
        }
    }

    @Test func `what was asked in time says nothing of it, however late it is decided on`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await Self.closed(site)
            _ = try await site.rehearsal.office.perform(.reopen(reason: "Het is er weer."), on: complaint.id, by: .customer)
            site.rehearsal.clock.set(to: "2027-11-19")
            let page = try await site.signedInAnew(SampleStaff.mara).get(Paths.file(complaint.number), as: SampleStaff.mara).text
            #expect(page.contains("Beslis of deze klacht opnieuw bekeken wordt.") && !page.contains("Vragen om opnieuw te kijken kon"))
        }
    }
}
