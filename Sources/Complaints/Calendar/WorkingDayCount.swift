/// A number of working days after a receipt, worked out so that the result can explain itself day by day.
///
/// The day of receipt (the civil day in the office's zone) never counts, whatever the hour; due is the closing time of the n-th working day
/// after it. Where the office has chosen so, what comes in at or after closing, or on a day off, counts as received on the next working
/// day, and that day is then the one that does not count. The promise "binnen 2 werkdagen" of the procedure is such a count; a member of
/// staff's own day off never moves it.
package struct WorkingDayCount: Hashable, Sendable {
    /// One calendar day of the walk, from the day of receipt through the day on which it is due.
    package struct Step: Hashable, Sendable {
        package let day: Day
        package let meaning: Meaning

        package init(day: Day, meaning: Meaning) {
            self.day = day
            self.meaning = meaning
        }
    }

    package enum Meaning: Hashable, Sendable {
        /// The day of receipt; not counted.
        case received
        /// The working day on which a late receipt counts as received; not counted.
        case shifted(Lateness)
        /// The working day with this number, from 1.
        case counted(Int)
        /// A day off; not counted.
        case skipped(DayOff)
        /// A working day on which the clock stood still; not counted.
        case paused
    }

    /// Why a receipt counts as received on the next working day.
    package enum Lateness: Hashable, Sendable {
        case afterClosing
        case dayOff(DayOff)
    }

    /// How many working days a promise may take. Above a thousand (four years) a setting is a slip of the pen.
    package static let allowed = 1...1000

    package let start: Moment
    /// The day of receipt, or the one it was shifted to: the count begins after it.
    package let countedFrom: Day
    package let due: CivilTime
    package let steps: [Step]

    /// Counts `days` working days after a receipt; nil when `days` is not `allowed`.
    package init?(_ days: Int, after start: Moment, in calendar: OfficeCalendar, pauses: [PausedDays] = []) {
        guard WorkingDayCount.allowed.contains(days) else { return nil }
        var steps = WorkingDayCount.receipt(start, in: calendar)
        let countedFrom = steps.last?.day ?? start.day
        var day = countedFrom
        var counted = 0
        while counted < days {
            day = day.next
            if let reason = calendar.reasonOff(day) {
                steps.append(Step(day: day, meaning: .skipped(reason)))
            } else if pauses.contains(where: { $0.contains(day) }) {
                steps.append(Step(day: day, meaning: .paused))
            } else {
                counted += 1
                steps.append(Step(day: day, meaning: .counted(counted)))
            }
        }
        self.start = start
        self.countedFrom = countedFrom
        self.due = CivilTime(day, calendar.closes)
        self.steps = steps
    }

    /// The day of receipt and, when it is shifted, the days through the one it is shifted to.
    private static func receipt(_ start: Moment, in calendar: OfficeCalendar) -> [Step] {
        var steps = [Step(day: start.day, meaning: .received)]
        guard calendar.lateArrivalsCountFromNextWorkingDay, let lateness = lateness(of: start, in: calendar) else { return steps }
        var day = start.day.next
        while let reason = calendar.reasonOff(day) {
            steps.append(Step(day: day, meaning: .skipped(reason)))
            day = day.next
        }
        steps.append(Step(day: day, meaning: .shifted(lateness)))
        return steps
    }

    private static func lateness(of start: Moment, in calendar: OfficeCalendar) -> Lateness? {
        if let reason = calendar.reasonOff(start.day) { return .dayOff(reason) }
        return start.time >= calendar.closes ? .afterClosing : nil
    }
}

extension OfficeCalendar {
    /// How many working days one day lies after another, the first not counted: 1 is "nog 1 werkdag", 0 is "vandaag" (or no working day
    /// between them), -2 is "2 werkdagen te laat".
    package func signedWorkingDays(from: Day, to: Day) -> Int {
        from <= to ? workingDays(from: from.next, through: to) : -workingDays(from: to.next, through: from)
    }
}
