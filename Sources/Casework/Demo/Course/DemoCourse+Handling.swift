import Complaints
import Records

/// What a handler does with a complaint.
extension DemoCourse {
    mutating func handle(to ending: Ending) throws(DemoCourseEnd) {
        var handler = told.handler
        wait(3.2, by: handler)
        if dice.percent(35) { try act(.accept, by: handler.member.actor) }
        wait(2.2, by: handler)
        try reach(by: handler)
        if dice.percent(3), let other = dice.pick(setting.staff.handlers), isFree(other) {
            try act(.assign(to: other.member.id, reason: "Verdeling van het werk."), by: told.manager.actor)
            handler = other
            wait(6, by: handler)
            try reach(by: handler)
        }
        switch ending {
        case .withdrawn: try withdraw(handler)
        case .referred: try refer(handler)
        default:
            try investigate(handler)
            try finish(handler)
        }
    }

    private func isFree(_ other: DemoHandler) -> Bool {
        other.member.id != complaint?.handler && other.member.id != complaint?.aboutStaff
    }

    /// Attempts to reach the customer, the first ones now and then in vain; by message where there is no phone.
    private mutating func reach(by handler: DemoHandler) throws(DemoCourseEnd) {
        let actor = handler.member.actor
        if told.customer.input.phone == nil {
            try act(.contact(.messageSent, at: nil, note: note(40, .contact)), by: actor)
            return
        }
        var attempts = 0
        while attempts < 3, dice.percent(27) {
            let outcome: ContactOutcome = dice.weighted([(.voicemail, 5), (.noAnswer, 5), (.wrongNumber, 0.3)]) ?? .noAnswer
            try act(.contact(outcome, at: nil, note: note(20, .attempt)), by: actor)
            wait(4, by: handler)
            attempts += 1
        }
        try act(.contact(.reached, at: nil, note: note(75, .contact)), by: actor)
    }

    private mutating func note(_ chance: Double, _ kind: DemoWords.Kind) -> String? {
        dice.percent(chance) ? words.line(kind, &dice) : nil
    }

    private mutating func investigate(_ handler: DemoHandler) throws(DemoCourseEnd) {
        let actor = handler.member.actor
        wait(7, by: handler)
        if dice.percent(30) { try act(.note(words.line(.note, &dice)), by: actor) }
        if happens(24, for: .waitingForCustomer) { try ask(handler) }
        if dice.percent(22) { try consult(handler) }
        if dice.percent(8) { try act(.answer(words.line(.update, &dice)), by: actor) }
        wait(16, by: handler)
    }

    private mutating func ask(_ handler: DemoHandler) throws(DemoCourseEnd) {
        try act(.ask(words.line(.question, &dice)), by: handler.member.actor)
        // Some never answer; then the handler goes on without.
        if dice.percent(10) {
            wait(60)
            return
        }
        waitForCustomer(1.6)
        let channel: Channel = told.channel == .phone ? .phone : told.channel == .web ? .web : .email
        let byCustomer = channel == .web
        if !byCustomer { now = setting.hours.opening(from: now) }
        let answer = words.line(.reply, &dice)
        try act(.receiveAnswer(answer, through: channel), by: byCustomer ? .customer : handler.member.actor)
        wait(3, by: handler)
    }

    private mutating func consult(_ handler: DemoHandler) throws(DemoCourseEnd) {
        guard let colleague = specialist() else { return }
        let question = words.line(.consultation, &dice)
        try act(.consult(colleague.id, question: question, due: now.day + dice.number(2...6)), by: handler.member.actor)
        wait(9)
        if dice.percent(93) { try act(.contribute(to: 1, words.line(.contribution, &dice)), by: colleague.actor) }
        wait(2, by: handler)
    }

