import Casework
import Complaints
import Records
import Rehearsal
import Testing

struct PromiseProofTests {
    private static func proof(_ rehearsal: RehearsalOffice) async throws -> PromiseProof {
        var proof = PromiseProof()
        try await proof.run(over: rehearsal.records, CurrentHouse())
        return proof
    }

    private static func calendar(closing: String) -> CalendarInput {
        CalendarInput(
            zone: "Europe/Amsterdam", weekdays: [1, 2, 3, 4, 5], opens: "9:00", closes: "17:00", goodFridayIsFree: true,
            liberationDayIsFree: true, lateArrivalsCountFromNextWorkingDay: false, closingDays: closing)
    }

    @Test(arguments: EngineUnderTest.all)
    func `every recorded date comes out again, whatever happened to it and to the calendar`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            var work = RandomWork(rehearsal, seed: 21)
            try await work.run(complaints: 40, acts: 200)
            let settings = SettingsOffice(records: rehearsal.records, clock: rehearsal.clock.clock)
            try await settings.change(Self.calendar(closing: "24-11-2026 Uitje"), seen: 0, by: SampleStaff.bo.actor)
            try await work.run(complaints: 20, acts: 200)
            let proof = try await Self.proof(rehearsal)
            #expect(proof.findings == [] && proof.promises >= 120)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a date whose calendar was altered afterwards is named`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let settings = SettingsOffice(records: rehearsal.records, clock: rehearsal.clock.clock)
            try await settings.change(Self.calendar(closing: "24-11-2026 Uitje"), seen: 0, by: SampleStaff.bo.actor)
            let complaint = try await rehearsal.register()
            try await rehearsal.records.write {
                _ = try $0.execute("UPDATE setting SET body = replace(body, '2026-11-24', '2027-11-24') WHERE kind = 'calendar'")
            }
            let proof = try await Self.proof(rehearsal)
            #expect(proof.findings.map(\.number) == [complaint.number, complaint.number])
            #expect(proof.findings.allSatisfy { finding in finding.counted.map { $0 < finding.recorded } ?? false })
        }
    }
}
