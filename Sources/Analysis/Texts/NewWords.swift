import RealModule

/// What is new in the texts (A11): words and pairs of words that stand in more of the last four weeks' texts than the 26 weeks before
/// make likely.
///
/// A word counts once a text. For each, Dunning's `G² = 2 Σ O log(O/E)` over the four numbers of texts with it and without it, then and
/// now; its chance from chi-square with one degree, all of them together at a false discovery rate of 5 %. Only what became more frequent,
/// and stands in at least 3 of the new texts, is told. Needs 50 texts.
/// Source: T. Dunning, *Accurate methods for the statistics of surprise and coincidence*, Computational Linguistics 19 (1993).
package struct NewWords<Term: Hashable & Comparable & Sendable>: Hashable, Sendable {
    package struct Finding: Hashable, Sendable {
        package let term: Term
        /// In how many texts of the last weeks, and of those before.
        package let recent: Int
        package let earlier: Int
        package let surprise: Double
        package let p: Double
        /// Among all terms.
        package let adjusted: Double
        /// Places of the first recent texts with it.
        package let examples: [Int]

        package var isNew: Bool { adjusted < FalseDiscovery.q && recent >= fewestRecent }
    }

    /// The most surprising first; also what is no finding, as far as it stands in enough texts.
    package let terms: [Finding]
    package let recentTexts: Int
    package let earlierTexts: Int
    package let cautions: [Caution]

    package static var fewestTexts: Int { 50 }
    package static var fewestRecent: Int { 3 }
    package static var mostExamples: Int { 5 }

    package var findings: [Finding] { terms.filter(\.isNew) }

    /// Each text as the set of its terms.
    package init(recent: [Set<Term>], earlier: [Set<Term>]) throws(AnalysisRefusal) {
        if recent.isEmpty, earlier.isEmpty { throw .empty }
        (recentTexts, earlierTexts) = (recent.count, earlier.count)
        cautions = Caution.gate(.texts, recent.count + earlier.count, atLeast: Self.fewestTexts)
        var places: [Term: [Int]] = [:]
        for (place, text) in recent.enumerated() { for term in text { places[term, default: []].append(place) } }
        var before: [Term: Int] = [:]
        for text in earlier { for term in text where places[term] != nil { before[term, default: 0] += 1 } }
        // What became rarer is not looked for, and what stands in one or two texts could never be told: they are no tests.
        let candidates = places.filter { term, places in
            places.count >= Self.fewestRecent && places.count * earlier.count > (before[term] ?? 0) * recent.count
        }.sorted { $0.key < $1.key }
        if candidates.isEmpty {
            terms = []
            return
        }
        let surprises = candidates.map { term, places in
            Surprise.of(places.count, of: recent.count, against: before[term] ?? 0, of: earlier.count)
        }
        let p = surprises.map { ChiSquareDistribution.atLeast($0, freedom: 1) }
        let adjusted = try FalseDiscovery.adjusted(p)
        terms = candidates.indices.map { index in
            Finding(
                term: candidates[index].key, recent: candidates[index].value.count, earlier: before[candidates[index].key] ?? 0,
                surprise: surprises[index], p: p[index], adjusted: adjusted[index],
                examples: Array(candidates[index].value.prefix(Self.mostExamples)))
        }.sorted { ($0.surprise, $1.term) > ($1.surprise, $0.term) }
    }
}

/// Dunning's likelihood ratio.
package enum Surprise {
    /// `G²` of `a` among `n` texts against `b` among `m`.
    package static func of(_ a: Int, of n: Int, against b: Int, of m: Int) -> Double {
        let (first, second, all) = (Double(n), Double(m), Double(n) + Double(m))
        let (with, without) = (Double(a) + Double(b), all - Double(a) - Double(b))
        let cells = [
            (Double(a), first * with / all), (Double(n - a), first * without / all), (Double(b), second * with / all),
            (Double(m - b), second * without / all),
        ]
        // Each cell's deviance holds E − O too, which adds up to nothing and keeps small differences exact.
        return max(0, 2 * cells.reduce(0) { $0 + ($1.0 == 0 ? $1.1 : SaddlePoint.deviance($1.0, $1.1)) })
    }
}
