/// A sum of squares of standard normal values.
package enum ChiSquareDistribution {
    /// `P(X ≥ x)`
    package static func atLeast(_ x: Double, freedom: Double) -> Double { IncompleteGamma.tails(shape: freedom / 2, at: x / 2).upper }
}
