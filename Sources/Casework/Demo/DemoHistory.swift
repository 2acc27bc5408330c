import Complaints
import Records

/// A complaint that was made up, as the journal is to hold it.
struct DemoComplaint: Sendable {
    let id: ComplaintID
    let number: ComplaintNumber
    let history: [RecordedOccurrence]
}

/// A whole history, complaint by complaint in the order of receipt.
struct DemoHistory: Sendable {
    private struct Recent: Sendable {
        let id: ComplaintID
        let at: Instant
        let customer: DemoCustomer
        let nature: Nature
        let incident: DemoIncident?
    }

    private let setting: DemoSetting
    private let arrivals: [DemoArrival]
    private let improvement: DemoImprovement
    private var customers: DemoCustomers
    private var dice: Dice
    private var next = 0
    private var lastKey: Int64 = 0
    /// The last ones of customers, of which a new one may be a repetition.
    private var recent: [Recent] = []

    init(_ setting: DemoSetting) {
        self.setting = setting
        arrivals = DemoArrivals(setting.plan, setting.hours).all()
        improvement = DemoImprovement(setting.plan)
        customers = DemoCustomers(setting.plan.dice(4))
        dice = setting.plan.dice(5)
    }

    /// The next so many; fewer at the end, then none.
    mutating func chunk(_ count: Int, isFree: (ComplaintID, ComplaintNumber) throws -> Bool) throws -> [DemoComplaint] {
        let end = min(arrivals.count, next + count)
        defer { next = end }
        return try (next..<end).map { try complaint($0, isFree) }
    }

    private mutating func complaint(_ index: Int, _ isFree: (ComplaintID, ComplaintNumber) throws -> Bool) throws -> DemoComplaint {
        let arrival = arrivals[index]
        let repeated = dice.percent(2.4) ? dice.pick(recent.suffix(40)) : nil
        let told = told(arrival, pausesAt: pause(index), repeating: repeated)
        var (id, number) = key(told.received)
        while try !isFree(id, number) { (id, number) = key(told.received) }
        let history = try history(of: told, id, number, ending(told, repeated))
        if repeated == nil {
            recent.append(
                Recent(id: id, at: told.received.instant, customer: told.customer, nature: told.nature, incident: arrival.incident))
            if recent.count > 200 { recent.removeFirst(100) }
        }
        return DemoComplaint(id: id, number: number, history: history)
    }

    /// All that happens to it before today. What would reach somebody only today is filled in on the web at once.
    private mutating func history(
        of told: DemoCase, _ id: ComplaintID, _ number: ComplaintNumber, _ ending: DemoCourse.Ending
    ) throws(Refusal) -> [RecordedOccurrence] {
        let history = try course(told, id, number, ending)
        guard history.isEmpty else { return history }
        var told = told
        told.channel = .web
        told.received = received(on: told.arrival.day, by: .web)
        return try course(told, id, number, .solved)
    }

    private mutating func course(
        _ told: DemoCase, _ id: ComplaintID, _ number: ComplaintNumber, _ ending: DemoCourse.Ending
    ) throws(Refusal) -> [RecordedOccurrence] {
        var course = DemoCourse(told, id: id, number: number, in: setting, dice: Dice(dice.next()))
        do throws(DemoCourseEnd) {
            try course.run(to: ending)
        } catch {
            if case .refused(let refusal) = error { throw refusal }
        }
        return course.history
    }

    /// Milliseconds since 2020 and a part that is drawn, as keys are; always larger than the one before.
    private mutating func key(_ received: Moment) -> (ComplaintID, ComplaintNumber) {
        lastKey = max(lastKey + 1, Keys.first(at: received.instant.milliseconds) | Int64(dice.next() >> 43))
        return (ComplaintID(lastKey), ComplaintNumber(random: &dice))
    }

    /// Of the last weeks some rest in each phase that is soon over, so that a visitor finds all of them.
    private func pause(_ index: Int) -> Phase? {
        let age = setting.plan.today.number - arrivals[index].day.number
        let left = arrivals.count - index
        guard age <= 70, left <= 1200, left % 3 == 0 else { return nil }
        switch left / 3 % 4 {
        case 0 where age <= 21: return .waitingForCustomer
        case 1 where age <= 21: return .solutionProposed
        case 2 where age >= 12: return .reopened
        default: return age <= 8 ? .inProgress : nil
        }
    }

    private mutating func ending(_ told: DemoCase, _ repeated: Recent?) -> DemoCourse.Ending {
        if let repeated { return .duplicate(of: repeated.id) }
        if told.pausesAt != nil { return .solved }
        if told.channel == .phone, told.arrival.incident == nil, dice.percent(24) { return .solvedOnTheCall }
        if dice.percent(2.6) { return .withdrawn }
        return dice.percent(told.nature.about == "network" ? 6 : 1) ? .referred : .solved
    }

    private mutating func told(_ arrival: DemoArrival, pausesAt: Phase?, repeating repeated: Recent?) -> DemoCase {
        let nature = repeated?.nature ?? arrival.incident?.nature ?? dice.weighted(improvement.natures(on: arrival.day))
        let customer = repeated?.customer ?? customers.next()
        let channel = channel(of: customer)
        let handlers = setting.staff.handlers
        return DemoCase(
            arrival: arrival, customer: customer, nature: nature ?? DemoNatures.mix[0].nature, channel: channel,
            received: received(on: arrival.day, by: channel),
            handler: handlers[dice.place(in: handlers.map(\.share))],
            intake: setting.staff.intake[dice.number(0...setting.staff.intake.count - 1)],
            manager: setting.staff.managers[dice.percent(75) ? 0 : setting.staff.managers.count - 1], pausesAt: pausesAt)
    }

    private mutating func channel(of customer: DemoCustomer) -> Channel {
        let person = customer.input
        if person.email == nil, person.phone == nil { return .letter }
        if person.email == nil { return dice.percent(82) ? .phone : .letter }
        if person.phone == nil { return dice.percent(65) ? .email : .web }
        return dice.weighted([(.phone, 34), (.email, 36), (.web, 27), (.letter, 2.2), (.counter, 0.8)]) ?? .email
    }

    /// Calls and visits come in office hours, on the next working day; what is written comes at any hour, most of it by day.
    private mutating func received(on day: Day, by channel: Channel) -> Moment {
        let hours: [Double] = [1, 0.5, 0.3, 0.3, 0.5, 1, 3, 10, 26, 34, 32, 28, 20, 26, 28, 26, 24, 18, 10, 9, 10, 10, 6, 3]
        let second = dice.number(0...3599)
        let hour = dice.place(in: hours)
        let written = TimeOfDay(seconds: hour * 3600 + second)
        guard channel != .email, channel != .web else { return setting.hours.moment(day, written) }
        let opening = setting.hours.opening(from: setting.hours.moment(day, TimeOfDay(8)))
        if channel == .letter { return setting.hours.moment(opening.day, setting.hours.calendar.opens) }
        let daytime = [20.0, 26, 24, 15, 20, 22, 20, 14]
        return setting.hours.moment(opening.day, TimeOfDay(seconds: (9 + dice.place(in: daytime)) * 3600 + second))
    }
}
