import Casework
import Complaints
import Records
import Rehearsal

@testable import Web

extension StaffedSite {
    func save(
        _ act: String, on number: ComplaintNumber, _ fields: [(String, String)], as member: StaffMember = SampleStaff.hassan
    ) async throws -> Answer {
        try await post(Paths.actDraft(act, number), fields, as: member)
    }

    func drafts(on complaint: ComplaintID, of member: StaffMember = SampleStaff.hassan) async throws -> [String] {
        try await rehearsal.records.read { try $0.drafts(of: member.id, on: complaint) }.map(\.place.form)
    }
}

extension StaffedSite.Answer {
    /// How many text fields hold exactly this. A line break behind the tag is no part of the text.
    func holds(_ text: String) -> Int { count(">\n\(text)</textarea>") + count(">\(text)</textarea>") }

    var version: String {
        String(text.drop { !$0.isNumber }.prefix { $0.isNumber })
    }
}
