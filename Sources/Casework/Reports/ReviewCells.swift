import Analysis
import Complaints
import Exports
import Records

/// Numbers of the review as cells, each with the list of the complaints that it counts.
struct ReviewCells {
    let words: InsightWords
    let address: @Sendable (ReviewList) -> String?

    func count(_ number: Int, _ list: ReviewList) -> ReportCell { ReportCell("\(number)", to: address(list)) }

    /// "19/23 (83%)"
    func share(_ part: Int, _ whole: Int, _ share: (part: CaseCourse, whole: CaseCourse), _ days: DayRange) -> ReportCell {
        let percent = whole >= ProportionChart.fewest ? " (\(words.percent(part, whole)))" : ""
        return count(part, .course(share.part, days)) + ReportCell("/") + count(whole, .course(share.whole, days)) + ReportCell(percent)
    }

    /// The amount of a series in a period.
    func amount(_ chart: CaseChart, _ place: Int) -> ReportCell {
        let (days, part, value) = (chart.periods[place].days, chart.parts[place], chart.points[place].value)
        if let share = chart.subject.share { return self.share(part, chart.wholes[place], share, days) }
        switch chart.subject {
        case .late: return count(part, .course(.termBroken, days))
        case .rate, .handling:
            let amount = value.map { chart.subject == .rate ? words.decimal($0) : words.days($0) } ?? "–"
            return ReportCell("\(amount) (") + count(part, .received(days)) + ReportCell(")")
        default: return count(part, .received(days))
        }
    }
}
