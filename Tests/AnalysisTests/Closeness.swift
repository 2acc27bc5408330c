/// How near two numbers are: by their difference where they are small, as a part of them where they are large.
func isClose(_ a: Double?, _ b: Double?, _ tolerance: Double = 1e-6) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    if a == b { return true }
    return abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}

func isClose(_ a: [Double?], _ b: [Double?], _ tolerance: Double = 1e-6) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { isClose($0, $1, tolerance) }
}

/// As a part of the second, also where both are tiny; what is below anything that matters is 0.
func isSame(_ a: Double, _ b: Double, _ tolerance: Double = 1e-10) -> Bool {
    a == b || abs(a - b) <= tolerance * abs(b) || max(abs(a), abs(b)) < 1e-250
}
