import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

struct `Texts of letters, for the administrator` {
    private let received = Paths.letterText("received", "nl-u")

    private func open(_ body: @escaping @Sendable (EnteredSite, inout Browser) async throws -> Void) async throws {
        try await EnteredSite.open { site async throws in
            var browser = try await site.browser(of: SampleStaff.bo)
            try await body(site, &browser)
        }
    }

    private func text(_ body: String, subject: String = "Ontvangen: {{number}}", act: String = "bewaar", seen: String = "0")
        -> [(String, String)]
    {
        [("subject", subject), ("body", body), ("act", act), ("gezien", seen)]
    }

    private func house(_ site: EnteredSite) async throws -> House { try await site.workplace.read { _, house in house } }

    @Test func `a text of one's own goes out from then on, and can be put back`() async throws {
        try await open { site, browser async throws in
            let own = text("Dag {{name}}, wij kijken ernaar.\r\n{{follow-link}}")
            #expect(try await browser.post(received, own, from: received).status == 303)
            #expect(try await site.audited(.settingChanged) == 1)
            #expect(try await browser.get(Paths.letterTexts).holds("eigen tekst"))
            let number = try await site.house.register().number
            let letters = try await site.workplace.read { snapshot, _ in
                try snapshot.letters(of: try #require(try snapshot.complaintID(of: number)))
            }
            #expect(letters.map(\.content.body) == ["Dag Anna de Vries, wij kijken ernaar.\n{{follow-link}}"])
            #expect(letters.first?.content.subject == "Ontvangen: \(number.formatted)")
            #expect(try await browser.post(received, text("", act: "standaard", seen: "1"), from: received).status == 303)
            #expect(try await house(site).ownLetters.texts.isEmpty)
        }
    }

    @Test func `looking first keeps nothing, and shows the letter as the customer would read it`() async throws {
        try await open { site, browser async throws in
            let answer = try await browser.post(received, text("Dag <b>{{name}}</b>\n{{follow-link}}", act: "bekijk"), from: received)
            #expect(answer.status == 200 && answer.holds("Dag &lt;b&gt;Jan de Vries&lt;/b&gt;") && answer.holds("Nog niet bewaard."))
            #expect(try await house(site).lettersVersion == 0)
        }
    }

    @Test func `a text with flaws is refused with line and remedy, and stays as it was typed`() async throws {
        try await open { site, browser async throws in
            let answer = try await browser.post(received, text("Beste {{naam}},\nbel {{phone}}.", subject: "Klacht"), from: received)
            #expect(answer.status == 422 && answer.holds("#f-subject") && answer.holds("#f-body"))
            #expect(answer.holds("Regel 1: {{naam}} bestaat niet.") && answer.holds("Regel 2: {{phone}} kan ontbreken."))
            #expect(answer.holds("Zet {{follow-link}} erin") && answer.holds("Beste {{naam}},\nbel {{phone}}."))
            #expect(try await house(site).lettersVersion == 0)
        }
    }

    @Test func `two administrators are in each other's way at one letter, and not at two`() async throws {
        try await open { site, browser async throws in
            let closed = Paths.letterText("closed", "en")
            #expect(try await browser.post(received, text("A\n{{follow-link}}"), from: received).status == 303)
            #expect(try await browser.post(closed, text("B\n{{follow-link}}"), from: closed).status == 303)
            let stale = try await browser.post(received, text("C\n{{follow-link}}"), from: received)
            #expect(stale.status == 409 && stale.seen == "2" && stale.holds("<td class=\"pre\">A\n{{follow-link}}</td>"))
            #expect(try await house(site).ownLetters.texts.count == 2)
        }
    }

    @Test func `je or u is one choice for all letters in Dutch`() async throws {
        try await open { site, browser async throws in
            let change = [("addressing", "je"), ("gezien", "0")]
            #expect(try await browser.post(Paths.letterTexts, change, from: Paths.letterTexts).status == 303)
            let number = try await site.house.register().number
            let body = try await site.workplace.read { snapshot, _ in
                try snapshot.letters(of: try #require(try snapshot.complaintID(of: number))).first?.content.body
            }
            #expect(body?.contains("Wij hebben je klacht") == true)
            #expect(
                try await browser.post(Paths.letterTexts, [("addressing", "gij"), ("gezien", "1")], from: Paths.letterTexts).status == 400)
        }
    }

    @Test func `a letter or a voice that is not there is not found`() async throws {
        try await open { _, browser async throws in
            #expect(try await browser.get(Paths.letterText("no-such", "nl-u")).status == 404)
            #expect(try await browser.get(Paths.letterText("received", "fr")).status == 404)
            for kind in LetterKind.allCases {
                for voice in LetterVoice.allCases {
                    #expect(try await browser.get(Paths.letterText(kind.rawValue, voice.rawValue)).status == 200)
                }
            }
        }
    }
}
