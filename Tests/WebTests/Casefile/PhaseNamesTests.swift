import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Phases by the names that the procedure gives them` {
    private static let renamed = ProcedureDocument(
        yaml: ProcedureDocument.standard.yaml
            .replacing("{nl: In behandeling, en: In progress}", with: "{nl: Bij de technische dienst, en: With the engineers}")
            .replacing(
                "then: [waiting-for-customer, solution-proposed, resolved, withdrawn, referred, duplicate]",
                with: "then: [waiting-for-customer, solution-proposed, resolved, withdrawn, duplicate]"))

    private static func apply(_ rehearsal: RehearsalOffice) async throws {
        _ = try await rehearsal.procedures.apply(renamed, seen: 1, by: .system)
    }

    @Test func `every phase of the standard document is called as pages call it`() {
        for language in [Language.dutch, .english] {
            let say = Wording(language)
            for phase in Phase.allCases { #expect(say.phase(phase, under: .standard) == say.phase(phase)) }
        }
    }

    @Test func `file and lists say them, and what the document does not lead to is not offered and refused in words`() async throws {
        try await StaffedSite.open { site in
            let before = try await site.rehearsal.registerAtWork()
            site.rehearsal.clock.advance(seconds: 60)
            try await Self.apply(site.rehearsal)
            let complaint = try await site.rehearsal.registerAtWork()
            let file = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan).text
            #expect(file.contains("bij de technische dienst") && !file.contains(Paths.act("refer", complaint.number)))
            let list = try await site.get("/klachten?lijst=all", as: SampleStaff.mara).text
            #expect(list.contains("bij de technische dienst"))
            // An older file goes on as it was.
            let older = try await site.get(Paths.file(before.number), as: SampleStaff.hassan).text
            #expect(older.contains("in behandeling") && older.contains(Paths.act("refer", before.number)))
            let refused = try await site.post(
                Paths.act("refer", complaint.number), [("to", "KPN"), ("reason", "Hun lijn."), ("gezien", "\(complaint.sequence)")],
                as: SampleStaff.hassan)
            #expect(refused.status == 409)
            #expect(
                refused.text.contains(
                    "De klachtenprocedure van deze klacht (versie 2) leidt niet van “Bij de technische dienst” naar “Doorverwezen”."))
            let tooEarly = try await site.post(
                Paths.act("close", complaint.number), [("gezien", "\(complaint.sequence)")], as: SampleStaff.hassan)
            #expect(tooEarly.status == 409 && tooEarly.text.contains("de klacht staat op “bij de technische dienst”"))
        }
    }

    @Test func `where a complaint can't be solved at once, the form does not offer it`() async throws {
        try await StaffedSite.open { site in
            #expect(try await site.get(Paths.intake, as: SampleStaff.iris).text.contains("Meteen opgelost"))
            let yaml = ProcedureDocument.standard.yaml.replacing(
                "then: [assigned, resolved, withdrawn, referred, duplicate]}", with: "then: [assigned, withdrawn, referred, duplicate]}")
            _ = try await site.rehearsal.procedures.apply(ProcedureDocument(yaml: yaml), seen: 1, by: .system)
            #expect(try await !site.get(Paths.intake, as: SampleStaff.iris).text.contains("Meteen opgelost"))
        }
    }

    @Test func `the customer reads the name beside the step`() async throws {
        try await PublicSite.open { site in
            try await Self.apply(site.rehearsal)
            let complaint = try await site.rehearsal.registerAtWork()
            // The customer's page waits as long as the acceptance can be undone.
            site.rehearsal.clock.advance(seconds: 60)
            let visitor = try await site.follower(of: complaint)
            #expect(visitor.page.has("Wij zoeken het uit: Bij de technische dienst"))
        }
    }

    @Test func `once it is over, the customer reads who else can look at it`() async throws {
        try await PublicSite.open { site in
            let yaml =
                ProcedureDocument.standard.yaml + """
                    outside:
                      - {name: {nl: De Geschillencommissie, en: The Committee}, for: consumers, text: {nl: Die beslist., en: It decides.}}
                      - {name: {nl: Het Arbitragehof, en: The Arbiters}, for: businesses, text: {nl: Die ook., en: They too.}}

                    """
            _ = try await site.rehearsal.procedures.apply(ProcedureDocument(yaml: yaml), seen: 1, by: .system)
            let complaint = try await site.rehearsal.registerAtWork()
            #expect(try await !site.follower(of: complaint).page.has("De Geschillencommissie"))
            try await site.rehearsal.perform(.resolve(.sample("upheld")), .close, on: complaint, by: SampleStaff.hassan)
            site.rehearsal.clock.advance(seconds: 60)
            let visitor = try await site.follower(of: complaint)
            #expect(visitor.page.has("De Geschillencommissie. Die beslist.") && !visitor.page.has("Arbitragehof"))
        }
    }
}
