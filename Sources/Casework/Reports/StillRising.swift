import Analysis
package import Complaints
package import Records

/// Which kinds of complaints rise still at the end of some days though that was found before them. What somebody settled is not among them.
struct StillRising {
    /// Their codes.
    let abouts: [String]

    /// - Parameters:
    ///   - counted: what the reader may see.
    ///   - signals: what was kept, from half a year before the end of the days on; the newest first.
    init(
        _ counted: [CountedCase], _ signals: [KeptSignal], over days: DayRange, house: House, today: Day, memory: DriftMemory
    ) {
        let (end, zone) = (min(days.last, today), house.calendar.zone)
        let before = DayRange.midnight(end.next, zone)
        let weeks = CalendarWeek(of: end).last(SignalsReading.depth)
        let cases = house.natures.joined(counted.filter { $0.receivedAt < before })
        let counts = WeekCounts.of(cases, in: weeks, zone: zone)
        let reading = try? memory.read { try SignalsReading(counts, weeks: weeks, designs: &$0) }
        let until = signals.filter { $0.week <= end }
        abouts = (reading?.signals ?? []).filter { $0.rise != nil }.compactMap(\.about).filter { about in
            guard let found = until.lastRise(of: .nature, about) else { return true }
            return !found.isFound(in: days) && !found.state.isSettled
        }
    }
}

extension [KeptSignal] {
    /// The last time that it was found to rise; what is settled there is told as rising no more. The newest come first.
    package func lastRise(of subject: SignalSubject, _ about: String?) -> KeptSignal? {
        first { $0.kind == .drift && $0.subject == subject && $0.about == about }
    }
}

extension KeptSignal {
    /// Whether it was found on these days: a week that begins in one month and ends in the next is told with the second alone.
    package func isFound(in days: DayRange) -> Bool { days.contains(week + 6) }
}

extension ManagementReview.Facts {
    /// From which day on signals are read for some days: what rose before them may rise still.
    package static func firstSignal(over days: DayRange, today: Day) -> Day {
        min(days.first - 6, min(days.last, today) - SignalOffice.rising)
    }
}
