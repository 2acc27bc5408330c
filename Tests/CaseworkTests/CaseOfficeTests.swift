import Casework
import Complaints
import Records
import Rehearsal
import Testing

struct CaseOfficeTests {
    @Test(arguments: EngineUnderTest.all)
    func `a complaint lives from a phone call to closed and back, and the file tells it all`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.register()
            #expect(complaint.phase == .received)
            try await rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            try await rehearsal.perform(.accept, .contact(.reached, at: nil, note: "Gebeld."), on: complaint, by: SampleStaff.hassan)
            try await rehearsal.perform(
                .consult(SampleStaff.peter.id, question: "Wat zegt het log?", due: "2026-11-23"), on: complaint, by: SampleStaff.hassan)
            try await rehearsal.perform(.contribute(to: 1, "De schijf was vol."), on: complaint, by: SampleStaff.peter)
            rehearsal.clock.advance(days: 3)
            try await rehearsal.perform(.resolve(.sample(answer: "De schijf is vervangen.")), on: complaint, by: SampleStaff.hassan)
            try await rehearsal.perform(.close, on: complaint, by: SampleStaff.hassan)
            rehearsal.clock.advance(days: 7)
            _ = try await rehearsal.office.perform(.reopen(reason: "Weer stil."), on: complaint.id, by: .customer)
            let after = try await rehearsal.perform(
                .decideReopening(granted: true, reason: "U heeft gelijk."), on: complaint, by: SampleStaff.mara)
            #expect(after.phase == .reopened)
            #expect(after.promises.map { $0.state(at: rehearsal.now) } == [.kept, .kept, .open, .open])
            let letters = try await rehearsal.records.read { try $0.letters(of: complaint.id) }
            #expect(
                letters.map(\.content.kind) == [
                    "received", "handler-assigned", "resolved", "closed", "satisfaction", "reopening-received", "reopening-granted",
                ])
            // Whoever asks to look again is not asked what they think of it.
            #expect(letters.allSatisfy { $0.state == ($0.content.kind == "satisfaction" ? .dropped : .waiting) })
            #expect(try await rehearsal.records.read { try $0.prove() }.isWhole)
            #expect(try await rehearsal.records.read { try $0.complaint(complaint.id) } == after)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `when a letter can't be written, nothing is`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.register()
            let before = try await counts(rehearsal)
            try await rehearsal.records.write { tx in
                _ = try tx.execute("CREATE UNIQUE INDEX one_letter_each ON letter (complaint_id)")
            }
            await #expect(throws: DatabaseFault.self) {
                try await rehearsal.perform(.note("Eerst dit."), .assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            }
            #expect(try await counts(rehearsal) == before)
            #expect(try await rehearsal.records.read { try $0.complaint(complaint.id) } == complaint)
            #expect(try await rehearsal.records.read { try $0.prove() }.isWhole)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `when what is written along fails, the complaint is not registered either`(engine: EngineUnderTest) async throws {
        struct Unwilling: Error {}
        try await engine.withOffice { rehearsal in
            await #expect(throws: Unwilling.self) {
                _ = try await rehearsal.office.register(.sample(), by: SampleStaff.iris.actor, also: { _, _ in throw Unwilling() })
            }
            let after = try await counts(rehearsal)
            #expect(after == [0, 0, 0, 0, 0])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `one refusal among several acts undoes them all`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.register()
            await #expect(throws: Refusal.notNow(.close, .received, called: Bilingual("Ontvangen", "Received"))) {
                try await rehearsal.perform(.note("Eerst dit."), .close, on: complaint, by: SampleStaff.mara)
            }
            #expect(try await rehearsal.records.read { try $0.history(of: complaint.id) }.count == 1)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a request that came before is answered with the complaint it made`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let first = try await rehearsal.register()
            let again = try await rehearsal.office.register(.sample(), by: SampleStaff.iris.actor, unless: { _ in first.id })
            #expect(again == first)
            #expect(try await counts(rehearsal)[0] == 1)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `64 registrations at once are all there, once, each with a number of its own`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let numbers = try await withThrowingTaskGroup(of: String.self) { group in
                for number in 1...64 {
                    group.addTask { try await rehearsal.register { $0.story = "Verhaal \(number)" }.number.digits }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(numbers).count == 64)
            let stories = try await rehearsal.records.read { try $0.all("SELECT opening FROM complaint") { $0.text(0) } }
            #expect(Set(stories) == Set((1...64).map { "Verhaal \($0)" }))
            #expect(stories.count == 64)
            #expect(try await rehearsal.records.read { try $0.prove() }.isWhole)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `an act on a complaint that is not there is refused, as is a duplicate of one`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            await #expect(throws: Refusal.notThere) {
                _ = try await rehearsal.office.perform(.note("x"), on: ComplaintID(1), by: SampleStaff.iris.actor)
            }
            let complaint = try await rehearsal.register()
            await #expect(throws: Refusal.invalid([FieldProblem("of", .unknown)])) {
                try await rehearsal.perform(.duplicate(of: ComplaintID(1)), on: complaint, by: SampleStaff.iris)
            }
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `three complaints are no duplicates of one another in a circle`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let one = try await rehearsal.register()
            let two = try await rehearsal.register()
            let three = try await rehearsal.register()
            try await rehearsal.perform(.duplicate(of: two.id), on: one, by: SampleStaff.iris)
            try await rehearsal.perform(.duplicate(of: three.id), on: two, by: SampleStaff.iris)
            await #expect(throws: Refusal.duplicateInCircle) {
                try await rehearsal.perform(.duplicate(of: one.id), on: three, by: SampleStaff.iris)
            }
        }
    }

    private func counts(_ rehearsal: RehearsalOffice) async throws -> [Int] {
        try await rehearsal.records.read { snapshot in
            try ["complaint", "journal", "passage", "promise", "letter"].map { try snapshot.count("SELECT count(*) FROM \($0)") }
        }
    }
}
