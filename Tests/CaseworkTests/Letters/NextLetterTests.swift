import Casework
import Complaints
import Records
import Rehearsal
import Testing

/// Every letter along the way names the next date that holds when it is written, or says that the clock stands still.
@Suite struct NextLetterTests {
    private static func open(
        adding more: String = "", replacing old: String = "", by new: String = "",
        _ body: @escaping @Sendable (RehearsalOffice, Complaint) async throws -> Void
    ) async throws {
        try await withCaseOffice { rehearsal in
            let yaml = old.isEmpty ? ProcedureDocument.standard.yaml : ProcedureDocument.standard.yaml.replacing(old, with: new)
            _ = try await rehearsal.procedures.apply(ProcedureDocument(yaml: yaml + more), seen: 1, by: .system)
            let complaint = try await rehearsal.registerAtWork()
            try await rehearsal.perform(.contact(.reached, at: nil, note: nil), on: complaint, by: SampleStaff.hassan)
            try await body(rehearsal, complaint)
        }
    }

    private static func letter(_ command: ComplaintCommand, _ complaint: Complaint, _ rehearsal: RehearsalOffice) async throws -> String {
        try await rehearsal.perform(command, on: complaint, by: SampleStaff.hassan)
        let letters = try await rehearsal.records.read { try $0.letters(of: complaint.id) }
        return try #require(letters.max { $0.sequence < $1.sequence }).content.body
    }

    @Test func `a proposal, an answer and a question name the answer that was promised`() async throws {
        try await Self.open { rehearsal, complaint in
            let by = "Uiterlijk vrijdag 4 december krijgt u ons antwoord."
            for command in [ComplaintCommand.propose("Een maand."), .answer("Wij kijken."), .ask("Welke?")] {
                #expect(try await Self.letter(command, complaint, rehearsal).contains(by), "\(command)")
            }
            // What is promised in the message itself comes first.
            let soon = try await Self.letter(.answer("Wij bellen.", hearsAgainBy: "2026-11-25"), complaint, rehearsal)
            #expect(soon.contains("U hoort uiterlijk woensdag 25 november van ons."))
        }
    }

    @Test func `a question that stops the clock says so, and what happens then`() async throws {
        try await Self.open(
            replacing: "ends: [resolve]\n    starts: [receipt, reopening]\n    pauses: []",
            by: "ends: [resolve]\n    starts: [receipt, reopening]\n    pauses: [waiting-for-customer]"
        ) { rehearsal, complaint in
            let letter = try await Self.letter(.ask("Welke?"), complaint, rehearsal)
            #expect(letter.contains("Tot u antwoordt, staat de tijd voor ons antwoord stil. Daarna loopt die verder."))
            #expect(!letter.contains("Uiterlijk "))
        }
    }

    @Test func `whoever hears of a later date hears of what is due before it too`() async throws {
        let statutory = "promises:\n  - {promise: statutory, within: 6 weeks, extension: {by: 4 weeks}}\n"
        try await Self.open(replacing: "promises:\n", by: statutory) { rehearsal, complaint in
            let ordinal = try #require(complaint.promises.first { $0.kind == .statutory }?.ordinal)
            let letter = try await Self.letter(.extend(promise: ordinal, by: 4, reason: "Meer tijd."), complaint, rehearsal)
            #expect(letter.contains("Meer tijd.") && letter.contains("U hoort nu uiterlijk vrijdag 29 januari 2027"))
            #expect(letter.contains("Daarnaast krijgt u uiterlijk vrijdag 4 december ons antwoord."))
        }
    }

    @Test func `what was promised by hand and is moved or taken back is told, with what comes then`() async throws {
        try await Self.open { rehearsal, complaint in
            let made = try await rehearsal.perform(.promise("Ik bel u.", due: "2026-11-26"), on: complaint, by: SampleStaff.hassan)
            let ordinal = try #require(made.promises.last).ordinal
            let moved = try await Self.letter(.movePromise(ordinal, to: "2026-11-30", reason: "Ziek."), complaint, rehearsal)
            #expect(moved.contains("U zou uiterlijk donderdag 26 november van ons horen.") && moved.contains("Ziek."))
            #expect(moved.contains("U hoort nu uiterlijk maandag 30 november van ons."))
            #expect(moved.contains("Dit zegden wij u toe: Ik bel u.\n\nDit is de reden:\nZiek."))
            let gone = try await Self.letter(.dropPromise(ordinal, reason: "Opgelost."), complaint, rehearsal)
            #expect(gone.contains("uiterlijk maandag 30 november van ons zou horen. Dat gaat niet door.") && gone.contains("Opgelost."))
            #expect(gone.contains("Dit zegden wij u toe: Ik bel u.") && !gone.contains("Daarnaast"))
            #expect(gone.contains("Uiterlijk vrijdag 4 december krijgt u ons antwoord."))
            #expect(try await rehearsal.records.read { try $0.prove() }.findings == [])
        }
    }

