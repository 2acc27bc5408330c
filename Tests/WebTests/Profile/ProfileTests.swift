import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

struct `My profile` {
    @Test func `name, language and ways of working are kept`() async throws {
        try await EnteredSite.open { site async throws in
            var browser = try await site.browser(of: SampleStaff.hassan)
            let name = "Hassan <i>\"El\u{301}\" & 'A'\u{200B}\u{FE0F}"
            let answer = try await browser.post(Paths.profile, [("name", name), ("language", "en"), ("dense", "1")], from: Paths.profile)
            #expect(answer.status == 303)
            let page = try await browser.get(Paths.profile)
            #expect(page.holds("<html lang=\"en\">") && page.holds("data-keys=\"off\"") && !page.holds("<i>\"El"))
            let member = try await site.house.records.read { try $0.staffMember(SampleStaff.hassan.id) }
            #expect(member?.isDense == true && member?.usesSingleKeys == false && member?.name.utf8.elementsEqual(name.utf8) == true)
        }
    }

    @Test func `the quick switch turns dense rows on and off, and leads back only within the site`() async throws {
        try await EnteredSite.open { site async throws in
            var browser = try await site.browser(of: SampleStaff.hassan)
            #expect(
                try await browser.post(Paths.look, [("naar", "/klachten?lijst=mine")], from: Paths.profile).location
                    == "/klachten?lijst=mine")
            #expect(try await browser.post(Paths.look, [("naar", "//evil.example")], from: Paths.profile).location == Paths.profile)
            #expect(try await site.house.records.read { try $0.staffMember(SampleStaff.hassan.id) }?.isDense == false)
        }
    }

    @Test func `another address takes the current password, and ends other sessions`() async throws {
        try await EnteredSite.open { site async throws in
            var browser = try await site.browser(of: SampleStaff.hassan)
            let wrong = try await browser.post(Paths.email, [("email", "h@gehoor.invalid"), ("old", "mis")], from: Paths.profile)
            #expect(wrong.status == 422 && wrong.holds("value=\"h@gehoor.invalid\""))
            let taken = [("email", "iris@gehoor.invalid"), ("old", EnteredSite.password)]
            #expect(try await browser.post(Paths.email, taken, from: Paths.profile).status == 422)
            let before = browser.session
            let right = [("email", "h@gehoor.invalid"), ("old", EnteredSite.password)]
            #expect(try await browser.post(Paths.email, right, from: Paths.profile).status == 303)
            #expect(try await browser.get(Paths.profile).status == 200)
            browser.session = before
            #expect(try await browser.get(Paths.profile).status == 303)
        }
    }

    @Test func `another password ends other sessions`() async throws {
        try await EnteredSite.open { site async throws in
            var browser = try await site.browser(of: SampleStaff.hassan)
            var elsewhere = browser
            let new = "zeven-groene-lampen"
            let fields = [("old", EnteredSite.password), ("password", new), ("again", new)]
            #expect(try await browser.post(Paths.password, fields, from: Paths.profile).status == 303)
            #expect(try await browser.get(Paths.profile).status == 200)
            #expect(try await elsewhere.get(Paths.profile).status == 303)
        }
    }

    @Test func `a password that is wrong, weak or typed differently is refused`() async throws {
        try await EnteredSite.open { site async throws in
            var browser = try await site.browser(of: SampleStaff.hassan)
            let refused = [
                ("mis", "zeven-groene-lampen", "zeven-groene-lampen"), (EnteredSite.password, "welkom01", "welkom01"),
                (EnteredSite.password, "zeven-groene-lampen", "zeven-groene-lamp"),
            ]
            for (old, new, again) in refused {
                let answer = try await browser.post(
                    Paths.password, [("old", old), ("password", new), ("again", again)], from: Paths.profile)
                #expect(answer.status == 422 && answer.holds("id=\"errors\""))
            }
        }
    }

    @Test func `roles can't be given to oneself, and a forged token does nothing`() async throws {
        try await EnteredSite.open { site async throws in
            var browser = try await site.browser(of: SampleStaff.hassan)
            #expect(try await browser.post(Paths.profile, [("name", "H"), ("roles", "administrator")], from: Paths.profile).status == 422)
            #expect(try await browser.post(Paths.profile, [("name", "H"), ("token", "forged")]).status == 403)
            #expect(try await browser.post(Paths.profile, [("name", "H")]).status == 403)
        }
    }
}
