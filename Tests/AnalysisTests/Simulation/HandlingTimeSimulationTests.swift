import Analysis
import RealModule
import Testing

/// Handling times of which the truth is known, some of them seen only until now.
struct HandlingTimeSimulationTests {
    @Test func `the median is within a day of the truth, with three in ten still open`() throws {
        let (truth, tries) = (6.0, 300)
        var chance = SeededChance(seed: 200)
        var near = 0
        var closedOnly = 0.0
        var all = 0.0
        var open = 0
        for _ in 0..<tries {
            var times: [Double] = []
            var ended: [Bool] = []
            for _ in 0..<200 {
                // Most take three to twelve days; each has been here for up to five weeks.
                let (whole, seen) = (truth * Double.exp(0.6 * chance.normal()), 25 * chance.unit())
                times.append(min(whole, seen))
                ended.append(whole <= seen)
            }
            let median = try #require(try KaplanMeier(times, ended: ended).median)
            let closed = zip(times, ended).filter(\.1).map(\.0)
            closedOnly += try #require(try KaplanMeier(closed, ended: closed.map { _ in true }).median) / Double(tries)
            all += median / Double(tries)
            open += ended.count { !$0 }
            if abs(median - truth) <= 1 { near += 1 }
        }
        let share = Double(near) / Double(tries)
        print(
            "simulation: median of 200 within a day of \(truth) in \(share), mean \(all); of closed ones alone \(closedOnly); open \(open / tries) of 200"
        )
        #expect(share >= 0.95 && abs(all - truth) < 0.15)
        #expect(closedOnly < truth - 0.5)
    }
}
