import Casework
import Complaints
import Records
import Rehearsal
import Testing

/// What the fields of a row become, and what is said of those that can't be read.
struct ImportedRowTests {
    @Test func `every field finds its place`() async throws {
        try await ImportingHouse.open { house in
            let (complaint, lines) = try await house.row([
                .reference: "K-17", .channel: "letter", .name: "Piet Bos", .organisation: "Bakkerij", .customerNumber: "B12", .email: "",
                .phone: "(020) 123 45 67", .address: "Markt 1", .language: "en", .preferredContact: "phone", .about: "Hosting en cloud",
                .wrong: "too-slow", .severity: "serious", .severityReasons: "money, repeat", .confidential: "ja",
                .handler: "HASSAN@gehoor.invalid", .contactAt: "06-03-2024 11:00", .contactOutcome: "reached", .resolvedAt: "2024-03-08",
                .finding: "partly-upheld", .cause: "techniek", .remedyText: "Taart", .remedyAmount: "12,50", .answer: "Hersteld.",
                .closedAt: "2024-04-01 16:00", .receivedAt: "2024-03-05",
            ])
            #expect(lines == [])
            let one = try #require(complaint)
            #expect(one.phase == .closed && one.channel == .letter && one.isConfidential && one.handler == SampleStaff.hassan.id)
            #expect(
                one.customer?.phone?.e164 == "+31201234567" && one.customer?.organisation == "Bakkerij"
                    && one.customer?.language == .english)
            #expect(one.nature == Nature(about: "hosting", wrong: "too-slow") && one.severityReasons == [.money, .repeat])
            #expect(one.outcome == .partlyUpheld && one.cause == .technology && one.remedy?.amount == Money(cents: 1250))
            #expect(one.receivedAt == CivilTime("2024-03-05", TimeOfDay(9)).instant && one.registeredAt == one.receivedAt)
            #expect(one.resolvedAt == CivilTime("2024-03-08", TimeOfDay(17)).instant)
            #expect(one.closedAt == CivilTime("2024-04-01", TimeOfDay(16)).instant)
            #expect(one.promises.map { $0.state(at: house.office.now) } == [.kept, .kept])
        }
    }

    @Test func `a promise that was not kept then is broken now`() async throws {
        try await ImportingHouse.open { house in
            let late = try await house.row([.resolvedAt: "2024-06-01 12:00"]).complaint
            #expect(late?.phase == .resolved && late?.outcome == .informal)
            #expect(late?.promises.map { $0.state(at: house.office.now) } == [.broken, .broken])
        }
    }

    @Test(arguments: [
        ([ImportField.phase: "open"], Phase.received), ([.phase: "open", .handler: "hassan@gehoor.invalid"], .assigned),
        ([.handler: "hassan@gehoor.invalid"], .assigned), ([.phase: "In-Progress", .handler: "hassan@gehoor.invalid"], .inProgress),
        ([.phase: "open", .closedAt: "2024-03-09"], .received), ([.closedAt: "2024-03-09"], .closed),
        ([.phase: "withdrawn", .resolvedAt: "2024-03-09", .reason: "Opgelost door klant"], .withdrawn), ([:], .received),
    ])
    func `a complaint stands where the columns tell`(texts: [ImportField: String], phase: Phase) async throws {
        try await ImportingHouse.open { house in
            let (complaint, lines) = try await house.row(texts)
            #expect(complaint?.phase == phase, "\(lines)")
        }
    }

    @Test(arguments: [
        ([ImportField.channel: "fax"], "channel “fax”: "), ([.email: "anna@"], "customer.email “anna@”: this can't be read"),
        ([.email: "", .phone: "06 123"], "customer.phone “06 123”: this can't be read"), ([.email: " "], "no e-mail address"),
        ([.about: "Hosting", .wrong: "te traag"], "nature.about “Hosting”: "), ([.about: "hosting"], "nature.wrong: this is missing"),
        ([.severity: "serious"], "severityReasons: this is missing"),
        ([.confidential: "misschien"], "confidential “misschien”: this must be yes or no"),
        ([.handler: "weg@gehoor.invalid"], "handler “weg@gehoor.invalid”: nobody here"),
        ([.handler: "iris@gehoor.invalid"], "no active handler"),
        ([.phase: "merged"], "phase “merged”: this must be one of: open"), ([.phase: "closed"], "closedAt: this is missing"),
        ([.phase: "in-progress"], "needs a handler"),
        ([.phase: "resolved", .resolvedAt: "2024-03-04"], "resolvedAt “2024-03-04”: this lies before"),
        ([.resolvedAt: "2024-03-08", .closedAt: "2024-03-07"], "closedAt “2024-03-07”: this lies before"),
        ([.contactAt: "2024-03-09", .resolvedAt: "2024-03-08"], "resolvedAt “2024-03-08”: this lies before"),
        ([.contactAt: "2024-03-06", .contactOutcome: "fax"], "contact.outcome “fax”: this must be one of: reached"),
        ([.resolvedAt: "2024-03-08", .finding: "upheld"], "a finding needs a handler"),
        ([.resolvedAt: "2024-03-08", .about: "other", .wrong: "other"], "other than “other”"),
        ([.resolvedAt: "2024-03-08", .remedyAmount: "veel"], "remedy.amount “veel”: this is no amount"),
        ([.phase: "withdrawn", .closedAt: "2024-03-08"], "reason: this is missing"),
        ([.reference: String(repeating: "x", count: 201)], "reference “xxxx"), ([.receivedAt: " "], "receivedAt: this is missing"),
    ])
    func `what can't be read is named, and the row is refused`(texts: [ImportField: String], says: String) async throws {
        try await ImportingHouse.open { house in
            let (complaint, lines) = try await house.row(texts)
            #expect(complaint == nil)
            #expect(lines.contains { $0.hasPrefix("line 2: ") && $0.contains(says) }, "\(lines)")
        }
    }

    @Test func `everything that is wrong with a row is said at once, on one line each`() async throws {
        try await ImportingHouse.open { house in
            let (_, lines) = try await house.row([.channel: "fax", .email: "a@@b", .phone: "x"])
            #expect(lines.count == 3)
        }
    }

    @Test func `a long value is shortened`() async throws {
        try await ImportingHouse.open { house in
            let (_, lines) = try await house.row([.channel: String(repeating: "é", count: 500)])
            #expect(lines.first?.contains(String(repeating: "é", count: 40) + "…”") == true)
        }
    }
}
