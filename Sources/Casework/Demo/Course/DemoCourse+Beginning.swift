import Complaints
import Records

/// How a complaint comes in and gets to a desk.
extension DemoCourse {
    /// What becomes of it.
    enum Ending { case solvedOnTheCall, solved, withdrawn, referred, duplicate(of: ComplaintID) }

    /// Goes through everything up to the end, or up to today.
    mutating func run(to ending: Ending) throws(DemoCourseEnd) {
        try register(solved: ending.isOnTheCall)
        switch ending {
        case .solvedOnTheCall: try finishSolvedCall()
        case .duplicate(let other):
            wait(3)
            try act(.duplicate(of: other), by: told.intake.actor, duplicateOf: [other])
            if dice.percent(50) { try act(.note(words.line(.duplicateNote, &dice)), by: told.intake.actor) }
        case .withdrawn, .referred, .solved:
            try assign()
            try handle(to: ending)
        }
    }

    private mutating func register(solved: Bool) throws(DemoCourseEnd) {
        var input = RegistrationInput()
        input.channel = told.channel.rawValue
        input.customer = told.customer.input
        input.story = DemoStory.compose(told, &dice)
        input.received = .instant(told.received.instant)
        if dice.percent(9) { input.grievances = words.grievances(&dice) }
        let byCustomer = told.channel == .web
        if !byCustomer {
            registerLater()
            judge(&input, solved: solved)
        }
        if solved { input.firstCallSolution = solution(.informal, on: true) }
        try open(input, by: byCustomer ? .customer : told.intake.actor)
        wait(byCustomer ? 2 : 0.2)
    }

    /// What comes by phone is typed at once; a mail waits for the office, a letter for the post.
    private mutating func registerLater() {
        switch told.channel {
        case .email, .letter: now = setting.hours.after(dice.around(told.channel == .letter ? 3 : 1.2), from: now)
        default: break
        }
    }

    private mutating func judge(_ input: inout RegistrationInput, solved: Bool) {
        guard solved || dice.percent(80) else { return }
        input.natureAbout = told.nature.about
        input.natureWrong = told.nature.wrong
        if !solved, let severity = severity() { (input.severity, input.severityReasons) = severity }
    }

    /// Most are ordinary; what touches data or money is graver more often.
    private mutating func severity() -> (String, [String])? {
        let reasons: [SeverityReason: Double] =
            switch told.nature.wrong {
            case "data-breach": [.privacy: 70]
            case "data-lost": [.money: 22, .privacy: 6]
            case "unreachable": [.money: 7]
            default: [.money: 2, .repeat: 3, .vulnerable: 0.7, .media: 0.6, .safety: 0.3]
            }
        for reason in SeverityReason.allCases where dice.percent(reasons[reason] ?? 0) {
            return (dice.percent(25) ? "critical" : "serious", [reason.rawValue])
        }
        return nil
    }

    private mutating func finishSolvedCall() throws(DemoCourseEnd) {
        if dice.percent(35) { try act(.note(words.line(.note, &dice)), by: told.intake.actor) }
        wait(20)
        if dice.percent(92) { try act(.close, by: told.manager.actor) }
    }

    /// The manager names what is not named yet, sees whom it is about, and gives it to somebody.
    private mutating func assign() throws(DemoCourseEnd) {
        wait(3)
        var input = ClassificationInput()
        var isNeeded = false
        if complaint?.nature == nil {
            (input.about, input.wrong) = (told.nature.about, told.nature.wrong)
            if let severity = severity() { (input.severity, input.reasons) = severity }
            isNeeded = true
        }
        let isPersonal = told.nature.wrong == "treatment"
        if dice.percent(isPersonal ? 45 : 0.4), let subject = aboutSomebody() {
            input.aboutStaff = .staff(subject)
            isNeeded = true
        }
        if dice.percent(told.nature.wrong == "data-breach" ? 65 : isPersonal ? 25 : 1.2) {
            input.isConfidential = true
            isNeeded = true
        }
        if isNeeded { try act(.classify(input), by: told.manager.actor) }
        wait(1)
        if dice.percent(2.5) { try giveBack() }
        try act(.assign(to: told.handler.member.id), by: told.manager.actor)
    }

    /// A colleague other than whoever will handle it.
    private mutating func aboutSomebody() -> StaffID? {
        let others = (setting.staff.handlers.map(\.member) + setting.staff.intake).filter { $0.id != told.handler.member.id }
        return dice.pick(others)?.id
    }

    /// Somebody gets it first who can't do it.
    private mutating func giveBack() throws(DemoCourseEnd) {
        guard let other = specialist(), other.id != told.handler.member.id else { return }
        try act(.assign(to: other.id), by: told.manager.actor)
        wait(5)
        try act(.return(reason: words.line(.returning, &dice)), by: other.actor)
        wait(3)
    }
}

extension DemoCourse.Ending {
    fileprivate var isOnTheCall: Bool { if case .solvedOnTheCall = self { true } else { false } }
}
