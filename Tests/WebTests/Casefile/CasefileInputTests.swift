import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Odd requests about a file` {
    /// Each of these once ended the program by an overflow.
    @Test(arguments: ["-9223372036854775808", "9223372036854775807", "0", "-1", "1", "x", "1e3"])
    func `a document's number that there is not`(ordinal: String) async throws {
        try await EnteredSite.open { site async throws in
            let complaint = try await site.house.registerAtWork()
            var browser = try await site.browser(of: SampleStaff.hassan)
            let answer = try await browser.get("\(Paths.file(complaint.number))/document/\(ordinal)")
            #expect(answer.status == 404)
        }
    }

    @Test(arguments: ["9223372036854775807", "-9223372036854775808", "x"])
    func `a place in the list that there is not`(start: String) async throws {
        try await EnteredSite.open { site async throws in
            for _ in 0..<3 { try await site.house.register() }
            var browser = try await site.browser(of: SampleStaff.mara)
            let path = "/klachten?lijst=all&na=0.9223372036854775807.9223372036854775807&vanaf=\(start)"
            #expect(try await browser.get(path).status == 200)
        }
    }

    @Test func `an assignment on a page that somebody else's went before is refused, and says so`() async throws {
        try await EnteredSite.open { site async throws in
            let complaint = try await site.house.register()
            var browser = try await site.browser(of: SampleStaff.mara)
            let page = try await browser.get(Paths.file(complaint.number))
            try await site.house.perform(.assign(to: SampleStaff.sanne.id), on: complaint, by: SampleStaff.mara)
            let fields = [("handler", "\(SampleStaff.hassan.id.value)"), ("gezien", page.seen), ("token", page.token)]
            let answer = try await browser.post(Paths.act("assign", complaint.number), fields)
            #expect(answer.status == 409)
            let now = try await site.house.records.read { try $0.complaint(complaint.id) }
            #expect(now?.handler == SampleStaff.sanne.id)
            let unreadable = try await browser.post(Paths.act("assign", complaint.number), [("gezien", "abc"), ("token", page.token)])
            #expect(unreadable.status == 400)
        }
    }

    @Test func `a stranger who sends a file leaves none behind`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            var visitor = site.visitor()
            try await visitor.post(
                Paths.act("documents", complaint.number), [], files: [SentFile(name: "a.txt", bytes: Array(repeating: 65, count: 5_000))])
            #expect(visitor.page.status == 401)
            let kept = try? FileManager.default.contentsOfDirectory(atPath: site.workplace.office.blobs.folder.path)
            #expect((kept ?? []).isEmpty)
        }
    }

    @Test func `a letter for print gets a link of its own when it is made ready, which opens the page of the customer`() async throws {
        try await EnteredSite.open { site async throws in
            let complaint = try await site.house.register {
                $0.customer = PersonInput(name: "Anna", address: "Kade 1\nUtrecht", preferredContact: "letter")
            }
            let letter = try #require(try await site.house.records.read { try $0.letters(of: complaint.id) }.first)
            var browser = try await site.browser(of: SampleStaff.iris)
            let path = Paths.letter(letter.id, complaint.number)
            let shown = try await browser.get(path)
            #expect(shown.holds("[persoonlijke link]") && shown.holds("Maak klaar om te printen"))
            let ready = try await browser.post(path, [("token", shown.token)])
            #expect(ready.status == 200 && !ready.holds("[persoonlijke link]") && ready.holds("http://localhost/volgen/"))
            let after = ready.text.components(separatedBy: "http://localhost").last { $0.hasPrefix("/volgen/") } ?? ""
            var stranger = site.browser()
            #expect(try await stranger.get(String(after.prefix { $0 != "\n" && $0 != "<" })).status == 200)
        }
    }

    @Test func `a letter that is told by telephone has no link in it`() async throws {
        try await EnteredSite.open { site async throws in
            let complaint = try await site.house.register { $0.customer = PersonInput(name: "Anna", phone: "0612345678") }
            let letter = try #require(try await site.house.records.read { try $0.letters(of: complaint.id) }.first)
            var browser = try await site.browser(of: SampleStaff.iris)
            let shown = try await browser.get(Paths.letter(letter.id, complaint.number))
            #expect(shown.status == 200 && !shown.holds("persoonlijke link") && shown.holds("Met vriendelijke groet"))
        }
    }
}
