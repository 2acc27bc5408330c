import Analysis
import Testing

struct DistributionTests {
    @Test func `the normal distribution is the one of the tables`() {
        #expect(isSame(NormalDistribution.tails(at: 1.959963984540054).upper, 0.025))
        #expect(isSame(NormalDistribution.quantile(0.975), 1.959963984540054))
        #expect(isSame(NormalDistribution.tails(at: -10).lower, 7.619853024160526e-24))
        #expect(isSame(NormalDistribution.quantile(7.619853024160526e-24), -10))
        #expect(NormalDistribution.quantile(0.5) == 0)
        #expect(NormalDistribution.quantile(0) == -.infinity && NormalDistribution.quantile(1) == .infinity)
    }

    @Test func `the exact interval of 7 is the one of the tables`() {
        let interval = PoissonDistribution.interval(count: 7)
        #expect(isClose(interval.lower, 2.814363) && isClose(interval.upper, 14.422675))
        let none = PoissonDistribution.interval(count: 0)
        #expect(none.lower == 0 && isClose(none.upper, 3.688879454))
    }

    @Test func `7 of 40 has Wilson's interval`() throws {
        let interval = try #require(Proportion.wilson(7, of: 40))
        #expect(isClose(interval.lower, 0.08745, 5e-6) && isClose(interval.upper, 0.31950, 5e-6))
    }

    @Test(arguments: [0, 1, 5, 12]) func `an interval of nothing or all ends there`(total: Int) throws {
        guard total > 0 else {
            #expect(Proportion.wilson(0, of: 0) == nil && Proportion.exact(0, of: 0) == nil)
            return
        }
        for interval in [try #require(Proportion.wilson(0, of: total)), try #require(Proportion.exact(0, of: total))] {
            #expect(interval.lower == 0 && interval.upper > 0 && interval.upper < 1)
        }
        for interval in [try #require(Proportion.wilson(total, of: total)), try #require(Proportion.exact(total, of: total))] {
            #expect(interval.upper == 1 && interval.lower > 0 && interval.lower < 1)
        }
    }

    @Test func `more than all is no proportion`() {
        #expect(Proportion.wilson(3, of: 2) == nil && Proportion.exact(-1, of: 2) == nil)
    }

    @Test(arguments: [0.01, 0.5, 3, 40, 12_345, 1e7]) func `Poisson counts add up`(mean: Double) {
        let law = PoissonDistribution(mean: mean)
        for k in [0, 1, 7, Int(mean), Int(mean) + 30] {
            #expect(isClose(law.atMost(k) + law.atLeast(k + 1), 1, 1e-12))
            #expect(isClose(law.atMost(k) - law.atMost(k - 1), law.probability(of: k), 1e-9))
        }
        #expect(law.atLeast(0) == 1 && law.atMost(-1) == 0)
    }

    @Test(arguments: [0.001, 0.05, 0.5, 0.95, 0.999]) func `a quantile is the least count that reaches it`(p: Double) {
        for mean in [0.2, 3, 55, 1e5] {
            let law = PoissonDistribution(mean: mean)
            let k = law.quantile(p)
            #expect(law.atMost(k) >= p && (k == 0 || law.atMost(k - 1) < p))
        }
        for trials in [1, 9, 400] {
            let law = BinomialDistribution(trials: trials, p: 0.3)
            let k = law.quantile(p)
            #expect(law.atMost(k) >= p && (k == 0 || law.atMost(k - 1) < p))
        }
    }

    @Test func `a certain thing has no spread`() {
        #expect(BinomialDistribution(trials: 5, p: 0).probability(of: 0) == 1)
        #expect(BinomialDistribution(trials: 5, p: 1).probability(of: 5) == 1)
        #expect(BinomialDistribution(trials: 5, p: 1).asUnlikely(as: 5) == 1)
        #expect(PoissonDistribution(mean: 0).probability(of: 0) == 1 && PoissonDistribution(mean: 0).atLeast(1) == 0)
        #expect(PoissonDistribution(mean: 0).quantile(0.99) == 0)
    }

    @Test func `quantiles of gamma and beta undo their tails`() {
        for shape in [0.5, 1, 7.5, 300, 1e6] {
            for p in [1e-12, 0.001, 0.3, 0.5] {
                #expect(isSame(IncompleteGamma.tails(shape: shape, at: IncompleteGamma.quantile(shape: shape, lower: p)).lower, p, 1e-9))
                #expect(isSame(IncompleteGamma.tails(shape: shape, at: IncompleteGamma.quantile(shape: shape, upper: p)).upper, p, 1e-9))
            }
        }
        #expect(IncompleteGamma.quantile(shape: 3, lower: 0) == 0 && IncompleteGamma.quantile(shape: 3, upper: 0) == .infinity)
        #expect(IncompleteBeta.quantile(2, 3, lower: 0) == 0 && IncompleteBeta.quantile(2, 3, upper: 0) == 1)
        #expect(IncompleteBeta.quantile(2, 3, lower: 1) == 1 && IncompleteBeta.quantile(2, 3, upper: 1) == 0)
    }

    @Test func `Student's t comes close to the normal when there is much to estimate from`() {
        #expect(isClose(StudentDistribution(freedom: 20).twoSided(level: 0.95), 2.085963447))
        #expect(isClose(StudentDistribution(freedom: 1e7).twoSided(level: 0.95), 1.959964, 1e-6))
        #expect(StudentDistribution(freedom: 3).twoSided(0) == 1 && StudentDistribution(freedom: 3).twoSided(.infinity) == 0)
    }
}
