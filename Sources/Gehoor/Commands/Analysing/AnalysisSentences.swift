import Analysis

extension AnalysisRefusal {
    /// What is wrong with the numbers and what to do. `line` gives the beginning of a sentence for a row.
    func sentence(line: (Int) -> String) -> String {
        switch self {
        case .empty: "There is nothing to analyse. Give at least one row."
        case .unequal(let one, let other): "One column has \(one) numbers, another \(other). Give each row all of them."
        case .notFinite(let at): "\(line(at))this is no number that can be computed with. Write digits."
        case .negative(let at): "\(line(at))a number below 0 can't be. Write 0 or more."
        case .tooLarge(let at): "\(line(at))more than a million million can't be counted. Use a larger unit."
        case .countWithoutExposure(let at): "\(line(at))something was counted where the exposure is 0 or not known. Fill in the exposure."
        case .moreThanAll(let at): "\(line(at))the count is larger than the exposure that it is a part of. Correct one of them."
        case .noProbability(let at): "\(line(at))a p-value lies between 0 and 1. Correct it."
        case .emptyBaseline:
            "There is no row that limits could come from: each has an exposure of 0, or too few come before the last. Give more rows."
        case .nothingToCompare: "There is one group, and nothing to compare it with. Give two or more, or leave the column out."
        case .undetermined:
            "These numbers don't tell apart what is asked: there are too few on one side, or none that changed. Give more rows."
        case .setting(let name): "The setting “\(name)” makes no sense here."
        }
    }
}

extension Caution {
    /// For the notes of a result.
    var note: String {
        switch self {
        case .tooFew(let subject, let have, let need): "Too few to show: \(have) \(subject.words), needed are \(need)."
        case .provisional(let subject, let have, let until): "Provisional: \(have) \(subject.words), until there are \(until)."
        case .smallNumbers(let at): "Rows with fewer than 5, to show as counts without a percentage: \(Self.list(at))."
        case .withoutExposure(let at): "Rows without exposure, which have no rate and count for nothing: \(Self.list(at))."
        case .allZero: "Nothing happened at all."
        case .noVariation: "Every value is the same: there is no variation to judge by."
        case .overdispersed: "The points vary more than chance alone makes them: these limits are too narrow. Use laney-u."
        case .seldom: "Fewer than one a week: no method finds a doubling quickly here."
        case .notReached(let share):
            "So many are open still that the time by which \(Int((share * 100).rounded())) % are done is not known."
        case .oneSideEmpty: "Nothing on one side of the change: the exact ratio of rates judges, without a trend."
        }
    }

    /// Rows from 1, and not all of very many.
    private static func list(_ rows: [Int]) -> String {
        rows.prefix(20).map { "\($0 + 1)" }.joined(separator: ", ") + (rows.count > 20 ? " and \(rows.count - 20) more" : "")
    }
}

extension Caution.Subject {
    fileprivate var words: String {
        switch self {
        case .pointsBefore: "points before"
        case .pointsAfter: "points after"
        case .points: "points off the median"
        default: rawValue
        }
    }
}
