import Casework
import Complaints
import Records
import RecordsOnSQLite
import Rehearsal
import Testing

struct MeasureJournalTests {
    private static func plan(_ title: String = "Twee servers") -> MeasurePlan {
        MeasurePlan(
            kind: .preventive, title: Passage(title), problem: Passage("Uitval"), rootCause: Passage("Eén server"),
            action: Passage("Tweede server"), owner: StaffID(2), due: "2026-12-18", cost: Money(cents: 125_000),
            check: EffectCheck(on: "2027-02-19", about: "hosting", wrong: "unreachable", theme: 3, lag: 2, hope: 40))
    }

    private static let reading = EffectReading(
        verdict: .tooEarly, sayableOn: "2027-04-05", weeksBefore: 20, weeksAfter: 4, complaintsBefore: 60, complaintsAfter: 9, ratio: 751,
        lower: 402, upper: 1403, per: "customers")

    private static let events: [MeasureEvent] = [
        .revised(plan("Drie servers")), .linked(MeasureSource(.signal, 12)), .unlinked(MeasureSource(.complaint, 7)),
        .noted(Passage("Besteld.")),
        .carriedOut("2026-12-09", cost: Money(cents: 99), note: Passage("Draait.")), .checked(reading, note: Passage("Te vroeg.")),
        .checked(EffectReading(verdict: .worksNot, weeksBefore: 1, weeksAfter: 2, complaintsBefore: 3, complaintsAfter: 4), note: nil),
        .cancelled(reason: Passage("Te duur.")),
    ]

    /// A measure with one event of every kind.
    private static func full(in rehearsal: RehearsalOffice) async throws -> Measure {
        let now = rehearsal.now
        return try await rehearsal.records.write { tx in
            let id = MeasureID(Keys.fresh(at: now.milliseconds))
            let first = MeasureEvent.raised(plan(), sources: [MeasureSource(.complaint, 7), MeasureSource(.theme, 3)])
            var measure = try tx.append(first, asNew: id, by: SampleStaff.mara.actor, at: now)
            for event in events {
                guard let journalled = try tx.measureToChange(id) else { throw MeasureRefusal.notThere }
                measure = try tx.append(event, to: journalled, by: SampleStaff.mara.actor, at: now)
            }
            return measure
        }
    }

    @Test func `every event comes back from the journal as it went in`() async throws {
        try await withCaseOffice { rehearsal in
            let measure = try await Self.full(in: rehearsal)
            let journalled = try #require(try await rehearsal.records.read { try $0.journalledMeasure(measure.id) })
            #expect(journalled.history.dropFirst().map(\.event) == Self.events)
            #expect(journalled.measure == measure && measure.phase == .cancelled && measure.sequence == 9)
        }
    }

    @Test func `rebuilt is what was live, and the whole is proven`() async throws {
        try await withCaseOffice { rehearsal in
            _ = try await Self.full(in: rehearsal)
            let before = try await rehearsal.records.read { try ReadModelDump.lines(of: $0) }
            #expect(before.contains { $0.hasPrefix("measure: ") } && before.contains { $0.hasPrefix("measure_source: ") })
            _ = try await rehearsal.records.write { try $0.rebuildReadModels() }
            #expect(try await rehearsal.records.read { try ReadModelDump.lines(of: $0) } == before)
            #expect(try await rehearsal.records.read { try $0.prove() }.findings == [])
        }
    }

    @Test(arguments: [
        ("UPDATE journal SET actor = 'staff:1' WHERE stream = 'measure' AND sequence = 5", JournalFinding.Kind.chain),
        ("UPDATE measure_passage SET body = 'Anders' WHERE slot = 'reason'", .words),
        ("DELETE FROM measure_passage WHERE slot = 'problem'", .words),
        ("UPDATE measure SET owner_id = 1", .readModel), ("UPDATE measure SET head = 'ff'", .head), ("DELETE FROM measure", .head),
        ("DELETE FROM measure_source WHERE kind = 'signal'", .readModel),
        ("DELETE FROM journal WHERE stream = 'measure'", .head),
    ])
    func `whoever alters it behind our back is found`(tampering: (sql: String, kind: JournalFinding.Kind)) async throws {
        try await withCaseOffice { rehearsal in
            _ = try await Self.full(in: rehearsal)
            _ = try await rehearsal.records.write { try $0.execute(tampering.sql) }
            let findings = try await rehearsal.records.read { try $0.prove() }.findings
            #expect(findings.contains { $0.kind == tampering.kind }, "\(findings)")
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `who write about one measure at the same moment all get in, one after another`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let (now, id, records) = (rehearsal.now, MeasureID(5), rehearsal.records)
            try await records.write { tx in
                _ = try tx.append(.raised(Self.plan(), sources: []), asNew: id, by: .system, at: now)
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        try await records.write { tx in
                            guard let journalled = try tx.measureToChange(id) else { throw MeasureRefusal.notThere }
                            _ = try tx.append(.noted(Passage("Besteld.")), to: journalled, by: .system, at: now)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let sequence = try await records.read { try $0.journalledMeasure(id)?.measure.sequence }
            #expect(sequence == 13)
        }
    }

    @Test func `a measure is found from what it came from, and by what it asks`() async throws {
        try await withCaseOffice { rehearsal in
            let now = rehearsal.now
            let id = MeasureID(5)
            try await rehearsal.records.write { tx in
                _ = try tx.append(.raised(Self.plan(), sources: [MeasureSource(.complaint, 7)]), asNew: id, by: .system, at: now)
            }
            try await rehearsal.records.read { (snapshot: Snapshot) throws in
                #expect(try snapshot.measures(from: MeasureSource(.complaint, 7)).map(\.id) == [id])
                #expect(try snapshot.measures(from: MeasureSource(.signal, 7)).isEmpty)
                #expect(try snapshot.measures(in: [.open]).map(\.title) == ["Twee servers"])
                #expect(try snapshot.measuresAsking(by: "2026-12-17", of: StaffID(2), leads: true).isEmpty)
                #expect(try snapshot.measuresAsking(by: "2026-12-18", of: StaffID(2), leads: false).map(\.id) == [id])
                #expect(try snapshot.measuresAsking(by: "2026-12-18", of: StaffID(3), leads: false).isEmpty)
            }
        }
    }
}
