/// Both sides of a distribution at one place. Each is computed for itself where it is small, so that neither is a difference of near
/// equals.
package struct Tails: Hashable, Sendable {
    package let lower: Double
    package let upper: Double

    init(lower: Double) {
        self.lower = min(max(lower, 0), 1)
        upper = 1 - self.lower
    }

    init(upper: Double) {
        self.upper = min(max(upper, 0), 1)
        lower = 1 - self.upper
    }

    private init(lower: Double, upper: Double) { (self.lower, self.upper) = (lower, upper) }

    /// The same seen from the other side.
    var mirrored: Tails { Tails(lower: upper, upper: lower) }
}
