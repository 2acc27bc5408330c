import RealModule

/// A shift without a point outside: too long a run on one side of the median, or too few crossings of it (A5).
///
/// Of the points off the median (the useful ones, n), the longest run on one side may be `round(log₂ n + 3)`, and the line between them must
/// cross the median at least `qbinom(0.05, n − 1, 0.5)` times. Together they err about once in twenty series; no other rules, since each
/// would add false alarms of its own. Needs 10 useful points.
/// Source: J. Anhøj and A. V. Olesen, *Run charts revisited*, PLOS ONE 9 (2014); J. Anhøj and T. Wentzel-Larsen, BMC Med Res Methodol 18 (2018).
package struct RunRules: Hashable, Sendable {
    package let median: Double
    /// How many points lie off the median.
    package let useful: Int
    package let longestRun: Int
    package let crossings: Int
    package let longestAllowed: Int
    package let fewestAllowed: Int
    package let cautions: [Caution]

    package static let fewestUseful = 10

    /// - Parameter centre: the median of a marked baseline; by default that of the series itself.
    package init(_ values: [Double], centre: Double? = nil) throws(AnalysisRefusal) {
        try Checked.values(values)
        let middle = centre ?? Median.of(values)
        median = middle
        let sides = values.filter { $0 != middle }.map { $0 > middle }
        useful = sides.count
        crossings = zip(sides, sides.dropFirst()).count { $0 != $1 }
        longestRun = Self.longest(sides)
        longestAllowed = Self.longestAllowed(sides.count)
        fewestAllowed = Self.fewestAllowed(sides.count)
        cautions = Caution.gate(.points, sides.count, atLeast: Self.fewestUseful)
    }

    package var isTooLong: Bool { longestRun > longestAllowed }
    package var isTooQuiet: Bool { crossings < fewestAllowed }
    /// Whether the series shifted.
    package var isSignal: Bool { isTooLong || isTooQuiet }

    package static func longestAllowed(_ useful: Int) -> Int {
        useful < 1 ? 0 : Int((Double.log2(Double(useful)) + 3).rounded(.toNearestOrEven))
    }

    package static func fewestAllowed(_ useful: Int) -> Int {
        useful < 2 ? 0 : BinomialDistribution(trials: useful - 1, p: 0.5).quantile(0.05)
    }

    private static func longest(_ sides: [Bool]) -> Int {
        var longest = 0
        var run = 0
        var last: Bool?
        for side in sides {
            run = side == last ? run + 1 : 1
            last = side
            longest = max(longest, run)
        }
        return longest
    }
}

/// The middle value.
enum Median {
    /// The mean of the two in the middle where their number is even. There must be one.
    static func of(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let half = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? sorted[half - 1] / 2 + sorted[half] / 2 : sorted[half]
    }
}
