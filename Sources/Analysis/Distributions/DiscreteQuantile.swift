import RealModule

/// Searching among counts.
enum DiscreteQuantile {
    /// The least count from 0 on for which `holds`; it must hold for all counts above that too.
    static func least(near mean: Double, spread: Double, _ holds: (Int) -> Bool) -> Int {
        var step = max(1, whole(spread))
        var high = whole(mean)
        while !holds(high), high < 1 << 60 {
            high += step
            step *= 2
        }
        var low = -1
        step = max(1, whole(spread))
        var probe = high - step
        while probe >= 0, low < 0 {
            if holds(probe) { high = probe } else { low = probe }
            step *= 2
            probe = high - step
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle }
        }
        return high
    }

    private static func whole(_ x: Double) -> Int { x.isFinite ? Int(min(max(x, 0), 1e15)) : 0 }
}
