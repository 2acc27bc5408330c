package import Analysis
package import Complaints
package import Records

/// How work flows: how rare what is serious is, what lies open by age, whether work piles up, when complaints come in.
package struct FlowReading: Sendable {
    /// What is open, of an age, and on which days that was received.
    package struct Band: Hashable, Sendable {
        package let from: Int
        package let through: Int?
        package let days: DayRange
        package let count: Int
    }

    /// Serious complaints one after another.
    package struct Rare: Sendable {
        package let isCriticalOnly: Bool
        /// When each came, but for the first; and how many days after the one before it.
        package let days: [Day]
        package let chart: ControlChart
    }

    /// Weeks that are looked at for what comes in and stays.
    package static let weeks = 13
    /// More of them are no rare events.
    private static let mostEvents = 60

    package let rare: Rare?
    package let backlog: [Band]
    /// Whether anything came in in the weeks that are looked at.
    package let hasArrivals: Bool
    /// Nil where nothing came in, or nothing of it has left: how long it stays is not known then.
    package let balance: LittlesLaw?
    package let times: WeekTable

    package init(_ cases: [CountedCase], now: Moment, on calendar: OfficeCalendar) {
        let zone = calendar.zone
        rare = Self.rare(cases, zone)
        backlog = Self.backlog(cases, now.day, calendar)
        let days = DayRange(first: now.day - 7 * Self.weeks, last: now.day.previous)
        let span = days.span(in: zone)
        let recent = cases.filter { span.contains($0.receivedAt) }
        (hasArrivals, balance) = (!recent.isEmpty, Self.balance(cases, recent.count, days, zone))
        times = WeekTable(
            recent.map { one in
                let moment = zone.moment(at: one.receivedAt)
                return (weekday: moment.day.weekday.rawValue - 1, hour: moment.time.seconds / 3600)
            })
    }

    // MARK: Rare but serious

    private static func rare(_ cases: [CountedCase], _ zone: OfficeZone) -> Rare? {
        let serious = cases.filter { $0.severity != .normal }
        let critical = serious.filter { $0.severity == .critical }
        let isCriticalOnly = critical.count >= ControlChart.fewestEvents
        let events = (isCriticalOnly ? critical : serious).map(\.receivedAt).sorted { $0.milliseconds < $1.milliseconds }.suffix(mostEvents)
        let gaps = zip(events, events.dropFirst()).map { Double($1.milliseconds - $0.milliseconds) / 86_400_000 }
        guard let chart = try? ControlChart.times(gaps), chart.isFit else { return nil }
        return Rare(isCriticalOnly: isCriticalOnly, days: events.dropFirst().map { zone.moment(at: $0).day }, chart: chart)
    }

    // MARK: What is open

    private static func backlog(_ cases: [CountedCase], _ today: Day, _ calendar: OfficeCalendar) -> [Band] {
        let open = cases.filter(\.phase.isOpen)
        let starts = Backlog.workingDays
        guard let first = open.lazy.map(\.receivedAt).min().map({ calendar.zone.moment(at: $0).day }) else { return [] }
        // The days on which what is of an age now was received: from today back.
        var ranges: [DayRange?] = starts.map { _ in nil }
        var (day, age) = (today, 0)
        while day >= first {
            let band = starts.lastIndex { $0 <= age } ?? 0
            ranges[band] = DayRange(first: day, last: ranges[band]?.last ?? day)
            if calendar.isWorkingDay(day) { age += 1 }
            day = day.previous
        }
        return starts.indices.compactMap { band in
            guard let days = ranges[band] else { return nil }
            let span = days.span(in: calendar.zone)
            return Band(
                from: starts[band], through: band + 1 < starts.count ? starts[band + 1] - 1 : nil, days: days,
                count: open.count { span.contains($0.receivedAt) })
        }
    }

    // MARK: Whether work piles up

    /// What was open at the end of each day, on average, against what came in times how long it stayed.
    private static func balance(_ cases: [CountedCase], _ arrivals: Int, _ days: DayRange, _ zone: OfficeZone) -> LittlesLaw? {
        let ends = (0..<days.count).map { DayRange.midnight(days.first + $0 + 1, zone).milliseconds }
        guard let first = ends.first, let last = ends.last, arrivals > 0 else { return nil }
        var changes = Array(repeating: 0, count: ends.count + 1)
        var (stays, left) = (0.0, 0)
        for one in cases {
            let (start, end) = (one.receivedAt.milliseconds, (one.figures.firstResolvedAt ?? one.figures.leftAt)?.milliseconds ?? .max)
            if start >= last || end < first { continue }
            if end <= last {
                stays += Double(end - start) / 86_400_000
                left += 1
            }
            let place = { (moment: Int64) in moment < first ? 0 : Int((moment - first) / 86_400_000) + 1 }
            changes[min(ends.count, place(start))] += 1
            if end <= last { changes[min(ends.count, place(end))] -= 1 }
        }
        var (open, sum) = (0, 0)
        for change in changes.prefix(ends.count) {
            open += change
            sum += open
        }
        guard left > 0 else { return nil }
        return try? LittlesLaw(
            open: Double(max(0, sum)) / Double(ends.count), arrivals: arrivals, days: Double(days.count), daysInHouse: stays / Double(left))
    }
}

/// Teams side by side: of the promises of a solution that fell due, how many each kept, against what chance allows for its size.
package struct TeamFunnel: Sendable {
    package struct Team: Hashable, Sendable {
        package let name: String
        package let kept: Int
        package let due: Int
        package let limits: ClosedRange<Double>?
        package let isOutside: Bool
    }

    package let teams: [Team]
    package let centre: Double?

    /// - Parameter names: the team of whoever handles it.
    package init(_ cases: [CountedCase], over days: DayRange, names: [StaffID: String], at now: Instant, zone: OfficeZone) {
        let span = days.span(in: zone)
        var found: [String: (kept: Int, due: Int)] = [:]
        for one in cases {
            guard let handler = one.handler, let name = names[handler], !name.isEmpty else { continue }
            if let at = CaseCourse.termDue.moment(in: one.figures, at: now), span.contains(at) { found[name, default: (0, 0)].due += 1 }
            if let at = CaseCourse.termKept.moment(in: one.figures, at: now), span.contains(at) { found[name, default: (0, 0)].kept += 1 }
        }
        // By name: this is no league table.
        let names = found.keys.sorted()
        let funnel = try? Funnel(kept: names.map { found[$0]?.kept ?? 0 }, of: names.map { found[$0]?.due ?? 0 })
        centre = funnel?.centre
        teams = names.enumerated().map { place, name in
            let (kept, due) = found[name] ?? (0, 0)
            let point = funnel?.points[place]
            let isShown = due >= ProportionChart.fewest
            return Team(
                name: name, kept: kept, due: due, limits: isShown ? point?.limits?.outer : nil,
                isOutside: isShown && point?.isSignal ?? false)
        }
    }
}
