import RealModule

/// What a check of a measure says (A10).
package enum Verdict: Hashable, Sendable {
    /// *Werkt*: fewer than the trend before would have brought, by more than chance.
    case works
    /// *Werkt niet*: what was hoped for can be ruled out, or it became worse by more than chance.
    case worksNot
    /// *Nog niet te zeggen*: after so many more periods an effect as hoped for would be seen with a chance of four in five. Nil when it
    /// would take more than `longest`.
    case tooEarly(morePeriods: Int?)

    /// Three in ten fewer, where nobody said what to hope for.
    package static let usualHope = 0.7
    /// More waiting than this is none.
    package static let longest = 104

    /// - Parameters:
    ///   - missing: so many more periods are needed before anything is said; nil when no waiting helps.
    ///   - error: the standard error of the effect's logarithm after so many more periods; it falls with their number.
    init(_ effect: InterruptedSeries.Estimate, expected: Double, missing: Int?, error: (Int) -> Double) {
        if missing == 0, effect.upper < 1 {
            self = .works
        } else if missing == 0, effect.lower > expected {
            self = .worksNot
        } else {
            // 1.96 for the interval, 0.84 for seeing it four times in five.
            let enough = -Double.log(expected) / (NormalDistribution.twoSided(level: 0.95) + NormalDistribution.quantile(0.8))
            let more = DiscreteQuantile.least(near: 0, spread: 1) { $0 > Self.longest || ($0 > 0 && error($0) <= enough) }
            self = .tooEarly(morePeriods: missing.map { max($0, more) }.flatMap { $0 > Self.longest ? nil : $0 })
        }
    }
}
