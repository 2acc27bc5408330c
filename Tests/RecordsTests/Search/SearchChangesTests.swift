import Casework
import Complaints
import Records
import Rehearsal
import Testing

/// What becomes findable is written for many writes at once.
struct SearchChangesTests {
    private struct Undone: Error {}

    @Test(arguments: EngineUnderTest.all)
    func `a write that is undone leaves no words behind, and takes none of its neighbours' along`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            await withTaskGroup { group in
                for place in 1...60 {
                    group.addTask {
                        let input = RegistrationInput.sample {
                            $0.story = "gezamenlijk \(place % 3 == 0 ? "verdwenen" : "gebleven")\(100 + place)"
                        }
                        let also: @Sendable (Transaction, Complaint) throws -> Void = { _, _ in if place % 3 == 0 { throw Undone() } }
                        _ = try? await rehearsal.office.register(input, by: SampleStaff.iris.actor, also: also)
                    }
                }
            }
            #expect(try await find("gezamenlijk", rehearsal).count == 40)
            for place in 1...60 {
                #expect(try await find("gebleven\(100 + place)", rehearsal).count == (place % 3 == 0 ? 0 : 1), "\(place)")
            }
            let left = try await rehearsal.records.read { try $0.count("SELECT count(*) FROM search_part WHERE word LIKE 'verdwenen%'") }
            #expect(left == 0)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a word that a rebuild left out, since its texts are gone, is learnt again when it comes back`(engine: EngineUnderTest)
        async throws
    {
        try await engine.withOffice { rehearsal in
            // The second time it comes, it is known.
            for _ in 1...3 { try await rehearsal.register { $0.story = "Alles onder de appelmoes." } }
            #expect(try await find("appelmoes", rehearsal).count == 3)
            _ = try await rehearsal.records.maintenance { connection in
                try connection.transaction { tx in
                    try tx.execute("DELETE FROM passage WHERE slot = 'story'")
                    return try tx.rebuildReadModels()
                }
            }
            #expect(try await find("appelmoes", rehearsal) == [])
            let complaint = try await rehearsal.register { $0.story = "Weer die appelmoes." }
            #expect(try await find("appelmoes", rehearsal) == [complaint.id])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `several writes to one complaint at the same time are all found`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork()
            await withTaskGroup { group in
                for place in 1...20 {
                    group.addTask {
                        _ = try? await rehearsal.perform(.note("samen aantekening\(100 + place)"), on: complaint, by: SampleStaff.hassan)
                    }
                }
            }
            for place in 1...20 { #expect(try await find("aantekening\(100 + place)", rehearsal) == [complaint.id]) }
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `of what is made findable and unfindable in one transaction, the last holds`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.register { $0.story = "Een appel." }
            try await rehearsal.records.write { tx in
                let (connection, id) = (tx.snapshot.connection, complaint.id.value)
                try connection.makeUnfindable(["appel"], of: id)
                try connection.makeFindable(["peer"], of: id)
                try connection.makeUnfindable(["peer"], of: id)
                try connection.makeFindable(["appel", "kers"], of: id)
            }
            #expect(try await find("appel", rehearsal) == [complaint.id])
            #expect(try await find("kers", rehearsal) == [complaint.id])
            #expect(try await find("peer", rehearsal) == [])
        }
    }

    private func find(_ words: String, _ rehearsal: RehearsalOffice) async throws -> [ComplaintID] {
        var filter = WorklistFilter()
        filter.words = words
        let reader = rehearsal.reader(SampleStaff.mara.actor)
        return try await rehearsal.records.read { [filter] in try $0.worklist(filter, for: reader, limit: 50) }.rows.map(\.id)
    }
}
