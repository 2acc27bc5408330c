import Complaints

/// A day, or a moment, as a file tells it.
enum ImportedTime: Hashable {
    case day(Day)
    case instant(Instant)
}

/// Why a text is no time.
enum TimeProblem: Error, Hashable {
    case notATime
    case noSuchDay
    case noSuchTime
    case shortYear
    /// The hour that comes twice, or not at all, when the clock changes.
    case clockChange

    var reason: RowReason {
        switch self {
        case .notATime:
            RowReason("dit is geen datum in een vorm die de kaart toestaat", "this is no date in a form that the map allows")
        case .noSuchDay: RowReason("die dag bestaat niet", "there is no such day")
        case .noSuchTime: RowReason("die tijd bestaat niet", "there is no such time")
        case .shortYear: RowReason("het jaar heeft vier cijfers nodig", "the year needs four digits")
        case .clockChange:
            RowReason(
                "de klok werd in dat uur verzet: welk moment het was, is niet te zeggen",
                "the clock changed in that hour: which moment it was can't be told")
        }
    }
}

/// Reads dates and times as people and programs write them, by the formats that the map allows; never a guess.
struct TimeReader {
    let formats: Set<DateFormat>
    /// The clock that times without an offset were read from.
    let zone: OfficeZone

    func read(_ text: String) throws(TimeProblem) -> ImportedTime {
        let bytes = Array(text.utf8)
        guard bytes.count <= 60 else { throw .notATime }
        if let epoch = try epoch(bytes) { return .instant(epoch) }
        let parts = TimeParts(bytes)
        guard let day = try day(of: parts.words) else { throw .notATime }
        guard let clock = parts.clock else {
            if parts.offset != nil { throw .notATime }
            return .day(day)
        }
        let time = try TimeParts.time(clock, afternoon: parts.isAfternoon)
        return .instant(try instant(of: CivilTime(day, time), offset: parts.offset))
    }

    /// Digits alone, when the map says that they count from 1970.
    private func epoch(_ bytes: [UInt8]) throws(TimeProblem) -> Instant? {
        guard bytes.count >= 5, bytes.count <= 14, let number = TimeParts.number(bytes[...]) else { return nil }
        if formats.contains(.epoch) { return Instant(milliseconds: Int64(number) * 1000) }
        return formats.contains(.epochMilliseconds) ? Instant(milliseconds: Int64(number)) : nil
    }

    private func instant(of civil: CivilTime, offset: Int?) throws(TimeProblem) -> Instant {
        if let offset {
            return Instant(milliseconds: (Int64(civil.day.number) * 86_400 + Int64(civil.time.seconds) - Int64(offset)) * 1000)
        }
        let instant = zone.instant(of: civil)
        guard zone.moment(at: instant).civil == civil, zone.moment(at: instant.adding(seconds: 3600)).civil != civil else {
            throw .clockChange
        }
        return instant
    }

    private func day(of words: [[UInt8]]) throws(TimeProblem) -> Day? {
        if words.count == 1, let only = words.first { return try numericDay(only) }
        return try namedDay(words)
    }

    /// `2024-12-31`, `31/12/2024`.
    private func numericDay(_ word: [UInt8]) throws(TimeProblem) -> Day? {
        let pieces = word.split(omittingEmptySubsequences: false) { [0x2D, 0x2E, 0x2F].contains($0) }
        let numbers = pieces.compactMap { $0.count <= 4 ? TimeParts.number($0) : nil }
        guard pieces.count == 3, numbers.count == 3 else { return nil }
        let widths = pieces.map(\.count)
        if widths[0] == 4 {
            guard formats.contains(.iso), widths[1] <= 2, widths[2] <= 2 else { return nil }
            return try day(numbers[0], numbers[1], numbers[2])
        }
        guard widths[0] <= 2, widths[1] <= 2 else { return nil }
        guard formats.contains(.dayFirst) || formats.contains(.monthFirst) else { return nil }
        guard widths[2] == 4 else { throw .shortYear }
        return formats.contains(.dayFirst) ? try day(numbers[2], numbers[1], numbers[0]) : try day(numbers[2], numbers[0], numbers[1])
    }

    /// `31 dec 2024`, `Tue Dec 31 2024`: a month by its name leaves no doubt, whatever the order.
    private func namedDay(_ words: [[UInt8]]) throws(TimeProblem) -> Day? {
        guard formats.contains(.dayFirst) || formats.contains(.monthFirst) else { return nil }
        let texts = words.map { String(decoding: $0, as: UTF8.self) }
        let numbers = zip(words, texts).filter { TimeParts.number($0.0[...]) != nil }
        let names = texts.filter { text in !numbers.contains { $0.1 == text } }
        guard numbers.count == 2, (1...2).contains(names.count) else { return nil }
        guard let year = numbers.first(where: { $0.0.count == 4 })?.1 else { throw .shortYear }
        guard let number = numbers.first(where: { $0.0.count <= 2 })?.1, let month = names.last else { return nil }
        let weekday = names.count == 2 ? names[0] + " " : ""
        do {
            return try Day(typed: "\(weekday)\(number) \(month) \(year)", today: Day(number: 0))
        } catch {
            throw error == .noSuchDay ? .noSuchDay : .notATime
        }
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) throws(TimeProblem) -> Day {
        guard let day = Day(year: year, month: month, day: day) else { throw .noSuchDay }
        return day
    }
}
