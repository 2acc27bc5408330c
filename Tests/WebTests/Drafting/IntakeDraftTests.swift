import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Drafts of complaints that are being taken in` {
    private static func intake(_ story: String, _ name: String) -> (submission: String, fields: [(String, String)]) {
        let submission = Secret().text
        return (
            submission,
            [("inzending", submission), ("story", story), ("customer.name", name), ("customer.phone", "0612345678"), ("channel", "phone")]
        )
    }

    @Test func `a half-filled intake comes back when it is chosen, and goes when it is registered`() async throws {
        try await StaffedSite.open { site in
            let (submission, fields) = Self.intake("De lift staat stil", "Truus de Boer")
            let saved = try await site.post(Paths.intakeDraft, fields)
            #expect(saved.status == 200)
            let page = try await site.get("\(Paths.intake)?concept=\(submission)")
            #expect(page.holds("De lift staat stil") == 1)
            #expect(page.count("value=\"Truus de Boer\"") == 1)
            let sent = try await site.post(Paths.intake, fields + [("concept", "\(saved.version)")])
            #expect(sent.status == 303)
            #expect(try await site.get(Paths.intake).count("De lift staat stil") == 0)
        }
    }

    @Test func `two customers on the line are two drafts`() async throws {
        try await StaffedSite.open { site in
            let (first, fields) = Self.intake("De lift staat stil", "Truus de Boer")
            _ = try await site.post(Paths.intakeDraft, fields)
            site.rehearsal.clock.advance(seconds: 5)
            let (second, others) = Self.intake("Geen warm water", "Piet Jansen")
            _ = try await site.post(Paths.intakeDraft, others)
            #expect(try await site.get("\(Paths.intake)?concept=\(second)").holds("Geen warm water") == 1)
            #expect(try await site.get("\(Paths.intake)?concept=\(first)").holds("De lift staat stil") == 1)
        }
    }

    @Test func `the next caller gets an empty form, with what was half taken in offered above it`() async throws {
        try await StaffedSite.open { site in
            let (first, fields) = Self.intake("De lift staat stil", "Truus de Boer")
            _ = try await site.post(Paths.intakeDraft, fields)
            let page = try await site.get(Paths.intake)
            #expect(page.count("0612345678") == 0 && page.holds("De lift staat stil") == 0 && page.count("value=\"Truus de Boer\"") == 0)
            #expect(page.count("concept=\(first)") == 1 && page.text.contains("Nog niet geregistreerd: "))
        }
    }

    @Test func `one that is thrown away can be put back`() async throws {
        try await StaffedSite.open { site in
            let (first, fields) = Self.intake("De lift staat stil", "Truus de Boer")
            _ = try await site.post(Paths.intakeDraft, fields)
            let gone = try await site.post(Paths.intakeDraftEnd, fields)
            #expect(gone.location.hasPrefix(Paths.intake))
            let page = try await site.get(Paths.intake)
            #expect(page.count("concept=\(first)") == 0 && page.text.contains("Concept weggegooid om"))
            let back = try await site.post(Paths.intakeDraftEnd, [("inzending", first), (DraftCounter.back, "1")])
            #expect(try await site.get(back.location).holds("De lift staat stil") == 1)
        }
    }

    @Test func `only who may register has one, and nothing typed is none`() async throws {
        try await StaffedSite.open { site in
            let (submission, fields) = Self.intake("De lift staat stil", "Truus de Boer")
            #expect(try await site.post(Paths.intakeDraft, fields, as: SampleStaff.bo).status == 404)
            _ = try await site.post(Paths.intakeDraft, [("inzending", submission), ("channel", "phone"), ("story", " ")])
            #expect(try await site.get(Paths.intake).count("Concept van") == 0)
            #expect(try await site.post(Paths.intakeDraft, [("inzending", "../x"), ("story", "y")]).status == 400)
        }
    }
}
