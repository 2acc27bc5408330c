import RealModule

/// Chance that is the same each time: SplitMix64 (Steele, Lea and Flood, 2014).
struct SeededChance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Above 0 and below 1.
    mutating func unit() -> Double { (Double(next() >> 11) + 0.5) / 9_007_199_254_740_992 }

    /// A count with this mean, by multiplying until it falls below e⁻ᵐ (Knuth); for means of complaints a week.
    mutating func poisson(_ mean: Double) -> Int {
        let bound = Double.exp(-mean)
        var product = unit()
        var count = 0
        while product > bound {
            product *= unit()
            count += 1
        }
        return count
    }

    /// By Box and Muller.
    mutating func normal() -> Double { (-2 * Double.log(unit())).squareRoot() * .cos(2 * .pi * unit()) }
}
