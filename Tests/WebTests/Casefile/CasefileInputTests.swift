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

    @Test(arguments: ["-9223372036854775808", "9223372036854775807", "0", "1", "x"])
    func `a reply text that there is not`(place: String) async throws {
        try await EnteredSite.open { site async throws in
            let complaint = try await site.house.registerAtWork()
            var browser = try await site.browser(of: SampleStaff.hassan)
            let page = try await browser.get("\(Paths.file(complaint.number))?\(SnippetChoice.wanted)=\(place)")
            #expect(page.status == 200)
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

    @Test func `whatever shows a file is a look at it: a refused form, a document, a letter`() async throws {
        try await EnteredSite.open { site async throws in
            let complaint = try await site.house.registerAtWork()
            var browser = try await site.browser(of: SampleStaff.hassan)
            let token = try await browser.get(Paths.worklist).token
            let refused = try await browser.post(Paths.act("note", complaint.number), [("text", ""), ("token", token)])
            #expect(refused.status == 422)
            await site.looks.flush()
            #expect(try await site.house.records.read { try $0.looks(at: complaint.id, limit: 9) }.count == 1)
            let letter = try #require(try await site.house.records.read { try $0.letters(of: complaint.id) }.first)
            site.house.clock.advance(seconds: 61)
            #expect(try await browser.get(Paths.letter(letter.id, complaint.number)).status == 200)
            await site.looks.flush()
            #expect(try await site.house.records.read { try $0.looks(at: complaint.id, limit: 9) }.count == 2)
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

    @Test func `who may not add a file leaves none behind, who may does`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            for (member, status, kept) in [(SampleStaff.aukje, 404, 0), (SampleStaff.hassan, 303, 1)] {
                let accounts = site.workplace.accounts
                let link = try await accounts.passwordLink(for: member.id, by: .system)
                let signIn = try await accounts.useLink(
                    link, newPassword: Password(EnteredSite.password), from: RequestOrigin("192.0.2.1"))
                let secret = signIn.sessionSecret.text
                let token = site.workplace.tokenField(SignedInPerson(member: member, session: Array(secret.utf8)))
                var visitor = site.visitor()
                visitor.cookies[SessionGate.cookie] = secret
                let path = Paths.act(Act.attach.rawValue, complaint.number)
                try await visitor.post(path, [("token", token)], files: [SentFile(name: "a.txt")])
                #expect(visitor.page.status == status)
                let folder = site.rehearsal.blobs.folder.path
                #expect((try? FileManager.default.contentsOfDirectory(atPath: folder))?.count ?? 0 == kept)
            }
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
