/// What must be known before a result is shown. Results are always computed; a gate that isn't met keeps a page from showing them.
package enum Caution: Hashable, Sendable {
    package enum Subject: String, Hashable, Sendable {
        case periods, weeks, events, cases, closed, points, complaints, texts, pointsBefore, pointsAfter
    }

    /// A gate: too little to say anything by this method.
    case tooFew(Subject, have: Int, need: Int)
    /// Limits are provisional ("voorlopig") until there is this much.
    case provisional(Subject, have: Int, until: Int)
    /// Points with so small a number that they are shown as counts, without a percentage.
    case smallNumbers(at: [Int])
    /// Points without exposure: they have no rate and count for nothing.
    case withoutExposure(at: [Int])
    /// Nothing happened at all.
    case allZero
    /// Every value is the same, so that there is no variation to judge by.
    case noVariation
    /// Points vary more than chance alone makes them: these limits are too narrow, use Laney's.
    case overdispersed
    /// Fewer than one a week: no method finds a doubling quickly. Use the days between, totals, comparisons and new words.
    case seldom
    /// The curve never comes that low: more than half (a fifth, a tenth) is open still.
    case notReached(share: Double)
    /// Nothing on one side of the change, so that no trend can be fitted; the verdict comes from the exact ratio of rates.
    case oneSideEmpty

    package var isGate: Bool {
        if case .tooFew = self { return true }
        return false
    }

    /// The gate, where it isn't met.
    static func gate(_ subject: Subject, _ have: Int, atLeast need: Int) -> [Caution] {
        have < need ? [.tooFew(subject, have: have, need: need)] : []
    }
}
