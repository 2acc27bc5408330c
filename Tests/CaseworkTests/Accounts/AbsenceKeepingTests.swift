import Casework
import Complaints
import Records
import Rehearsal
import Testing

@Suite struct AbsenceKeepingTests {
    private static let zone = OfficeZone.amsterdam

    private static func accounts(_ rehearsal: RehearsalOffice) -> AccountOffice {
        AccountOffice(records: rehearsal.records, clock: rehearsal.clock.clock)
    }

    @discardableResult
    private static func away(
        _ member: StaffMember, for replacement: StaffMember?, _ rehearsal: RehearsalOffice, first: Day = "2026-11-20",
        last: Day = "2026-11-27", by actor: Actor = SampleStaff.mara.actor
    ) async throws -> Absence {
        try await accounts(rehearsal).noteAbsence(
            AbsenceInput(staff: member.id, first: first, last: last, replacement: replacement?.id), in: zone, by: actor)
    }

    private static func reminded(_ rehearsal: RehearsalOffice, _ member: StaffMember) async throws -> Int {
        let (reader, now) = (rehearsal.reader(member.actor), rehearsal.now)
        return try await rehearsal.records.read { snapshot in
            let scope = ReminderScope(of: member.actor, absences: try snapshot.absences(at: now))
            return try snapshot.reminderCount(for: reader, scope)
        }
    }

    /// The files that they hear of because the customer has said nothing in them.
    private static func leftWaiting(_ rehearsal: RehearsalOffice, _ member: StaffMember) async throws -> [ComplaintID] {
        let now = rehearsal.now
        return try await rehearsal.records.read { snapshot in
            let actor = try snapshot.entrusted(member, at: now).actor
            let scope = ReminderScope(of: actor, absences: try snapshot.absences(at: now))
            return try snapshot.complaintsLeftWaiting(since: now, of: scope, for: rehearsal.reader(actor), limit: 9).map(\.id)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `reminders of who is away go to the replacement, and without one to the manager`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            try await rehearsal.registerAtWork()
            rehearsal.clock.set(to: "2026-11-23", TimeOfDay(9))
            let watch = PromiseWatch(
                records: rehearsal.records, clock: rehearsal.clock.clock, house: rehearsal.office.house, changes: rehearsal.office.changes)
            try await watch.look()
            #expect(try await Self.reminded(rehearsal, SampleStaff.hassan) == 1)
            #expect(try await Self.reminded(rehearsal, SampleStaff.joost) == 0)
            #expect(try await Self.reminded(rehearsal, SampleStaff.mara) == 0)
            let absence = try await Self.away(SampleStaff.hassan, for: SampleStaff.joost, rehearsal)
            #expect(try await Self.reminded(rehearsal, SampleStaff.joost) == 1)
            #expect(try await Self.reminded(rehearsal, SampleStaff.mara) == 0)
            try await Self.accounts(rehearsal).endAbsence(absence.id, by: SampleStaff.mara.actor)
            #expect(try await Self.reminded(rehearsal, SampleStaff.joost) == 0)
            try await Self.away(SampleStaff.hassan, for: nil, rehearsal)
            #expect(try await Self.reminded(rehearsal, SampleStaff.mara) == 1)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `what a replacement leaves who works here no longer is the manager's`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            try await rehearsal.registerAtWork()
            rehearsal.clock.set(to: "2026-11-23", TimeOfDay(9))
            try await PromiseWatch(
                records: rehearsal.records, clock: rehearsal.clock.clock, house: rehearsal.office.house, changes: rehearsal.office.changes
            ).look()
            try await Self.away(SampleStaff.hassan, for: SampleStaff.joost, rehearsal)
            #expect(try await Self.reminded(rehearsal, SampleStaff.mara) == 0)
            let now = rehearsal.now
            try await rehearsal.records.write { tx in
                var gone = SampleStaff.joost
                gone.isActive = false
                try tx.update(gone, at: now)
            }
            #expect(try await Self.reminded(rehearsal, SampleStaff.mara) == 1)
        }
    }

