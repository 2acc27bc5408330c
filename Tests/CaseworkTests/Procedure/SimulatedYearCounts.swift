import Complaints
import Records

/// What became of promises and reminders, worked out from the journal and from the lines of reminders alone: by no rule of the watch.
struct SimulatedYearCounts: CustomStringConvertible {
    private(set) var complaints = 0
    private(set) var promises = 0
    private(set) var reminders = 0
    /// Promises that were owed when their date passed, once for each date.
    private(set) var broken = 0
    /// Those whose date had passed when they were made, or that the office had no hour left for.
    private(set) var brokenAtOnce = 0
    /// Promises that were still owed three working days after.
    private(set) var neglected = 0

    private(set) var outsideHours = 0
    private(set) var aboutNothing = 0
    private(set) var withoutReminder = 0
    private(set) var withoutEscalation = 0

    private let looks: [Instant]
    private let calendar: OfficeCalendar

    /// - Parameter looks: when the watch looked.
    init(looks: [Instant], calendar: OfficeCalendar) {
        self.calendar = calendar
        self.looks = looks.filter { Self.isOpen($0, calendar) }
    }

    var description: String {
        """
        \(complaints) complaints, \(promises) promises, \(broken) broken, \(brokenAtOnce) of them at once, \(neglected) for three working days; \
        \(looks.count) looks in office hours, \(reminders) reminders; outside office hours: \(outsideHours), about what nobody owed: \
        \(aboutNothing), broken without a reminder before: \(withoutReminder), neglected without an escalation: \(withoutEscalation)
        """
    }

    mutating func count(_ history: [RecordedOccurrence], _ lines: [ReminderLine], until end: Instant) {
        complaints += 1
        let spans = Self.spans(of: history, until: end)
        promises += Set(spans.map(\.ordinal)).count
        reminders += lines.count
        for line in lines {
            if !Self.isOpen(line.at, calendar) { outsideHours += 1 }
            if !spans.contains(where: { $0.isAbout(line) && $0.from <= line.at && line.at <= $0.until }) { aboutNothing += 1 }
        }
        for span in spans where span.until > span.due { judge(span, by: lines.filter { span.isAbout($0) }) }
    }

    private mutating func judge(_ span: Span, by lines: [ReminderLine]) {
        broken += 1
        if let look = look(from: span.from), look < span.due {
            if !lines.contains(where: { $0.at <= span.due && $0.step <= 0 }) { withoutReminder += 1 }
        } else {
            brokenAtOnce += 1
        }
        guard let look = look(from: max(span.from, opening(workingDays: 3, after: span.due))), look < span.until else { return }
        neglected += 1
        if !lines.contains(where: { $0.at <= look && $0.step > 0 && $0.recipients.contains(.management) }) { withoutEscalation += 1 }
    }

    /// A time in which a promise was owed by one date, and its clock ran.
    private struct Span {
        let ordinal: Int
        let due: Instant
        let from: Instant
        var until: Instant

        func isAbout(_ line: ReminderLine) -> Bool { line.ordinal == ordinal && line.due == due }
    }

    private static func spans(of history: [RecordedOccurrence], until end: Instant) -> [Span] {
        var (spans, open): ([Span], [Int: Span]) = ([], [:])
        for (index, recorded) in history.enumerated() {
            // Entries of one moment are one act.
            if index + 1 < history.count, history[index + 1].at == recorded.at { continue }
            let complaint = Complaint(id: ComplaintID(1), history: Array(history[...index]))
            let owed = (complaint?.promises ?? []).filter { $0.isOutstanding && !$0.isWaiting }
            let dues = Dictionary(owed.map { ($0.ordinal, $0.due) }) { $1 }
            for (ordinal, var span) in open where dues[ordinal] != span.due {
                span.until = recorded.at
                spans.append(span)
                open[ordinal] = nil
            }
            for (ordinal, due) in dues where open[ordinal] == nil {
                open[ordinal] = Span(ordinal: ordinal, due: due, from: recorded.at, until: end)
            }
        }
        return spans + open.values
    }

    /// The first look in office hours from this moment on.
    private func look(from instant: Instant) -> Instant? {
        var (low, high) = (0, looks.count)
        while low < high {
            let middle = (low + high) / 2
            if looks[middle] < instant { low = middle + 1 } else { high = middle }
        }
        return low < looks.count ? looks[low] : nil
    }

    private func opening(workingDays: Int, after due: Instant) -> Instant {
        var (day, left) = (calendar.zone.moment(at: due).day, workingDays)
        while left > 0 {
            day = day.next
            if calendar.isWorkingDay(day) { left -= 1 }
        }
        return calendar.zone.instant(of: CivilTime(day, TimeOfDay(9, 0)))
    }

    /// Nine to five on a working day: written out, so that it is another's opinion than the watch's.
    private static func isOpen(_ instant: Instant, _ calendar: OfficeCalendar) -> Bool {
        let moment = calendar.zone.moment(at: instant)
        return calendar.isWorkingDay(moment.day) && (9..<17).contains(moment.time.hour)
    }
}
