import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `What was typed when something goes wrong` {
    private static let intake = [
        ("channel", "phone"), ("story", "De bus reed door.\nIk zwaaide & riep \"stop\"."), ("customer.name", "Truus de Boer"),
        ("customer.phone", "06 12 34 56 78"),
    ]

    @Test func `after the session ended the page gives it back, and it can still be sent after signing in`() async throws {
        try await EnteredSite.open { site async throws in
            var browser = try await site.browser(of: SampleStaff.iris)
            let token = try await browser.get(Paths.intake).token
            _ = try await browser.post(Paths.signOut, [("token", token)])
            let lost = try await browser.post(Paths.intake, Self.intake + [("token", token)])
            #expect(lost.status == 401 && lost.holds("U bent afgemeld"))
            #expect(lost.holds("Ik zwaaide &amp; riep &quot;stop&quot;.") && lost.holds("action=\"\(Paths.intake)\""))
            #expect(!lost.holds(">phone"))
            // In another tab somebody signs in; the form of this page has the token of the session before.
            _ = try await browser.post(Paths.signIn, [("email", SampleStaff.iris.email.text), ("password", EnteredSite.password)])
            let again = try await browser.post(Paths.intake, Self.intake + [("token", token)])
            #expect(again.status == 403 && again.holds("Ik zwaaide") && again.token != token)
            let sent = try await browser.post(Paths.intake, Self.intake + [("token", again.token)])
            #expect(sent.status == 303)
            let stories = try await site.house.records.read { snapshot in
                try snapshot.all("SELECT body FROM passage WHERE slot = 'story'") { $0.text(0) }
            }
            #expect(stories.contains { $0.contains("Ik zwaaide & riep \"stop\".") })
        }
    }

    @Test func `a password is never given back`() async throws {
        try await EnteredSite.open { site async throws in
            var browser = site.browser()
            let typed = [("old", "een oud geheim"), ("password", "een nieuw geheim"), ("token", "x")]
            let answer = try await browser.post(Paths.password, typed)
            #expect(answer.status == 401 && !answer.holds("geheim"))
        }
    }
}
