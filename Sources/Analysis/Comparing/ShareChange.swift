/// Two shares against one another: promises kept in this period and in the one before (A9, for shares).
///
/// Given how many there were in all, those of the first are hypergeometric while the shares are alike: the chance of a split as unlikely as
/// this one or more, on either side, is exact. Source: R. A. Fisher (1935); R's `fisher.test` and scipy's `fisher_exact` give the same.
package struct ShareChange: Hashable, Sendable {
    /// By how much the share grew; nil where one of them has none.
    package let difference: Double?
    package let p: Double

    package init(_ first: Int, of firstTotal: Int, against second: Int, of secondTotal: Int) throws(AnalysisRefusal) {
        try Checked.counts([first, firstTotal, second, secondTotal])
        if first > firstTotal { throw .moreThanAll(at: 0) }
        if second > secondTotal { throw .moreThanAll(at: 1) }
        difference =
            firstTotal > 0 && secondTotal > 0 ? Double(first) / Double(firstTotal) - Double(second) / Double(secondTotal) : nil
        let (some, all) = (first + second, firstTotal + secondTotal)
        guard some > 0, some < all, firstTotal > 0, secondTotal > 0 else {
            p = 1
            return
        }
        // By the quotients of neighbours, from what was found outwards: in parts of its own chance nothing is too small to be held.
        let (low, high) = (max(0, some - secondTotal), min(some, firstTotal))
        func up(_ k: Int) -> Double {
            Double(firstTotal - k) * Double(some - k) / (Double(k + 1) * Double(secondTotal - some + k + 1))
        }
        var (unlikely, whole) = (1.0, 1.0)
        let bound = 1 + 1e-7
        var part = 1.0
        for k in stride(from: first, to: high, by: 1) {
            part *= up(k)
            whole += part
            if part <= bound { unlikely += part }
        }
        part = 1
        for k in stride(from: first - 1, through: low, by: -1) {
            part /= up(k)
            whole += part
            if part <= bound { unlikely += part }
        }
        p = min(1, unlikely / whole)
    }
}
