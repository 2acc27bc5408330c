import Analysis
import Testing

/// scipy's special functions, as a part of each value: tails as well as middles.
@Suite(.enabled(if: AnalysisOracle.path != nil, AnalysisOracle.advice))
struct DistributionOracleTests {
    @Test func `incomplete gamma`() throws {
        try AnalysisOracle.compare("gamma", lists: 2) { found in
            let (x, wanted) = (found[0].all, found[1].all)
            let tails = IncompleteGamma.tails(shape: x[0], at: x[1])
            return isSame(tails.lower, wanted[0]) && isSame(tails.upper, wanted[1])
        }
        try AnalysisOracle.compare("gamma-quantile", lists: 2) { found in
            let (x, wanted) = (found[0].all, found[1].all)
            return isSame(IncompleteGamma.quantile(shape: x[0], lower: x[1]), wanted[0])
                && isSame(IncompleteGamma.quantile(shape: x[0], upper: x[1]), wanted[1])
        }
    }

    @Test func `incomplete beta`() throws {
        try AnalysisOracle.compare("beta", lists: 2) { found in
            let (x, wanted) = (found[0].all, found[1].all)
            let tails = IncompleteBeta.tails(x[0], x[1], at: x[2], rest: 1 - x[2])
            return isSame(tails.lower, wanted[0]) && isSame(tails.upper, wanted[1])
        }
        try AnalysisOracle.compare("beta-quantile", lists: 2) { found in
            let (x, wanted) = (found[0].all, found[1].all)
            return isSame(IncompleteBeta.quantile(x[0], x[1], lower: x[2]), wanted[0])
                && isSame(IncompleteBeta.quantile(x[0], x[1], upper: x[2]), wanted[1])
        }
    }

    @Test func `normal, Student's t and chi-square`() throws {
        try AnalysisOracle.compare("normal", lists: 2) { found in
            let tails = NormalDistribution.tails(at: found[0].all[0])
            return isSame(tails.lower, found[1].all[0]) && isSame(tails.upper, found[1].all[1])
        }
        try AnalysisOracle.compare("normal-quantile", lists: 2) { isSame(NormalDistribution.quantile($0[0].all[0]), $0[1].all[0]) }
        try AnalysisOracle.compare("student", lists: 2) { found in
            let law = StudentDistribution(freedom: found[0].all[0])
            return isSame(law.twoSided(found[0].all[1]), found[1].all[0]) && isSame(law.twoSided(level: 0.95), found[1].all[1])
        }
        try AnalysisOracle.compare("chi-square", lists: 2) { found in
            isSame(ChiSquareDistribution.atLeast(found[0].all[1], freedom: found[0].all[0]), found[1].all[0])
        }
    }

    @Test func `counts`() throws {
        try AnalysisOracle.compare("poisson", lists: 2) { found in
            let (x, wanted, law) = (found[0].all, found[1].all, PoissonDistribution(mean: found[0].all[0]))
            let k = Int(x[1])
            return isSame(law.probability(of: k), wanted[0]) && isSame(law.atMost(k), wanted[1]) && isSame(law.atLeast(k), wanted[2])
                && Double(law.quantile(x[2])) == wanted[3]
        }
        try AnalysisOracle.compare("binomial", lists: 2) { found in
            let (x, wanted) = (found[0].all, found[1].all)
            let (law, k) = (BinomialDistribution(trials: Int(x[0]), p: x[1]), Int(x[2]))
            return isSame(law.probability(of: k), wanted[0]) && isSame(law.atMost(k), wanted[1]) && isSame(law.atLeast(k), wanted[2])
                && Double(law.quantile(x[3])) == wanted[3]
        }
        try AnalysisOracle.compare("negative-binomial", lists: 2) { found in
            let (x, wanted) = (found[0].all, found[1].all)
            let (law, k) = (NegativeBinomialDistribution(size: x[0], p: x[1]), Int(x[2]))
            return isSame(law.probability(of: k), wanted[0]) && isSame(law.atMost(k), wanted[1]) && isSame(law.atLeast(k), wanted[2])
                && Double(law.quantile(x[3])) == wanted[3]
        }
    }

    @Test func `intervals of proportions`() throws {
        try AnalysisOracle.compare("wilson", lists: 3) { found in
            let (x, wilson, exact) = (found[0].counts, found[1].all, found[2].all)
            guard let ours = Proportion.wilson(x[0], of: x[1]), let sure = Proportion.exact(x[0], of: x[1]) else { return false }
            return isClose([ours.lower, ours.upper, sure.lower, sure.upper], wilson + exact, 1e-10)
        }
    }
}
