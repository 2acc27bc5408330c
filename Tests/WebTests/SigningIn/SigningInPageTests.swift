import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

struct `Signing in and out` {
    private static let right = [("email", "hassan@gehoor.invalid"), ("password", EnteredSite.password)]

    /// Hassan has a password; nobody is signed in.
    private func open(_ body: @escaping @Sendable (EnteredSite, inout Browser) async throws -> Void) async throws {
        try await EnteredSite.open { site async throws in
            _ = try await site.browser(of: SampleStaff.hassan)
            var browser = site.browser()
            try await body(site, &browser)
        }
    }

    @Test func `a handler comes to their own work, with a session`() async throws {
        try await open { _, browser async throws in
            let answer = try await browser.post(Paths.signIn, Self.right)
            #expect(answer.status == 303 && answer.location == Paths.home)
            #expect(try await browser.get(Paths.home).location == Paths.worklist(.mine))
            #expect(try await browser.get(Paths.profile).status == 200)
        }
    }

    @Test func `a stranger is led to the complaint form, and to the door of the desk`() async throws {
        try await open { _, browser async throws in
            #expect(try await browser.get(Paths.home).location == Paths.report)
            #expect(try await browser.get(Paths.profile).location == "\(Paths.signIn)?naar=%2Fprofiel")
        }
    }

    @Test func `signing in goes on to where one was going`() async throws {
        try await open { _, browser async throws in
            #expect(try await browser.post("\(Paths.signIn)?naar=%2Fprofiel%3Fa%3D1", Self.right).location == "/profiel?a=1")
        }
    }

    @Test(arguments: [
        "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example", "https:evil.example", "javascript:alert(1)",
        "evil.example",
        "/%2f/evil.example", "/%5cevil.example", "/a//b", "/../x", "/./x", "/\tx", " /profiel", "/profiel\r\nSet-Cookie: a=b", "/a#b", "",
        "/aanmelden",
        "/afmelden", "///evil.example", "/%00", "/é",
    ])
    func `nobody is led elsewhere`(_ asked: String) async throws {
        try await open { _, browser async throws in
            let path = "\(Paths.signIn)?naar=\(PercentEncoding.encode(asked))"
            #expect(try await browser.post(path, Self.right).location == Paths.home)
        }
    }

    @Test func `an unknown account and a wrong password get the same answer, and the address stays filled`() async throws {
        try await open { site, browser async throws in
            let wrong = try await browser.post(Paths.signIn, [("email", "hassan@gehoor.invalid"), ("password", "mis")])
            let unknown = try await browser.post(Paths.signIn, [("email", "nobody@gehoor.invalid"), ("password", "mis")])
            #expect(wrong.status == 422 && unknown.status == 422 && browser.session == nil)
            #expect(wrong.holds("value=\"hassan@gehoor.invalid\"") && !wrong.holds("value=\"mis\""))
            let plain = { (text: String) in text.split(separator: "hassan").joined(separator: "nobody") }
            #expect(plain(wrong.text) == unknown.text)
            #expect(try await site.audited(.signInFailed) == 2)
        }
    }

    @Test func `who guesses waits, and hears how long`() async throws {
        try await open { _, browser async throws in
            var answer = try await browser.get(Paths.signIn)
            // On a busy machine a short wait is over before the next try; the waits grow until none is.
            for _ in 0..<60 where answer.status != 429 {
                answer = try await browser.post(Paths.signIn, [("email", "hassan@gehoor.invalid"), ("password", "mis")])
            }
            #expect(answer.status == 429 && answer.retryAfter != nil && answer.holds("Probeer het over"))
        }
    }

    @Test func `signing in makes a new session and ends the one that was brought`() async throws {
        try await open { _, browser async throws in
            _ = try await browser.post(Paths.signIn, Self.right)
            let first = browser.session
            _ = try await browser.post(Paths.signIn, Self.right)
            #expect(browser.session != first)
            browser.session = first
            #expect(try await browser.get(Paths.profile).status == 303)
            let planted = Secret().text
            browser.session = planted
            _ = try await browser.post(Paths.signIn, Self.right)
            #expect(browser.session != planted)
        }
    }

    @Test func `signing out ends the session, and only by a form of this session`() async throws {
        try await open { _, browser async throws in
            _ = try await browser.post(Paths.signIn, Self.right)
            #expect(try await browser.post(Paths.signOut, [("token", "forged")]).status == 403)
            let session = browser.session
            #expect(try await browser.post(Paths.signOut, [], from: Paths.profile).status == 303)
            browser.session = session
            #expect(try await browser.get(Paths.profile).status == 303)
        }
    }

    @Test func `an invitation sets a password once, and looking uses nothing up`() async throws {
        try await open { site, browser async throws in
            let link = Paths.link(try await site.accounts.passwordLink(for: SampleStaff.iris.id, by: .system).text)
            for _ in 0..<2 { #expect(try await browser.get(link).holds("Iris Bakker")) }
            let chosen = [("username", ""), ("password", EnteredSite.password), ("again", EnteredSite.password)]
            #expect(try await browser.post(link, [("password", "kort"), ("again", "kort")]).status == 422)
            #expect(try await browser.post(link, chosen).location == Paths.home)
            #expect(try await browser.get(Paths.home).location == Paths.worklist(.unassigned))
            #expect(try await browser.get(link).status == 404)
            #expect(try await browser.post(link, chosen).status == 404)
        }
    }

    @Test func `a link that expired, was replaced, or never was does nothing`() async throws {
        try await open { site, browser async throws in
            let replaced = Paths.link(try await site.accounts.passwordLink(for: SampleStaff.iris.id, by: .system).text)
            let expired = Paths.link(try await site.accounts.passwordLink(for: SampleStaff.iris.id, by: .system).text)
            #expect(try await browser.get(replaced).status == 404)
            #expect(try await browser.get(expired).status == 200)
            site.house.clock.advance(seconds: LinkLifetime.invitation + 1)
            for link in [expired, Paths.link(Secret().text), Paths.link("x")] { #expect(try await browser.get(link).status == 404) }
        }
    }
}
