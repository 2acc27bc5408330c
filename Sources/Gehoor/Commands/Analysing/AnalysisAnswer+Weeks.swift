import Analysis
import Web

extension JSONWriter {
    /// Every week that has any before it is judged as if it were the last.
    mutating func spikes(_ counts: [Int], exposures: [Double]?) throws(AnalysisRefusal) {
        let last = try Spike(counts, exposures: exposures)
        let spikes = try Spike.each(counts, exposures: exposures)
        member("n", counts.count)
        number("centre", last.predicted.mean)
        array("points") { json in
            for (count, spike) in zip(counts, spikes) { json.object { $0.spike(spike, count: count) } }
        }
        notes(last.cautions)
    }

    private mutating func spike(_ spike: Spike?, count: Int) {
        number("value", Double(count))
        number("lower", spike.map { Double($0.usual.lowerBound) })
        number("upper", spike.map { Double($0.usual.upperBound) })
        member("signal", spike?.isAlarm ?? false)
        number("p", spike?.p)
        member("alarmFrom", spike?.alarmFrom)
    }

    mutating func cusum(_ counts: [Int], _ settings: AnalysisSettings) throws(AnalysisRefusal) {
        let base = counts.prefix(settings.baseline ?? counts.count)
        let mean = settings.mean ?? base.reduce(0) { $0 + Double($1) } / Double(max(1, base.count))
        let drift = try Drift.asked(mean: mean, reference: settings.reference, limit: settings.limit)
        let steps = try drift.sums(counts)
        member("n", counts.count)
        number("centre", drift.mean)
        number("reference", drift.reference.value)
        number("limit", drift.limit.value)
        object("runLength") {
            $0.number("unchanged", drift.averageRunLength(at: drift.mean))
            $0.number("doubled", drift.averageRunLength(at: 2 * drift.mean))
        }
        array("points") { json in
            for step in steps {
                json.object {
                    $0.number("value", step.sum)
                    $0.null("lower")
                    $0.number("upper", drift.limit.value)
                    $0.member("signal", step.isAlarm)
                }
            }
        }
        notes(drift.mean < Drift.fewestPerWeek ? [.seldom] : [])
    }

    mutating func adjusted(_ p: [Double]) {
        member("n", p.count)
        array("adjusted") { json in
            for value in p { json.number(value) }
        }
        notes([String]())
    }
}

extension Drift {
    /// With what somebody gave on the command line, or worked out.
    fileprivate static func asked(mean: Double, reference: Double?, limit: Double?) throws(AnalysisRefusal) -> Drift {
        guard let reference, let limit else {
            if mean == 0 { throw .undetermined }
            return try Drift(mean: mean)
        }
        guard let k = Fraction(near: reference) else { throw .setting("reference") }
        guard let h = Fraction(near: limit) else { throw .setting("limit") }
        return Drift(mean: mean, reference: k, limit: h)
    }
}
