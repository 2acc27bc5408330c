import Complaints
package import Records

/// Reminds of promises before they break, and tells whoever comes next when they did: the steps that the procedure names, in office hours
/// only. A look reads what falls due and nothing else, so it can be taken every minute in a house of any size.
package struct PromiseWatch: Sendable {
    private static let batch = 500

    private let records: any Database
    private let clock: Clock
    private let house: CurrentHouse
    private let changes: ChangeCount

    package init(records: any Database, clock: Clock, house: CurrentHouse, changes: ChangeCount) {
        (self.records, self.clock, self.house, self.changes) = (records, clock, house, changes)
    }

    /// Takes every step whose time has come; how many reminders that made. Outside office hours nothing is done.
    @discardableResult
    package func look() async throws -> Int {
        var made = 0
        while true {
            let now = clock.now()
            let (reminders, isDone) = try await records.write { tx in
                let house = try house.settings(in: tx.snapshot)
                guard house.calendar.isOpen(at: house.moment(at: now)) else { return (0, true) }
                let promises = try tx.takePromisesToWatch(through: now, limit: Self.batch)
                var reminders = 0
                for promise in promises { reminders += try tx.take(stepsOf: promise, in: house, at: now) ? 1 : 0 }
                return (reminders, promises.count < Self.batch)
            }
            made += reminders
            if isDone { break }
        }
        if made > 0 { changes.note() }
        return made
    }
}

extension Transaction {
    /// Takes the last step whose time has come; earlier ones that nobody took in time would only be noise. Whether somebody was reminded.
    fileprivate func take(stepsOf promise: WatchedPromise, in house: House, at now: Instant) throws -> Bool {
        let steps = house.procedures.version(promise.procedureVersion).reminders
        let times = ReminderTimes(steps, start: promise.start, due: promise.due, on: house.calendar)
        let passed = times.passed(at: now)
        var isNew = false
        if let last = passed.last {
            let recipients = recipients(last.step, of: promise)
            isNew = try remind(of: promise, step: last.step.workingDays, to: recipients, at: now)
        }
        let reminded = passed.reduce(into: ReminderRecipients()) { $0.formUnion(recipients($1.step, of: promise)) }
        try watch(promise, next: times.next(after: now), reminded: reminded)
        return isNew
    }

    /// Whether to look again is not the handler's to judge: instead of the handler the manager hears of it.
    private func recipients(_ step: ReminderStep, of promise: WatchedPromise) -> ReminderRecipients {
        let recipients = ReminderRecipients(step.recipients)
        return promise.kind == .review && recipients.contains(.handler) ? recipients.subtracting(.handler).union(.manager) : recipients
    }
}
