import Casework
import Complaints
import Records
import Rehearsal
import Testing

/// "Letters that follow from such an act wait for it."
struct HeldLetterTests {
    private func waiting(_ rehearsal: RehearsalOffice) async throws -> [String] {
        let (now, visibility) = (rehearsal.now, Visibility(SampleStaff.mara.actor))
        let letters = try await rehearsal.records.read { try $0.waitingLetters(for: visibility, at: now) }
        let count = try await rehearsal.records.read { try $0.waitingLetterCount(for: visibility, at: now) }
        #expect(count == letters.count)
        #expect(try await rehearsal.records.read { try $0.waitingLetterTotal(at: now) } == count)
        return letters.map(\.letter.content.kind)
    }

    private func states(_ complaint: Complaint, _ rehearsal: RehearsalOffice) async throws -> [LetterState] {
        try await rehearsal.records.read { try $0.letters(of: complaint.id) }.map(\.state)
    }

    @Test(arguments: EngineUnderTest.all)
    func `a letter waits for as long as what it follows from can be undone, to the millisecond`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.register()
            #expect(try await waiting(rehearsal) == ["received"])
            try await rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            #expect(try await waiting(rehearsal) == ["received"])
            let start = rehearsal.now
            rehearsal.clock.set(to: Instant(milliseconds: start.milliseconds + 14_999))
            #expect(try await waiting(rehearsal) == ["received"])
            rehearsal.clock.set(to: Instant(milliseconds: start.milliseconds + 15_000))
            #expect(try await waiting(rehearsal) == ["received", "handler-assigned"])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `undone with its act, a letter reaches nobody, now or later`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork()
            rehearsal.clock.advance(seconds: 60)
            try await rehearsal.perform(.ask("Welke rekening?"), on: complaint, by: SampleStaff.hassan)
            rehearsal.clock.advance(seconds: 14)
            try await rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.hassan)
            rehearsal.clock.advance(seconds: 60)
            #expect(try await waiting(rehearsal) == ["received", "handler-assigned"])
            #expect(try await states(complaint, rehearsal) == [.waiting, .waiting, .undone])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `what a customer does is answered at once`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.register()
            _ = try await rehearsal.office.perform(.withdraw(reason: ""), on: complaint.id, by: .customer)
            #expect(try await waiting(rehearsal) == ["received", "withdrawn"])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a held letter is handed over by nobody`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork()
            let letter = try #require(try await rehearsal.records.read { try $0.letters(of: complaint.id) }.last)
            #expect(letter.isHeld(at: rehearsal.now))
            await #expect(throws: Refusal.letterNotWaiting) {
                try await rehearsal.perform(.informed(letter.id, by: .told, at: nil), on: complaint, by: SampleStaff.hassan)
            }
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a letter that was handed over by a slip waits again, and the promise that this kept is open again`(engine: EngineUnderTest)
        async throws
    {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork()
            rehearsal.clock.advance(seconds: 60)
            let letter = try #require(try await rehearsal.records.read { try $0.letters(of: complaint.id) }.last)
            let told = try await rehearsal.perform(.informed(letter.id, by: .told, at: nil), on: complaint, by: SampleStaff.hassan)
            #expect(told.promises.first?.metAt == rehearsal.now)
            #expect(try await waiting(rehearsal) == ["received"])
            let after = try await rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.hassan)
            #expect(after.promises.first?.metAt == nil)
            #expect(try await waiting(rehearsal) == ["received", "handler-assigned"])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `what has a letter on its way to the customer is not undone`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.register()
            try await rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            let letter = try #require(try await rehearsal.records.read { try $0.letters(of: complaint.id) }.last)
            let now = rehearsal.now
            try await rehearsal.records.write { tx in try tx.settle(letter.id, as: .sent, at: now) }
            await #expect(throws: Refusal.cannotUndo(.letterHandedOver)) {
                try await rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.mara)
            }
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a new link that the customer asked for meanwhile is not taken back with the act before it`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.register()
            try await rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            let follow = FollowAccess(records: rehearsal.records, clock: rehearsal.clock.clock)
            try await follow.askForLink(
                number: complaint.number.formatted, email: "anna@voorbeeld.invalid", from: RequestOrigin("192.0.2.1"),
                house: rehearsal.office.house)
            try await rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.mara)
            #expect(try await waiting(rehearsal) == ["received", "follow-link"])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `when an undoing can't be written whole, nothing of it is`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.register()
            let assigned = try await rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            try await rehearsal.records.write { tx in
                _ = try tx.execute("CREATE UNIQUE INDEX one_undone ON letter (state) WHERE state = 'undone'")
                _ = try tx.execute("UPDATE letter SET state = 'undone' WHERE kind = 'received'")
            }
            await #expect(throws: DatabaseFault.self) {
                try await rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.mara)
            }
            #expect(try await rehearsal.records.read { try $0.complaint(complaint.id) } == assigned)
            #expect(try await rehearsal.records.read { try $0.prove() }.isWhole)
        }
    }
}
