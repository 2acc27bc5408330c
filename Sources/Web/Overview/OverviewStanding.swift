import Casework
import Complaints
import Records

/// What stands out now, as plain facts for one sentence.
struct OverviewStanding: Sendable {
    let open: Int
    let late: Int
    let today: Int
    let unassigned: Int
    let critical: Int
    /// When the oldest broken promise was due.
    let oldestDue: Instant?

    init(_ reader: WorklistReader, in snapshot: Snapshot) throws {
        func count(_ change: (inout WorklistFilter) -> Void) throws -> Int {
            var filter = WorklistFilter()
            change(&filter)
            return try snapshot.worklistCount(filter, for: reader, upTo: 1_000_000)
        }
        open = try count { $0.view = .open }
        late = try count { $0.view = .late }
        today = try count { $0.view = .today }
        unassigned = try count { $0.view = .unassigned }
        critical = try count { filter in
            filter.view = .open
            filter.severity = .critical
        }
        var filter = WorklistFilter()
        (filter.view, filter.order) = (.late, .due)
        oldestDue = try snapshot.worklist(filter, for: reader, limit: 1).rows.first?.nextDue
    }

    /// Answers "is er iets bijzonders?".
    func sentence(_ say: Wording, now: Moment, on calendar: OfficeCalendar) -> String {
        if open == 0 { return say("Niets bijzonders: er is geen klacht open.", "Nothing special: no complaint is open.") }
        let opening = late > 0 ? lateness(say, now: now, on: calendar) : calm(say)
        return ([opening] + remarks(say)).joined(separator: " ")
    }

    private func calm(_ say: Wording) -> String {
        let all =
            open == 1
            ? say("de ene open klacht is op tijd", "the one open complaint is in time")
            : say("alle \(open) open klachten zijn op tijd", "all \(open) open complaints are in time")
        return critical == 0
            ? say("Niets bijzonders: \(all).", "Nothing special: \(all).") : all.prefix(1).uppercased() + all.dropFirst() + "."
    }

    private func lateness(_ say: Wording, now: Moment, on calendar: OfficeCalendar) -> String {
        let days = oldestDue.map { calendar.signedWorkingDays(from: calendar.zone.moment(at: $0).day, to: now.day) } ?? 0
        let many = late == 1 ? say("is 1 te laat", "1 is late") : say("zijn er \(late) te laat", "\(late) are late")
        let whole =
            open == 1
            ? say("De ene open klacht is te laat", "The one open complaint is late")
            : say("Van de \(open) open klachten \(many)", "Of \(open) open complaints, \(many)")
        if days < 1 { return whole + "." }
        let oldest = say.workingDays(days)
        return late == 1
            ? say("\(whole), \(oldest).", "\(whole), by \(oldest).")
            : say("\(whole), de langste \(oldest).", "\(whole), the longest by \(oldest).")
    }

    private func remarks(_ say: Wording) -> [String] {
        var remarks: [String] = []
        if critical > 0 {
            remarks.append(
                critical == 1
                    ? say("Er is 1 zeer ernstige klacht open.", "1 critical complaint is open.")
                    : say("Er zijn \(critical) zeer ernstige klachten open.", "\(critical) critical complaints are open."))
        }
        if unassigned > 0 {
            remarks.append(
                unassigned == 1
                    ? say("1 klacht heeft nog geen behandelaar.", "1 complaint has no handler yet.")
                    : say("\(unassigned) klachten hebben nog geen behandelaar.", "\(unassigned) complaints have no handler yet."))
        }
        return remarks
    }
}
