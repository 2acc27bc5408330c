import Casework
import Complaints
import Records
import Rehearsal
import Testing

/// Deciding about several files past their term is one act: all of it holds or none, and it is undone in one.
@Suite struct RetentionDecisionTests {
    private static let document = ProcedureDocument(
        yaml: ProcedureDocument.standard.yaml + "retention: [{keep: 24 months, reason: {nl: Om te leren., en: To learn.}}]\n")
    private static let mara = SampleStaff.mara.actor

    /// Three closed files on a day on which they are past their term.
    private static func pastTerm(_ rehearsal: RehearsalOffice) async throws -> [ComplaintNumber] {
        _ = try await rehearsal.procedures.apply(document, seen: 1, by: .system)
        var numbers: [ComplaintNumber] = []
        for _ in 0..<3 {
            let complaint = try await rehearsal.registerAtWork()
            numbers.append(
                try await rehearsal.perform(.resolve(.sample("upheld")), .close, on: complaint, by: SampleStaff.hassan).number)
        }
        rehearsal.clock.set(to: "2029-01-02", TimeOfDay(10))
        return numbers
    }

    /// How many may be erased, and how many entries all of them have.
    private static func standing(_ numbers: [ComplaintNumber], _ rehearsal: RehearsalOffice) async throws -> (toErase: Int, entries: Int) {
        try await rehearsal.records.read { snapshot in
            let ids = try numbers.compactMap { try snapshot.complaintID(of: $0) }
            let listed = try snapshot.retentionDecisions(on: "2029-01-02", for: Visibility(mara), toErase: true, limit: 9)
            return (listed.count, try ids.reduce(0) { $0 + (try snapshot.history(of: $1).count) })
        }
    }

    private static func offer(_ rehearsal: RehearsalOffice) async throws -> UndoOffer? {
        try await rehearsal.records.read { try $0.undoOffer(to: SampleStaff.mara.id) }
    }

    @Test(arguments: EngineUnderTest.all)
    func `what was decided about several files at once is undone in one`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let numbers = try await Self.pastTerm(rehearsal)
            let before = try await Self.standing(numbers, rehearsal)
            try await rehearsal.office.decide(.erase, on: numbers + numbers, note: "Voorbij.", by: Self.mara)
            let decided = try await Self.standing(numbers, rehearsal)
            #expect(decided.toErase == 3 && decided.entries == before.entries + 3)
            let offer = try #require(try await Self.offer(rehearsal))
            #expect(offer.single == nil && offer.complaints == 3 && offer.decision == .erase)
            let undone = try await rehearsal.office.undo(offer.id, by: Self.mara)
            #expect(undone.done.count == 3 && undone.skipped.isEmpty)
            #expect(try await Self.standing(numbers, rehearsal).toErase == 0)
            #expect(try await Self.offer(rehearsal)?.decision == .erase, "it is still said what was undone")
            try await rehearsal.office.decide(.keep(through: "2030-01-01"), on: numbers, note: "Toch.", by: Self.mara)
            #expect(try await rehearsal.records.read { try $0.prove() }.findings == [])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `when one of them was decided about already, nothing is recorded`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let numbers = try await Self.pastTerm(rehearsal)
            try await rehearsal.office.decide(.keep(through: "2030-01-01"), on: [numbers[2]], note: "Zaak.", by: SampleStaff.sanne.actor)
            let before = try await Self.standing(numbers, rehearsal)
            await #expect(throws: Refusal.notThere) {
                try await rehearsal.office.decide(.erase, on: numbers, note: "Voorbij.", by: Self.mara)
            }
            #expect(try await Self.standing(numbers, rehearsal) == before)
            #expect(try await Self.offer(rehearsal)?.decision == nil)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `when one can't be written, none is`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let numbers = try await Self.pastTerm(rehearsal)
            let before = try await Self.standing(numbers, rehearsal)
            try await rehearsal.records.write { tx in
                _ = try tx.execute("CREATE UNIQUE INDEX one_decided ON retention_decision (decided_by)")
            }
            await #expect(throws: DatabaseFault.self) {
                try await rehearsal.office.decide(.erase, on: numbers, note: "Voorbij.", by: Self.mara)
            }
            #expect(try await Self.standing(numbers, rehearsal) == before)
        }
    }
}
