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
        let read = TypedDays(typed, fields: (Self.firstField, Self.lastField), today: today) { first, last in
            let last = last ?? today
            return DayRange(first: first ?? CalendarMonth(of: last).days.first, last: last)
        }
        let range = read.range
        problems = read.problems
        kind = range == nil ? Kind(rawValue: query[Self.kindField]) ?? .month : nil
        days = range ?? Self.days(of: kind ?? .month, today: today)
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
