import Casework
import Complaints
import Records
import Rehearsal
import Testing

struct DemoOfficeTests {
    @Test func `a house is filled with whole files of about six entries, in every phase`() async throws {
        try await DemoHouse.with(complaints: 900) { rehearsal, _ in
            let proof = try await rehearsal.records.read { try $0.prove() }
            #expect(proof.isWhole)
            #expect(proof.complaints == 900)
            #expect((4.0...9.0).contains(Double(proof.entries) / 900))
            let phases = try await rehearsal.records.read { snapshot in
                Set(try snapshot.all("SELECT DISTINCT phase FROM complaint") { $0.text(0) })
            }
            #expect(phases == Set(Phase.allCases.map(\.rawValue)))
        }
    }

    @Test func `the company learnt something: measures, themes, incidents, customers by month, and what people thought`() async throws {
        try await DemoHouse.with(complaints: 900) { rehearsal, _ in
            let (measures, themes, incidents, months, rated) = try await rehearsal.records.read { snapshot in
                (
                    try snapshot.measures(in: Set(MeasurePhase.allCases)), try snapshot.themes(), try snapshot.incidents(),
                    try snapshot.exposures(.customers),
                    try snapshot.all("SELECT count(*) FROM case_figures WHERE is_satisfied IS NOT NULL") { $0.integer(0) }[0]
                )
            }
            #expect(measures.count == 4 && Set(measures.map(\.phase)).count >= 2 && measures.contains { $0.phase == .open })
            #expect(measures.count { $0.verdict != nil } == 3)
            #expect(themes.count == 2 && !incidents.isEmpty && months.count >= 12)
            #expect((60...400).contains(rated), "\(rated)")
            #expect(try await rehearsal.records.read { try $0.prove() }.isWhole)
        }
    }

    @Test func `what the read models say is what a rebuild derives`() async throws {
        try await DemoHouse.with(complaints: 150) { rehearsal, _ in
            let rows = "SELECT number || head || phase || sequence || coalesce(next_due_at, 0) FROM complaint ORDER BY id"
            let live = try await rehearsal.records.read { try $0.all(rows) { $0.text(0) } }
            _ = try await rehearsal.records.maintenance { connection in try connection.transaction { try $0.rebuildReadModels() } }
            #expect(try await rehearsal.records.read { try $0.all(rows) { $0.text(0) } } == live)
        }
    }

    @Test func `the same seed tells the same history, another seed another`() async throws {
        func told(_ seed: UInt64) async throws -> [[RecordedOccurrence]] {
            try await DemoHouse.with(complaints: 120, seed: seed) { rehearsal, _ in
                try await DemoHouse.histories(rehearsal).map(\.1)
            }
        }
        let first = try await told(3)
        #expect(try await told(3) == first)
        #expect(try await told(4) != first)
    }

    @Test func `nothing waits to be sent, and every address goes nowhere`() async throws {
        try await DemoHouse.with(complaints: 200) { rehearsal, accounts in
            let visibility = Visibility(SampleStaff.mara.actor)
            #expect(try await rehearsal.records.read { try $0.waitingLetterCount(for: visibility, at: rehearsal.now) } == 0)
            let addresses = try await rehearsal.records.read { snapshot in
                try snapshot.all("SELECT email FROM complaint WHERE email IS NOT NULL") { $0.text(0) }
            }
            #expect(addresses.count > 100)
            #expect((addresses + accounts.map(\.email.text)).allSatisfy { $0.hasSuffix(".invalid") })
            let phones = try await rehearsal.records.read { snapshot in
                try snapshot.all("SELECT phone FROM complaint WHERE phone IS NOT NULL") { $0.text(0) }
            }
            #expect(phones.allSatisfy { $0.hasPrefix("+31600") || Array($0.utf8.dropFirst(5)).first == UInt8(ascii: "0") })
        }
    }

    @Test func `nothing happens ahead of the clock, nor before it came in`() async throws {
        try await DemoHouse.with(complaints: 200) { rehearsal, _ in
            for (complaint, history) in try await DemoHouse.histories(rehearsal) {
                #expect(history.allSatisfy { $0.at <= rehearsal.now && $0.at >= complaint.receivedAt })
                #expect(zip(history, history.dropFirst()).allSatisfy { $0.at <= $1.at })
            }
        }
    }

    @Test func `the house says that it is a sample, and can be filled further`() async throws {
        try await DemoHouse.with(complaints: 40) { rehearsal, _ in
            let house = rehearsal.office.house
            #expect(try await rehearsal.records.read { try house.settings(in: $0).isSample })
            let demo = DemoHouse.office(rehearsal)
            let plan = try #require(DemoPlan(complaints: 30, years: 1, seed: 3, today: try await demo.today()))
            _ = try await demo.fill(plan)
            let proof = try await rehearsal.records.read { try $0.prove() }
            #expect(proof.isWhole)
            #expect(proof.complaints == 70)
        }
    }

    @Test func `a house with real complaints is left as it is`() async throws {
        try await withCaseOffice { rehearsal in
            let complaint = try await rehearsal.register()
            let demo = DemoHouse.office(rehearsal)
            let plan = try #require(DemoPlan(complaints: 30, years: 1, seed: 3, today: try await demo.today()))
            await #expect(throws: DemoRefusal.realComplaints) { try await demo.fill(plan) }
            #expect(try await DemoHouse.histories(rehearsal).map(\.0.id) == [complaint.id])
            let house = rehearsal.office.house
            #expect(try await rehearsal.records.read { try house.settings(in: $0).isSample } == false)
        }
    }

    @Test func `a house of which the invented staff left is not filled further`() async throws {
        try await DemoHouse.with(complaints: 20) { rehearsal, accounts in
            let handler = try #require(accounts.first { $0.roles == [.handler] })
            try await rehearsal.records.write { tx in
                guard var member = try tx.snapshot.staffMember(handler.id) else { return }
                member.isActive = false
                try tx.update(member, at: rehearsal.now)
            }
            let demo = DemoHouse.office(rehearsal)
            let plan = try #require(DemoPlan(complaints: 30, years: 1, seed: 3, today: try await demo.today()))
            await #expect(throws: DemoRefusal.staffChanged) { try await demo.fill(plan) }
        }
    }

    @Test func `numbers out of bounds make no plan`() {
        #expect(DemoPlan(complaints: 0, years: 1, seed: 1, today: "2026-11-20") == nil)
        #expect(DemoPlan(complaints: 10, years: 21, seed: 1, today: "2026-11-20") == nil)
        #expect(DemoPlan(complaints: 1, years: 20, seed: 1, today: "2026-11-20") != nil)
    }
}
