import Analysis
import ArgumentParser
import Web

/// What `gehoor analyse` can do. The names are relied on by scripts.
enum AnalysisMethod: String, CaseIterable, ExpressibleByArgument {
    case uChart = "u-chart"
    case cChart = "c-chart"
    case pChart = "p-chart"
    case laneyU = "laney-u"
    case individuals
    case gChart = "g-chart"
    case tChart = "t-chart"
    case runs
    case kaplanMeier = "kaplan-meier"
    case spike
    case cusum
    case benjaminiHochberg = "benjamini-hochberg"
    case rateRatio = "rate-ratio"
    case interruptedSeries = "interrupted-series"
    case newWords = "new-words"

    /// For the help of the command.
    var columns: String {
        switch self {
        case .uChart, .laneyU: "count,exposure (an exposure of 0 or nothing: not known)"
        case .cChart, .cusum: "count"
        case .pChart: "count,exposure (so many of so many)"
        case .individuals, .runs: "value"
        case .gChart, .tChart: "value (what lies between one event and the next)"
        case .kaplanMeier: "time,event[,group] (event 1: over, 0: open still; groups are compared)"
        case .spike: "count[,exposure] (a row a week, oldest first)"
        case .benjaminiHochberg: "p"
        case .rateRatio: "count,exposure in two rows; or count,exposure,before,exposure-before in each"
        case .interruptedSeries: "count,after[,exposure] (after 0: before the measure, 1: after it; or --before)"
        case .newWords: "text,recent (recent 1: of the last weeks, 0: of those before)"
        }
    }

    /// The result as a line of JSON.
    func analyse(_ table: AnalysisTable, _ settings: AnalysisSettings) throws -> String {
        var json = JSONWriter()
        try json.object { json in
            json.member("method", rawValue)
            switch self {
            case .cChart: json.chart(try .counts(table.counts("count"), baseline: settings.base))
            case .uChart: json.chart(try .rates(table.counts("count"), per: table.exposures(), baseline: settings.base))
            case .laneyU: json.chart(try .laneyRates(table.counts("count"), per: table.exposures(), baseline: settings.base))
            case .pChart: json.shares(try ProportionChart(table.counts("count"), of: table.counts("exposure"), baseline: settings.base))
            case .individuals: json.chart(try .individuals(table.values("value"), baseline: settings.base))
            case .gChart: json.chart(try .gaps(table.values("value"), baseline: settings.base))
            case .tChart: json.chart(try .times(table.values("value"), baseline: settings.base))
            case .runs: json.runs(try RunRules(table.values("value")), of: try table.values("value"))
            case .kaplanMeier: try json.survival(table)
            case .spike: try json.spikes(table.counts("count"), exposures: table.has("exposure") ? table.exposures() : nil)
            case .cusum: try json.cusum(table.counts("count"), settings)
            case .benjaminiHochberg: json.adjusted(try FalseDiscovery.adjusted(table.values("p")))
            case .rateRatio: try json.ratios(table)
            case .interruptedSeries: try json.interrupted(table, settings)
            case .newWords: try json.words(table)
            }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
