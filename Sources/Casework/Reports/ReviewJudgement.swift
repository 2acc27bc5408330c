import Complaints
import Records

/// For which whole weeks of some days it is known whether anything stood out: nothing is said of the others.
struct ReviewJudgement {
    private let whole: [CalendarWeek]
    private let unjudged: [CalendarWeek]
    private let unfit: [CalendarWeek]
    private let language: Language

    /// - Parameter since: the day of the first complaint; of the weeks before it there is nothing to judge.
    init(_ days: DayRange, since: Day?, judged: [Day: JudgedWeek], today: Day, language: Language) {
        let periods = since.map { CasePeriod.weeks(from: max(days.first, $0), through: min(days.last, today), today) } ?? []
        // What was found in a week is told with the days in which it ends.
        let weeks = periods.filter { $0.isWhole && $0.days.last <= days.last }.map { CalendarWeek(of: $0.days.first) }
        whole = weeks
        unjudged = weeks.filter { judged[$0.monday] == nil }
        unfit = weeks.filter { judged[$0.monday].map { !$0.isFit } ?? false }
        self.language = language
    }

    private func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        language == .dutch ? dutch() : english()
    }

    func sentence(found: Int) -> String {
        var sentences: [String] = []
        let count = whole.count - unjudged.count - unfit.count
        if count > 0, found == 0 {
            sentences.append(
                unjudged.isEmpty && unfit.isEmpty
                    ? say("In deze tijd is geen signaal gevonden.", "No signal was found in this time.")
                    : say("In de beoordeelde weken is geen signaal gevonden.", "No signal was found in the weeks that were judged."))
        }
        if !unjudged.isEmpty { sentences.append(say("Niet beoordeeld: ", "Not judged: ") + Self.spans(unjudged, language) + ".") }
        if !unfit.isEmpty {
            sentences.append(
                say("Niet te beoordelen, met te weinig weken ervoor: ", "Not to be judged, with too few weeks before: ")
                    + Self.spans(unfit, language) + ".")
        }
        if whole.isEmpty {
            sentences.append(say("Er is geen hele week om te beoordelen.", "There is no whole week to judge."))
        } else if count > 0 {
            sentences.append(
                count == 1
                    ? say("Beoordeeld: 1 hele week.", "Judged: 1 whole week.")
                    : say("Beoordeeld: \(count) hele weken.", "Judged: \(count) whole weeks."))
        }
        return sentences.joined(separator: " ")
    }

    /// "week 3–7 van 2026, week 12 van 2026": weeks one after another as one.
    private static func spans(_ weeks: [CalendarWeek], _ language: Language) -> String {
        var spans: [(first: CalendarWeek, last: CalendarWeek)] = []
        for week in weeks.sorted(by: { $0.monday < $1.monday }) {
            if let last = spans.last, last.last.next == week { spans[spans.count - 1].last = week } else { spans.append((week, week)) }
        }
        func name(_ week: CalendarWeek) -> String {
            "week \(week.number) \(language == .dutch ? "van" : "of") \((week.monday + 3).year)"
        }
        return spans.map { span in
            span.first == span.last
                ? name(span.first) : name(span.first) + (language == .dutch ? " tot en met " : " to ") + name(span.last)
        }.joined(separator: ", ")
    }
}
