import Casework
import Complaints
import Records

/// What a complaints manager looks at first, read in one moment: what is broken, what is due, what nobody moves, who has how much to do.
struct BoardContent: Sendable {
    let late: [WorklistRow]
    let today: [WorklistRow]
    let nextDay: [WorklistRow]
    let silent: [WorklistRow]
    /// Those that wait for the customer, and that nobody has looked after for as long as the procedure says, and what it says.
    let waiting: [WorklistRow]
    let waitingTerm: DeadlineRule
    let unassigned: [WorklistRow]
    /// Where the customer asks to look again.
    let reopening: [WorklistRow]
    let loads: [Workload]
    /// How many promises were due in each of the last weeks, and how many of them were kept.
    let kept: [KeptWeek]
    let quick: QuickAssignReading
    /// Those of now and of the coming days.
    let absences: [Absence]
    /// Mails to colleagues that did not arrive.
    let refused: [Memo]
    let counts: [WorklistView: Int]
    /// The next working day.
    let next: Day

    static let weeks = 8

    /// Rows of one part; behind them a link to the whole list.
    static let mostRows = 15
    /// Nothing happened for so many working days.
    static let silence = 3
    /// Who is away within so many days is told.
    static let ahead = 14

    init(_ reader: WorklistReader, in house: House, now: Moment, in snapshot: Snapshot) throws {
        let calendar = house.calendar
        func rows(_ view: WorklistView) throws -> [WorklistRow] {
            var filter = WorklistFilter()
            (filter.view, filter.order) = (view, .due)
            return try snapshot.worklist(filter, for: reader, limit: Self.mostRows).rows
        }
        func count(_ view: WorklistView) throws -> Int {
            var filter = WorklistFilter()
            filter.view = view
            return try snapshot.worklistCount(filter, for: reader)
        }
        let (late, today, unassigned, reopening) = (try rows(.late), try rows(.today), try rows(.unassigned), try rows(.reopening))
        (self.late, self.today, self.unassigned, self.reopening) = (late, today, unassigned, reopening)
        counts = [
            .late: try count(.late), .today: try count(.today), .unassigned: try count(.unassigned), .reopening: try count(.reopening),
        ]
        next = calendar.nextWorkingDay(after: now.day)
        let span = Span(from: reader.endOfToday, before: calendar.endOfWork(before: calendar.nextWorkingDay(after: next)))
        let nextDay = try snapshot.complaintsDue(in: span, for: reader, limit: Self.mostRows)
        var quiet = now.day
        for _ in 0..<Self.silence { quiet = calendar.previousWorkingDay(before: quiet) }
        let since = calendar.zone.instant(of: CivilTime(quiet, TimeOfDay(0)))
        let silent = try snapshot.silentComplaints(since: since, for: reader, limit: Self.mostRows)
        waitingTerm = house.procedure.waitingTerm
        let waiting = try snapshot.complaintsLeftWaiting(
            since: house.procedure.waitingTooLong(at: now, on: calendar), for: reader, limit: Self.mostRows)
        (self.nextDay, self.silent, self.waiting) = (nextDay, silent, waiting)
        let loads = try snapshot.loads(for: reader)
        self.loads = loads
        quick = try QuickAssignReading(
            late + today + nextDay + silent + waiting + unassigned + reopening, workloads: loads, for: reader, in: snapshot)
        kept = try KeptWeek.last(Self.weeks, at: now, in: calendar.zone, snapshot)
        refused = try RefusedMail.read(in: snapshot, now: now)
        absences = try snapshot.comingAbsences(at: now.instant).filter { $0.first <= now.day + Self.ahead }
    }

    var rows: [WorklistRow] {
        var known: Set<ComplaintID> = []
        return (late + today + nextDay + silent + waiting + unassigned + reopening).filter { known.insert($0.id).inserted }
    }

    /// Complaints in the parts that are counted whole.
    var count: Int { counts.values.reduce(0, +) }
}

/// A week from Monday on, up to now: promises that were due, and those that were kept.
struct KeptWeek: Hashable, Sendable {
    let first: Day
    let due: Int
    let kept: Int

    /// The last weeks, the running one last.
    static func last(_ count: Int, at now: Moment, in zone: OfficeZone, _ snapshot: Snapshot) throws -> [KeptWeek] {
        let monday = now.day + (1 - now.day.weekday.rawValue)
        return try (0..<count).reversed().map { back in
            let first = monday + -7 * back
            func midnight(_ day: Day) -> Instant { zone.instant(of: CivilTime(day, TimeOfDay(0))) }
            let counted = try snapshot.promisesDue(in: Span(from: midnight(first), before: min(midnight(first + 7), now.instant)))
            return KeptWeek(first: first, due: counted.due, kept: counted.kept)
        }
    }
}
