import Analysis
import Web

extension JSONWriter {
    mutating func survival(_ table: AnalysisTable) throws {
        let (times, ended) = (try table.values("time"), try table.flags("event"))
        let curve = try KaplanMeier(times, ended: ended)
        let interval = curve.interval(by: 0.5)
        member("n", curve.n)
        member("closed", curve.closed)
        array("steps") { json in
            for step in curve.steps {
                json.object {
                    $0.number("t", step.time)
                    $0.number("s", step.survival)
                    $0.number("lower", step.lower)
                    $0.number("upper", step.upper)
                }
            }
        }
        number("median", curve.median)
        number("medianLower", interval.lower)
        number("medianUpper", interval.upper)
        number("p80", curve.time(by: 0.8))
        number("p90", curve.time(by: 0.9))
        if table.has("group") { try logRank(times, ended, groups: table.texts("group")) }
        notes(curve.cautions)
    }

    private mutating func logRank(_ times: [Double], _ ended: [Bool], groups: [String]) throws(AnalysisRefusal) {
        let names = Set(groups).sorted()
        let samples = names.map { name in
            let own = groups.indices.filter { groups[$0] == name }
            return (times: own.map { times[$0] }, ended: own.map { ended[$0] })
        }
        let test = try LogRank(samples)
        object("logRank") { json in
            json.number("chiSquare", test.chiSquare)
            json.number("p", test.p)
            json.array("groups") { json in
                for (name, group) in zip(names, test.groups) {
                    json.object {
                        $0.member("group", name)
                        $0.member("n", group.n)
                        $0.member("ended", group.ended)
                        $0.number("expected", group.expected)
                    }
                }
            }
        }
    }

    /// Two rows against one another, or each row against what it was before.
    mutating func ratios(_ table: AnalysisTable) throws {
        let counts = try table.counts("count")
        let exposures = table.has("exposure") ? try table.exposures() : counts.map { _ in 1 }
        var ratios: [RateRatio] = []
        if table.has("before") {
            let before = try table.counts("before")
            let past = table.has("exposure-before") ? try table.values("exposure-before") : before.map { _ in 1 }
            for row in counts.indices {
                do throws(AnalysisRefusal) {
                    ratios.append(try RateRatio(counts[row], over: exposures[row], against: before[row], over: past[row]))
                } catch {
                    throw CommandFault(.badInput, error.sentence { _ in "Line \(table.line(row)): " })
                }
            }
        } else {
            guard counts.count == 2 else {
                throw CommandFault(.badInput, "There are \(counts.count) rows. Give two, or a column “before” to compare each with.")
            }
            ratios = [try RateRatio(counts[0], over: exposures[0], against: counts[1], over: exposures[1])]
            number("ratio", ratios[0].ratio)
            number("lower", ratios[0].lower)
            number("upper", ratios[0].upper)
            number("p", ratios[0].p)
        }
        let adjusted = try FalseDiscovery.adjusted(ratios.map(\.p))
        member("n", counts.count)
        array("points") { json in
            for (ratio, adjusted) in zip(ratios, adjusted) { json.object { $0.ratio(ratio, adjusted: adjusted) } }
        }
        notes([String]())
    }

    private mutating func ratio(_ ratio: RateRatio, adjusted: Double) {
        number("value", ratio.ratio)
        number("lower", ratio.lower)
        number("upper", ratio.upper)
        member("signal", adjusted < FalseDiscovery.q)
        number("p", ratio.p)
        number("adjusted", adjusted)
    }

    mutating func interrupted(_ table: AnalysisTable, _ settings: AnalysisSettings) throws {
        let counts = try table.counts("count")
        let before = try settings.before ?? Self.before(table)
        let series = try InterruptedSeries(
            counts, exposures: table.has("exposure") ? table.exposures() : nil, before: before, lag: settings.lag,
            expected: settings.expected)
        member("n", counts.count)
        if let model = series.model { self.model(model) }
        object("effect") {
            $0.number("ratio", series.effect.ratio)
            $0.number("lower", series.effect.lower)
            $0.number("upper", series.effect.upper)
        }
        verdict(series.verdict)
        array("points") { json in
            for (row, count) in counts.enumerated() {
                json.object {
                    $0.number("value", Double(count))
                    $0.number("fitted", series.model?.fitted[row])
                }
            }
        }
        notes(series.cautions)
    }

    /// How many rows come before the measure.
    private static func before(_ table: AnalysisTable) throws -> Int {
        let after = try table.flags("after")
        let before = after.firstIndex(of: true) ?? after.count
        if let back = after[before...].firstIndex(of: false) {
            throw CommandFault(
                .badInput, "Line \(table.line(back)): before the measure again, after it. Put the rows in the order of time.")
        }
        return before
    }

    private mutating func model(_ model: QuasiPoisson) {
        array("coefficients") { json in
            for value in model.coefficients { json.number(value) }
        }
        array("standardErrors") { json in
            for value in model.standardErrors { json.number(value) }
        }
        number("dispersion", model.dispersion)
    }

    private mutating func verdict(_ verdict: Verdict) {
        switch verdict {
        case .works: member("verdict", "works")
        case .worksNot: member("verdict", "works-not")
        case .tooEarly(let more):
            member("verdict", "too-early")
            member("morePeriods", more)
        }
    }

    mutating func words(_ table: AnalysisTable) throws {
        let (texts, recent) = (try table.texts("text"), try table.flags("recent"))
        let terms = texts.map { TermSplitter().terms(of: $0) }
        let now = texts.indices.filter { recent[$0] }
        let words = try NewWords(recent: now.map { terms[$0] }, earlier: texts.indices.filter { !recent[$0] }.map { terms[$0] })
        member("n", texts.count)
        array("terms") { json in
            for term in words.terms {
                json.object { json in
                    json.member("term", term.term)
                    json.member("recent", term.recent)
                    json.member("earlier", term.earlier)
                    json.number("surprise", term.surprise)
                    json.number("p", term.p)
                    json.number("adjusted", term.adjusted)
                    json.member("signal", term.isNew)
                    json.array("lines") { json in
                        for place in term.examples { json.value(table.line(now[place])) }
                    }
                }
            }
        }
        notes(words.cautions)
    }
}
