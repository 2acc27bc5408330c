import Casework
import Complaints
import Records
import Rehearsal
import Testing

struct ExtensionLetterTests {
    @Test(arguments: EngineUnderTest.all)
    func `the customer hears why and until when, and an undone extension tells nothing`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork()
            let ordinal = try #require(complaint.promises.first { $0.kind == .resolution }?.ordinal)
            let extend = ComplaintCommand.extend(promise: ordinal, by: 5, reason: "De leverancier antwoordt nog niet.")
            try await rehearsal.perform(extend, on: complaint, by: SampleStaff.hassan)
            let letter = try #require(
                try await rehearsal.records.read { try $0.letters(of: complaint.id) }.max { $0.sequence < $1.sequence })
            #expect(letter.content.body.contains("De leverancier antwoordt nog niet."))
            #expect(letter.content.kind == "extended" && letter.content.body.contains("vrijdag 4 december"))
            #expect(letter.content.body.contains("U hoort nu uiterlijk vrijdag 11 december"))
            #expect(letter.isHeld(at: rehearsal.now))
            try await rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.hassan)
            let after = try await rehearsal.records.read { try $0.letters(of: complaint.id) }.first { $0.id == letter.id }
            #expect(after?.state == .undone)
            #expect(try await rehearsal.records.read { try $0.prove() }.findings == [])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a letter that the procedure leaves out is not written`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let office = rehearsal.procedures
            let silent = ProcedureDocument(yaml: ProcedureDocument.standard.yaml + "letters: {handler-assigned: nobody}\n")
            _ = try await office.apply(silent, seen: 1, by: .system)
            let complaint = try await rehearsal.registerAtWork()
            #expect(try await rehearsal.records.read { try $0.letters(of: complaint.id) }.map(\.content.kind) == ["received"])
        }
    }
}
