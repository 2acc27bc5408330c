/// Looking at many things at once without crying wolf (A8).
package enum FalseDiscovery {
    /// Of what is called a finding at q, on average no more than this share is chance.
    package static let q = 0.05

    /// Benjamini and Hochberg's adjusted p-values, in the order given: the least q at which each is a finding.
    ///
    /// With p sorted, `min over j ≥ i of p(j) · m / j`, at most 1. Source: Y. Benjamini and Y. Hochberg, JRSS B 57 (1995).
    package static func adjusted(_ p: [Double]) throws(AnalysisRefusal) -> [Double] {
        try Checked.probabilities(p)
        let order = p.indices.sorted { p[$0] > p[$1] }
        var adjusted = p
        var least = 1.0
        for (place, index) in order.enumerated() {
            least = min(least, p[index] * Double(p.count) / Double(p.count - place))
            adjusted[index] = least
        }
        return adjusted
    }
}
