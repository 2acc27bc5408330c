import Complaints
import Rehearsal
import Testing

@testable import Web

@Suite struct `Words sent for what can't be done any more` {
    @Test func `an answer sent after a colleague resolved the file stands on the page that refuses it`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            var input = ResolutionInput()
            input.finding = "informal"
            try await site.rehearsal.perform(.resolve(input), on: complaint, by: SampleStaff.hassan)
            let fields = [("gezien", "\(complaint.sequence)"), ("finding", "upheld"), ("answer", "Dit typte ik een half uur.")]
            let page = try await site.post(Paths.act("resolve", complaint.number), fields, as: SampleStaff.hassan)
            #expect(page.status == 409)
            #expect(page.count("Dit typte ik een half uur.") == 1 && page.count("id=\"unkept-typed\"") == 1)
        }
    }

    @Test func `a form that is still there holds its words itself`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let fields = [("gezien", "\(complaint.sequence)"), ("text", "")]
            let page = try await site.post(Paths.act("note", complaint.number), fields, as: SampleStaff.hassan)
            #expect(page.status == 422 && page.count("unkept-typed") == 0)
        }
    }
}
