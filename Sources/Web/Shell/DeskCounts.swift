import Complaints
import Records
import Synchronization

/// How many complaints each view of the rail holds for one reader, remembered until something changes here or for a few
/// seconds, whichever is shorter.
struct DeskNumbers: Hashable, Sendable {
    var views: [WorklistView: Int] = [:]
    var contributions = 0
    var letters = 0
    /// Promises that the reader was reminded of and that are still owed, and files in which the customer has said nothing for too long.
    var reminders = 0
    /// Measures that ask something of the reader within a week.
    var measures = 0
    /// Mail that a person is asked about.
    var post = 0

    /// What was just assigned or asked of the reader.
    var newForReader: Int { (views[.new] ?? 0) + contributions }

    /// The number as the rail shows it; nil for none.
    func shown(_ view: WorklistView) -> String? { Self.shown(views[view]) }

    static func shown(_ number: Int?) -> String? {
        guard let number, number > 0 else { return nil }
        return number >= 1000 ? "999+" : "\(number)"
    }
}

final class DeskCounts: Sendable {
    private struct Entry {
        let stamp: Int
        let readAt: Instant
        let numbers: DeskNumbers
    }

    private static let lifetime = 5
    private let memory = Mutex<[Actor: Entry]>([:])

    /// - Parameters:
    ///   - stamp: grows with every change of a complaint by this process.
    ///   - since: from when on a file that waits for the customer has not been quiet for too long.
    func numbers(for actor: Actor, stamp: Int, reader: WorklistReader, waitingSince since: Instant, in snapshot: Snapshot) throws
        -> DeskNumbers
    {
        if let entry = memory.withLock({ $0[actor] }), entry.stamp == stamp, abs(reader.now.seconds(since: entry.readAt)) < Self.lifetime {
            return entry.numbers
        }
        let numbers = try Self.read(for: actor, reader: reader, waitingSince: since, in: snapshot)
        memory.withLock { memory in
            if memory.count > 500 { memory.removeAll() }
            memory[actor] = Entry(stamp: stamp, readAt: reader.now, numbers: numbers)
        }
        return numbers
    }

    /// As it is now, whatever is remembered.
    static func read(for actor: Actor, reader: WorklistReader, waitingSince since: Instant, in snapshot: Snapshot) throws -> DeskNumbers {
        try snapshot.foresee { _ = try count(for: actor, reader: reader, since, in: $0) }
        return try count(for: actor, reader: reader, since, in: snapshot)
    }

    private static func count(for actor: Actor, reader: WorklistReader, _ since: Instant, in snapshot: Snapshot) throws -> DeskNumbers {
        var numbers = DeskNumbers()
        if reader.visibility.seesLists {
            for view in WorklistView.counted(for: actor) {
                var filter = WorklistFilter()
                filter.view = view
                numbers.views[view] = try snapshot.worklistCount(filter, for: reader)
            }
        }
        if let staff = actor.staff { numbers.contributions = try snapshot.openConsultationCount(of: staff) }
        if actor.hasAny(of: [.handler, .manager, .management]) {
            let absences = try snapshot.absences(at: reader.now)
            let scope = ReminderScope(of: actor, absences: absences)
            numbers.reminders =
                try snapshot.reminderCount(for: reader, scope)
                + snapshot.countOfLeftWaiting(since: since, of: scope, for: reader)
        }
        let soon = reader.today + 7
        numbers.measures = try snapshot.measuresAsking(by: soon, of: actor.staff, leads: actor.hasAny(of: [.manager, .management])).count
        if actor.hasAny(of: [.intake, .handler, .manager]) {
            numbers.letters = try snapshot.waitingLetterCount(for: reader.visibility, at: reader.now)
            numbers.post = try snapshot.mailsForPeople(for: reader.visibility)
        }
        return numbers
    }
}

extension WorklistView {
    /// The views in somebody's rail, in order.
    static func shown(for actor: Actor) -> [WorklistView] {
        var views: [WorklistView] = []
        if actor.has(.handler) { views += [.mine, .new] }
        if actor.hasAny(of: [.intake, .manager]) { views.append(.unassigned) }
        views += [.today, .late, .waiting, .reaction]
        if actor.has(.manager) { views.append(.reopening) }
        return views + [.open, .all]
    }

    /// Those that carry a number: "all" would only grow.
    static func counted(for actor: Actor) -> [WorklistView] { shown(for: actor).filter { $0 != .all } }
}
