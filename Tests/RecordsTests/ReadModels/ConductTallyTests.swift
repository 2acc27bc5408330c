import Complaints
import Records
import Rehearsal
import Testing

struct ConductTallyTests {
    /// The same counts, worked out file by file from the journal.
    private static func tally(of ids: [ComplaintID], for reader: WorklistReader, in snapshot: Snapshot) throws -> ConductTally {
        var tally = ConductTally()
        for id in ids {
            let history = try snapshot.history(of: id)
            guard let complaint = Complaint(id: id, history: history),
                reader.visibility.seesFile(
                    isConfidential: complaint.isConfidential, handler: complaint.handler, aboutStaff: complaint.aboutStaff)
            else { continue }
            var one = ConductTally()
            one.complaints = 1
            one.assigned = complaint.handler == nil ? 0 : 1
            one.resolved = complaint.resolvedAt == nil ? 0 : 1
            one.closed = complaint.phase == .closed ? 1 : 0
            let conduct = Conduct(of: complaint, history: history, at: reader.now)
            one.unfollowed = conduct.isFollowed ? 0 : 1
            for step in conduct.steps {
                guard case .promise(let promise) = step.subject else { continue }
                var more = ConductTally()
                more.counts = [
                    ConductCount(kind: promise.kind, procedureVersion: promise.procedureVersion, verdict: step.verdict, count: 1)
                ]
                one.add(more)
            }
            tally.add(one)
        }
        return tally
    }

    @Test(arguments: EngineUnderTest.all, [5, 6] as [UInt64])
    func `what is counted over a period is what every file says by its journal`(engine: EngineUnderTest, seed: UInt64) async throws {
        try await engine.withOffice { rehearsal in
            var work = RandomWork(rehearsal, seed: seed)
            try await work.run(complaints: 60, acts: 500)
            rehearsal.clock.advance(days: 9)
            let (reader, ids) = (rehearsal.reader(SampleStaff.mara.actor), work.ids)
            let span = Span(from: Instant(milliseconds: 0), before: rehearsal.now.adding(days: 1))
            try await rehearsal.records.read { snapshot in
                let counted = try snapshot.conduct(of: span, for: reader)
                let expected = try Self.tally(of: ids, for: reader, in: snapshot)
                #expect(Set(counted.counts) == Set(expected.counts))
                var (left, right) = (counted, expected)
                (left.counts, right.counts) = ([], [])
                #expect(left == right)
                #expect(counted.unfollowed > 0 && counted.counts.contains { $0.verdict == .inTime })
                // What is listed behind each count is as much, page by page too.
                func expect(_ filter: ConductFilter, _ count: Int) throws {
                    let rows = try snapshot.complaints(filter, in: span, for: reader, limit: 1000)
                    let told = try snapshot.conductCount(filter, in: span, for: reader)
                    #expect(rows.count == count && told == count, "\(filter)")
                    let rest = try snapshot.complaints(filter, in: span, for: reader, skipping: 1, limit: 1000)
                    #expect(rest.map(\.number) == rows.dropFirst().map(\.number))
                }
                for count in counted.counts {
                    try expect(.promises(count.kind, version: count.procedureVersion, count.verdict), count.count)
                }
                try expect(.all, counted.complaints)
                try expect(.assigned, counted.assigned)
                try expect(.resolved, counted.resolved)
                try expect(.closed, counted.closed)
                try expect(.unfollowed, counted.unfollowed)
                // And the walk in order of receipt meets each of them once.
                var (places, last): ([ComplaintPlace], ComplaintPlace?) = ([], nil)
                repeat {
                    let lot = try snapshot.received(in: span, after: last, for: reader, limit: 7)
                    places += lot
                    last = lot.last
                } while last != nil
                #expect(places.count == counted.complaints && Set(places.map(\.id)).count == places.count)
            }
        }
    }
}
