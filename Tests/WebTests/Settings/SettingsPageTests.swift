import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

struct `Settings, for the administrator` {
    private func open(_ body: @escaping @Sendable (EnteredSite, inout Browser) async throws -> Void) async throws {
        try await EnteredSite.open { site async throws in
            var browser = try await site.browser(of: SampleStaff.bo)
            try await body(site, &browser)
        }
    }

    private func house(_ site: EnteredSite) async throws -> House { try await site.workplace.read { _, house in house } }

    private func organisation(_ name: String, colour: String = "#AA3300", seen: String = "0") -> [(String, String)] {
        [("name", name), ("colour", colour), ("phone", "020-123 4567"), ("email", ""), ("address", "Kade 1\nUtrecht"), ("gezien", seen)]
    }

    private func calendar(closing: String = "", opens: String = "8:30", seen: String = "0") -> [(String, String)] {
        let days = (1...5).map { ("weekdays", "\($0)") }
        return days + [("opens", opens), ("closes", "17:00"), ("closingDays", closing), ("zone", "Europe/Amsterdam"), ("gezien", seen)]
    }

    @Test func `the organisation is a new version, with its line in the audit`() async throws {
        try await open { site, browser async throws in
            #expect(try await browser.post(Paths.organisation, organisation("<&\"'\u{301}"), from: Paths.organisation).status == 303)
            let now = try await house(site)
            #expect(now.organisationVersion == 1 && now.organisation.colour == "#aa3300" && now.organisation.phone == "020 123 4567")
            #expect(try await browser.get(Paths.brand).holds("#aa3300"))
            #expect(try await site.audited(.settingChanged) == 1)
        }
    }

    @Test func `a name that is missing and a colour that is none are refused, and what was typed stays`() async throws {
        try await open { _, browser async throws in
            let answer = try await browser.post(Paths.organisation, organisation("", colour: "red;}"), from: Paths.organisation)
            #expect(answer.status == 422 && answer.holds("#f-name") && answer.holds("#f-colour") && answer.holds("Kade 1\nUtrecht"))
        }
    }

    @Test func `the second of two administrators sees both versions, and loses nothing`() async throws {
        try await open { site, browser async throws in
            _ = try await browser.post(Paths.organisation, organisation("De eerste"), from: Paths.organisation)
            let stale = try await browser.post(Paths.organisation, organisation("De tweede"), from: Paths.organisation)
            #expect(stale.status == 409 && stale.holds("<td class=\"pre\">De eerste</td><td class=\"pre\">De tweede</td>"))
            #expect(stale.seen == "1" && stale.holds("value=\"De tweede\""))
            let again = organisation("De tweede", seen: stale.seen)
            #expect(try await browser.post(Paths.organisation, again, from: Paths.organisation).status == 303)
            #expect(try await house(site).organisation.name == "De tweede")
        }
    }

    @Test func `a nature gets a code from its Dutch name once; names change, codes and overig stay`() async throws {
        try await open { site, browser async throws in
            let new = [("axis", "about"), ("nl.new", "Parkéren & laden"), ("en.new", "Parking"), ("gezien", "0")]
            #expect(try await browser.post(Paths.natures, new, from: Paths.natures).status == 303)
            #expect(try await house(site).natures.about.suffix(2).map(\.code) == ["parkeren-laden", Nature.other])
            let renamed = [
                ("axis", "about"), ("nl.parkeren-laden", "Laadpalen"), ("en.parkeren-laden", "Charging"), ("nl.other", "Anders"),
                ("en.other", "Else"), ("gezien", "1"),
            ]
            #expect(try await browser.post(Paths.natures, renamed, from: Paths.natures).status == 303)
            let about = try await house(site).natures.about.suffix(2)
            #expect(about.first == NatureItem("parkeren-laden", "Laadpalen", "Charging", isActive: false))
            #expect(about.last?.isActive == true)
            _ = try await browser.post(Paths.natures, new.dropLast() + [("gezien", "2")], from: Paths.natures)
            #expect(try await house(site).natures.about.map(\.code).contains("parkeren-laden-2"))
        }
    }