    @Test func `a promise moved to an earlier day asks for no more time, and does not name two days for the same`() async throws {
        try await Self.open { rehearsal, complaint in
            _ = try await rehearsal.perform(.promise("Ik mail u.", due: "2026-11-25"), on: complaint, by: SampleStaff.hassan)
            let made = try await rehearsal.perform(.promise("Ik bel u.", due: "2026-11-30"), on: complaint, by: SampleStaff.hassan)
            let ordinal = try #require(made.promises.last).ordinal
            let moved = try await Self.letter(.movePromise(ordinal, to: "2026-11-27", reason: "Het kan eerder."), complaint, rehearsal)
            #expect(moved.contains("U hoort nu uiterlijk vrijdag 27 november van ons.") && !moved.contains("meer tijd"))
            #expect(moved.contains("Daarnaast hoort u uiterlijk woensdag 25 november van ons."))
            #expect(moved.contains("Dit zegden wij u toe: Ik bel u.") && !moved.contains("Ik mail u."))
        }
    }

    @Test func `a letter names the day that is promised in it first, and what was promised before and still holds`() async throws {
        try await Self.open { rehearsal, complaint in
            try await rehearsal.perform(.promise("Ik bel u.", due: "2026-11-28"), on: complaint, by: SampleStaff.hassan)
            let later = try await Self.letter(.answer("Wij kijken.", hearsAgainBy: "2026-12-01"), complaint, rehearsal)
            #expect(
                later.contains(
                    "U hoort uiterlijk dinsdag 1 december van ons. Wij beloofden u al iets: daarover hoort u uiterlijk zaterdag 28 november."
                ))
            let same = try await Self.letter(.answer("Wij bellen.", hearsAgainBy: "2026-11-28"), complaint, rehearsal)
            #expect(same.contains("U hoort uiterlijk zaterdag 28 november van ons.") && !same.contains("beloofden"))
        }
    }

    @Test func `a day that is promised after our answer does not hide the answer`() async throws {
        try await Self.open { rehearsal, complaint in
            let letter = try await Self.letter(.ask("Welke?", hearsAgainBy: "2026-12-09"), complaint, rehearsal)
            #expect(letter.contains("U hoort uiterlijk woensdag 9 december van ons."))
            #expect(letter.contains("Daarnaast krijgt u uiterlijk vrijdag 4 december ons antwoord."))
        }
    }

    @Test func `closing names who else can look at it, for such a customer`() async throws {
        let outside = """
            outside:
              - {name: {nl: De Geschillencommissie, en: The Disputes Committee}, for: consumers, text: {nl: Die beslist., en: It decides.}, term: {nl: Tot 1 jaar., en: Until 1 year.}}
              - {name: {nl: Het Arbitragehof, en: The Arbiters}, for: businesses, text: {nl: Die ook., en: They too.}}

            """
        try await Self.open(adding: outside) { rehearsal, complaint in
            _ = try await Self.letter(.resolve(.sample("upheld")), complaint, rehearsal)
            let letter = try await Self.letter(.close, complaint, rehearsal)
            #expect(letter.contains("Komt u er met ons niet uit?") && letter.contains("De Geschillencommissie. Die beslist. Tot 1 jaar."))
            #expect(!letter.contains("Arbitragehof"))
        }
    }

    @Test func `the phase can be told by the name that the document gives it`() async throws {
        try await Self.open { rehearsal, complaint in
            let house = try await rehearsal.records.read { try rehearsal.office.house.settings(in: $0) }
            let specimen = LetterSpecimen(house: house, now: house.moment(at: rehearsal.now))
            #expect(specimen.values(LetterKey(.answer, .formalDutch))[.phase] == "Ontvangen")
            #expect(
                LetterCheck(.answer).flaws(of: LetterTemplate(subject: "{{number}}", body: "{{text}} {{phase}} {{follow-link}}")).isEmpty)
            #expect(LetterCheck(.closed).flaws(of: LetterTemplate(subject: "{{number}}", body: "{{outside}} {{follow-link}}")).count == 1)
        }
    }
}
