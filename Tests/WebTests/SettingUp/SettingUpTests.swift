import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

struct `Setting up` {
    private static let filled = [
        ("organisation", "Wolkenhuis <B.V.>"), ("name", "Jan de Boer"), ("email", "jan@wolkenhuis.invalid"),
        ("password", EnteredSite.password), ("again", EnteredSite.password),
    ]

    private func open(_ body: @escaping @Sendable (EnteredSite, String) async throws -> Void) async throws {
        try await EnteredSite.open { site async throws in
            let link = try #require(try await site.accounts.ensureSetUpLink())
            try await body(site, Paths.setUp(link.text))
        }
    }

    @Test func `the link makes the first administrator, who is signed in, with the roles they ticked`() async throws {
        try await open { site, path async throws in
            var browser = site.browser()
            #expect(try await browser.get(path).status == 200)
            let answer = try await browser.post(path, Self.filled + [("roles", "intake"), ("roles", "manager")])
            #expect(answer.status == 303 && answer.location == Paths.start)
            let start = try await browser.get(Paths.start)
            #expect(start.status == 200 && start.holds("Wolkenhuis &lt;B.V.&gt;") && start.holds(Paths.intake))
            let made = try await site.house.records.read { try $0.allStaff() }.first { $0.name == "Jan de Boer" }
            #expect(made?.roles == [.administrator, .intake, .manager])
        }
    }

    @Test func `a used link is not there`() async throws {
        try await open { site, path async throws in
            var browser = site.browser()
            _ = try await browser.post(path, Self.filled)
            var other = site.browser()
            #expect(try await other.get(path).status == 404)
            #expect(try await other.post(path, Self.filled).status == 404)
        }
    }

    @Test func `a wrong link, and one that expired, are not there`() async throws {
        try await open { site, path async throws in
            var browser = site.browser()
            for wrong in ["x", Secret().text, String(path.dropFirst(11).dropLast())] {
                #expect(try await browser.get(Paths.setUp(wrong)).status == 404)
                #expect(try await browser.post(Paths.setUp(wrong), Self.filled).status == 404)
            }
            site.house.clock.advance(seconds: LinkLifetime.setup + 1)
            #expect(try await browser.get(path).status == 404)
        }
    }

    @Test func `an administrator can't be smuggled in as another role, nor another field`() async throws {
        try await open { site, path async throws in
            var browser = site.browser()
            #expect(try await browser.post(path, Self.filled + [("isActive", "1")]).status == 422)
            _ = try await browser.post(path, Self.filled + [("roles", "auditor"), ("roles", "handler")])
            let made = try await site.house.records.read { try $0.allStaff() }.first { $0.name == "Jan de Boer" }
            #expect(made?.roles == [.administrator, .handler])
        }
    }

    @Test func `everything that is missing is named at once, and what was typed stays`() async throws {
        try await open { site, path async throws in
            var browser = site.browser()
            let answer = try await browser.post(path, [("name", "Zoë \"Z\" 👩‍👩‍👧"), ("password", ""), ("again", "")])
            #expect(answer.status == 422 && answer.holds("<title>Fout: "))
            #expect(answer.holds("href=\"#f-organisation\"") && answer.holds("href=\"#f-email\""))
            #expect(answer.holds("Zoë &quot;Z&quot; 👩‍👩‍👧"))
            let differing = try await browser.post(path, Self.filled.dropLast() + [("again", "anders")])
            #expect(differing.status == 422 && differing.holds("href=\"#f-again\"") && !differing.holds(EnteredSite.password))
            #expect(try await browser.get(path).status == 200)
        }
    }

    @Test func `a form from another site is refused`() async throws {
        try await open { site, path async throws in
            var browser = site.browser()
            #expect(try await browser.post(path, Self.filled, origin: "http://evil.example").status == 403)
        }
    }
}
