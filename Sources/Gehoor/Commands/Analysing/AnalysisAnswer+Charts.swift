import Analysis
import Web

extension JSONWriter {
    mutating func chart(_ chart: ControlChart) { self.chart(chart, intervals: []) }

    mutating func shares(_ shares: ProportionChart) { chart(shares.chart, intervals: shares.intervals) }

    private mutating func chart(_ chart: ControlChart, intervals: [ProportionChart.Interval?]) {
        member("n", chart.n)
        number("centre", chart.centre)
        if let dispersion = chart.dispersion { number("dispersion", dispersion) }
        array("points") { json in
            for (index, point) in chart.points.enumerated() {
                json.object { json in
                    json.point(point)
                    guard intervals.indices.contains(index) else { return }
                    json.number("intervalLower", intervals[index]?.lower)
                    json.number("intervalUpper", intervals[index]?.upper)
                }
            }
        }
        if let runs = chart.runs { object("runs") { $0.rules(runs) } }
        notes(chart.cautions)
    }

    mutating func runs(_ rules: RunRules, of values: [Double]) {
        member("n", values.count)
        number("centre", rules.median)
        array("points") { json in
            for value in values { json.object { $0.point(ControlChart.Point(value: value)) } }
        }
        self.rules(rules)
        notes(rules.cautions)
    }

    mutating func point(_ point: ControlChart.Point) {
        number("value", point.value)
        number("lower", point.lower)
        number("upper", point.upper)
        member("signal", point.isSignal)
    }

    private mutating func rules(_ rules: RunRules) {
        number("median", rules.median)
        member("useful", rules.useful)
        member("longestRun", rules.longestRun)
        member("longestAllowed", rules.longestAllowed)
        member("crossings", rules.crossings)
        member("fewestAllowed", rules.fewestAllowed)
        member("signal", rules.isSignal)
    }

    mutating func notes(_ cautions: [Caution]) { notes(cautions.map(\.note)) }

    mutating func notes(_ sentences: [String]) {
        array("notes") { json in
            for sentence in sentences { json.value(sentence) }
        }
    }
}
