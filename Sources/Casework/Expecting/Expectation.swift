import Analysis
package import Complaints
package import Records

/// How long complaints took here, as an honest expectation beside the promise: four out of five were solved within so many working days. It is
/// Kaplan and Meier's estimate (A3), in which what is open still counts as taking at least so long; without enough of it nothing is said.
package struct Expectation: Hashable, Sendable {
    /// Four out of five were solved within this.
    package let workingDays: Int
    /// Whether it comes from complaints about the same; else from all.
    package let isComparable: Bool

    /// "4 van de 5".
    static let share = 0.8
    /// So far back, and so many at most, the newest first: what the office does now is what can be expected.
    static let days = 365
    static let most = 1_000

    /// Nil where too little is known.
    init?(_ spans: [HandlingSpan], isComparable: Bool, on calendar: OfficeCalendar, at now: Moment) {
        let count = WorkingDaySum(through: now.day, days: Self.days + 1, on: calendar)
        var (times, ended): ([Double], [Bool]) = ([], [])
        for span in spans {
            let end = span.resolvedAt ?? span.leftAt ?? now.instant
            let (from, to) = (calendar.zone.moment(at: span.receivedAt).day, calendar.zone.moment(at: max(end, span.receivedAt)).day)
            times.append(Double(count.workingDays(after: from, through: to)))
            ended.append(span.resolvedAt != nil)
        }
        guard let curve = try? KaplanMeier(times, ended: ended), !curve.cautions.contains(where: \.isGate),
            let time = curve.time(by: Self.share)
        else { return nil }
        self.init(workingDays: max(1, Int(time)), isComparable: isComparable)
    }

    package init(workingDays: Int, isComparable: Bool) { (self.workingDays, self.isComparable) = (workingDays, isComparable) }

    /// Whether it says something of a complaint that has been open for some time: not once that time has passed, while a clock waits for the
    /// customer, when it is looked at again, nor when we asked for more time than that.
    package func holds(for complaint: Complaint, at now: Moment, on calendar: OfficeCalendar) -> Bool {
        if !complaint.phase.isOpen || complaint.wasReopened || complaint.promises.contains(where: \.isWaiting) { return false }
        let received = calendar.zone.moment(at: complaint.receivedAt).day
        if calendar.signedWorkingDays(from: received, to: now.day) >= workingDays { return false }
        return !complaint.promises.contains { promise in
            let due = calendar.zone.moment(at: promise.due).day
            return promise.kind == .resolution && promise.isOutstanding && promise.extensions > 0
                && calendar.signedWorkingDays(from: received, to: due) > workingDays
        }
    }

    package func sentence(in language: Language) -> String {
        switch (language, isComparable) {
        case (.dutch, true): "4 van de 5 klachten zoals deze waren binnen \(workingDays) \(days(language)) opgelost."
        case (.dutch, false): "4 van de 5 klachten waren binnen \(workingDays) \(days(language)) opgelost."
        case (.english, true): "4 out of 5 complaints like this were solved within \(workingDays) \(days(language))."
        case (.english, false): "4 out of 5 complaints were solved within \(workingDays) \(days(language))."
        }
    }

    private func days(_ language: Language) -> String {
        switch (language, workingDays) {
        case (.dutch, 1): "werkdag"
        case (.dutch, _): "werkdagen"
        case (.english, 1): "working day"
        case (.english, _): "working days"
        }
    }
}

/// How many working days lie before each day of a stretch, added up once.
private struct WorkingDaySum {
    private let first: Int
    private let sums: [Int]

    init(through last: Day, days: Int, on calendar: OfficeCalendar) {
        first = last.number - days
        var (sums, sum): ([Int], Int) = ([], 0)
        for number in first...last.number {
            if calendar.isWorkingDay(Day(number: number)) { sum += 1 }
            sums.append(sum)
        }
        self.sums = sums
    }

    func workingDays(after from: Day, through to: Day) -> Int { max(0, sum(to) - sum(from)) }

    private func sum(_ day: Day) -> Int { sums[min(max(day.number - first, 0), sums.count - 1)] }
}

extension CurrentHouse {
    /// What can be expected of a complaint about this, worked out once a day.
    package func expectation(for complaint: Complaint, in snapshot: Snapshot, at now: Moment) throws -> Expectation? {
        let calendar = try settings(in: snapshot).calendar
        guard complaint.phase.isOpen else { return nil }
        var found: Expectation?
        if let nature = complaint.nature { found = try expectation(about: nature.about, in: snapshot, on: calendar, at: now) }
        if found == nil { found = try expectation(about: nil, in: snapshot, on: calendar, at: now) }
        return found.flatMap { $0.holds(for: complaint, at: now, on: calendar) ? $0 : nil }
    }

    private func expectation(about: String?, in snapshot: Snapshot, on calendar: OfficeCalendar, at now: Moment) throws -> Expectation? {
        let key = ExpectationKey(about: about, day: now.day, calendarVersion: calendar.version)
        if let known = remembered(key) { return known }
        let zone = calendar.zone
        let span = Span(from: zone.instant(of: CivilTime(now.day + -Expectation.days, TimeOfDay(0))), before: now.instant)
        let spans = try snapshot.handlingSpans(about: about, in: span, limit: Expectation.most)
        let found = Expectation(spans, isComparable: about != nil, on: calendar, at: now)
        remember(found, for: key)
        return found
    }
}

/// What an expectation was worked out for.
struct ExpectationKey: Hashable, Sendable {
    let about: String?
    let day: Day
    let calendarVersion: Int
}
