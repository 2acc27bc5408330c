import Casework
import Complaints
import HTTPTypes
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `What anybody may know` {
    @Test func `the procedure names the real terms, hours and days off`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.get(Paths.procedure)
            #expect(visitor.page.status == 200 && visitor.page.has("<html lang=\"nl\""))
            for piece in [
                "binnen 2 werkdagen contact", "Binnen 10 werkdagen", "maandag tot en met vrijdag, 09:00–17:00",
                "Koningsdag",
            ] { #expect(visitor.page.has(piece), "\(piece)") }
        }
    }

    @Test func `the procedure is there in English, and each points at the other`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.get(Paths.procedure + "?taal=en")
            #expect(visitor.page.has("<html lang=\"en\"") && visitor.page.has("within 2 working days") && visitor.page.has("Nederlands"))
            try await visitor.get(Paths.procedure)
            #expect(visitor.page.has("href=\"/klachtenprocedure?taal=en\""))
        }
    }

    @Test func `the procedure follows the calendar of the house`() async throws {
        try await PublicSite.open { site in
            let calendar = CalendarInput(
                zone: "Europe/Amsterdam", weekdays: [1, 2, 3, 4], opens: "8:30", closes: "16:00", goodFridayIsFree: true,
                liberationDayIsFree: true, lateArrivalsCountFromNextWorkingDay: true, closingDays: "24-12-2026 Kerstsluiting")
            try await site.workplace.settings.change(calendar, seen: 0, by: SampleStaff.bo.actor)
            var visitor = site.visitor()
            try await visitor.get(Paths.procedure)
            for piece in ["maandag tot en met donderdag, 08:30–16:00", "Kerstsluiting", "Goede Vrijdag", "geldt als ontvangen"] {
                #expect(visitor.page.has(piece), "\(piece)")
            }
        }
    }

    @Test func `security.txt says where to report a hole and does not expire within months`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.get(Paths.securityText)
            #expect(visitor.page.headers[.contentType] == "text/plain; charset=utf-8")
            let lines = visitor.page.text.split(separator: "\n").map(String.init)
            #expect(lines.contains("Contact: http://house.test/klacht"))
            #expect(lines.contains("Canonical: http://house.test/.well-known/security.txt"))
            let today = try await site.workplace.read { _, house in site.workplace.now(in: house).day }
            #expect(lines.contains("Expires: \((today + 300).iso)T00:00:00Z"))
            let organisation = OrganisationInput(
                name: "Nubos", colour: "#165a72", phone: "", email: "veilig@nubos.example", address: "")
            try await site.workplace.settings.change(organisation, seen: 0, by: SampleStaff.bo.actor)
            try await visitor.get(Paths.securityText)
            #expect(visitor.page.has("Contact: mailto:veilig@nubos.example"))
        }
    }
}
