import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `The next step is what is due first` {
    /// Under a procedure in which the clock of the solution waits for the customer, and a breach is reported at once.
    private static func open(_ body: @escaping @Sendable (StaffedSite) async throws -> Void) async throws {
        try await StaffedSite.open { site in
            let yaml = ProcedureDocument.standard.yaml.replacing(
                "    pauses: []\n    extension", with: "    pauses: [waiting-for-customer, solution-proposed]\n    extension")
            let step = "immediate: [{reason: privacy, within: 72 hours, step: {nl: Meld het datalek, en: Report the breach}}]\n"
            let door = site.rehearsal.procedures
            _ = try await door.apply(ProcedureDocument(yaml: yaml + step), seen: 1, by: .system)
            site.rehearsal.clock.advance(seconds: 60)
            try await body(site)
        }
    }

    private static let solution = "Beantwoord de klant en leg de oplossing vast uiterlijk vr 4 dec 17:00"

    @Test func `what was promised by hand comes before a solution that is due later, and after one that is due earlier`() async throws {
        try await Self.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let made = try await site.rehearsal.perform(
                .contact(.reached, at: nil, note: nil), .promise("Monteur langs.", due: "2026-11-27"), on: complaint, by: SampleStaff.hassan
            )
            let path = Paths.file(complaint.number)
            let page = try await site.get(path, as: SampleStaff.hassan)
            #expect(page.text.contains("Doe wat de klant is toegezegd uiterlijk vr 27 nov 17:00 (nog 5 werkdagen): Monteur langs."))
            #expect(!page.text.contains(Self.solution) && page.count("<summary>Leg de oplossing vast</summary>") == 1)
            #expect(!page.text.contains("Daarna kan het dossier dicht."), "it is not solved yet")
            let ordinal = try #require(made.promises.last).ordinal
            try await site.rehearsal.perform(
                .keepPromise(ordinal, at: nil, note: nil), .promise("Nabellen.", due: "2026-12-11"), on: complaint, by: SampleStaff.hassan)
            #expect(try await site.get(path, as: SampleStaff.hassan).text.contains(Self.solution))
        }
    }

    @Test func `first contact gives way to what is promised before it, and its form is at hand`() async throws {
        try await Self.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let path = Paths.file(complaint.number)
            try await site.rehearsal.perform(.promise("Nabellen.", due: "2026-11-26"), on: complaint, by: SampleStaff.hassan)
            #expect(try await site.get(path, as: SampleStaff.hassan).text.contains("Bel Anna de Vries uiterlijk di 24 nov 17:00"))
            try await site.rehearsal.perform(.promise("Monteur langs.", due: "2026-11-23"), on: complaint, by: SampleStaff.hassan)
            let page = try await site.get(path, as: SampleStaff.hassan)
            #expect(page.text.contains("Doe wat de klant is toegezegd uiterlijk ma 23 nov 17:00 (nog 1 werkdag): Monteur langs."))
            #expect(page.count("action=\"\(Paths.act("contact", complaint.number))\"") == 1)
            #expect(page.count("<summary>Leg de oplossing vast</summary>") == 1)
        }
    }

    @Test func `what must be done at once comes first, and whoever assigns reads of it`() async throws {
        try await Self.open { site in
            let complaint = try await site.rehearsal.register { ($0.severity, $0.severityReasons) = ("serious", ["privacy"]) }
            let path = Paths.file(complaint.number)
            let manager = try await site.get(path, as: SampleStaff.mara).text
            #expect(manager.contains("Wijs een behandelaar toe; eerste contact uiterlijk di 24 nov 17:00"))
            #expect(manager.contains("Direct te doen uiterlijk ma 23 nov 10:16 (nog 1 werkdag): Meld het datalek."))
            try await site.rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            try await site.rehearsal.perform(.accept, on: complaint, by: SampleStaff.hassan)
            let page = try await site.get(path, as: SampleStaff.hassan)
            #expect(page.text.contains("Doe wat direct moet, uiterlijk ma 23 nov 10:16 (nog 1 werkdag): Meld het datalek"))
            #expect(!page.text.contains("Bel Anna de Vries uiterlijk"))
            let done = try await site.post(
                Paths.act("keep-promise", complaint.number), [("promise", "3"), ("gezien", "\(complaint.sequence + 2)")],
                as: SampleStaff.hassan)
            #expect(done.status == 303)
            #expect(try await site.get(path, as: SampleStaff.hassan).text.contains("Bel Anna de Vries uiterlijk di 24 nov 17:00"))
        }
    }

    @Test func `an unanswered message comes before it, until it must be done by the next working day`() async throws {
        try await Self.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(
                .contact(.reached, at: nil, note: nil), .promise("Monteur langs.", due: "2026-11-27"),
                .receiveAnswer("Hoe laat?", through: .phone), on: complaint, by: SampleStaff.hassan)
            let path = Paths.file(complaint.number)
            let before = try await site.get(path, as: SampleStaff.hassan)
            #expect(before.text.contains("Beantwoord de reactie van de klant"))
            site.rehearsal.clock.set(to: "2026-11-26")
            let after = try await site.signedInAnew(SampleStaff.hassan).get(path, as: SampleStaff.hassan)
            #expect(after.text.contains("Doe wat de klant is toegezegd uiterlijk vr 27 nov 17:00 (nog 1 werkdag): Monteur langs."))
        }
    }

    @Test func `a clock that stands still has no date, whoever waits`() async throws {
        try await Self.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(
                .contact(.reached, at: nil, note: nil), .ask("Welke server?"), on: complaint, by: SampleStaff.hassan)
            let path = Paths.file(complaint.number)
            let still = "Tot de klant antwoordt, staat de tijd voor de oplossing stil."
            let asked = try await site.get(path, as: SampleStaff.hassan).text
            #expect(asked.contains("Wacht op antwoord van de klant.") && asked.contains(still))
            site.rehearsal.clock.set(to: "2026-11-30")
            let silent = try await site.signedInAnew(SampleStaff.hassan).get(path, as: SampleStaff.hassan).text
            #expect(silent.contains("De klant zwijgt al 5 werkdagen: bel, of schrijf opnieuw.") && silent.contains(still))
            try await site.rehearsal.perform(.propose("Een maand gratis."), on: complaint, by: SampleStaff.hassan)
            let proposed = try await site.signedInAnew(SampleStaff.hassan).get(path, as: SampleStaff.hassan).text
            #expect(proposed.contains("Wacht op wat de klant van het voorstel vindt.") && proposed.contains(still))
            try await site.rehearsal.perform(.receiveAnswer("Nee.", through: .phone), on: complaint, by: SampleStaff.hassan)
            let answered = try await site.signedInAnew(SampleStaff.hassan).get(path, as: SampleStaff.hassan).text
            #expect(answered.contains("Beantwoord de reactie van de klant uiterlijk ") && !answered.contains(still))
        }
    }

    @Test func `a date that is near is told once, in the step and beside its promise`() async throws {
        try await Self.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(
                .contact(.reached, at: nil, note: nil), .promise("Monteur langs.", due: "2026-11-28"), on: complaint, by: SampleStaff.hassan
            )
            site.rehearsal.clock.set(to: "2026-11-27")
            let page = try await site.signedInAnew(SampleStaff.hassan).get(Paths.file(complaint.number), as: SampleStaff.hassan)
            #expect(page.text.contains("Doe wat de klant is toegezegd uiterlijk za 28 nov 17:00: Monteur langs."))
            #expect(page.count("<span class=\"muted\"> za 28 nov 17:00</span>") == 0)
        }
    }

    @Test func `what was promised in a message is told by the words of that message`() async throws {
        try await Self.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let long = "De monteur komt langs en kijkt naar de mailserver, de schijven en de voeding van het hele rek."
            try await site.rehearsal.perform(
                .contact(.reached, at: nil, note: nil), .answer("Wij bellen de leverancier.\n\nDank u.", hearsAgainBy: "2026-11-30"),
                .answer(long, hearsAgainBy: "2026-12-02"), on: complaint, by: SampleStaff.hassan)
            let page = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan).text
            #expect(page.contains("<span class=\"promise-name\">Bericht toegezegd: “Wij bellen de leverancier.”</span>"))
            #expect(page.contains("Bericht toegezegd: “De monteur komt langs en kijkt naar de mailserver, de schijven en…”"))
        }
    }
}
