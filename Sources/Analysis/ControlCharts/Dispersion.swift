/// Whether counts vary more than a Poisson count does.
enum Dispersion {
    /// Fisher's index of dispersion: `Σ (c − e)² / e` against chi-square with n − 1 degrees. One set in a hundred fails by chance.
    static func isOver(counts: some Collection<Double>, expected: [Double]) -> Bool {
        guard expected.count > 1, expected.allSatisfy({ $0 > 0 }) else { return false }
        let index = zip(counts, expected).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1 }
        return ChiSquareDistribution.atLeast(index, freedom: Double(expected.count - 1)) < 0.01
    }
}
