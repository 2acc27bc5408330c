import Analysis
import Testing

struct WeeklyWatchTests {
    @Test func `only what changed is told`() throws {
        var designs = DriftDesigns()
        let calm = (0..<80).map { [5, 4, 6, 5, 5][$0 % 5] }
        let watch = try WeeklyWatch(
            [
                (category: "calm", counts: calm + [5]), (category: "spike", counts: calm + [20]),
                (category: "drift", counts: Array(calm.dropLast(7)) + [10, 9, 11, 10, 10, 10, 9, 10]),
                (category: "seldom", counts: Array(repeating: 0, count: 80) + [1]), (category: "new", counts: [4]),
            ], designs: &designs)
        #expect(watch.findings.filter(\.isSignal).map(\.category) == ["spike", "drift"])
        #expect(watch.findings[1].isSpike && !watch.findings[2].isSpike && watch.findings[2].isDrift)
        #expect(watch.findings[4].spike == nil && watch.findings[4].drift == nil)
    }

    @Test func `a surprise among very many is none`() throws {
        var designs = DriftDesigns()
        let calm = Array(repeating: 5, count: 28)
        let rare = try #require((5...30).first { try Spike(calm + [$0]).isAlarm })
        let alone = try WeeklyWatch([(category: 0, counts: calm + [rare])], designs: &designs)
        #expect(alone.findings[0].isSpike)
        let many = try WeeklyWatch((0..<400).map { (category: $0, counts: calm + [$0 == 0 ? rare : 5]) }, designs: &designs)
        #expect(!many.findings[0].isSpike)
    }

    @Test func `no category is nothing to tell, a bad one is refused`() throws {
        var designs = DriftDesigns()
        #expect(try WeeklyWatch([(category: String, counts: [Int])](), designs: &designs).findings.isEmpty)
        #expect(throws: AnalysisRefusal.empty) { try WeeklyWatch([(category: "a", counts: [])], designs: &designs) }
        #expect(throws: AnalysisRefusal.unequal(2, 1)) {
            try WeeklyWatch([(category: "a", counts: [1, 2])], exposures: [1], designs: &designs)
        }
    }
}
