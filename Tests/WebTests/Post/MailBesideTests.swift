import Casework
import Complaints
import Foundation
import Mail
import Records
import Rehearsal
import Testing

@testable import Web

/// Mail that stands beside a file until a person says what it is to it.
@Suite struct MailBesideTests {
    private func keep(_ text: String, _ outcome: InboxOutcome, beside complaint: Complaint, in site: StaffedSite) async throws -> InboxID {
        let bytes = Data("From: Anna <anna@example.nl>\r\nSubject: Bericht\r\n\r\n\(text)\r\n".utf8)
        let (id, now) = (try await site.workplace.inbox.accept(bytes, from: .api), site.rehearsal.now)
        let body = String(decoding: try JSONEncoder().encode(MailReader().read(bytes).mail), as: UTF8.self)
        try await site.rehearsal.records.write { tx in
            var placing = InboxPlacing(.asked, outcome)
            (placing.complaint, placing.subject) = (complaint.id, "Bericht")
            try tx.placeMail(id, placing, by: nil, at: now)
            try tx.keepReading(body, of: id)
        }
        return id
    }

    @Test func `one from the customer of the file that it names goes in by one key, and that is undone as ever`() async throws {
        try await StaffedSite.open { site async throws in
            let complaint = try await site.rehearsal.register { $0.customer.email = "anna@example.nl" }
            let id = try await keep("Over \(complaint.number.formatted): nog iets.", .ownNumber, beside: complaint, in: site)
            let list = try await site.get(Paths.post).text
            #expect(list.contains("een dossier waar dit adres bij hoort") && list.contains("data-row-key=\"d\""))
            #expect(!list.contains("Dat kan iedereen"))
            let page = try await site.get(Paths.mail(id)).text
            #expect(page.contains("data-key=\"d\"") && page.contains("value=\"\(complaint.number.formatted)\""))
            let done = try await site.post(Paths.mail(id), [("doe", "eigen-dossier")])
            #expect(done.location.hasPrefix(Paths.file(complaint.number)))
            #expect(try await site.get(done.location).text.contains("nog iets."))
            #expect(try await site.rehearsal.records.read { try $0.mail(id) }?.outcome == .joined)
            try await site.rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.iris)
            let after = try await site.rehearsal.records.read { try $0.mail(id) }
            #expect(after?.state == .asked && after?.outcome == .ownNumber && after?.complaint == complaint.id)
        }
    }

    @Test func `what names a number that is not its sender's goes in by its number alone`() async throws {
        try await StaffedSite.open { site async throws in
            let complaint = try await site.rehearsal.register { $0.customer.email = "jan@example.nl" }
            let id = try await keep("Over \(complaint.number.formatted)", .numbered, beside: complaint, in: site)
            let list = try await site.get(Paths.post).text
            #expect(list.contains("Dat kan iedereen") && !list.contains("data-row-key=\"d\""))
            #expect(try await site.post(Paths.mail(id), [("doe", "eigen-dossier")]).status == 422)
            #expect(try await site.rehearsal.records.read { try $0.mail(id) }?.state == .asked)
        }
    }

    @Test func `that a letter did not arrive is taken back from the page of the letter`() async throws {
        try await StaffedSite.open { site async throws in
            let complaint = try await site.rehearsal.register { $0.customer.email = "anna@example.nl" }
            let letter = try #require(try await site.rehearsal.records.read { try $0.letters(of: complaint.id) }.last)
            let now = site.rehearsal.now
            try await site.rehearsal.records.write { try $0.settle(letter.id, as: .sent, at: now) }
            let text = "Id: \(site.workplace.inbox.references.text(.message, of: letter))@gehoor.test"
            let id = try await keep(text, .maybeBounce, beside: complaint, in: site)
            let done = try await site.post(Paths.mail(id), [("doe", "kwam-niet-aan")])
            #expect(done.location == Paths.letter(letter.id, complaint.number))
            let page = try await site.get(done.location).text
            #expect(
                page.contains("Vastgelegd dat de brief niet aankwam.") && page.contains("data-key=\"z\"") && page.contains("kwam niet aan"))
            #expect(page.contains("action=\"\(Paths.mail(id))\""))
            let colleague = try await site.get(done.location, as: SampleStaff.mara).text
            #expect(!colleague.contains("Vastgelegd dat de brief niet aankwam."))
            #expect(try await site.post(Paths.mail(id), [("doe", "terug")]).location == "/post?gedaan=terug")
            #expect(try await !site.get(Paths.letter(letter.id, complaint.number)).text.contains("kwam niet aan"))
            #expect(try await site.get(Paths.mail(id)).text.contains("Kwam onze brief niet aan?"))
        }
    }
}