    private mutating func finish(_ handler: DemoHandler) throws(DemoCourseEnd) {
        if happens(14, for: .solutionProposed) {
            try act(.propose(words.line(.proposal, &dice)), by: handler.member.actor)
            waitForCustomer(1.5)
            if dice.percent(80) { try act(.receiveAnswer(words.line(.consent, &dice), through: .web), by: .customer) }
            wait(3, by: handler)
        }
        try resolve(handler)
        if happens(3) { try reopen(handler, beforeClosing: true) }
        wait(18)
        guard told.pausesAt != nil || dice.percent(96) else { return }
        try act(.close, by: handler.member.actor)
        if happens(4.5, for: .reopened) { try reopen(handler, beforeClosing: false) } else { try rate() }
    }

    /// A third of those who can be asked say how it was; most are satisfied.
    private mutating func rate() throws(DemoCourseEnd) {
        guard told.customer.input.email != nil, let closed = complaint?.closedAt, dice.percent(34) else { return }
        let calendar = setting.facts.calendar
        let reached = calendar.asking(after: calendar.zone.moment(at: closed))
        let day = calendar.zone.moment(at: reached).day + dice.number(1...9)
        now = setting.hours.moment(day, TimeOfDay(dice.number(8...21), dice.number(0...59), dice.number(0...59)))
        var input = RatingInput(asked: closed, reached: reached)
        input.solution = contentment(told.arrival.load > 1.3 ? 52 : 66)
        input.treatment = contentment(74)
        try act(.rate(input), by: .customer)
    }

    private mutating func contentment(_ satisfied: Double) -> String {
        (dice.weighted([(Contentment.satisfied, satisfied), (.somewhat, 20), (.dissatisfied, 80 - satisfied)]) ?? .satisfied).rawValue
    }

    private mutating func resolve(_ handler: DemoHandler) throws(DemoCourseEnd) {
        let finding = dice.weighted(findings) ?? .upheld
        try act(.resolve(solution(finding, on: false)), by: handler.member.actor)
    }

    private var findings: [(Finding, Double)] {
        if told.arrival.incident != nil { return [(.upheld, 70), (.partlyUpheld, 18), (.notUpheld, 4), (.informal, 8)] }
        switch told.nature.about {
        case "contract": return [(.upheld, 22), (.partlyUpheld, 25), (.notUpheld, 38), (.informal, 15)]
        case "billing": return [(.upheld, 46), (.partlyUpheld, 16), (.notUpheld, 20), (.informal, 18)]
        default: return [(.upheld, 40), (.partlyUpheld, 24), (.notUpheld, 15), (.informal, 21)]
        }
    }

    /// The customer is not satisfied; the manager decides, and it is done over.
    private mutating func reopen(_ handler: DemoHandler, beforeClosing: Bool) throws(DemoCourseEnd) {
        waitForCustomer(beforeClosing ? 1 : 8)
        try act(.reopen(reason: words.line(.reopening, &dice)), by: .customer)
        now = setting.hours.opening(from: now)
        wait(6)
        let granted = told.pausesAt != nil || dice.percent(72)
        try act(.decideReopening(granted: granted, reason: words.line(granted ? .granted : .refused, &dice)), by: told.manager.actor)
        guard granted else { return }
        wait(4, by: handler)
        try act(.contact(.reached, at: nil, note: note(70, .contact)), by: handler.member.actor)
        wait(22, by: handler)
        try resolve(handler)
        guard !beforeClosing else { return }
        wait(20)
        try act(.close, by: handler.member.actor)
    }

    private mutating func withdraw(_ handler: DemoHandler) throws(DemoCourseEnd) {
        let byCustomer = dice.percent(40)
        if byCustomer { waitForCustomer(2) } else { wait(9) }
        try act(.withdraw(reason: words.line(.withdrawal, &dice)), by: byCustomer ? .customer : handler.member.actor)
    }

    private mutating func refer(_ handler: DemoHandler) throws(DemoCourseEnd) {
        wait(8, by: handler)
        let reason = words.line(.referral, &dice)
        try act(.refer(to: words.line(.elsewhere, &dice), reason: reason), by: handler.member.actor)
    }
}