    @Test func `what the replacement may not read is the manager's`() async throws {
        try await withCaseOffice { rehearsal in
            try await rehearsal.registerAtWork { $0.isConfidential = true }
            rehearsal.clock.set(to: "2026-11-23", TimeOfDay(9))
            try await PromiseWatch(
                records: rehearsal.records, clock: rehearsal.clock.clock, house: rehearsal.office.house, changes: rehearsal.office.changes
            ).look()
            #expect(try await Self.reminded(rehearsal, SampleStaff.mara) == 0)
            try await Self.away(SampleStaff.hassan, for: SampleStaff.joost, rehearsal)
            #expect(try await Self.reminded(rehearsal, SampleStaff.joost) == 0)
            #expect(try await Self.reminded(rehearsal, SampleStaff.mara) == 1)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a file about the only manager that waits without a handler is management's, or the deputy's, and never that manager's`(
        engine: EngineUnderTest
    ) async throws {
        try await engine.withOffice { rehearsal in
            let (mara, dirk, joost) = (SampleStaff.mara, SampleStaff.dirk, SampleStaff.joost)
            let complaint = try await rehearsal.register { $0.aboutStaff = mara.id }
            try await rehearsal.perform(.resolve(.sample("informal")), .reopen(reason: "Nog stuk."), on: complaint, by: SampleStaff.iris)
            let waiting = try await rehearsal.perform(
                .decideReopening(granted: true, reason: "Ja."), .ask("Welke factuur?"), on: complaint, by: SampleStaff.sanne)
            #expect(waiting.phase == .waitingForCustomer && waiting.handler == nil)
            rehearsal.clock.set(to: "2026-11-24", TimeOfDay(10))
            #expect(try await Self.leftWaiting(rehearsal, SampleStaff.sanne) == [complaint.id], "another manager")
            for member in [mara, dirk, joost] { #expect(try await Self.leftWaiting(rehearsal, member) == [], "\(member.name)") }
            let now = rehearsal.now
            try await rehearsal.records.write { tx in
                var gone = SampleStaff.sanne
                gone.isActive = false
                try tx.update(gone, at: now)
            }
            #expect(try await Self.leftWaiting(rehearsal, dirk) == [complaint.id])
            for member in [mara, joost] { #expect(try await Self.leftWaiting(rehearsal, member) == [], "\(member.name)") }
            try await Self.away(mara, for: joost, rehearsal)
            #expect(try await Self.leftWaiting(rehearsal, joost) == [complaint.id])
            for member in [mara, dirk] { #expect(try await Self.leftWaiting(rehearsal, member) == [], "\(member.name)") }
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `whose account is closed replaces nobody any more`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            try await Self.away(SampleStaff.hassan, for: SampleStaff.joost, rehearsal)
            try await rehearsal.records.write { tx in
                _ = try tx.execute("UPDATE staff SET is_active = 0 WHERE id = \(SampleStaff.joost.id.value)")
            }
            let now = rehearsal.now
            let absences = try await rehearsal.records.read { try $0.absences(at: now) }
            #expect(absences.isAway(SampleStaff.hassan.id) && absences.withoutStandIn == [SampleStaff.hassan.id])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `the deputy of a manager is one as long as that lasts`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let (secret, now) = (Secret(), rehearsal.now)
            try await rehearsal.records.write { tx in try tx.addSession(digest: secret.digest, of: SampleStaff.iris.id, at: now) }
            let accounts = Self.accounts(rehearsal)
            #expect(try await accounts.session(for: secret)?.actor.has(.manager) == false)
            let absence = try await Self.away(SampleStaff.mara, for: SampleStaff.iris, rehearsal)
            let deputy = try #require(try await accounts.session(for: secret))
            #expect(deputy.actor.roles == [.intake, .manager])
            #expect(deputy.member.roles == [.intake], "nothing of it is stored")
            // Joost too may be noted as away by the deputy; that the deputising lasts longer may not.
            try await Self.away(SampleStaff.joost, for: SampleStaff.hassan, rehearsal, by: deputy.actor)
            await #expect(throws: AccountRefusal.notAllowed) {
                try await Self.away(
                    SampleStaff.mara, for: SampleStaff.iris, rehearsal, first: "2026-11-28", last: "2027-06-01", by: deputy.actor)
            }
            await #expect(throws: AccountRefusal.notAllowed) { try await accounts.endAbsence(absence.id, by: deputy.actor) }
            let complaint = try await rehearsal.register()
            _ = try await rehearsal.office.perform(.assign(to: SampleStaff.hassan.id), on: complaint.id, by: deputy.actor)
            rehearsal.clock.set(to: "2026-11-28", TimeOfDay(0))
            let later = rehearsal.now
            #expect(try await rehearsal.records.read { try $0.entrusted(SampleStaff.iris, at: later) }.lent == [])
        }
    }

    @Test func `handlers note their own absence, and nobody else's`() async throws {
        try await withCaseOffice { rehearsal in
            try await Self.away(SampleStaff.hassan, for: SampleStaff.joost, rehearsal, by: SampleStaff.hassan.actor)
            await #expect(throws: AccountRefusal.notAllowed) {
                try await Self.away(SampleStaff.joost, for: nil, rehearsal, by: SampleStaff.hassan.actor)
            }
            for stranger in [SampleStaff.iris.actor, SampleStaff.bo.actor, .customer, Actor(.token(1), roles: [.manager])] {
                await #expect(throws: AccountRefusal.notAllowed) {
                    try await Self.away(SampleStaff.joost, for: nil, rehearsal, by: stranger)
                }
            }
            let kept = try await rehearsal.records.read { try $0.auditLines(limit: 9) }.filter { $0.action == .absenceNoted }
            #expect(kept.map(\.object) == ["staff:\(SampleStaff.hassan.id.value)"])
        }
    }

    @Test func `the same days twice are refused`() async throws {
        try await withCaseOffice { rehearsal in
            try await Self.away(SampleStaff.hassan, for: nil, rehearsal)
            await #expect(throws: AccountRefusal.invalid([.init("first", .itself)])) {
                try await Self.away(SampleStaff.hassan, for: nil, rehearsal, first: "2026-11-27", last: "2026-12-01")
            }
        }
    }
}
