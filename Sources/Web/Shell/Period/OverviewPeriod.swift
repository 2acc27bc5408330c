import Casework
import Complaints

/// What the figures of the overview are counted over.
struct OverviewPeriod: Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case month = "maand"
        case lastMonth = "vorige-maand"
        case quarter = "kwartaal"
        case year = "jaar"
    }

    static let (kindField, firstField, lastField) = ("periode", "van", "tot")

    /// Nil when the days were typed.
    let kind: Kind?
    let days: DayRange
    /// What was typed, to be shown again.
    let typed: (first: String, last: String)
    let problems: [FieldProblem]

    /// From the address; this month when it says nothing that can be read.
    init(_ query: QueryFields, today: Day) {
        typed = (query[Self.firstField].trimmed, query[Self.lastField].trimmed)
        let (range, problems) = Self.range(typed, today: today)
        self.problems = problems
        kind = range == nil ? Kind(rawValue: query[Self.kindField]) ?? .month : nil
        days = range ?? Self.days(of: kind ?? .month, today: today)
    }

    private static func range(_ typed: (first: String, last: String), today: Day) -> (DayRange?, [FieldProblem]) {
        if typed.first.isEmpty, typed.last.isEmpty { return (nil, []) }
        var problems: [FieldProblem] = []
        func day(_ text: String, _ field: String, or standard: Day) -> Day {
            if text.isEmpty { return standard }
            if let day = try? Day(typed: text, today: today) { return day }
            problems.append(FieldProblem(field, .malformed))
            return standard
        }
        let last = day(typed.last, lastField, or: today)
        let first = day(typed.first, firstField, or: CalendarMonth(of: last).days.first)
        if problems.isEmpty, first > last { problems.append(FieldProblem(lastField, .tooEarly)) }
        return (problems.isEmpty ? DayRange(first: first, last: last) : nil, problems)
    }

    private static func days(of kind: Kind, today: Day) -> DayRange {
        let month = CalendarMonth(of: today)
        switch kind {
        case .month: return month.days
        case .lastMonth: return month.previous.days
        case .quarter:
            let first = (month.month - 1) / 3 * 3 + 1
            return DayRange(
                first: CalendarMonth(year: month.year, month: first).days.first,
                last: CalendarMonth(year: month.year, month: first + 2).days.last)
        case .year:
            return DayRange(
                first: CalendarMonth(year: month.year, month: 1).days.first, last: CalendarMonth(year: month.year, month: 12).days.last)
        }
    }
}
