import Casework
import Complaints
import Records
import Rehearsal
import Testing

struct PromiseWatchTests {
    private static func watch(_ rehearsal: RehearsalOffice) -> PromiseWatch {
        PromiseWatch(
            records: rehearsal.records, clock: rehearsal.clock.clock, house: rehearsal.office.house, changes: rehearsal.office.changes)
    }

    private static func kinds(_ rehearsal: RehearsalOffice, _ member: StaffMember, _ roles: ReminderRecipients = []) async throws
        -> [PromiseKind]
    {
        let reader = rehearsal.reader(member.actor)
        return try await rehearsal.records.read {
            try $0.reminders(for: reader, ReminderScope(handlers: [member.id], roles: roles), limit: 50).map(\.kind)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `the handler hears a day before, the manager on the day, management three days after`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork()
            let watch = Self.watch(rehearsal)
            #expect(try await watch.look() == 0)
            // First contact is due on Tuesday 24 November at 17:00.
            rehearsal.clock.set(to: "2026-11-23", TimeOfDay(8, 59))
            #expect(try await watch.look() == 0, "before opening")
            rehearsal.clock.set(to: "2026-11-23", TimeOfDay(9))
            #expect(try await watch.look() == 1)
            #expect(try await watch.look() == 0, "once")
            #expect(try await Self.kinds(rehearsal, SampleStaff.hassan) == [.firstContact])
            #expect(try await Self.kinds(rehearsal, SampleStaff.mara, .manager) == [])
            rehearsal.clock.set(to: "2026-11-24", TimeOfDay(9))
            #expect(try await watch.look() == 1)
            #expect(try await Self.kinds(rehearsal, SampleStaff.mara, .manager) == [.firstContact])
            rehearsal.clock.set(to: "2026-11-27", TimeOfDay(9))
            #expect(try await watch.look() == 1)
            #expect(try await Self.kinds(rehearsal, SampleStaff.dirk, .management) == [.firstContact])
            let lines = try await rehearsal.records.read { try $0.reminders(about: complaint.id) }
            #expect(lines.map(\.step) == [-1, 0, 3] && lines.map(\.recipients) == [.handler, [.handler, .manager], .management])
            try await rehearsal.perform(.contact(.reached, at: nil, note: nil), on: complaint, by: SampleStaff.hassan)
            #expect(try await Self.kinds(rehearsal, SampleStaff.hassan) == [])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `what nobody handles is the manager's, and a later date is watched anew`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.register()
            let watch = Self.watch(rehearsal)
            rehearsal.clock.set(to: "2026-11-23", TimeOfDay(10))
            try await watch.look()
            #expect(try await Self.kinds(rehearsal, SampleStaff.mara, .manager) == [.firstContact])
            try await rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            rehearsal.clock.set(to: "2026-12-03", TimeOfDay(10))
            try await watch.look()
            #expect(try await Self.kinds(rehearsal, SampleStaff.hassan) == [.firstContact, .resolution])
            let ordinal = try #require(complaint.promises.last?.ordinal)
            try await rehearsal.perform(.extend(promise: ordinal, by: 5, reason: "Onderzoek."), on: complaint, by: SampleStaff.hassan)
            #expect(try await Self.kinds(rehearsal, SampleStaff.hassan) == [.firstContact])
            rehearsal.clock.set(to: "2026-12-10", TimeOfDay(10))
            try await watch.look()
            #expect(try await Self.kinds(rehearsal, SampleStaff.hassan) == [.firstContact, .resolution])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `where no mail is set up, an acknowledgement that only waits is reminded of and breaks`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let yaml = ProcedureDocument.standard.yaml.replacing(
                "promises:\n", with: "promises:\n  - {promise: acknowledgement, within: 1 working day}\n", maxReplacements: 1)
            _ = try await rehearsal.procedures.apply(ProcedureDocument(yaml: yaml), seen: 1, by: .system)
            let complaint = try await rehearsal.register { $0.channel = "web" }
            func state() async throws -> PromiseState? {
                try await rehearsal.records.read { try $0.complaint(complaint.id) }?.promises.first { $0.kind == .acknowledgement }?.state(
                    at: rehearsal.now)
            }
            #expect(try await state() == .open)
            rehearsal.clock.set(to: "2026-11-23", TimeOfDay(9))
            try await Self.watch(rehearsal).look()
            #expect(try await Self.kinds(rehearsal, SampleStaff.mara, .manager).contains(.acknowledgement))
            rehearsal.clock.set(to: "2026-11-23", TimeOfDay(18))
            #expect(try await state() == .broken)
            let spoken = try await rehearsal.register { $0.channel = "phone" }
            #expect(spoken.promises.first { $0.kind == .acknowledgement }?.metAt != nil)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `after a rebuild everything is watched as before, and nobody is reminded twice`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork()
            rehearsal.clock.set(to: "2026-11-24", TimeOfDay(9))
            try await Self.watch(rehearsal).look()
            _ = try await rehearsal.records.maintenance { connection in try connection.transaction { try $0.rebuildReadModels() } }
            #expect(try await Self.watch(rehearsal).look() == 0)
            #expect(try await Self.kinds(rehearsal, SampleStaff.mara, .manager) == [.firstContact])
            #expect(try await rehearsal.records.read { try $0.reminders(about: complaint.id) }.count == 1)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a look reads what falls due, however many promises are open`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            for _ in 0..<60 { try await rehearsal.register() }
            try await Self.watch(rehearsal).look()
            rehearsal.clock.advance(seconds: 60)
            try await rehearsal.register()
            let now = rehearsal.now
            let due = try await rehearsal.records.read { try $0.promisesToWatch(through: now, limit: 500) }
            #expect(due.count == 2)
        }
    }
}
