import Complaints
package import Records

/// What somebody was reminded of, by mail: one a day for each person at most, in office hours, and only where mail is set up. It says how many
/// and leads to the list; of files it says nothing. Who is away gets none: whoever stands in does.
package struct ReminderDigest: Sendable {
    private static let mostCounted = 1_000

    private let records: any Database
    private let clock: Clock
    private let house: CurrentHouse

    package init(records: any Database, clock: Clock, house: CurrentHouse) {
        (self.records, self.clock, self.house) = (records, clock, house)
    }

    /// Writes to everybody who was reminded of something and had no mail of it today; how many mails that made.
    @discardableResult
    package func send() async throws -> Int {
        let now = clock.now()
        let (settings, waiting) = try await records.read { snapshot -> (House, [(StaffMember, ReminderCount)]) in
            let settings = try house.settings(in: snapshot)
            let moment = settings.moment(at: now)
            guard settings.sendsMail, settings.calendar.isOpen(at: moment) else { return (settings, []) }
            return (settings, try Self.waiting(at: moment, in: snapshot, settings))
        }
        if waiting.isEmpty { return 0 }
        let day = settings.moment(at: now).day
        return try await records.write { tx in
            var made = 0
            for (member, count) in waiting {
                guard try tx.markDigest(to: member.id, of: day) else { continue }
                let memo = MemoTexts(member: member, organisation: settings.organisation.name).digest(
                    count.all, late: count.late, waiting: count.waiting)
                try tx.add(memo, as: MemoID(Keys.fresh(at: now.milliseconds)), at: now, until: now.adding(days: 1))
                made += 1
            }
            return made
        }
    }

    private static func waiting(
        at moment: Moment, in snapshot: Snapshot, _ settings: House
    ) throws -> [(StaffMember, ReminderCount)] {
        let absences = try snapshot.absences(at: moment.instant)
        let had = try snapshot.hadDigest(of: moment.day)
        return try snapshot.allStaff().compactMap { member -> (StaffMember, ReminderCount)? in
            guard member.isActive, member.isMailed, !had.contains(member.id), !absences.isAway(member.id) else { return nil }
            let member = try snapshot.entrusted(member, at: moment.instant)
            guard member.actor.hasAny(of: [.handler, .manager, .management]) else { return nil }
            let reader = WorklistReader(visibility: Visibility(member.actor), now: moment, calendar: settings.calendar)
            let scope = ReminderScope(of: member.actor, absences: absences)
            let reminders = try snapshot.reminders(for: reader, scope, limit: mostCounted)
            let waiting = try snapshot.complaintsLeftWaiting(
                since: settings.procedure.waitingTooLong(at: moment, on: settings.calendar), of: scope, for: reader,
                limit: mostCounted)
            let count = ReminderCount(
                all: reminders.count, late: reminders.count { $0.due < moment.instant }, waiting: waiting.count)
            return count.all == 0 && count.waiting == 0 ? nil : (member, count)
        }
    }
}

/// Promises that somebody was reminded of and that are still owed.
private struct ReminderCount: Sendable {
    let all: Int
    let late: Int
    /// Files in which the customer has said nothing for too long.
    let waiting: Int
}
