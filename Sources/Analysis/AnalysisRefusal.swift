/// Why numbers can't be analysed at all. `at` is the place in the list, from 0.
package enum AnalysisRefusal: Error, Hashable, Sendable {
    case empty
    /// Lists that belong together differ in length.
    case unequal(Int, Int)
    case notFinite(at: Int)
    case negative(at: Int)
    /// Beyond anything that is counted: sums would lose digits.
    case tooLarge(at: Int)
    /// Complaints where nobody could have complained: a count above 0 where the exposure is 0 or not known.
    case countWithoutExposure(at: Int)
    /// More kept than there were.
    case moreThanAll(at: Int)
    /// A probability that is not between 0 and 1.
    case noProbability(at: Int)
    /// Limits are to come from points that there are none of.
    case emptyBaseline
    /// A comparison with fewer than two sides, or with an empty one.
    case nothingToCompare
    /// The numbers don't tell apart what is asked: a series without a before or an after.
    case undetermined
    /// A setting that leaves nothing to compute: a ratio of 1, a limit below 0.
    case setting(String)
}

/// The checks that every method begins with.
enum Checked {
    /// A million million.
    static let most = 1_000_000_000_000

    static func counts(_ counts: [Int]) throws(AnalysisRefusal) {
        if counts.isEmpty { throw .empty }
        if let at = counts.firstIndex(where: { $0 < 0 }) { throw .negative(at: at) }
        if let at = counts.firstIndex(where: { $0 > most }) { throw .tooLarge(at: at) }
    }

    /// Exposure may be missing (0) only where nothing was counted.
    static func exposures(_ exposures: [Double], of counts: [Int]) throws(AnalysisRefusal) {
        if exposures.count != counts.count { throw .unequal(counts.count, exposures.count) }
        try times(exposures)
        if let at = exposures.firstIndex(where: { $0 > Double(most) }) { throw .tooLarge(at: at) }
        if let at = counts.indices.first(where: { exposures[$0] == 0 && counts[$0] > 0 }) { throw .countWithoutExposure(at: at) }
    }

    static func values(_ values: [Double]) throws(AnalysisRefusal) {
        if values.isEmpty { throw .empty }
        if let at = values.firstIndex(where: { !$0.isFinite }) { throw .notFinite(at: at) }
    }

    static func times(_ times: [Double]) throws(AnalysisRefusal) {
        try values(times)
        if let at = times.firstIndex(where: { $0 < 0 }) { throw .negative(at: at) }
    }

    static func probabilities(_ p: [Double]) throws(AnalysisRefusal) {
        if p.isEmpty { throw .empty }
        if let at = p.firstIndex(where: { !($0 >= 0 && $0 <= 1) }) { throw .noProbability(at: at) }
    }

    /// The points that limits come from: all, where no baseline was marked.
    static func baseline(_ baseline: Range<Int>?, of count: Int) throws(AnalysisRefusal) -> Range<Int> {
        guard let baseline else { return 0..<count }
        let within = baseline.clamped(to: 0..<count)
        if within.isEmpty { throw .emptyBaseline }
        return within
    }
}
