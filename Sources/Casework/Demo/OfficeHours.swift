import Complaints

/// Walks through the time in which an office works.
struct OfficeHours: Sendable {
    let calendar: OfficeCalendar
    private let first: Day
    private let works: [Bool]

    /// Knows the days from `first` through `last`; outside them every weekday is worked.
    init(_ calendar: OfficeCalendar, from first: Day, through last: Day) {
        self.calendar = calendar
        self.first = first
        works = (first.number...max(first.number, last.number)).map { calendar.isWorkingDay(Day(number: $0)) }
    }

    func isWorked(_ day: Day) -> Bool {
        let index = day.number - first.number
        return works.indices.contains(index) ? works[index] : calendar.workingWeekdays.contains(day.weekday)
    }

    func moment(_ day: Day, _ time: TimeOfDay) -> Moment { calendar.zone.moment(of: CivilTime(day, time)) }

    /// This moment when somebody works at it, else the next opening.
    func opening(from moment: Moment) -> Moment {
        if isWorked(moment.day), moment.time >= calendar.opens, moment.time < calendar.closes { return moment }
        var day = moment.day
        if !isWorked(day) || moment.time >= calendar.closes { day = nextWorked(after: day) }
        return self.moment(day, calendar.opens)
    }

    /// The moment so many hours of work later.
    func after(_ hours: Double, from start: Moment) -> Moment {
        var moment = opening(from: start)
        var seconds = Int(max(0, hours) * 3600)
        while seconds > calendar.closes.seconds - moment.time.seconds {
            seconds -= max(0, calendar.closes.seconds - moment.time.seconds)
            moment = self.moment(nextWorked(after: moment.day), calendar.opens)
        }
        return self.moment(moment.day, TimeOfDay(seconds: min(moment.time.seconds + seconds, calendar.closes.seconds - 1)))
    }

    private func nextWorked(after day: Day) -> Day {
        var next = day.next
        while !isWorked(next) { next = next.next }
        return next
    }
}
