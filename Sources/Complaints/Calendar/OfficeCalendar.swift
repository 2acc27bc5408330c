/// Why nobody works on a day.
package enum DayOff: Hashable, Sendable {
    /// A day of the week on which the office does not work.
    case weekend
    /// A day of the legal list that the office keeps.
    case holiday(Holiday)
    /// A closing day of the office's own.
    case closed(name: String)
}

/// A day on which this office is closed, besides the legal list: a company outing, a bridge day.
package struct ClosingDay: Hashable, Sendable {
    package let day: Day
    package let name: String

    package init(_ day: Day, _ name: String) {
        self.day = day
        self.name = name
    }
}

/// When the office works: what "working day" means in every promise of the company. By default the list of the Algemene termijnenwet,
/// Monday to Friday, 09:00 to 17:00. It is versioned data, so that a promise can be worked out again as it was made.
///
/// There is always a next working day: at least one day of the week is worked, no holiday falls on the same weekday every week, and the
/// closing days are finitely many.
package struct OfficeCalendar: Hashable, Sendable {
    /// Why a calendar cannot be.
    package enum Fault: Error, Hashable, Sendable {
        /// No day of the week is worked: choose at least one.
        case noWorkingWeekday
        /// The office must close later than it opens, on the same day.
        case closesBeforeItOpens
    }

    package let version: Int
    package let zone: OfficeZone
    package let workingWeekdays: Set<Weekday>
    package let opens: TimeOfDay
    /// From this time on the office is closed: 17:00:00 itself is late.
    package let closes: TimeOfDay
    package let goodFridayIsFree: Bool
    /// 5 May, every year (not only once in five).
    package let liberationDayIsFree: Bool
    /// In the order of the calendar, one a day.
    package let closingDays: [ClosingDay]
    /// Whether what comes in at or after closing, or on a day off, counts as received on the next working day. Off, because "within two
    /// working days after receipt" means the day of receipt itself, whatever the hour.
    package let lateArrivalsCountFromNextWorkingDay: Bool

    private let closingNames: [Day: String]

    package static let mondayToFriday: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday]

    /// Of two closing days on one day the first is kept.
    package init(
        version: Int, zone: OfficeZone, workingWeekdays: Set<Weekday> = mondayToFriday,
        opens: TimeOfDay = TimeOfDay(9), closes: TimeOfDay = TimeOfDay(17),
        goodFridayIsFree: Bool = true, liberationDayIsFree: Bool = true,
        closingDays: [ClosingDay] = [], lateArrivalsCountFromNextWorkingDay: Bool = false
    ) throws(Fault) {
        guard !workingWeekdays.isEmpty else { throw .noWorkingWeekday }
        guard opens < closes else { throw .closesBeforeItOpens }
        self.init(
            checked: version, zone, workingWeekdays, opens, closes, goodFridayIsFree, liberationDayIsFree, closingDays,
            lateArrivalsCountFromNextWorkingDay)
    }

    /// The calendar of an office that has set nothing.
    package static func standard(version: Int = 1, zone: OfficeZone, lateArrivalsCountFromNextWorkingDay: Bool = false) -> OfficeCalendar {
        OfficeCalendar(
            checked: version, zone, mondayToFriday, TimeOfDay(9), TimeOfDay(17), true, true, [], lateArrivalsCountFromNextWorkingDay)
    }

    private init(
        checked version: Int, _ zone: OfficeZone, _ workingWeekdays: Set<Weekday>, _ opens: TimeOfDay, _ closes: TimeOfDay,
        _ goodFridayIsFree: Bool, _ liberationDayIsFree: Bool, _ closingDays: [ClosingDay], _ lateArrivals: Bool
    ) {
        let names = Dictionary(closingDays.map { ($0.day, $0.name) }) { first, _ in first }
        self.version = version
        self.zone = zone
        self.workingWeekdays = workingWeekdays
        self.opens = opens
        self.closes = closes
        self.goodFridayIsFree = goodFridayIsFree
        self.liberationDayIsFree = liberationDayIsFree
        self.closingDays = names.map { ClosingDay($0.key, $0.value) }.sorted { $0.day < $1.day }
        self.lateArrivalsCountFromNextWorkingDay = lateArrivals
        self.closingNames = names
    }
}

extension OfficeCalendar {
    /// Why a day is off; nil when it is worked. A holiday is named before the office's own closing day, and that before the weekend:
    /// the reader learns most from the name.
    package func reasonOff(_ day: Day) -> DayOff? {
        if let holiday = LegalHolidays.holiday(on: day), keeps(holiday) { return .holiday(holiday) }
        if let name = closingNames[day] { return .closed(name: name) }
        return workingWeekdays.contains(day.weekday) ? nil : .weekend
    }

    package func isWorkingDay(_ day: Day) -> Bool { reasonOff(day) == nil }

    /// Whether nobody works for a whole year from this day on: then no promise would ever end.
    package func isAlwaysClosed(from day: Day) -> Bool { (0...366).allSatisfy { !isWorkingDay(day + $0) } }

    /// The first working day later than this one.
    package func nextWorkingDay(after day: Day) -> Day {
        var candidate = day.next
        while !isWorkingDay(candidate) { candidate = candidate.next }
        return candidate
    }

    /// The last working day earlier than this one.
    package func previousWorkingDay(before day: Day) -> Day {
        var candidate = day.previous
        while !isWorkingDay(candidate) { candidate = candidate.previous }
        return candidate
    }

    /// The last moment at which somebody is at work, no later than this one: what ends at night or in a weekend must be done by then.
    package func lastOpen(by moment: Moment) -> CivilTime {
        if isWorkingDay(moment.day), moment.time > opens { return CivilTime(moment.day, min(moment.time, closes)) }
        return CivilTime(previousWorkingDay(before: moment.day), closes)
    }

    /// Just past the opening of a working day: what is due before this has to be done on an earlier one.
    package func endOfWork(before day: Day) -> Instant { zone.instant(of: CivilTime(day, opens)).adding(seconds: 1) }

    /// How many working days there are from one day through another, both counted; 0 when the second lies before the first.
    package func workingDays(from first: Day, through last: Day) -> Int {
        guard first <= last else { return 0 }
        return (first.number...last.number).count { isWorkingDay(Day(number: $0)) }
    }

    private func keeps(_ holiday: Holiday) -> Bool {
        switch holiday {
        case .goodFriday: goodFridayIsFree
        case .liberationDay: liberationDayIsFree
        default: true
        }
    }
}
