import Analysis
import RealModule
import Testing

/// What the weekly watch is worth, on invented weeks with fixed seeds. A signal that goes on for weeks is one alarm.
struct WatchSimulationTests {
    /// Two years before anything is judged.
    static let history = 104

    /// All at three a week is the hardest: the fewer, the more the mean of the baseline errs.
    @Test(arguments: [[3.0], [3, 4, 5, 6, 8, 10, 15, 20, 30, 40]])
    func `twenty stable natures give at most four false alarms a year`(means: [Double]) throws {
        let years = 30
        var chance = SeededChance(seed: 20_261_126)
        var designs = DriftDesigns()
        var alarms = (spikes: 0, drifts: 0)
        for _ in 0..<years {
            let series = (0..<20).map { nature in (0..<(Self.history + 52)).map { _ in chance.poisson(means[nature % means.count]) } }
            var before = (spikes: Set<Int>(), drifts: Set<Int>())
            for week in Self.history..<(Self.history + 52) {
                let watch = try WeeklyWatch(
                    series.indices.map { (category: $0, counts: Array(series[$0][...week])) }, designs: &designs)
                let spikes = Set(watch.findings.filter(\.isSpike).map(\.category))
                let drifts = Set(watch.findings.filter(\.isDrift).map(\.category))
                alarms.spikes += spikes.subtracting(before.spikes).count
                alarms.drifts += drifts.subtracting(before.drifts).count
                before = (spikes, drifts)
            }
        }
        let (spikes, drifts) = (Double(alarms.spikes) / Double(years), Double(alarms.drifts) / Double(years))
        print("simulation: \(spikes + drifts) false alarms a year (\(spikes) spikes, \(drifts) drifts), means \(means)")
        #expect(spikes + drifts <= 4)
    }

    @Test(arguments: [3.0, 5]) func `a level that doubles is found within eight weeks, four times in five`(mean: Double) throws {
        let tries = 500
        var chance = SeededChance(seed: 8)
        var designs = DriftDesigns()
        var found = 0
        for _ in 0..<tries {
            var counts = (0..<Self.history).map { _ in chance.poisson(mean) }
            for _ in 0..<8 {
                counts.append(chance.poisson(2 * mean))
                let watch = try WeeklyWatch([(category: 0, counts: counts)] + Self.others, designs: &designs)
                if watch.findings[0].isSignal {
                    found += 1
                    break
                }
            }
        }
        let share = Double(found) / Double(tries)
        print("simulation: a doubling from \(mean) a week is found within 8 weeks in \(share) of \(tries)")
        #expect(share >= 0.8)
    }

    @Test func `four times as many in one week is found in that week, nine times in ten`() throws {
        let tries = 500
        var chance = SeededChance(seed: 4)
        var designs = DriftDesigns()
        var found = 0
        for _ in 0..<tries {
            let counts = (0..<Self.history).map { _ in chance.poisson(5) } + [chance.poisson(20)]
            let watch = try WeeklyWatch([(category: 0, counts: counts)] + Self.others, designs: &designs)
            if watch.findings[0].isSpike { found += 1 }
        }
        let share = Double(found) / Double(tries)
        print("simulation: four times 5 in one week is found the same week in \(share) of \(tries)")
        #expect(share >= 0.9)
    }

    /// Nineteen other natures in which nothing happens: they make the many that one has to stand out from.
    private static let others = (1...19).map { (category: $0, counts: Array(repeating: 5, count: 29)) }
}
