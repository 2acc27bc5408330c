import RealModule

/// A level that creeps up, too slowly for any one week to stand out (A7): a one-sided cumulative sum.
///
/// `S₀ = 0`, `Sᵢ = max(0, Sᵢ₋₁ + xᵢ − k)`, alarm when `S > h`. To see a mean m grow to r·m soonest, `k = m(r − 1) / ln r`; h is the least
/// with which m itself gives an alarm only once in 500 weeks, on average. k is taken to the nearest fraction with a denominator of at
/// most 5, so that sums fall on a lattice and run lengths are exact. Needs a mean of at least one a week.
/// Source: J. M. Lucas, *Counted data CUSUMs*, Technometrics 27 (1985); D. Brook and D. A. Evans, Biometrika 59 (1972), for run lengths.
package struct Drift: Hashable, Sendable {
    /// What the mean is while nothing changed.
    package let mean: Double
    package let reference: Fraction
    package let limit: Fraction

    /// So many weeks until a false alarm, on average, at least.
    package static let weeksToFalseAlarm = 500.0
    /// The growth that is looked for.
    package static let growth = 2.0
    package static let fewestPerWeek = 1.0

    /// A number of n-ths.
    package struct Fraction: Hashable, Sendable {
        package let parts: Int
        package let denominator: Int

        package init(_ parts: Int, over denominator: Int) { (self.parts, self.denominator) = (parts, denominator) }

        package var value: Double { Double(parts) / Double(denominator) }

        /// The nearest fraction with a denominator of at most 5; nil above a thousand million.
        package init?(near value: Double) {
            guard value.isFinite, value >= 0, value < 1e9 else { return nil }
            let all = (1...5).map { Fraction(Int((value * Double($0)).rounded()), over: $0) }
            guard let nearest = all.min(by: { abs($0.value - value) < abs($1.value - value) - 1e-12 }) else { return nil }
            self = nearest
        }
    }

    package init(mean: Double, reference: Fraction, limit: Fraction) {
        (self.mean, self.reference, self.limit) = (mean, reference, limit)
    }

    /// With reference and limit worked out for a mean.
    package init(mean: Double, growth: Double = Drift.growth, weeks: Double = Drift.weeksToFalseAlarm) throws(AnalysisRefusal) {
        guard growth > 1, growth.isFinite else { throw .setting("growth") }
        guard weeks >= 1, weeks.isFinite else { throw .setting("weeks") }
        guard mean > 0, mean <= Self.mostPerWeek, let k = Fraction(near: mean * (growth - 1) / .log(growth)) else { throw .setting("mean") }
        self.mean = mean
        reference = k
        let lattice = { (parts: Int) in RunLength(reference: k.parts, limit: parts, denominator: k.denominator) }
        // From some sixty a week on any week above k is an alarm: no longer table is made for those.
        let needsSum = lattice(0).average(mean: mean) < weeks
        limit = Fraction(
            needsSum
                ? DiscreteQuantile.least(near: Double(4 * k.denominator), spread: Double(k.denominator)) {
                    lattice($0).average(mean: mean) >= weeks
                } : 0, over: k.denominator)
    }

    /// Above this a week's own noise is so small beside a doubling that no sum is needed, and tables would grow long.
    package static let mostPerWeek = 10_000.0

    /// The average number of weeks until an alarm when the mean is this, from a sum of 0.
    package func averageRunLength(at mean: Double) -> Double {
        RunLength(reference: reference.parts, limit: limit.value * Double(reference.denominator), denominator: reference.denominator)
            .average(mean: mean)
    }

    package struct Step: Hashable, Sendable {
        package let sum: Double
        package let isAlarm: Bool
    }

    /// The sums after each week; exact, since they are counted in parts. After an alarm the sum goes on.
    package func sums(_ counts: [Int]) throws(AnalysisRefusal) -> [Step] {
        try Checked.counts(counts)
        let unit = reference.denominator
        let bound = limit.value * Double(unit) + 1e-9
        var parts = 0.0
        return counts.map { count in
            parts = max(0, parts + Double(count) * Double(unit) - Double(reference.parts))
            return Step(sum: parts / Double(unit), isAlarm: parts > bound)
        }
    }
}

/// The exact average run length of a sum on a lattice: the expected time to leave the states `0 … limit` of a Markov chain.
private struct RunLength {
    let reference: Int
    let limit: Int
    let denominator: Int

    init(reference: Int, limit: Int, denominator: Int) { (self.reference, self.limit, self.denominator) = (reference, limit, denominator) }

    init(reference: Int, limit: Double, denominator: Int) {
        self.init(reference: reference, limit: Int((limit + 1e-9).rounded(.down)), denominator: denominator)
    }

    func average(mean: Double) -> Double {
        guard limit >= 0 else { return 1 }
        let counts = PoissonDistribution(mean: mean)
        if limit == 0 {
            let alarm = counts.atLeast(floorDivide(reference, denominator) + 1)
            return alarm > 0 ? 1 / alarm : .infinity
        }
        let states = 0...limit
        let most = (limit + reference) / denominator
        let chances = (0...most).map { counts.probability(of: $0) }
        // From state i the week's count x leads to max(0, i + x·d − k), within the limit.
        let matrix = states.map { from in
            var row = states.map { $0 == from ? 1.0 : 0.0 }
            row[0] -= counts.atMost(floorDivide(reference - from, denominator))
            for to in states.dropFirst() {
                let rise = to - from + reference
                if rise >= 0, rise.isMultiple(of: denominator) { row[to] -= chances[rise / denominator] }
            }
            return row
        }
        // So long that chances are lost beside 1: then the equations say anything, also less than the one week it takes at least.
        guard let weeks = LinearEquations.solve(matrix, states.map { _ in 1 })?.first, weeks >= 1 else { return .infinity }
        return weeks
    }

    private func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }
}
