import Complaints
import Testing

struct DocumentsTests {
    private let document = Document(
        digest: String(repeating: "0", count: 64), size: 12, name: Passage("offerte.pdf"), isFromCustomer: false)

    @Test func `a document is added in every phase`() throws {
        var life = try Life.closed()
        try life.perform(.attach(document), by: Desk.iris)
        #expect(life.complaint.documents == [document])
        #expect(life.complaint.phase == .closed)
    }

    @Test func `not by somebody who only reads`() throws {
        let auditor = Actor(.staff(StaffID(6)), roles: [.auditor])
        #expect(try Life().refusal(of: .attach(document), by: auditor) == "not-there")
    }
}
