package import Complaints
package import Records

/// What another calendar would do to the promises that are open: to be seen before it is saved. What was promised keeps its date, whatever the
/// calendar says; but it would be promised otherwise now, or falls on a moment at which nobody is at work any more.
package struct CalendarEffect: Sendable {
    /// Promises of one kind that are due at the same moment.
    package struct Line: Hashable, Sendable {
        package let kind: PromiseKind
        package let due: Instant
        /// When the same would be due, counted on the new calendar.
        package let would: Instant
        /// Whether the office is closed then by the new calendar, and is not by the one that holds.
        package let isClosedThen: Bool
        package internal(set) var count = 1
    }

    /// So many complaints are looked at, those with the next promise first.
    package static let mostComplaints = 1_000

    /// By when they are due. Only what the new calendar is about.
    package let lines: [Line]
    /// Promises that were looked at.
    package let looked: Int
    /// Whether there are more than were looked at.
    package let isCut: Bool

    package init(of calendar: OfficeCalendar, after before: OfficeCalendar, at now: Instant, in snapshot: Snapshot) throws {
        let ids = try snapshot.complaintsWithOpenPromises(limit: Self.mostComplaints + 1)
        var (lines, looked): ([Line: Int], Int) = ([:], 0)
        for id in ids.prefix(Self.mostComplaints) {
            guard let complaint = try snapshot.complaint(id) else { continue }
            for promise in complaint.promises where promise.isOutstanding && promise.due >= now {
                looked += 1
                if let line = Line(promise, calendar, before) { lines[line, default: 0] += 1 }
            }
        }
        self.lines = lines.map { line, count in
            var line = line
            line.count = count
            return line
        }.sorted { ($0.due, $0.kind.rawValue, $0.would) < ($1.due, $1.kind.rawValue, $1.would) }
        (self.looked, isCut) = (looked, ids.count > Self.mostComplaints)
    }

    package func count(where isIt: (Line) -> Bool) -> Int { lines.filter(isIt).reduce(0) { $0 + $1.count } }
}

extension CalendarEffect.Line {
    /// Nil where nothing differs.
    fileprivate init?(_ promise: Promise, _ calendar: OfficeCalendar, _ before: OfficeCalendar) {
        // What somebody promised for a day of their own is not counted: by no calendar it would be another.
        let isCounted = if case .on = promise.rule { false } else { true }
        let would = isCounted ? promise.count(on: calendar)?.dueAt ?? promise.due : promise.due
        let isClosed =
            promise.isKeptInOfficeHours && !calendar.isAtWork(through: promise.due) && before.isAtWork(through: promise.due)
        guard would != promise.due || isClosed else { return nil }
        self.init(kind: promise.kind, due: promise.due, would: would, isClosedThen: isClosed)
    }
}

extension OfficeCalendar {
    /// Whether somebody is at work up to this moment: closing time itself is in time.
    fileprivate func isAtWork(through instant: Instant) -> Bool {
        let moment = zone.moment(at: instant)
        return isWorkingDay(moment.day) && moment.time > opens && moment.time <= closes
    }
}

extension Promise {
    /// A term by law, and one of hours, runs through nights and weekends.
    fileprivate var isKeptInOfficeHours: Bool { if case .hours = rule { false } else { kind != .statutory } }
}
