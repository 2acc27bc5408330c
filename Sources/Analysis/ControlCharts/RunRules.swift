import RealModule

/// A shift without a point outside: too long a run on one side of the median, or too few crossings of it (A5).
///
/// Of the points off the median (the useful ones, n), the longest run on one side may be `round(log₂ n + 3)`, and the line between them must
/// cross the median at least `qbinom(0.05, n − 1, 0.5)` times. Together they err about once in twenty series; no other rules, since each
/// would add false alarms of its own. Needs 10 useful points, and half of all: where most lie on the median, as on 0 of what is rare, the others
/// are all on one side of it, whatever happens.
/// Source: J. Anhøj and A. V. Olesen, *Run charts revisited*, PLOS ONE 9 (2014); J. Anhøj and T. Wentzel-Larsen, BMC Med Res Methodol 18 (2018);
/// for half of all, R. J. Perla et al., *The run chart*, BMJ Quality & Safety 20 (2011).
package struct RunRules: Hashable, Sendable {
    /// So many useful points on one side, and where they lie among the values.
    package struct Run: Hashable, Sendable {
        package let count: Int
        package let places: ClosedRange<Int>
    }

    package let median: Double
    /// How many points lie off the median.
    package let useful: Int
    package let longest: Run?
    /// The one that the series ends with.
    package let last: Run?
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
        let runs = Self.runs(values, around: middle)
        longest = runs.max { $0.count < $1.count }
        last = runs.last
        longestAllowed = Self.longestAllowed(sides.count)
        fewestAllowed = Self.fewestAllowed(sides.count)
        cautions = Caution.gate(.points, sides.count, atLeast: max(Self.fewestUseful, (values.count + 1) / 2))
    }

    package var longestRun: Int { longest?.count ?? 0 }
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

    private static func runs(_ values: [Double], around middle: Double) -> [Run] {
        var runs: [Run] = []
        var side: Bool?
        for (place, value) in values.enumerated() where value != middle {
            let isAbove = value > middle
            if isAbove == side, let run = runs.popLast() {
                runs.append(Run(count: run.count + 1, places: run.places.lowerBound...place))
            } else {
                runs.append(Run(count: 1, places: place...place))
            }
            side = isAbove
        }
        return runs
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
