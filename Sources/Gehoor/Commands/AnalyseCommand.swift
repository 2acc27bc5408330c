import Analysis
import ArgumentParser

/// `gehoor analyse`
struct AnalyseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyse", abstract: "Puts numbers of yours through the statistics that the pages use, and prints the result as JSON.",
        discussion: """
            The file has a header row; columns may be in any order, and others are left alone. Without --baseline, limits come from all rows.
            Methods and their columns:

            \(AnalysisMethod.allCases.map { "  \($0.rawValue): \($0.columns)" }.joined(separator: "\n"))

            What there is too little for is computed all the same, and said under "notes". No data folder is needed.
            """)

    @Argument(help: ArgumentHelp("One of the methods below.", valueName: "method"))
    var method: AnalysisMethod

    @Argument(help: ArgumentHelp("The CSV file; - for standard input.", valueName: "file"), completion: .file())
    var file: String

    @OptionGroup var settings: AnalysisSettings

    func run() throws {
        let table = try AnalysisTable(file)
        do {
            let answer = try method.analyse(table, settings)
            Output.data(answer)
        } catch let refusal as AnalysisRefusal {
            throw CommandFault(.badInput, table.sentence(for: refusal))
        }
    }
}

/// What a method may be told besides its numbers.
struct AnalysisSettings: ParsableArguments {
    @Option(help: "Limits come from so many rows, the first ones; for cusum the mean does.")
    var baseline: Int?

    @Option(help: "For cusum: the mean while nothing changed, instead of that of the rows.")
    var mean: Double?

    @Option(help: "For cusum: the reference k, with --limit; by default worked out for a doubling.")
    var reference: Double?

    @Option(help: "For cusum: the limit h; by default the least with 500 rows to a false alarm.")
    var limit: Double?

    @Option(help: "For interrupted-series: so many rows before the measure, instead of the column “after”.")
    var before: Int?

    @Option(help: "For interrupted-series: so many rows after the measure until it can work.")
    var lag = 0

    @Option(help: "For interrupted-series: the factor that was hoped for.")
    var expected = Verdict.usualHope

    /// The rows that limits come from.
    var base: Range<Int>? { baseline.map { 0..<max(0, $0) } }

    func validate() throws {
        if let baseline, baseline < 1 { throw ValidationError("--baseline must be at least 1.") }
        if let before, before < 1 { throw ValidationError("--before must be at least 1.") }
        if lag < 0 { throw ValidationError("--lag can't be below 0.") }
        if !(expected > 0 && expected < 1) { throw ValidationError("--expected is a factor between 0 and 1: 0.7 for three in ten fewer.") }
        if let mean, !(mean > 0 && mean <= Drift.mostPerWeek) { throw ValidationError("--mean must be above 0, and at most 10000.") }
        if (reference == nil) != (limit == nil) { throw ValidationError("Give --reference and --limit together.") }
        for value in [reference, limit] where value.map({ !($0 >= 0 && $0 <= 1000) }) ?? false {
            throw ValidationError("--reference and --limit must be between 0 and 1000.")
        }
    }
}
