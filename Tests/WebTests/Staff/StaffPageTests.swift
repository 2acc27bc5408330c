import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

struct `Staff, for the administrator` {
    private static let added = [("name", "Nora <b>'Smit\""), ("email", "nora@gehoor.invalid"), ("roles", "handler")]

    private func open(_ body: @escaping @Sendable (EnteredSite, inout Browser) async throws -> Void) async throws {
        try await EnteredSite.open { site async throws in
            var browser = try await site.browser(of: SampleStaff.bo)
            try await body(site, &browser)
        }
    }

    @Test func `adding somebody shows a link once, by which they come in`() async throws {
        try await open { site, browser async throws in
            let answer = try await browser.post(Paths.newStaff, Self.added, from: Paths.newStaff)
            #expect(answer.status == 200 && answer.holds("3 dagen") && !answer.holds("<b>'Smit"))
            let link = String(answer.once.dropFirst("http://localhost".count))
            #expect(try await browser.get(Paths.staff).holds("Nora &lt;b&gt;"))
            var nora = site.browser()
            #expect(try await nora.get(link).status == 200)
            let chosen = [("password", EnteredSite.password), ("again", EnteredSite.password)]
            #expect(try await nora.post(link, chosen).location == Paths.home)
            #expect(try await site.audited(.staffAdded) == 1)
        }
    }

    @Test func `a team is given with a colleague, and told to whoever gives the next`() async throws {
        try await open { site, browser async throws in
            _ = try await browser.post(Paths.newStaff, Self.added + [("team", "Techniek")], from: Paths.newStaff)
            #expect(try await browser.get(Paths.staff).holds("<td>Techniek</td>"))
            #expect(try await browser.get(Paths.newStaff).holds("Er zijn: Techniek."))
            let long = Self.added + [("team", String(repeating: "t", count: 61))]
            let refused = try await browser.post(Paths.newStaff, long, from: Paths.newStaff)
            #expect(refused.status == 422 && refused.holds("href=\"#f-team\""))
        }
    }

    @Test func `nobody else finds any of it`() async throws {
        try await EnteredSite.open { site async throws in
            let pages = [
                Paths.staff, Paths.newStaff, Paths.staffMember(SampleStaff.iris.id), Paths.tokens, Paths.natures, Paths.organisation,
                Paths.calendar, Paths.procedureSettings, Paths.status, Paths.start,
            ]
            for member in SampleStaff.all where !member.roles.contains(.administrator) {
                var browser = try await site.browser(of: member)
                for page in pages { #expect(try await browser.get(page).status == 404, "\(member.name) \(page)") }
                for page in pages.dropFirst().dropLast() + [Paths.staffLink(SampleStaff.bo.id), Paths.tokenEnd(1)] {
                    #expect(try await browser.post(page, Self.added, from: Paths.profile).status == 404, "\(member.name) \(page)")
                }
            }
            var stranger = site.browser()
            for page in pages { #expect(try await stranger.get(page).status == 303) }
            #expect(try await stranger.post(Paths.newStaff, Self.added).status == 401)
        }
    }

    @Test func `the last administrator stays one`() async throws {
        try await open { _, browser async throws in
            let path = Paths.staffMember(SampleStaff.bo.id)
            let fields = [("name", "Bo Willems"), ("email", "bo@gehoor.invalid"), ("roles", "intake"), ("active", "1")]
            let answer = try await browser.post(path, fields, from: path)
            #expect(answer.status == 422 && answer.holds("laatste beheerder"))
        }
    }

    @Test func `an address that is taken, a missing role and an unknown role are refused`() async throws {
        try await open { _, browser async throws in
            let taken = try await browser.post(
                Paths.newStaff, [("name", "N"), ("email", "IRIS@gehoor.invalid"), ("roles", "intake")], from: Paths.newStaff)
            #expect(taken.status == 422 && taken.holds("href=\"#f-email\"") && taken.holds("value=\"IRIS@gehoor.invalid\""))
            let without = try await browser.post(Paths.newStaff, [("name", "N"), ("email", "n@gehoor.invalid")], from: Paths.newStaff)
            #expect(without.status == 422 && without.holds("href=\"#f-roles\""))
            let unknown = Self.added + [("roles", "root")]
            #expect(try await browser.post(Paths.newStaff, unknown, from: Paths.newStaff).status == 400)
        }
    }

    @Test func `who still handles complaints does not leave unnoticed: how many is said, and who hands them over`() async throws {
        try await open { site, browser async throws in
            let complaint = try await site.house.registerAtWork()
            let path = Paths.staffMember(SampleStaff.hassan.id)
            let fields = [("name", "Hassan El Amrani"), ("email", "hassan@gehoor.invalid"), ("roles", "handler")]
            let refused = try await browser.post(path, fields, from: path)
            #expect(refused.status == 422 && refused.holds("behandelt nog 1 open klacht."))
            #expect(refused.holds("Overdragen doet een klachtenmanager: Mara Jansen, Sanne Smit."))
            // Whoever only loses the role can't handle them either.
            let other = [("name", "Hassan El Amrani"), ("email", "hassan@gehoor.invalid"), ("roles", "intake"), ("active", "1")]
            #expect(try await browser.post(path, other, from: path).status == 422)
            #expect(try await browser.post(path, fields + [(MemberPage.leavingFiles, "1")], from: path).status == 303)
            var manager = try await site.browser(of: SampleStaff.mara)
            let board = try await manager.get(Paths.board)
            #expect(board.holds("Hassan El Amrani: draag over") && board.holds(complaint.number.formatted))
        }
    }

    @Test func `who left can't come in, and stays in the list`() async throws {
        try await open { site, browser async throws in
            var iris = try await site.browser(of: SampleStaff.iris)
            let path = Paths.staffMember(SampleStaff.iris.id)
            let fields = [("name", "Iris Bakker"), ("email", "iris@gehoor.invalid"), ("roles", "intake")]
            #expect(try await browser.post(path, fields, from: path).status == 303)
            #expect(try await iris.get(Paths.profile).status == 303)
            #expect(try await browser.get(Paths.staff).holds("oude dossiers"))
            #expect(try await browser.post(Paths.staffLink(SampleStaff.iris.id), [], from: Paths.staff).status == 404)
        }
    }

    @Test func `a token is shown once, works, and ends`() async throws {
        try await open { site, browser async throws in
            let made = try await browser.post(Paths.tokens, [("name", "website"), ("roles", "intake")], from: Paths.tokens)
            let found = try #require(try await site.accounts.tokenActor(for: made.once))
            #expect(found.actor.roles == [.intake])
            #expect(try await !browser.get(Paths.tokens).holds(made.once))
            #expect(try await browser.post(Paths.tokenEnd(found.tokenID), [], from: Paths.tokens).status == 303)
            #expect(try await site.accounts.tokenActor(for: made.once) == nil)
            #expect(try await browser.post(Paths.tokenEnd(found.tokenID), [], from: Paths.tokens).status == 404)
        }
    }

    @Test func `a forged token adds nobody`() async throws {
        try await open { site, browser async throws in
            #expect(try await browser.post(Paths.newStaff, Self.added + [("token", "forged")]).status == 403)
            #expect(try await site.audited(.staffAdded) == 0)
        }
    }
}