    @Test func `a new nature and a new colleague can be chosen above lists at once`() async throws {
        try await open { site, browser async throws in
            var reader = try await site.browser(of: SampleStaff.mara)
            #expect(try await reader.get(Paths.worklist).status == 200)
            let new = [("axis", "about"), ("nl.new", "Parkéren & laden"), ("en.new", "Parking"), ("gezien", "0")]
            #expect(try await browser.post(Paths.natures, new, from: Paths.natures).status == 303)
            #expect(try await reader.get(Paths.worklist).holds("Parkéren &amp; laden"))
            let email = try EmailAddress(parsing: "nel@voorbeeld.invalid")
            try await site.workplace.records.write { tx in
                try tx.add(StaffMember(id: StaffID(99), name: "Nel Nieuw", email: email, roles: [.handler]), at: Instant(milliseconds: 1))
            }
            #expect(try await reader.get(Paths.worklist).holds("Nel Nieuw"))
            try await site.workplace.records.write { tx in
                try tx.update(
                    StaffMember(id: StaffID(99), name: "Nel Anders", email: email, roles: [.handler]), at: Instant(milliseconds: 2))
            }
            #expect(try await reader.get(Paths.worklist).holds("Nel Anders"))
        }
    }

    @Test func `a nature in one language, a double and a code that is not there are refused`() async throws {
        try await open { site, browser async throws in
            let half = try await browser.post(
                Paths.natures, [("axis", "wrong"), ("nl.new", "Iets"), ("gezien", "0")], from: Paths.natures)
            #expect(half.status == 422 && half.holds("href=\"#wrong-en.new\""))
            let double = [("axis", "wrong"), ("nl.new", "TE traag"), ("en.new", "Sluggish"), ("gezien", "0")]
            #expect(try await browser.post(Paths.natures, double, from: Paths.natures).status == 422)
            #expect(try await browser.post(Paths.natures, double + [("nl.no-such", "x")], from: Paths.natures).status == 422)
            #expect(try await house(site).naturesVersion == 0)
        }
    }

    @Test func `looking first keeps nothing, and shows what follows`() async throws {
        try await open { site, browser async throws in
            let fields = calendar(closing: "23-11-2026 Uitje") + [("act", "bekijk")]
            let answer = try await browser.post(Paths.calendar, fields, from: Paths.calendar)
            // Friday; Monday is the outing, so two working days later is Wednesday.
            #expect(answer.status == 200 && answer.holds("uiterlijk woensdag 25 november 2026, 17:00") && answer.holds("Uitje"))
            #expect(try await house(site).calendarVersion == 0)
        }
    }

    @Test func `the calendar is saved, and lines that are no days are named`() async throws {
        try await open { site, browser async throws in
            let bad = try await browser.post(
                Paths.calendar, calendar(closing: "24-12-2026 Kerst\nmorgen vrij\n30-02-2027"), from: Paths.calendar)
            #expect(bad.status == 422 && bad.holds("Regel 2") && bad.holds("morgen vrij"))
            let good = calendar(closing: "24-12-2026 Kerst\n\n31/12/2026")
            #expect(try await browser.post(Paths.calendar, good, from: Paths.calendar).status == 303)
            let now = try await house(site).calendar
            #expect(now.closingDays.map(\.day.iso) == ["2026-12-24", "2026-12-31"] && now.opens == TimeOfDay(8, 30))
            #expect(now.goodFridayIsFree == false)
            let stale = try await browser.post(Paths.calendar, calendar(opens: "10:00"), from: Paths.calendar)
            #expect(stale.status == 409 && stale.holds("08:30") && stale.holds("10:00"))
        }
    }

    @Test(arguments: ["", "25:00", "-1", "9:7x", "18:00"]) func `hours that can't be are refused`(_ opens: String) async throws {
        try await open { _, browser async throws in
            let answer = try await browser.post(Paths.calendar, calendar(opens: opens), from: Paths.calendar)
            #expect(answer.status == 422 && answer.holds("id=\"errors\""))
        }
    }

    @Test func `the status tells how work is kept, and a check of the store`() async throws {
        try await open { site, browser async throws in
            #expect(
                try await browser.get(Paths.status).holds(EngineUnderTest.current.isSQLite ? "synchronous=FULL" : "synchronous_commit=on"))
            #expect(try await browser.post(Paths.status, [], from: Paths.status).status == 303)
            while case .running = site.workplace.storeCheck.state { try await Task.sleep(for: .milliseconds(5)) }
            #expect(try await browser.get(Paths.status).holds("in orde op"))
        }
    }
}
