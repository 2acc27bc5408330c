import Complaints
import Records
import Rehearsal
import Testing

/// The proof finds what somebody changed behind the program's back, and names it.
struct TamperingTests {
    @Test(arguments: EngineUnderTest.all)
    func `an untouched house is whole`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            try await rehearsal.registerAtWork()
            let proof = try await rehearsal.records.read { try $0.prove() }
            #expect(proof.isWhole)
            #expect(proof.complaints == 1)
            #expect(proof.entries == 3)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a changed body breaks the chain there`(engine: EngineUnderTest) async throws {
        try await expect([.chain, .readModel], on: engine, "UPDATE journal SET body = 'handler 3' || substr(body, 10) WHERE sequence = 2")
    }

    @Test(arguments: EngineUnderTest.all)
    func `another author breaks the chain`(engine: EngineUnderTest) async throws {
        try await expect([.chain], on: engine, "UPDATE journal SET actor = 'staff:1' WHERE sequence = 3")
    }

    @Test(arguments: EngineUnderTest.all)
    func `an entry that calls itself something else breaks the chain`(engine: EngineUnderTest) async throws {
        try await expect([.chain, .readModel], on: engine, "UPDATE journal SET name = 'closed' WHERE sequence = 3")
    }

    @Test(arguments: EngineUnderTest.all)
    func `an entry of an unknown kind can't be read`(engine: EngineUnderTest) async throws {
        try await expect([.chain, .unreadable], on: engine, "UPDATE journal SET name = 'forgotten' WHERE sequence = 3")
    }

    @Test(arguments: EngineUnderTest.all)
    func `a changed word is not the one that was vouched for`(engine: EngineUnderTest) async throws {
        try await expect(
            [.words, .readModel], on: engine, "UPDATE passage SET body = body || ' niet' WHERE slot = 'story'")
    }

    @Test(arguments: EngineUnderTest.all)
    func `a removed entry leaves a gap and a cut chain`(engine: EngineUnderTest) async throws {
        try await expect([.gap, .chain, .readModel], on: engine, "DELETE FROM journal WHERE sequence = 2")
    }

    @Test(arguments: EngineUnderTest.all)
    func `a removed last entry leaves a head that ends nowhere`(engine: EngineUnderTest) async throws {
        try await expect([.head, .readModel], on: engine, "DELETE FROM journal WHERE sequence = 3")
    }

    @Test(arguments: EngineUnderTest.all)
    func `a removed journal leaves a complaint without one, and stray words`(engine: EngineUnderTest) async throws {
        try await expect([.head, .stray], on: engine, "DELETE FROM journal")
    }

    @Test(arguments: EngineUnderTest.all)
    func `swapped entries break the chain`(engine: EngineUnderTest) async throws {
        try await expect(
            [.chain], among: [.chain, .readModel, .head], on: engine, "UPDATE journal SET sequence = 9 WHERE sequence = 2",
            "UPDATE journal SET sequence = 2 WHERE sequence = 3", "UPDATE journal SET sequence = 3 WHERE sequence = 9")
    }

    @Test(arguments: EngineUnderTest.all)
    func `a removed passage is missed`(engine: EngineUnderTest) async throws {
        try await expect([.words, .readModel], on: engine, "DELETE FROM passage WHERE slot = 'customer'")
    }

    @Test(arguments: EngineUnderTest.all)
    func `a stray passage is found, with an entry and without one`(engine: EngineUnderTest) async throws {
        let insert = "INSERT INTO passage (complaint_id, sequence, slot, body, salt) SELECT complaint_id"
        try await expect([.stray], on: engine, "\(insert), 2, 'text', 'ondergeschoven', salt FROM passage WHERE slot = 'story'")
        try await expect([.stray], on: engine, "\(insert), 12, 'text', 'ondergeschoven', salt FROM passage WHERE slot = 'story'")
    }

    @Test(arguments: EngineUnderTest.all)
    func `a changed head is found`(engine: EngineUnderTest) async throws {
        try await expect([.head], on: engine, "UPDATE complaint SET head = substr(head, 2) || substr(head, 1, 1)")
    }

    @Test(arguments: EngineUnderTest.all)
    func `a complaint's removed row is found`(engine: EngineUnderTest) async throws {
        try await expect([.head], on: engine, "DELETE FROM complaint")
    }

    @Test(
        arguments: EngineUnderTest.all,
        [
            "complaint SET phase = 'closed'", "complaint SET handler_id = 3", "complaint SET is_confidential = 1",
            "complaint SET about_staff = 4",
            "complaint SET customer_name = 'Iemand'", "complaint SET next_due_at = next_due_at + 1", "complaint SET duplicate_of = 12",
            "promise SET due_at = due_at + 1 WHERE ordinal = 2", "promise SET met_at = start_at WHERE ordinal = 1",
            "search_entry SET folded = ' leeg '",
        ])
    func `a derived row that says something else is found`(engine: EngineUnderTest, change: String) async throws {
        try await expect([.readModel], on: engine, "UPDATE \(change)")
    }

    /// Exactly these kinds of findings (or at least these, and no others than `among`) after the statements.
    private func expect(
        _ kinds: Set<JournalFinding.Kind>, among allowed: Set<JournalFinding.Kind>? = nil, on engine: EngineUnderTest,
        _ statements: String...,
        at location: SourceLocation = #_sourceLocation
    ) async throws {
        try await engine.withOffice { rehearsal in
            try await rehearsal.registerAtWork()
            try await rehearsal.records.write { tx in
                for statement in statements { try tx.execute(statement) }
            }
            let found = Set(try await rehearsal.records.read { try $0.prove() }.findings.map(\.kind))
            if let allowed {
                #expect(found.isSuperset(of: kinds) && found.isSubset(of: allowed), "\(found)", sourceLocation: location)
            } else {
                #expect(found == kinds, sourceLocation: location)
            }
        }
    }
}
