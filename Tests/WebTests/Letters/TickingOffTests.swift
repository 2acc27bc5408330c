import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Letters that are ticked off` {
    private func letter(_ site: StaffedSite) async throws -> (complaint: Complaint, path: String, id: LetterID) {
        let complaint = try await site.rehearsal.register()
        let letter = try #require(try await site.rehearsal.records.read { try $0.letters(of: complaint.id) }.last)
        return (complaint, Paths.letter(letter.id, complaint.number), letter.id)
    }

    @Test func `from the list one comes back to the list, at the next letter`() async throws {
        try await StaffedSite.open { site in
            let (first, second) = (try await letter(site), try await letter(site))
            let list = try await site.get(Paths.letters)
            #expect(list.count("\(first.path)?lijst=1") == 1 && list.count("\(second.path)?lijst=1") == 1)
            #expect(try await site.get("\(first.path)?lijst=1").count("name=\"lijst\"") >= 1)
            #expect(try await site.get(first.path).count("name=\"lijst\"") == 0)
            let fields = [("letter", "\(first.id.value)"), ("means", "told")]
            let done = try await site.post(Paths.act("informed", first.complaint.number), fields + [("lijst", "1")])
            #expect(done.location == "\(Paths.letters)?gedaan=informed")
            let after = try await site.get(done.location)
            #expect(after.text.contains("De volgende: ") && after.count("\(second.path)?lijst=1\" autofocus") == 1)
            #expect(after.count(first.path) == 0)
        }
    }

    @Test func `from the file one comes back to the file`() async throws {
        try await StaffedSite.open { site in
            let letter = try await letter(site)
            let done = try await site.post(
                Paths.act("informed", letter.complaint.number), [("letter", "\(letter.id.value)"), ("means", "told")])
            #expect(done.location.hasPrefix(Paths.file(letter.complaint.number)))
        }
    }
}
