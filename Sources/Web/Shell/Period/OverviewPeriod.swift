import Complaints
import Records

/// Days from the first up to and including the last.
struct DayRange: Hashable, Sendable {
    let first: Day
    let last: Day

    func span(in zone: OfficeZone) -> Span {
        Span(from: midnight(first, zone), before: midnight(last.next, zone))
    }

    private func midnight(_ day: Day, _ zone: OfficeZone) -> Instant { zone.instant(of: CivilTime(day, TimeOfDay(seconds: 0))) }
}

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
        let first = day(typed.first, firstField, or: OverviewMonth(of: last).days.first)
        if problems.isEmpty, first > last { problems.append(FieldProblem(lastField, .tooEarly)) }
        return (problems.isEmpty ? DayRange(first: first, last: last) : nil, problems)
    }

    private static func days(of kind: Kind, today: Day) -> DayRange {
        let month = OverviewMonth(of: today)
        switch kind {
        case .month: return month.days
        case .lastMonth: return month.previous.days
        case .quarter:
            let first = (month.month - 1) / 3 * 3 + 1
            return DayRange(
                first: OverviewMonth(year: month.year, month: first).days.first,
                last: OverviewMonth(year: month.year, month: first + 2).days.last)
        case .year:
            return DayRange(
                first: OverviewMonth(year: month.year, month: 1).days.first, last: OverviewMonth(year: month.year, month: 12).days.last)
        }
    }
}

/// A month of the calendar.
struct OverviewMonth: Hashable, Sendable {
    let year: Int
    let month: Int

    init(year: Int, month: Int) { (self.year, self.month) = (year, month) }

    init(of day: Day) { self.init(year: day.civil.year, month: day.civil.month) }

    var previous: OverviewMonth { month == 1 ? OverviewMonth(year: year - 1, month: 12) : OverviewMonth(year: year, month: month - 1) }

    var days: DayRange {
        let first = Day(year: year, month: month, day: 1) ?? Day(number: 0)
        return DayRange(first: first, last: first + (Day.length(ofMonth: month, in: year) - 1))
    }

    /// So many months up to the one that is running, in order.
    static func last(_ count: Int, before today: Day) -> [OverviewMonth] {
        var months = [OverviewMonth(of: today)]
        while months.count < count, let first = months.first { months.insert(first.previous, at: 0) }
        return months
    }
}
