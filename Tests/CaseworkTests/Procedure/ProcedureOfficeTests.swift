import Casework
import Complaints
import Records
import Rehearsal
import Testing

struct ProcedureOfficeTests {
    private static func document(_ old: String, _ new: String) -> ProcedureDocument {
        ProcedureDocument(yaml: ProcedureDocument.standard.yaml.replacing(old, with: new))
    }
    private static let quick = document("within: 2 working days", "within: 1 working day")

    @Test(arguments: EngineUnderTest.all)
    func `a complaint stays under the version it was received under`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let first = try await rehearsal.register()
            rehearsal.clock.advance(seconds: 60)
            #expect(try await rehearsal.procedures.apply(Self.quick, seen: 1, by: .system) == 2)
            let second = try await rehearsal.register()
            let before = rehearsal.clock.now.adding(seconds: -120)
            let earlier = try await rehearsal.register { $0.received = .instant(before) }
            #expect([first, second, earlier].map(\.procedureVersion) == [1, 2, 1])
            #expect([first, second, earlier].map(\.promises.first?.rule) == [.workingDays(2), .workingDays(1), .workingDays(2)])
            let read = try await rehearsal.records.read { try $0.complaint(second.id) }
            #expect(read == second)
            #expect(try await rehearsal.records.read { try $0.prove() }.findings == [])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `what holds already to the letter is no new version`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let door = rehearsal.procedures
            #expect(try await door.apply(.standard, seen: 1, by: .system) == 1)
            #expect(try await door.apply(Self.quick, seen: 1, by: .system) == 2)
            #expect(try await door.apply(Self.quick, seen: 2, by: .system) == 2)
            #expect(try await door.apply(.standard, seen: 2, by: .system) == 3, "back to the one before is a change")
            let versions = try await rehearsal.records.read { try rehearsal.office.house.settings(in: $0).procedures.versions.count }
            #expect(versions == 3)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `an invalid procedure never comes into force, nor one over another's`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let door = rehearsal.procedures
            await #expect(throws: ProcedureRefusal.self) {
                try await door.apply(Self.document("within: 2 working days", "within: 0 working days"), seen: 1, by: .system)
            }
            _ = try await door.apply(Self.quick, seen: 1, by: .system)
            await #expect(throws: SettingsRefusal.movedOn) { try await door.apply(.standard, seen: 1, by: .system) }
            await #expect(throws: SettingsRefusal.notAllowed) { try await door.apply(.standard, seen: 2, by: SampleStaff.iris.actor) }
            let versions = try await rehearsal.records.read { try rehearsal.office.house.settings(in: $0).procedures.versions.count }
            #expect(versions == 2)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a version that was altered afterwards is found`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            _ = try await rehearsal.procedures.apply(Self.quick, seen: 1, by: .system)
            _ = try await rehearsal.procedures.apply(.standard, seen: 2, by: .system)
            try await rehearsal.records.write {
                _ = try $0.execute("UPDATE setting SET body = body || ' ' WHERE kind = 'procedure' AND version = 1")
            }
            #expect(try await rehearsal.records.read { try $0.prove() }.findings.map(\.kind) == [.words])
            try await rehearsal.records.write {
                _ = try $0.execute("UPDATE setting SET made_at = made_at - 1 WHERE kind = 'procedure' AND version = 2")
            }
            #expect(try await rehearsal.records.read { try $0.prove() }.findings.map(\.kind) == [.words, .readModel])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a clock that was set back puts no version before an earlier one`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            _ = try await rehearsal.procedures.apply(Self.quick, seen: 1, by: .system)
            rehearsal.clock.advance(seconds: -3600)
            _ = try await rehearsal.procedures.apply(.standard, seen: 2, by: .system)
            let moments = try await rehearsal.records.read { try $0.settingVersions(.procedure).map(\.from) }
            #expect(moments == moments.sorted() && Set(moments).count == 2)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a version that this program can't read is named, and does not hold`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let now = rehearsal.now
            _ = try await rehearsal.records.write { try $0.set(.procedure, to: "phases: none", after: 0, by: .system, at: now) }
            let house = rehearsal.office.house
            let (unreadable, versions) = try await rehearsal.records.read { snapshot in
                (try snapshot.unreadableProcedures().map(\.number), try house.settings(in: snapshot).procedures.versions.count)
            }
            #expect(unreadable == [2] && versions == 1)
        }
    }
}
