/// When each step of a procedure's reminders is taken for one promise: when the office opens on a working day, or at once where that is past;
/// never while it is closed.
package struct ReminderTimes: Hashable, Sendable {
    package struct Time: Hashable, Sendable {
        package let step: ReminderStep
        package let at: Instant
    }

    /// In the order of the steps. A step that would come before the promise was made is left out, since the next one comes soon enough; only the
    /// last one before the promise breaks is then taken at once ("ik bel u vandaag").
    package let times: [Time]

    package init(_ steps: [ReminderStep], start: Instant, due: Instant, on calendar: OfficeCalendar) {
        let end = calendar.zone.moment(at: due)
        let last = steps.last { $0.workingDays <= 0 }
        times = steps.compactMap { step in
            let at = calendar.zone.instant(of: CivilTime(Self.day(of: step, end, on: calendar), calendar.opens))
            if at >= start { return Time(step: step, at: at) }
            let open = calendar.firstOpen(from: start)
            return step == last && open < due ? Time(step: step, at: open) : nil
        }
    }

    /// The steps whose time has come.
    package func passed(at now: Instant) -> [Time] { times.filter { $0.at <= now } }
    package func next(after now: Instant) -> Instant? { times.first { $0.at > now }?.at }

    private static func day(of step: ReminderStep, _ due: Moment, on calendar: OfficeCalendar) -> Day {
        if step.workingDays > 0 {
            var day = due.day
            for _ in 0..<step.workingDays { day = calendar.nextWorkingDay(after: day) }
            return day
        }
        // The last opening before it is due, and from there back.
        var day = due.day
        if due.time <= calendar.opens { day = day.previous }
        while !calendar.isWorkingDay(day) { day = day.previous }
        for _ in 0..<(-step.workingDays) { day = calendar.previousWorkingDay(before: day) }
        return day
    }
}

extension OfficeCalendar {
    /// Whether somebody is at work at this moment.
    package func isOpen(at moment: Moment) -> Bool { isWorkingDay(moment.day) && moment.time >= opens && moment.time < closes }

    /// This moment when somebody is at work, else the next opening.
    package func firstOpen(from instant: Instant) -> Instant {
        let moment = zone.moment(at: instant)
        if isOpen(at: moment) { return instant }
        let isBefore = isWorkingDay(moment.day) && moment.time < opens
        return zone.instant(of: CivilTime(isBefore ? moment.day : nextWorkingDay(after: moment.day), opens))
    }
}
