#!/usr/bin/env python3
"""An independent opinion on statistics: what scipy, statsmodels, shewhart and numpy make of random numbers.

Usage: analysis.py OUTPUT.tsv SEED

Each line is a case, tab-separated: its kind, then lists of numbers parted by spaces, `NA` where there is none. What each list is stands
at the case below and in Tests/AnalysisTests/Oracle, which reads them. Some numbers are made to be nasty: zeros, ties, far tails, large counts.
"""
import sys
import warnings

import numpy as np
import shewhart
import statsmodels.api as sm
from scipy import special, stats
from statsmodels.stats.proportion import proportion_confint

CASES = 1000
# By custom the unit of moving ranges has three decimals; the package has all of them.
UNIT = 2 / np.sqrt(np.pi) / 1.128


def numbers(values, digits):
    return " ".join("NA" if v is None or not np.isfinite(v) else f"{float(v):.{digits}g}" for v in np.ravel(values))


class Cases:
    def __init__(self, out, seed):
        self.out = out
        self.chance = np.random.default_rng(seed)
        self.digits = 17

    def line(self, kind, *lists):
        print(kind, *(numbers(values, self.digits) for values in lists), sep="\t", file=self.out)

    def log_uniform(self, low, high):
        return float(np.exp(self.chance.uniform(np.log(low), np.log(high))))

    def counts(self, length, mean):
        """Counts, now and then overdispersed, now and then with a jump."""
        kind = self.chance.integers(4)
        means = np.full(length, mean)
        if kind == 1:
            means = self.chance.gamma(4, mean / 4, length)
        if kind == 2:
            means[self.chance.integers(length):] *= 2
        return self.chance.poisson(means)

    # Distributions: arguments, then what they give.

    def gamma(self):
        a = self.log_uniform(0.5, 1e5)
        x = float(max(1e-3, a + np.sqrt(a) * self.chance.normal(0, 3)))
        self.line("gamma", [a, x], [special.gammainc(a, x), special.gammaincc(a, x)])
        p = self.log_uniform(1e-12, 0.5)
        self.line("gamma-quantile", [a, p], [special.gammaincinv(a, p), special.gammainccinv(a, p)])

    def beta(self):
        a, b = self.log_uniform(0.5, 1e4), self.log_uniform(0.5, 1e4)
        middle = a / (a + b)
        x = float(np.clip(middle + np.sqrt(middle * (1 - middle) / (a + b)) * self.chance.normal(0, 3), 1e-6, 1 - 1e-6))
        self.line("beta", [a, b, x], [special.betainc(a, b, x), special.betaincc(a, b, x)])
        p = self.log_uniform(1e-12, 0.5)
        self.line("beta-quantile", [a, b, p], [special.betaincinv(a, b, p), special.betainccinv(a, b, p)])

    def normal(self):
        z = self.chance.normal(0, 4)
        self.line("normal", [z], [stats.norm.cdf(z), stats.norm.sf(z)])
        p = self.log_uniform(1e-300, 0.5)
        self.line("normal-quantile", [p], [stats.norm.ppf(p)])

    def student(self):
        freedom, t = self.chance.integers(1, 300), self.chance.normal(0, 4)
        self.line("student", [freedom, t], [2 * stats.t.sf(abs(t), freedom), stats.t.ppf(0.975, freedom)])
        x = self.log_uniform(1e-3, 300)
        self.line("chi-square", [freedom, x], [stats.chi2.sf(x, freedom)])

    def discrete(self):
        p = self.chance.uniform(0.001, 0.999)
        # Above this scipy's probability of one value has fewer digits than ours.
        mean = self.log_uniform(0.05, 2000)
        k = int(max(0, mean + np.sqrt(mean) * self.chance.normal(0, 3)))
        law = stats.poisson(mean)
        self.line("poisson", [mean, k, p], [law.pmf(k), law.cdf(k), law.sf(k - 1), law.ppf(p)])
        n, q = self.chance.integers(1, 5000), self.chance.uniform(0.001, 0.999)
        k = int(np.clip(n * q + np.sqrt(n * q * (1 - q)) * self.chance.normal(0, 3), 0, n))
        law = stats.binom(n, q)
        self.line("binomial", [n, q, k, p], [law.pmf(k), law.cdf(k), law.sf(k - 1), law.ppf(p)])
        size = self.log_uniform(0.5, 5000)
        law = stats.nbinom(size, q)
        k = int(max(0, law.mean() + law.std() * self.chance.normal(0, 2)))
        self.line("negative-binomial", [size, q, k, p], [law.pmf(k), law.cdf(k), law.sf(k - 1), law.ppf(p)])

    def proportions(self):
        n = self.chance.integers(1, 400)
        k = self.chance.choice((0, n, self.chance.integers(0, n + 1)))
        self.line("wilson", [k, n], proportion_confint(k, n, method="wilson"), proportion_confint(k, n, method="beta"))

    # Charts: counts, exposures, then centre, lower and upper limits, σ_z where there is one.

    def charts(self):
        length = int(self.chance.integers(3, 40))
        mean = self.log_uniform(0.5, 60)
        counts = self.counts(length, mean)
        if counts.sum() == 0:
            counts[0] = 1
        exposures = self.chance.uniform(50, 150, length)
        for kind, chart, sizes in (
            ("c-chart", shewhart.c_chart(counts, rules=None), None),
            ("u-chart", shewhart.u_chart(counts, size=exposures, rules=None), exposures),
        ):
            table = chart.table
            centre = chart.stats[kind[0] + "_center"]
            self.line(kind, counts, exposures, [centre], table["lcl"], table["ucl"])
        if len(set(counts / exposures)) > 1:
            chart = shewhart.laney_u(counts, size=exposures, rules=None)
            centre, spread = chart.stats["u_center"], chart.stats["sigma_z"] * UNIT
            half = 3 * np.sqrt(centre / exposures) * spread
            self.line("laney-u", counts, exposures, [centre], np.maximum(0, centre - half), centre + half, [spread])
        totals = self.chance.integers(1, 80, length)
        kept = self.chance.binomial(totals, self.chance.uniform(0, 1))
        chart = shewhart.p_chart(kept, size=totals, rules=None)
        low, high = proportion_confint(kept, totals, method="wilson")
        self.line("p-chart", kept, totals, [chart.stats["p_center"]], chart.table["lcl"], chart.table["ucl"], low, high)

    def individuals(self):
        values = self.chance.normal(20, 8, int(self.chance.integers(3, 40)))
        found = shewhart.imr(values, rules=None).stats
        half = 3 * found["sigma_within"] * UNIT
        self.line("individuals", values, [found["i_center"], found["i_center"] - half, found["i_center"] + half])
        gaps = self.chance.geometric(1 / self.log_uniform(2, 200), len(values)).astype(float)
        found = shewhart.imr(gaps ** (1 / 3.6), rules=None).stats
        centre, half = found["i_center"], 3 * found["sigma_within"] * UNIT
        lower = (centre - half) ** 3.6 if centre > half else None
        mean = gaps.mean()
        self.line("gaps", gaps, [centre**3.6, lower, (centre + half) ** 3.6], [mean, mean + 3 * np.sqrt(mean * (mean + 1))])

    def runs(self):
        values = self.counts(int(self.chance.integers(2, 60)), self.log_uniform(1, 40)).astype(float)
        middle = np.median(values)
        above = (values > middle)[values != middle]
        n = len(above)
        if n < 2:
            return
        changes = np.flatnonzero(above[1:] != above[:-1])
        longest = np.diff(np.concatenate(([-1], changes, [n - 1]))).max()
        allowed = np.round(np.log2(n) + 3), stats.binom.ppf(0.05, n - 1, 0.5)
        self.line("runs", values, [middle, n, longest, len(changes), *allowed])

    # Watching: the weeks before, what this week brought.

    def spike(self):
        before = self.counts(28, self.log_uniform(0.1, 60))
        now = self.chance.poisson(before.mean() * self.chance.choice((1, 1, 2, 4)))
        law = stats.nbinom(before[:26].sum() + 0.5, 26 / 27)
        least = next(k for k in range(100_000) if law.sf(k - 1) < 0.002)
        self.line("spike", np.append(before, now), [law.sf(now - 1), law.ppf(0.025), law.ppf(0.975), max(3, least)])

    def share_spike(self):
        """How many went wrong and of how many, each week; the chance of so many now, and what is usual."""
        totals = self.chance.poisson(self.log_uniform(2, 80), 29) + 1
        share = self.chance.uniform(0, 0.5)
        wrong = self.chance.binomial(totals, np.append(np.full(28, share), min(1, share * self.chance.choice((1, 1, 2, 3)))))
        bad, all_ = wrong[:26].sum(), totals[:26].sum()
        law = stats.betabinom(totals[28], bad + 0.5, all_ - bad + 0.5)
        self.line("share-spike", wrong, totals, [law.sf(wrong[28] - 1), law.ppf(0.025), law.ppf(0.975)])

    def fisher(self):
        """Some of many, twice: the exact chance of shares as unlike as these."""
        n, m = self.chance.integers(1, 400), self.chance.integers(1, 400)
        p = self.chance.uniform(0, 1)
        a, b = self.chance.binomial(n, p), self.chance.binomial(m, min(1, p * self.chance.choice((0.5, 1, 1, 1.5))))
        self.line("fisher", [a, n, b, m], [stats.fisher_exact([[a, n - a], [b, m - b]]).pvalue])

    def discoveries(self):
        p = self.chance.uniform(0, 1, int(self.chance.integers(1, 60))) ** self.chance.choice((1, 3))
        if len(p) > 3:
            p[0] = p[1]
        self.line("benjamini-hochberg", p, stats.false_discovery_control(p))

    def words(self):
        recent, earlier = self.chance.integers(1, 400), self.chance.integers(1, 3000)
        a, b = self.chance.integers(0, recent + 1), self.chance.integers(0, earlier + 1)
        if a + b in (0, recent + earlier):
            return
        found = stats.chi2_contingency([[a, recent - a], [b, earlier - b]], correction=False, lambda_="log-likelihood")
        self.line("surprise", [a, recent, b, earlier], [found.statistic, found.pvalue])

    def interrupted(self):
        before, after = self.chance.integers(8, 40), self.chance.integers(4, 30)
        t = np.arange(1, before + after + 1)
        is_after = t > before
        exposures = self.chance.uniform(50, 150, len(t))
        rate = np.exp(self.chance.uniform(-3, 0) + 0.01 * self.chance.normal() * t + self.chance.normal(0, 0.5) * is_after)
        counts = self.chance.poisson(rate * exposures)
        if counts[:before].sum() < 5 or counts[before:].sum() < 5:
            return
        x = np.column_stack([np.ones(len(t)), t, is_after, np.maximum(0, t - before)])
        model = sm.GLM(counts, x, family=sm.families.Poisson(), exposure=exposures)
        found = model.fit(scale="X2", tol=1e-14, maxiter=200)
        self.line("interrupted", [before], counts, exposures, found.params, found.bse, [found.scale])


def main(path, seed):
    warnings.simplefilter("ignore")
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        cases = Cases(out, seed)
        distributions = (cases.gamma, cases.beta, cases.normal, cases.student, cases.discrete, cases.proportions)
        others = (cases.charts, cases.individuals, cases.runs, cases.spike, cases.share_spike, cases.fisher, cases.discoveries, cases.words, cases.interrupted)
        for make in distributions + others:
            # What is compared at 1e-6 needs no more digits than this.
            cases.digits = 17 if make in distributions else 12
            # Some make nothing of some numbers; there are a thousand left all the same.
            for _ in range(CASES + CASES // 10):
                make()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]))
