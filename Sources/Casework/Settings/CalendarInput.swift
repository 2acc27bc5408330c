package import Complaints
import Foundation

/// What an administrator fills in about office hours and days off, as it was typed.
package struct CalendarInput: Hashable, Sendable {
    package var zone: String
    /// ISO numbers of the days that are worked; others are ignored.
    package var weekdays: Set<Int>
    package var opens, closes: String
    package var goodFridayIsFree, liberationDayIsFree, lateArrivalsCountFromNextWorkingDay: Bool
    /// A day and its name on each line: `24-12-2026 Kerstsluiting`.
    package var closingDays: String

    package init(
        zone: String, weekdays: Set<Int>, opens: String, closes: String, goodFridayIsFree: Bool, liberationDayIsFree: Bool,
        lateArrivalsCountFromNextWorkingDay: Bool, closingDays: String
    ) {
        self.zone = zone
        self.weekdays = weekdays
        self.opens = opens
        self.closes = closes
        self.goodFridayIsFree = goodFridayIsFree
        self.liberationDayIsFree = liberationDayIsFree
        self.lateArrivalsCountFromNextWorkingDay = lateArrivalsCountFromNextWorkingDay
        self.closingDays = closingDays
    }

    /// The same, refused when it leaves nobody at work for a year from this moment on.
    package func checked(at now: Instant) throws(SettingsRefusal) -> OfficeCalendar {
        let calendar = try checked()
        if calendar.isAlwaysClosed(from: calendar.zone.moment(at: now).day) { throw .invalid([FieldProblem("closingDays", .notSuitable)]) }
        return calendar
    }

    /// The calendar that this describes. Throws `SettingsRefusal.invalid` with every field that is wrong: `zone`, `weekdays`, `opens`,
    /// `closes`, `closingDays` or `closingDays.N` for its N-th line.
    package func checked() throws(SettingsRefusal) -> OfficeCalendar {
        var check = FieldCheck()
        let zone = check.value(zone, at: "zone", or: .unknown, required: true) { name in
            TimeZone.knownTimeZoneIdentifiers.contains(name) || name == "UTC" ? OfficeZone.system(name) : nil
        }
        let opens = check.value(opens, at: "opens", required: true, reading: TimeOfDay.init(typed:))
        let closes = check.value(closes, at: "closes", required: true, reading: TimeOfDay.init(typed:))
        if let opens, let closes, opens >= closes { check.note(.tooEarly, at: "closes") }
        let weekdays = Set(weekdays.compactMap { Weekday(rawValue: $0) })
        if weekdays.isEmpty { check.note(.missing, at: "weekdays") }
        let days = ClosingDayList.days(in: closingDays, &check)
        guard let zone, let opens, let closes, check.problems.isEmpty else { throw .invalid(check.problems) }
        do {
            return try OfficeCalendar(
                version: 0, zone: zone, workingWeekdays: weekdays, opens: opens, closes: closes, goodFridayIsFree: goodFridayIsFree,
                liberationDayIsFree: liberationDayIsFree, closingDays: days,
                lateArrivalsCountFromNextWorkingDay: lateArrivalsCountFromNextWorkingDay)
        } catch {
            throw .invalid([FieldProblem(error == .noWorkingWeekday ? "weekdays" : "closes", .missing)])
        }
    }
}

/// The office's own closing days as lines of text.
package enum ClosingDayList {
    private static let mostDays = 400
    private static let longestName = 60

    package static func text(of days: [ClosingDay]) -> String {
        days.map { "\(DateWords.short($0.day)) \($0.name)" }.joined(separator: "\n")
    }

    static func days(in text: String, _ check: inout FieldCheck) -> [ClosingDay] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().filter { !String($0.element).isBlank }
        if lines.count > mostDays { check.note(.tooMany(limit: mostDays), at: "closingDays") }
        return lines.prefix(mostDays).compactMap { index, line in
            guard let day = day(on: String(line).trimmed) else {
                check.note(.malformed, at: "closingDays.\(index + 1)")
                return nil
            }
            return day
        }
    }

    /// The day must stand there whole: a day without its year would be guessed.
    private static func day(on line: String) -> ClosingDay? {
        let parts = line.split(maxSplits: 1) { $0 == " " || $0 == "\t" }
        guard let date = parts.first, date.utf8.count >= 6, date.utf8.count(where: { !(0x30...0x39).contains($0) }) == 2,
            let day = try? Day(typed: date, today: Day(number: 20_000))
        else { return nil }
        let name = parts.count > 1 ? String(parts[1]).trimmed : ""
        guard name.unicodeScalars.count <= longestName else { return nil }
        return ClosingDay(day, name.isEmpty ? "gesloten" : name)
    }
}

extension TimeOfDay {
    /// `14:05`, `14.05`, `9`; nil for what is no time of day.
    fileprivate init?(typed text: String) {
        let parts = text.utf8.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        let numbers = parts.compactMap { $0.count <= 2 ? Int(Substring($0)) : nil }
        guard numbers.count == parts.count, (1...2).contains(numbers.count), let hour = numbers.first, (0...23).contains(hour) else {
            return nil
        }
        let minute = numbers.count == 2 ? numbers[1] : 0
        guard (0...59).contains(minute), text.utf8.allSatisfy({ $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "+") }) else { return nil }
        self.init(hour, minute)
    }
}
