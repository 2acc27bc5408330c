package import Analysis
package import Complaints
package import Records

/// Whether a measure worked: how many complaints of its kind came in each whole week before it and after it, and what A10 makes of them.
package struct EffectSeries: Hashable, Sendable {
    /// The Mondays of the weeks.
    package let weeks: [Day]
    package let counts: [Int]
    /// How many of these weeks end before the measure can work: the week in which it was carried out, and the lag, are among them.
    package let before: Int
    /// Against what the numbers are held; nil where it is not known of all weeks.
    package let unit: ExposureUnit?
    /// Nil where the numbers tell nothing at all.
    package let result: InterruptedSeries?
    /// The Monday of the week in which the weeks end that are looked at, and of the one that begins next.
    private let thisWeek: Day
    private let nextWeek: Day

    /// A year before the measure shows where things were going.
    package static let mostBefore = 52

    /// - Parameters:
    ///   - receipts: when each complaint was received.
    ///   - first: the day of the first complaint of the house: weeks before it are no weeks without complaints.
    ///   - end: the day with which the weeks end: what comes after it is no part of the judgement, however long it waits. By default today.
    ///   - size: how many customers, orders or tickets there were, where that is known: then rates are compared.
    package init(
        _ check: EffectCheck, doneOn: Day, receipts: [Day], first: Day?, today: Day, through end: Day? = nil,
        size: (unit: ExposureUnit, table: ExposureTable)? = nil
    ) {
        thisWeek = Self.monday(of: min(today, end ?? today))
        nextWeek = Self.monday(of: today) + 7
        let done = Self.monday(of: doneOn)
        let house = first.map { Self.monday(of: $0 + 6) } ?? done
        let begin = max(done - 7 * (Self.mostBefore - 1), house)
        let count = max(0, (thisWeek.number - begin.number) / 7)
        let weeks = (0..<count).map { begin + 7 * $0 }
        var counts = Array(repeating: 0, count: count)
        for day in receipts {
            let place = (Self.monday(of: day).number - begin.number) / 7
            if day >= begin, counts.indices.contains(place) { counts[place] += 1 }
        }
        let until = min(count, max(0, (done.number - begin.number) / 7 + 1))
        before = min(count, until + check.lag)
        let exposures = size?.table.weekly(from: weeks)
        unit = exposures == nil ? nil : size?.unit
        result = try? InterruptedSeries(counts, exposures: exposures, before: until, lag: check.lag, expected: 1 - Double(check.hope) / 100)
        (self.weeks, self.counts) = (weeks, counts)
        (hasBegun, firstAfter) = (count > until + check.lag, done + 7 * (check.lag + 1))
    }

    /// What the method fits to the weeks, where it can.
    package var trend: [Double] { result?.model?.fitted ?? [] }

    private let hasBegun: Bool
    /// The first week in which it can work.
    private let firstAfter: Day

    private static func monday(of day: Day) -> Day { day - (day.weekday.rawValue - 1) }

    /// What is recorded of it.
    package var reading: EffectReading {
        var reading = EffectReading(
            verdict: .tooEarly, weeksBefore: before, weeksAfter: weeks.count - before, complaintsBefore: counts[..<before].reduce(0, +),
            complaintsAfter: counts[before...].reduce(0, +), per: unit?.rawValue)
        guard let result else {
            // Nothing after it yet: as soon as there are as many weeks as the method needs.
            if before >= InterruptedSeries.fewestBefore, !hasBegun { reading.sayableOn = firstAfter + 7 * InterruptedSeries.fewestAfter }
            return reading
        }
        (reading.ratio, reading.lower, reading.upper) = (
            Self.thousandths(result.effect.ratio), Self.thousandths(result.effect.lower), Self.thousandths(result.effect.upper)
        )
        switch result.verdict {
        case .works: reading.verdict = .works
        case .worksNot: reading.verdict = .worksNot
        case .tooEarly(let more): reading.sayableOn = more.map { max(thisWeek + 7 * max(1, $0), nextWeek) }
        }
        return reading
    }

    /// Where that is a number one can write down.
    private static func thousandths(_ value: Double) -> Int? { value.isFinite && value < 1e6 ? Int((value * 1000).rounded()) : nil }
}

extension Snapshot {
    /// The series of a measure that was carried out; nil before.
    package func effect(of measure: Measure, on calendar: OfficeCalendar, natures: NatureLists, today: Day) throws -> EffectSeries? {
        guard let done = measure.doneOn else { return nil }
        let zone = calendar.zone
        let from = zone.instant(of: CivilTime(done - 7 * (EffectSeries.mostBefore + 1), TimeOfDay(0)))
        let receipts = try receipts(measure.plan.check, abouts: measure.plan.check.about.map(natures.parts), from: from).map {
            zone.moment(at: $0).day
        }
        let first = try firstReceipt().map { zone.moment(at: $0).day }
        return EffectSeries(
            measure.plan.check, doneOn: done, receipts: receipts, first: first, today: today, through: measure.judgedThrough,
            size: try knownSize())
    }
}
