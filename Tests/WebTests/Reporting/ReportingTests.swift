import Casework
import Complaints
import Foundation
import Rehearsal
import Testing

@testable import Web

@Suite struct `The public form` {
    @Test func `two answers and a check make a complaint, and the receipt tells what comes next`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.reportUpToCheck(files: [SentFile(name: "foto.png")])
            #expect(visitor.page.has("Klopt het zo?") && visitor.page.has("foto.png"))
            #expect(visitor.cookies.isEmpty)
            try await visitor.submit(Paths.reportSent)
            #expect(visitor.page.status == 303)
            try await visitor.follow()
            let complaint = try #require(try await site.onlyComplaint())
            #expect(complaint.story.text == Visitor.story && complaint.channel == .web)
            #expect(complaint.documents.map(\.name.text) == ["foto.png"] && complaint.documents.allSatisfy(\.isFromCustomer))
            #expect(visitor.page.has(complaint.number.formatted))
            #expect(visitor.page.has("uiterlijk dinsdag 24 november") && visitor.page.has("Uiterlijk vrijdag 4 december"))
            #expect(visitor.page.has("/volgen/") && visitor.page.has("anna@voorbeeld.invalid"))
        }
    }

    @Test func `it speaks English as completely`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.get("/klacht?taal=en")
            #expect(visitor.page.title.hasPrefix("What went wrong?"))
            try await visitor.submit("/klacht/bereik?taal=en", [("story", "The mail is down.")])
            #expect(visitor.page.title.hasPrefix("How do we reach you?"))
            try await visitor.submit("/klacht/controle?taal=en", Visitor.reach)
            #expect(visitor.page.title.hasPrefix("Is this right?"))
            site.rehearsal.clock.advance(seconds: 10)
            try await visitor.submit("/klacht/ontvangen?taal=en")
            try await visitor.follow()
            #expect(visitor.page.title.hasPrefix("Complaint received"))
            #expect(try await site.onlyComplaint()?.customer?.language == .english)
        }
    }

    @Test func `who writes for somebody else is the one we write to`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.reportUpToCheck(
                reach: Visitor.reach + [("forAnother", "1"), ("anotherName", "Oma de Vries"), ("customerNumber", "K-12")])
            try await visitor.submit(Paths.reportSent)
            let complaint = try #require(try await site.onlyComplaint())
            #expect(complaint.customer?.name == "Oma de Vries" && complaint.customer?.customerNumber == "K-12")
            #expect(complaint.representative?.person.name == "Anna de Vries" && complaint.representative?.authority == .claimed)
        }
    }

    @Test func `an answer is changed from the check, and the rest is still there`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.reportUpToCheck()
            try await visitor.submit(Paths.reportSent, [("back", "name")])
            #expect(visitor.page.has("value=\"Anna de Vries\"") && visitor.page.has("autofocus"))
            try await visitor.submit(Paths.reportCheck, [("name", "Bea"), ("email", "bea@voorbeeld.invalid")])
            #expect(visitor.page.has("Bea") && visitor.page.has(Visitor.story))
            try await visitor.submit(Paths.reportSent, [("back", "story")])
            try await visitor.submit(Paths.reportReach, [("story", "Anders.")])
            #expect(visitor.page.has("Klopt het zo?") && visitor.page.has("Bea"))
        }
    }

    @Test func `pages that a form answered send a passer-by to the start`() async throws {
        try await PublicSite.open { site in
            for path in [Paths.reportReach, Paths.reportCheck, Paths.reportSent] {
                var visitor = site.visitor()
                try await visitor.get(path)
                #expect(visitor.page.status == 303 && visitor.page.location == Paths.report)
            }
        }
    }
}

@Suite struct `Mistakes in the public form` {
    @Test func `no story`() async throws {
        try await refused(story: "  \u{200B}\n ", at: "story", "Vertel wat er is misgegaan.")
    }

