/// Whether two or more periods (or teams) differ in how long things take, open ones included (A3).
///
/// At each time at which something ended, what ended in each group is compared with its part of what was open; the sum of the differences,
/// by their covariance, is chi-square with one degree less than there are groups. Source: N. Mantel (1966); R's `survdiff`.
package struct LogRank: Hashable, Sendable {
    package struct Group: Hashable, Sendable {
        package let n: Int
        package let ended: Int
        /// What would have ended if all groups were alike.
        package let expected: Double
    }

    package let groups: [Group]
    package let chiSquare: Double
    package let p: Double

    package init(_ samples: [(times: [Double], ended: [Bool])]) throws(AnalysisRefusal) {
        if samples.count < 2 || samples.contains(where: { $0.times.isEmpty }) { throw .nothingToCompare }
        for sample in samples {
            try Checked.times(sample.times)
            if sample.times.count != sample.ended.count { throw .unequal(sample.times.count, sample.ended.count) }
        }
        let sums = Sums(samples)
        groups = samples.indices.map { index in
            let sample = samples[index]
            return Group(n: sample.times.count, ended: sample.ended.count { $0 }, expected: sums.expected[index])
        }
        // A group from which nothing was ever at risk with others says nothing.
        let kept = samples.indices.filter { sums.covariance[$0][$0] > 1e-12 }.dropLast()
        let excess = kept.map { sums.observed[$0] - sums.expected[$0] }
        let matrix = kept.map { row in kept.map { sums.covariance[row][$0] } }
        guard !kept.isEmpty, let solved = LinearEquations.solve(matrix, excess) else { throw .undetermined }
        chiSquare = max(0, zip(excess, solved).reduce(0) { $0 + $1.0 * $1.1 })
        p = ChiSquareDistribution.atLeast(chiSquare, freedom: Double(kept.count))
    }
}

/// Observed, expected and their covariance, summed over times.
private struct Sums {
    var observed: [Double]
    var expected: [Double]
    var covariance: [[Double]]

    init(_ samples: [(times: [Double], ended: [Bool])]) {
        let count = samples.count
        observed = samples.map { Double($0.ended.count { $0 }) }
        expected = Array(repeating: 0, count: count)
        covariance = Array(repeating: expected, count: count)
        let all = RiskTable.rows(samples.flatMap(\.times), samples.flatMap(\.ended))
        let sorted = samples.map { $0.times.sorted() }
        var gone = Array(repeating: 0, count: count)
        for row in all where row.ended > 0 {
            for group in sorted.indices {
                while gone[group] < sorted[group].count, sorted[group][gone[group]] < row.time { gone[group] += 1 }
            }
            add(row, open: sorted.indices.map { Double(sorted[$0].count - gone[$0]) })
        }
    }

    private mutating func add(_ row: RiskTable.Row, open: [Double]) {
        let (all, ended) = (Double(row.atRisk), Double(row.ended))
        let spread = all > 1 ? ended * (all - ended) / (all - 1) : 0
        for group in open.indices {
            let share = open[group] / all
            expected[group] += ended * share
            for other in open.indices { covariance[group][other] += spread * share * ((group == other ? 1 : 0) - open[other] / all) }
        }
    }
}
