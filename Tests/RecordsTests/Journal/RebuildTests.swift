import Complaints
import Records
import Rehearsal
import Testing

struct RebuildTests {
    @Test(arguments: EngineUnderTest.all, [1, 2] as [UInt64])
    func `what is rebuilt is what was live, and the proof finds nothing wrong with it`(engine: EngineUnderTest, seed: UInt64) async throws {
        try await engine.withOffice { rehearsal in
            var work = RandomWork(rehearsal, seed: seed)
            try await work.run(complaints: 100, acts: 700)
            let live = try await rehearsal.records.read { try ReadModelDump.lines(of: $0) }
            #expect(try await rehearsal.records.read { try $0.prove() }.findings == [])
            let count = try await rehearsal.records.maintenance { connection in try connection.transaction { try $0.rebuildReadModels() } }
            #expect(count == 100)
            let rebuilt = try await rehearsal.records.read { try ReadModelDump.lines(of: $0) }
            #expect(Set(live).symmetricDifference(rebuilt) == [])
            #expect(live.count == rebuilt.count)
            var filter = WorklistFilter()
            filter.words = "mailstoringen"
            let reader = rehearsal.reader(SampleStaff.mara.actor)
            let found = try await rehearsal.records.read { [filter] in try $0.worklistCount(filter, for: reader) }
            #expect(found > 0)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `every history comes back from the journal as it went in`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            var work = RandomWork(rehearsal, seed: 11)
            try await work.run(complaints: 30, acts: 300)
            for id in work.ids {
                let history = try await rehearsal.records.read { try $0.history(of: id) }
                #expect(history.map(\.sequence) == Array(1...history.count))
                #expect(zip(history, history.dropFirst()).allSatisfy { $0.at <= $1.at })
                let complaint = try #require(Complaint(id: id, history: history))
                #expect(try await rehearsal.records.read { try $0.complaint(id) } == complaint)
            }
        }
    }
}
