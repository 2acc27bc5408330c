import RealModule

/// How long it takes, when some are still open: an open complaint has taken at least so long, and leaving it out makes handling look
/// quicker than it is (A3).
///
/// At each time t at which something ended, `S(t) = Π (1 − d/n)` over the times until then: n were open just before, d ended. The interval
/// is on the scale of log(−log S) with Greenwood's variance, so it stays within 0 and 1. Times are in whatever unit the caller counts,
/// working days for complaints; what was open at t was still open just after it. Needs 10, of which 5 closed.
/// Source: E. L. Kaplan and P. Meier, JASA 53 (1958); J. Kalbfleisch and R. Prentice (1980) for the interval.
package struct KaplanMeier: Hashable, Sendable {
    /// A time at which something ended.
    package struct Step: Hashable, Sendable {
        package let time: Double
        /// The share that takes longer than this.
        package let survival: Double
        /// Nil where the curve has come down to 0.
        package let lower: Double?
        package let upper: Double?
        package let atRisk: Int
        package let ended: Int
    }

    package let n: Int
    package let closed: Int
    package let steps: [Step]

    package static let fewest = 10
    package static let fewestClosed = 5

    /// - Parameters:
    ///   - times: how long each took, or has taken until now.
    ///   - ended: whether it is over.
    package init(_ times: [Double], ended: [Bool], level: Double = 0.95) throws(AnalysisRefusal) {
        try Checked.times(times)
        if times.count != ended.count { throw .unequal(times.count, ended.count) }
        n = times.count
        closed = ended.count { $0 }
        steps = Self.steps(RiskTable.rows(times, ended), z: NormalDistribution.twoSided(level: level))
    }

    /// The same from how many ended, and how many were last seen open, at each whole time from 0 on: for many at once.
    package init(endedAt: [Int], openAt: [Int], level: Double = 0.95) throws(AnalysisRefusal) {
        try Checked.counts(endedAt)
        try Checked.counts(openAt)
        if endedAt.count != openAt.count { throw .unequal(endedAt.count, openAt.count) }
        closed = endedAt.reduce(0, +)
        n = closed + openAt.reduce(0, +)
        if n == 0 { throw .empty }
        var atRisk = n
        var rows: [RiskTable.Row] = []
        for (time, ended) in endedAt.enumerated() where ended + openAt[time] > 0 {
            rows.append(RiskTable.Row(time: Double(time), atRisk: atRisk, ended: ended))
            atRisk -= ended + openAt[time]
        }
        steps = Self.steps(rows, z: NormalDistribution.twoSided(level: level))
    }

    private static func steps(_ rows: [RiskTable.Row], z: Double) -> [Step] {
        var survival = 1.0
        var variance = 0.0
        return rows.filter { $0.ended > 0 }.map { row in
            let (open, over) = (Double(row.atRisk), Double(row.ended))
            survival *= (open - over) / open
            variance += over / (open * (open - over))
            let limits = survival > 0 ? Self.limits(survival, variance, z) : nil
            return Step(
                time: row.time, survival: survival, lower: limits?.lower, upper: limits?.upper, atRisk: row.atRisk, ended: row.ended)
        }
    }

    private static func limits(_ survival: Double, _ variance: Double, _ z: Double) -> (lower: Double, upper: Double) {
        let width = z * variance.squareRoot() / abs(Double.log(survival))
        return (.pow(survival, .exp(width)), .pow(survival, .exp(-width)))
    }

    /// The share that takes longer than `time`.
    package func survival(at time: Double) -> Double { steps.last { $0.time <= time }?.survival ?? 1 }

    /// The time within which `share` of all are done: the first with `S ≤ 1 − share`. Nil when the curve does not come that low.
    package func time(by share: Double) -> Double? { first(share) { $0.survival } }

    /// The interval for that time: where the limits of the curve come that low.
    package func interval(by share: Double) -> (lower: Double?, upper: Double?) {
        (first(share) { $0.lower ?? 0 }, first(share) { $0.upper ?? 1 })
    }

    /// Half of all are done within this.
    package var median: Double? { time(by: 0.5) }

    package var cautions: [Caution] {
        Caution.gate(.cases, n, atLeast: Self.fewest) + Caution.gate(.closed, closed, atLeast: Self.fewestClosed)
            + [0.5, 0.8, 0.9].filter { time(by: $0) == nil }.prefix(1).map { .notReached(share: $0) }
    }

    private func first(_ share: Double, _ curve: (Step) -> Double) -> Double? {
        // A curve that comes to 3/4 by products of fractions has come to 3/4.
        let bound = (1 - share) + 1e-12
        return steps.first { curve($0) <= bound }?.time
    }
}

/// How many were open at each time, and how many ended then.
enum RiskTable {
    struct Row {
        let time: Double
        let atRisk: Int
        let ended: Int
    }

    /// A row for each time at which something ended or was last seen, in their order.
    static func rows(_ times: [Double], _ ended: [Bool]) -> [Row] {
        let order = times.indices.sorted { times[$0] < times[$1] }
        var rows: [Row] = []
        var index = 0
        while index < order.count {
            let time = times[order[index]]
            let start = index
            var over = 0
            while index < order.count, times[order[index]] == time {
                if ended[order[index]] { over += 1 }
                index += 1
            }
            rows.append(Row(time: time, atRisk: order.count - start, ended: over))
        }
        return rows
    }
}
