/// Why a typed date is not understood, each with what to say.
package enum TypedDateProblem: Error, Hashable, Sendable {
    /// Nothing was typed.
    case empty
    /// Not a date: ask for one as in `3-11-2026`, or `gisteren`.
    case notADate
    /// It reads as a date, but there is no such day: 30 February, or a weekday that does not go with the date.
    case noSuchDay
    /// `vorige week`, `vorige maandag`: more days than one. A guess would move a promise, so ask which day it was.
    case whichDay
}

extension Day {
    /// Reads a date as people type it about what has happened, in Dutch or English, whatever the case:
    /// `3-11-2026`, `03/11/26`, `3.11.2026` (the day first, always), `2026-11-03`, `3 november 2026`, `3 nov`, `dinsdag 3 november`,
    /// `vandaag`, `gisteren`, `eergisteren`, `morgen`, and `maandag` (the last one before today).
    ///
    /// Without a year it is this year, or last year when that would be in the future. Two digits of a year are the year nearest to today
    /// that is at most twenty years ahead.
    ///
    /// - Parameter isAhead: it is about what is going to happen: without a year it is the first such day from today on, and `vrijdag` is
    ///   the next one. On a Friday that could be today as well, so it is asked which day.
    package init(typed text: some StringProtocol, today: Day, isAhead: Bool = false) throws(TypedDateProblem) {
        guard let words = TypedWord.words(of: text) else { throw .notADate }
        guard let first = words.first else { throw .empty }
        let rest = words.dropFirst()
        if let day = try Day.named(words, today: today) {
            self = day
        } else if case .name(let name) = first, let weekday = TypedWord.weekdays[name] {
            if isAhead, rest.isEmpty, today.weekday == weekday { throw .whichDay }
            let near = isAhead ? today.last(weekday) + 7 : today.last(weekday)
            self = try rest.isEmpty ? near : Day.dated(rest, today: today, isAhead: isAhead)
            guard self.weekday == weekday else { throw .noSuchDay }
        } else {
            self = try Day.dated(words[...], today: today, isAhead: isAhead)
        }
    }

    /// A day that is named by where it lies from today.
    private static func named(_ words: [TypedWord], today: Day) throws(TypedDateProblem) -> Day? {
        let names = words.compactMap(\.name)
        guard names.count == words.count else { return nil }
        switch (names.first, names.dropFirst().first, names.count) {
        case ("vandaag", _, 1), ("today", _, 1): return today
        case ("gisteren", _, 1), ("yesterday", _, 1): return today.previous
        case ("eergisteren", _, 1): return today - 2
        case ("morgen", _, 1), ("tomorrow", _, 1): return today.next
        case ("overmorgen", _, 1): return today + 2
        case ("afgelopen", let weekday?, 2), ("laatste", let weekday?, 2):
            guard let weekday = TypedWord.weekdays[weekday] else { throw TypedDateProblem.span(names) }
            return today.last(weekday)
        case (let first?, _, 2) where TypedWord.relative.contains(first): throw TypedDateProblem.span(names)
        case (let only?, _, 1) where TypedWord.spans.contains(only): throw .whichDay
        default: return nil
        }
    }

    /// A date of numbers and perhaps the name of a month.
    private static func dated(_ words: ArraySlice<TypedWord>, today: Day, isAhead: Bool) throws(TypedDateProblem) -> Day {
        let parts = Array(words)
        let day: Day?
        switch parts.count {
        case 2:
            guard let month = parts[1].month, let number = parts[0].dayOfMonth else { throw .notADate }
            day =
                isAhead
                ? first(month: month, day: number, notBefore: today) : latest(month: month, day: number, notAfter: today)
        case 3 where parts[0].digits == 4:
            guard let year = parts[0].number, let month = parts[1].month, let number = parts[2].dayOfMonth else { throw .notADate }
            day = Day(year: year, month: month, day: number)
        case 3:
            guard let number = parts[0].dayOfMonth, let month = parts[1].month, let year = parts[2].year(near: today) else {
                throw .notADate
            }
            day = Day(year: year, month: month, day: number)
        default: throw .notADate
        }
        guard let day else { throw .noSuchDay }
        return day
    }

    private static func latest(month: Int, day: Int, notAfter today: Day) -> Day? {
        [today.year, today.year - 1].lazy.compactMap { Day(year: $0, month: month, day: day) }.first { $0 <= today }
    }

    private static func first(month: Int, day: Int, notBefore today: Day) -> Day? {
        [today.year, today.year + 1].lazy.compactMap { Day(year: $0, month: month, day: day) }.first { $0 >= today }
    }

    /// The last such day of the week before this day; a week ago when this day is one.
    private func last(_ weekday: Weekday) -> Day {
        let back = (self.weekday.rawValue - weekday.rawValue + 7) % 7
        return self - (back == 0 ? 7 : back)
    }
}

extension TypedDateProblem {
    /// What is wrong with "vorige …": a known stretch of days needs a day, anything else is no date.
    fileprivate static func span(_ names: [String]) -> TypedDateProblem {
        names.dropFirst().allSatisfy { TypedWord.spans.contains($0) || TypedWord.weekdays[$0] != nil } ? .whichDay : .notADate
    }
}
