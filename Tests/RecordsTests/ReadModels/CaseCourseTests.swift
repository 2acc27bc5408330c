import Complaints
import Records
import Rehearsal
import Testing

struct CaseCourseTests {
    @Test(arguments: EngineUnderTest.all)
    func `each number in memory is the length of the list that the same words give`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            var work = RandomWork(rehearsal, seed: 5)
            try await work.run(complaints: 60, acts: 500)
            rehearsal.clock.advance(days: 9)
            let now = rehearsal.now
            let all = try await rehearsal.records.read { try CountedCases().all(in: $0, at: now) }
            #expect(all.count == 60)
            for one in all {
                var found: [CaseCourse: Instant] = [:]
                CaseCourse.each(in: one.figures, at: now) { found[CaseCourse.allCases[$0]] = $1 }
                for course in CaseCourse.allCases { #expect(course.moment(in: one.figures, at: now) == found[course]) }
            }
            var total = 0
            for member in [SampleStaff.mara, SampleStaff.dirk, SampleStaff.hassan, SampleStaff.aukje] {
                let reader = rehearsal.reader(member.actor)
                let listed = all.filter { $0.isListed(for: reader.visibility) }
                for (filter, holds) in Self.filters(now) {
                    let count = try await rehearsal.records.read { try $0.worklistCount(filter, for: reader) }
                    #expect(listed.count(where: holds) == count, "\(member.name) \(filter)")
                    total += count
                }
            }
            #expect(total > 200)
        }
    }

    private typealias Pair = (filter: WorklistFilter, holds: (CountedCase) -> Bool)

    private static func filters(_ now: Instant) -> [Pair] {
        let recent = now.adding(days: -14)
        var pairs: [Pair] = []
        for course in CaseCourse.allCases {
            for from in [Instant(milliseconds: 0), recent] {
                var filter = WorklistFilter()
                filter.course = CourseFilter(course, from: from)
                filter.isCounted = true
                pairs.append((filter, { $0.isCounted && Self.isSince(from, course.moment(in: $0.figures, at: now)) }))
            }
        }
        for group in CustomerGroup.allCases {
            var filter = WorklistFilter()
            filter.group = group
            pairs.append((filter, { $0.figures.group == group }))
        }
        var filter = WorklistFilter()
        filter.hasCause = false
        pairs.append((filter, { $0.cause == nil }))
        (filter.hasCause, filter.cause) = (nil, .process)
        pairs.append((filter, { $0.cause == .process }))
        return pairs
    }

    private static func isSince(_ from: Instant, _ moment: Instant?) -> Bool { moment.map { $0 >= from } ?? false }

    @Test(arguments: EngineUnderTest.all)
    func `what is kept in memory follows what is written, undone and rebuilt`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let kept = CountedCases()
            var work = RandomWork(rehearsal, seed: 6)
            for _ in 0..<6 {
                try await work.run(complaints: 5, acts: 40)
                let now = rehearsal.now
                let (followed, anew) = try await rehearsal.records.read { snapshot in
                    (try kept.all(in: snapshot, at: now), try CountedCases().all(in: snapshot, at: now))
                }
                #expect(Set(followed) == Set(anew))
            }
            _ = try await rehearsal.records.maintenance { connection in try connection.transaction { try $0.rebuildReadModels() } }
            let now = rehearsal.now
            let (followed, anew) = try await rehearsal.records.read { snapshot in
                (try kept.all(in: snapshot, at: now), try CountedCases().all(in: snapshot, at: now))
            }
            #expect(Set(followed) == Set(anew))
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `what was merged, reopened or withdrawn is counted once`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let first = try await rehearsal.registerAtWork()
            let second = try await rehearsal.register()
            try await rehearsal.perform(.duplicate(of: first.id), on: second, by: SampleStaff.mara)
            try await rehearsal.perform(.resolve(.sample()), on: first, by: SampleStaff.hassan)
            let solved = rehearsal.now
            rehearsal.clock.advance(days: 3)
            try await rehearsal.perform(
                .reopen(reason: "Niet goed."), .decideReopening(granted: true, reason: "Klopt."), on: first, by: SampleStaff.mara)
            rehearsal.clock.advance(days: 1)
            try await rehearsal.perform(.resolve(.sample()), on: first, by: SampleStaff.hassan)
            let third = try await rehearsal.register()
            try await rehearsal.perform(.withdraw(reason: "Laat maar."), on: third, by: SampleStaff.mara)
            let now = rehearsal.now
            let all = try await rehearsal.records.read { try CountedCases().all(in: $0, at: now) }
            #expect(all.filter(\.isCounted).map(\.id).sorted { $0.value < $1.value } == [first.id, third.id])
            let one = try #require(all.first { $0.id == first.id })
            #expect(one.figures.firstResolvedAt == solved)
            #expect(one.figures.reopenedAt == solved.adding(days: 3))
            let withdrawn = try #require(all.first { $0.id == third.id })
            #expect(withdrawn.figures.leftAt != nil && withdrawn.figures.firstContact == nil && withdrawn.figures.resolution == nil)
        }
    }
}