    @Test func `a story that is too long is kept whole`() async throws {
        try await refused(story: String(repeating: "é", count: 10_001), at: "story", "Maak uw verhaal korter: hoogstens 10000 tekens.")
    }

    @Test func `no name`() async throws { try await refused(reach: [("phone", "0612345678")], at: "name", "Vul uw naam in.") }

    @Test func `no way to reach`() async throws {
        try await refused(reach: [("name", "Anna")], at: "email", "Vul uw e-mailadres of uw telefoonnummer in.")
    }

    @Test func `an address that can't be read`() async throws {
        try await refused(reach: [("name", "Anna"), ("email", "anna@")], at: "email", "Vul een e-mailadres in zoals naam@voorbeeld.nl.")
    }

    @Test func `a phone number that can't be read`() async throws {
        try await refused(reach: [("name", "Anna"), ("phone", "12")], at: "phone", "Vul een telefoonnummer in zoals 06 12345678.")
    }

    @Test func `a preferred way without an address`() async throws {
        try await refused(
            reach: [("name", "Anna"), ("phone", "0612345678"), ("preferred", "email")], at: "email", "Vul uw e-mailadres in.")
    }

    @Test func `a preferred way that there is not`() async throws {
        try await refused(
            reach: [("name", "Anna"), ("phone", "0612345678"), ("preferred", "pigeon")], at: "preferred", "Kies een van de mogelijkheden.")
    }

    @Test func `on behalf of nobody`() async throws {
        try await refused(reach: Visitor.reach + [("forAnother", "1")], at: "anotherName", "Vul in namens wie u klaagt.")
    }

    /// The page comes back: said so in its title, with the same words above and at the field, and everything typed still there.
    private func refused(
        story: String = Visitor.story, reach: [(String, String)] = [], at field: String, _ words: String
    ) async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.get(Paths.report)
            try await visitor.submit(Paths.reportReach, [("story", story)])
            if !reach.isEmpty { try await visitor.submit(Paths.reportCheck, reach) }
            let page = visitor.page
            #expect(page.status == 422 && page.title.hasPrefix("Fout: "))
            #expect(page.has("Er is een probleem") && page.has("href=\"#k-\(field)\""))
            #expect(page.text.components(separatedBy: words).count == 3)
            #expect(
                page.text.range(of: "id=\"errors\"").map { $0.lowerBound < (page.text.range(of: "<h1")?.lowerBound ?? $0.lowerBound) }
                    == true)
            #expect(page.has(ShownPage.escaped(story)))
            for (_, value) in reach where value != "1" { #expect(page.has(ShownPage.escaped(value)) || value == "pigeon") }
            #expect(try await site.complaintCount() == 0)
        }
    }

    @Test(arguments: ["<b>\u{301}", "\"\u{FE0F}>", "&\u{20E3}", "'\u{200D}", "a\u{0}b", "\u{202E}omgekeerd"])
    func `odd text comes back and arrives as it was typed`(_ text: String) async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.reportUpToCheck(story: text, reach: [("name", text), ("phone", "0612345678")])
            #expect(!visitor.page.has("<b>"))
            try await visitor.submit(Paths.reportSent)
            let kept = text.replacingOccurrences(of: "\u{0}", with: "\u{FFFD}")
            let complaint = try #require(try await site.onlyComplaint())
            #expect(complaint.story.text == kept && complaint.customer?.name == kept)
        }
    }

    @Test func `a field that we did not offer`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.reportUpToCheck()
            try await visitor.submit(Paths.reportSent, [("severity", "critical")])
            #expect(visitor.page.status == 422)
            #expect(try await site.complaintCount() == 0)
        }
    }
}

extension ShownPage {
    /// As HTML writes it.
    static func escaped(_ text: String) -> String {
        [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")].reduce(text) {
            $0.replacingOccurrences(of: $1.0, with: $1.1)
        }
    }
}
