import Casework
import Complaints
import Records
import Rehearsal
import Testing

struct JournalTests {
    private func correction(_ story: String) -> ComplaintCommand {
        var input = CorrectionInput()
        input.story = story
        return .correct(input)
    }

    @Test(arguments: EngineUnderTest.all)
    func `of two who correct the same version one wins and the other hears what moved on`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.register()
            let outcomes = await withTaskGroup(of: Result<Int, any Error>.self) { group in
                for story in ["De ene versie.", "De andere versie."] {
                    group.addTask {
                        do {
                            let after = try await rehearsal.office.perform(
                                correction(story), on: complaint.id, by: SampleStaff.iris.actor, seen: 1)
                            return .success(after.sequence)
                        } catch { return .failure(error) }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let won = outcomes.compactMap { try? $0.get() }
            let lost = outcomes.compactMap { if case .failure(let error) = $0 { error as? Refusal } else { nil } }
            #expect(won == [2])
            #expect(lost == [.movedOn(seen: 1, now: 2)])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `notes written at once are all kept`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.register()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...16 {
                    group.addTask {
                        _ = try await rehearsal.office.perform(.note("Notitie \(number)"), on: complaint.id, by: SampleStaff.iris.actor)
                    }
                }
                try await group.waitForAll()
            }
            let history = try await rehearsal.records.read { try $0.history(of: complaint.id) }
            let notes = history.compactMap { if case .noted(let text) = $0.occurrence.event { text.text } else { nil } }
            #expect(Set(notes) == Set((1...16).map { "Notitie \($0)" }))
            #expect(try await rehearsal.records.read { try $0.prove() }.isWhole)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a number is given once`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.register()
            let again = try Complaint.registering(
                .sample(), number: complaint.number, by: SampleStaff.iris.actor, at: OfficeZone.amsterdam.moment(at: rehearsal.now),
                with: .sample)
            await #expect(throws: DatabaseFault.unique("complaint.number")) {
                try await rehearsal.records.write { tx in
                    _ = try tx.append(again, asNew: ComplaintID(1), by: SampleStaff.iris.actor, at: TestClock.start)
                }
            }
            #expect(try await rehearsal.records.read { try $0.count("SELECT count(*) FROM journal") } == 1)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a clock that is set back does not reorder a file`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.register()
            rehearsal.clock.advance(days: -3)
            let after = try await rehearsal.perform(.note("Later, zegt de klok eerder."), on: complaint, by: SampleStaff.iris)
            // A moment later than what was last: two things that happened apart are not one.
            let next = TestClock.start.milliseconds + 1
            #expect(after.changedAt == Instant(milliseconds: next))
            let history = try await rehearsal.records.read { try $0.history(of: complaint.id) }
            #expect(history.map(\.at) == [TestClock.start, Instant(milliseconds: next)])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `no word that a person wrote stands in the journal itself`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            try await rehearsal.registerAtWork { $0.grievances = ["Storing", "Factuur"] }
            let bodies = try await rehearsal.records.read { try $0.all("SELECT body FROM journal") { $0.text(0).lowercased() } }
            for word in ["anna", "vries", "mailserver", "storing", "voorbeeld", "0612345678", "31612345678"] {
                #expect(!bodies.contains { $0.contains(word) })
            }
        }
    }
}
