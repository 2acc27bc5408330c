/// A term worked out so that the result can explain itself: from which moment, over which days, to which moment.
///
/// While a clock stands still, days do not count: those after the day on which the pause began, through the day on which it ended. A clock
/// of hours stands still to the second.
package struct TermCount: Hashable, Sendable {
    /// The rule with what was added to it.
    package let rule: DeadlineRule
    package let start: Moment
    package let due: CivilTime
    /// To the second; a civil time alone could be two instants.
    package let dueAt: Instant
    /// Each day of the walk for working days; for other terms the day of receipt, the end of the term and the days it rolled over.
    package let steps: [WorkingDayCount.Step]
    /// How many calendar days (or, for hours, seconds) were added for pauses.
    package let paused: Int

    /// Nil for a number that no term may take. A pause that has not ended counts to where it began.
    init?(_ rule: DeadlineRule, from start: Moment, on calendar: OfficeCalendar, pauses: [PausedTime]) {
        guard rule.allowed.contains(rule.amount) else { return nil }
        let zone = calendar.zone
        let days = pauses.compactMap { PausedDays($0, in: zone) }
        self.rule = rule
        self.start = start
        switch rule {
        case .workingDays(let number):
            guard let count = WorkingDayCount(number, after: start, in: calendar, pauses: days) else { return nil }
            (due, steps) = (count.due, count.steps)
            dueAt = zone.instant(of: due)
            paused = count.steps.count { $0.meaning == .paused }
        case .days(let number):
            let end = DayTerm(number, after: start.day, pauses: days, rollsOver: false)
            (due, steps, paused) = (end.due, end.steps, end.paused)
            dueAt = zone.instant(of: due)
        case .weeks(let number):
            let end = DayTerm(number * 7, after: start.day, pauses: days, rollsOver: rule.rollsOver)
            (due, steps, paused) = (end.due, end.steps, end.paused)
            dueAt = zone.instant(of: due)
        case .hours(let number):
            let still = pauses.compactMap { pause in pause.until.map { max(0, $0.seconds(since: max(pause.from, start.instant))) } }
            paused = still.reduce(0, +)
            dueAt = start.instant.adding(seconds: number * 3600 + paused)
            due = zone.moment(at: dueAt).civil
            steps = [.init(day: start.day, meaning: .received), .init(day: due.day, meaning: .counted(number))]
        case .on(let day):
            due = CivilTime(day, calendar.closes)
            dueAt = zone.instant(of: due)
            (steps, paused) = ([.init(day: start.day, meaning: .received), .init(day: day, meaning: .counted(1))], 0)
        }
    }
}

/// The days on which a clock stands still, both counted.
package struct PausedDays: Hashable, Sendable {
    package let first: Day
    package let last: Day

    /// Nil where no day falls between beginning and end.
    package init?(first: Day, last: Day) {
        guard first <= last else { return nil }
        (self.first, self.last) = (first, last)
    }

    /// From the day after the one on which it began, through the one on which it ended.
    init?(_ pause: PausedTime, in zone: OfficeZone) {
        guard let until = pause.until else { return nil }
        self.init(first: zone.moment(at: pause.from).day.next, last: zone.moment(at: until).day)
    }

    package func contains(_ day: Day) -> Bool { first <= day && day <= last }
}

/// A term of calendar days. It ends when its last day ends.
struct DayTerm {
    private static let endOfDay = TimeOfDay(seconds: 86_399)

    let due: CivilTime
    let steps: [WorkingDayCount.Step]
    let paused: Int

    init(_ days: Int, after start: Day, pauses: [PausedDays], rollsOver: Bool) {
        var day = start
        var (counted, paused) = (0, 0)
        while counted < days {
            day = day.next
            if pauses.contains(where: { $0.contains(day) }) { paused += 1 } else { counted += 1 }
        }
        var steps = [WorkingDayCount.Step(day: start, meaning: .received), .init(day: day, meaning: .counted(days))]
        while rollsOver, let reason = LegalTerms.reasonToMove(day) {
            steps.append(.init(day: day, meaning: .skipped(reason)))
            day = day.next
        }
        due = CivilTime(day, Self.endOfDay)
        self.steps = steps
        self.paused = paused
    }
}
