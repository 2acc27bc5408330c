import Complaints

/// Chance with a seed: the same throws for the same seed, on every machine.
struct Dice: RandomNumberGenerator {
    private var generator: SeededGenerator

    init(_ seed: UInt64) { generator = SeededGenerator(seed) }

    mutating func next() -> UInt64 { generator.next() }

    /// From 0 up to 1.
    mutating func fraction() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    /// Whether something happens that happens in so many of a hundred cases.
    mutating func percent(_ chance: Double) -> Bool { fraction() * 100 < chance }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func pick<Values: RandomAccessCollection>(_ values: Values) -> Values.Element? { values.randomElement(using: &self) }

    /// A line of a list of texts; empty only where the list is.
    mutating func line(_ texts: [String]) -> String { pick(texts) ?? "" }

    /// The place of a weight, as often as it weighs; 0 where nothing does.
    mutating func place(in weights: [Double]) -> Int {
        var rest = fraction() * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            rest -= weight
            if rest < 0 { return index }
        }
        return 0
    }

    mutating func weighted<Value>(_ choices: [(Value, Double)]) -> Value? {
        choices.isEmpty ? nil : choices[place(in: choices.map(\.1))].0
    }

    /// A time around a median, mostly near it and sometimes far above: the product of three fractions gives the tail.
    mutating func around(_ median: Double) -> Double {
        let spread = fraction() + fraction() + fraction() - 1.5
        return median * pow2(spread * 2)
    }

    /// 2 to the power of x, for x from -4 to 4, by squaring a short series: no C library that rounds otherwise elsewhere.
    private func pow2(_ exponent: Double) -> Double {
        let part = exponent * 0.693_147_180_559_945_3 / 8
        let series = 1 + part * (1 + part / 2 * (1 + part / 3 * (1 + part / 4)))
        let square = series * series
        let fourth = square * square
        return fourth * fourth
    }
}
