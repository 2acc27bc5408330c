import Complaints
import Records

/// Why the course of a complaint ends before its last act.
enum DemoCourseEnd: Error {
    /// The rest is still to come.
    case today
    /// The rules refuse what was thought up: a fault of the course, not of chance.
    case refused(Refusal)
}

/// What one invented complaint is told with: who complains, about what, how it will go.
struct DemoCase: Sendable {
    let arrival: DemoArrival
    let customer: DemoCustomer
    let nature: Nature
    var channel: Channel
    /// When it reached the company.
    var received: Moment
    let handler: DemoHandler
    let intake: StaffMember
    let manager: StaffMember
    /// The phase in which it still rests today.
    let pausesAt: Phase?
}

/// What all courses of one history share.
struct DemoSetting: Sendable {
    let plan: DemoPlan
    let staff: DemoStaff
    let hours: OfficeHours
    let facts: Facts
    /// The midnight that ends the history.
    let end: Instant
}

/// The life of one invented complaint. Each act is decided by the domain at the moment it happens, as it would have been at a desk.
struct DemoCourse {
    let setting: DemoSetting
    let told: DemoCase
    let id: ComplaintID
    let number: ComplaintNumber
    var dice: Dice
    var now: Moment
    private(set) var complaint: Complaint?
    private(set) var history: [RecordedOccurrence] = []

    init(_ told: DemoCase, id: ComplaintID, number: ComplaintNumber, in setting: DemoSetting, dice: Dice) {
        self.setting = setting
        self.told = told
        self.id = id
        self.number = number
        self.dice = dice
        now = told.received
    }

    var words: DemoWords { DemoWords(nature: told.nature, isEnglish: told.customer.isEnglish) }

    /// Somebody who knows about it but does not handle it.
    mutating func specialist() -> StaffMember? {
        dice.pick(setting.staff.handlers.map(\.member).filter { $0.id != complaint?.handler && $0.id != complaint?.aboutStaff })
    }

    /// Whether something happens: by chance, or because it is to rest in the phase this leads to.
    mutating func happens(_ chance: Double, for phase: Phase? = nil) -> Bool {
        if let pause = told.pausesAt { return pause == phase }
        return dice.percent(chance)
    }

    /// Office hours go by: as many as this handler needs in weeks as busy as these.
    mutating func wait(_ median: Double, by handler: DemoHandler? = nil) {
        let pace = handler.map { $0.pace * (0.55 + 0.45 * told.arrival.load) } ?? 1
        now = setting.hours.after(dice.around(median * pace), from: now)
    }

    /// The customer takes their time, of every hour of the day.
    mutating func waitForCustomer(_ days: Double) {
        let later = now.instant.adding(seconds: Int(min(35, dice.around(days)) * 86_400))
        let day = setting.facts.calendar.zone.moment(at: later).day
        let time = TimeOfDay(dice.number(8...21), dice.number(0...59), dice.number(0...59))
        let moment = setting.hours.moment(day, time)
        now = moment > now ? moment : setting.facts.calendar.zone.moment(at: now.instant.adding(seconds: 3600))
    }

    mutating func open(_ input: RegistrationInput, by actor: Actor) throws(DemoCourseEnd) {
        let moment = try happening()
        let occurrences: [Occurrence]
        do throws(Refusal) {
            occurrences = try Complaint.registering(input, number: number, by: actor, at: moment, with: setting.facts)
        } catch {
            throw .refused(error)
        }
        record(occurrences, by: actor)
    }

    /// Does something now; a few minutes later it is later.
    mutating func act(_ command: ComplaintCommand, by actor: Actor, duplicateOf other: [ComplaintID] = []) throws(DemoCourseEnd) {
        guard let complaint else { return }
        let moment = try happening()
        var facts = setting.facts
        facts.duplicateChain = other
        let occurrences: [Occurrence]
        do throws(Refusal) {
            occurrences = try complaint.decide(command, by: actor, at: moment, with: facts)
        } catch {
            throw .refused(error)
        }
        record(occurrences, by: actor)
        if let pause = told.pausesAt, pause == self.complaint?.phase { throw .today }
        now = setting.facts.calendar.zone.moment(at: moment.instant.adding(seconds: dice.number(90...1500)))
    }

    private func happening() throws(DemoCourseEnd) -> Moment {
        if now.instant >= setting.end { throw .today }
        return now
    }

    private mutating func record(_ occurrences: [Occurrence], by actor: Actor) {
        for occurrence in occurrences {
            let recorded = RecordedOccurrence(sequence: history.count + 1, at: now.instant, by: actor.identity, occurrence)
            history.append(recorded)
            if complaint == nil { complaint = Complaint(id: id, history: [recorded]) } else { complaint?.evolve(recorded) }
        }
    }
}
