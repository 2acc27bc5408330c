import Complaints
import Testing

/// What starts each clock is the document's to say, and each date can be worked out again.
struct ClockStartTests {
    private static func facts(_ kind: PromiseKind, _ starts: Set<PromiseRule.Start>, within: DeadlineRule = .workingDays(3)) -> Facts {
        var facts = Desk.facts
        facts.procedure.promises.removeAll { $0.kind == kind }
        var rule = PromiseRule(kind, within: within)
        rule.starts = starts
        facts.procedure.promises.append(rule)
        return facts
    }

    /// The date of each promise as it stands, and as it is counted anew.
    private static func replays(_ life: Life) -> Bool {
        life.complaint.promises.allSatisfy { $0.count(on: life.facts.calendar)?.dueAt == $0.due }
            && Complaint(id: life.complaint.id, history: life.history)?.promises == life.complaint.promises
    }

    @Test func `a clock of registration runs from when it was registered, however long ago it came`() throws {
        var life = try Life(facts: Self.facts(.resolution, [.registration])) {
            $0.received = .instant(Desk.moment("2026-11-10", 9).instant)
        }
        #expect(life.due(.firstContact) == "2026-11-12" && life.due(.resolution) == "2026-11-25")
        var correction = CorrectionInput()
        correction.received = .instant(Desk.moment("2026-11-12", 9).instant)
        try life.perform(.correct(correction), by: Desk.iris)
        #expect(life.due(.firstContact) == "2026-11-16" && life.due(.resolution) == "2026-11-25")
        #expect(life.promise(.resolution)?.cause(in: life.complaint, history: life.history) == .registration)
        #expect(Self.replays(life))
    }

    @Test func `registered at the moment of receipt, a corrected receipt does not move it`() throws {
        var life = try Life(facts: Self.facts(.resolution, [.registration]))
        var correction = CorrectionInput()
        correction.received = .instant(Desk.moment("2026-11-12", 9).instant)
        try life.perform(.correct(correction), by: Desk.iris)
        #expect(life.due(.firstContact) == "2026-11-16" && life.due(.resolution) == "2026-11-25")
        #expect(Self.replays(life))
    }

    @Test func `a clock of assignment runs from the first handler, and from the first after a reopening`() throws {
        var life = try Life(facts: Self.facts(.resolution, [.assignment]))
        #expect(life.promise(.resolution) == nil)
        life.wait(until: "2026-11-23", 10)
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        #expect(life.due(.resolution) == "2026-11-26")
        life.wait(until: "2026-11-24", 10)
        try life.perform(.assign(to: StaffID(3), reason: "Druk."), by: Desk.mara)
        #expect(life.complaint.promises.count { $0.kind == .resolution } == 1 && life.due(.resolution) == "2026-11-26")
        try life.perform(.accept, by: Desk.joost)
        try life.perform(.resolve(.one("upheld")), by: Desk.joost)
        try life.perform(.reopen(reason: "Nee."), by: .customer)
        try life.perform(.decideReopening(granted: true, reason: "Ja."), by: Desk.mara)
        #expect(life.state(.resolution) == .kept)
        life.wait(until: "2026-11-25", 10)
        try life.perform(.assign(to: StaffID(2), reason: "Een ander kijkt."), by: Desk.mara)
        #expect(life.due(.resolution) == "2026-11-30" && life.state(.resolution) == .open)
        #expect(life.promise(.resolution)?.cause(in: life.complaint, history: life.history) == .assignment)
        #expect(Self.replays(life))
    }

    @Test func `a clock of contact runs from the contact itself, and not from an attempt`() throws {
        var life = try Life(facts: Self.facts(.resolution, [.contact]))
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        try life.perform(.contact(.voicemail, at: nil, note: nil), by: Desk.hassan)
        #expect(life.promise(.resolution) == nil)
        life.wait(until: "2026-11-25", 10)
        try life.perform(.contact(.reached, at: Desk.moment("2026-11-23", 11).instant, note: nil), by: Desk.hassan)
        #expect(life.due(.resolution) == "2026-11-26" && life.state(.firstContact) == .kept)
        try life.perform(.contact(.reached, at: nil, note: nil), by: Desk.hassan)
        #expect(life.complaint.promises.count { $0.kind == .resolution } == 1)
        #expect(life.promise(.resolution)?.cause(in: life.complaint, history: life.history) == .contact)
        #expect(Self.replays(life))
        // A graver complaint gets its shorter term here too.
        var shorter = PromiseRule(.resolution, within: .workingDays(1))
        (shorter.severities, shorter.starts) = ([.critical], [.contact])
        life.facts.procedure.promises.insert(shorter, at: 0)
        var judged = ClassificationInput()
        (judged.severity, judged.reasons) = ("critical", ["safety"])
        try life.perform(.classify(judged), by: Desk.hassan)
        #expect(life.due(.resolution) == "2026-11-24")
    }

    @Test func `what is reopened starts again only what the document says`() throws {
        var life = try Life(facts: Self.facts(.resolution, [.receipt]))
        try life.perform(.withdraw(reason: ""), by: .customer)
        try life.perform(.reopen(reason: "Toch."), by: .customer)
        try life.perform(.decideReopening(granted: true, reason: "Ja."), by: Desk.mara)
        #expect(life.state(.resolution) == .withdrawn && life.state(.firstContact) == .open)
    }

    @Test func `a clock of contact runs anew after a reopening, also for whoever accepted before getting in touch`() throws {
        var life = try Life(facts: Self.facts(.resolution, [.contact]))
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        try life.perform(.contact(.reached, at: nil, note: nil), by: Desk.hassan)
        try life.perform(.resolve(.one("upheld")), by: Desk.hassan)
        try life.perform(.reopen(reason: "Nee."), by: .customer)
        try life.perform(.decideReopening(granted: true, reason: "Ja."), by: Desk.mara)
        life.wait(until: "2026-11-25", 10)
        try life.perform(.accept, by: Desk.hassan)
        try life.perform(.contact(.reached, at: nil, note: nil), by: Desk.hassan)
        #expect(life.complaint.promises.count { $0.kind == .resolution } == 2)
        #expect(life.state(.resolution) == .open && life.due(.resolution) == "2026-11-30")
        try life.perform(.contact(.reached, at: nil, note: nil), by: Desk.hassan)
        #expect(life.complaint.promises.count { $0.kind == .resolution } == 2)
        #expect(Self.replays(life))
    }

    // MARK: The acknowledgement

    private static func acknowledging(_ change: (inout PromiseRule) -> Void = { _ in }) -> Facts {
        var facts = facts(.acknowledgement, [.receipt], within: .workingDays(1))
        change(&facts.procedure.promises[facts.procedure.promises.count - 1])
        return facts
    }

    @Test func `the acknowledgement is kept at once where it is told or mailed, and shown among the steps`() throws {
        for channel in ["phone", "email", "web", "letter"] {
            let life = try Life(facts: Self.acknowledging()) { $0.channel = channel }
            #expect(life.promise(.acknowledgement)?.metAt == life.now.instant, "\(channel)")
            let conduct = Conduct(of: life.complaint, history: life.history, at: life.now.instant)
            let step = conduct.steps.first {
                if case .promise(let promise) = $0.subject { promise.kind == .acknowledgement } else { false }
            }
            #expect(step?.verdict == .inTime && step?.sequence == 1)
            #expect(Self.replays(life))
        }
    }

    @Test func `who is spoken with knows, without an address too; who would have paper is mailed only where it can't be posted`() throws {
        func isKnown(_ channel: String, _ customer: PersonInput) throws -> Bool {
            try Life(facts: Self.acknowledging()) { ($0.channel, $0.customer) = (channel, customer) }.promise(.acknowledgement)?.metAt
                != nil
        }
        let phone = PersonInput(name: "Anna de Vries", phone: "0612345678")
        #expect(try isKnown("phone", phone) && isKnown("counter", phone) && !isKnown("web", phone))
        var paper = PersonInput(name: "Anna de Vries", email: "anna@example.nl")
        paper.preferredContact = "letter"
        #expect(try isKnown("web", paper))
        paper.address = "Dorpsstraat 1\n1234 AB Ons Dorp"
        #expect(try !isKnown("web", paper))
    }

    @Test func `on paper it is kept once the letter was posted, and broken when that is later than promised`() throws {
        func life() throws -> Life {
            try Life(facts: Self.acknowledging()) { input in
                input.channel = "letter"
                input.customer = PersonInput(name: "Anna de Vries", address: "Dorpsstraat 1\n1234 AB Ons Dorp")
            }
        }
        var posted = try life()
        #expect(posted.state(.acknowledgement) == .open && posted.due(.acknowledgement) == "2026-11-23")
        posted.facts.waitingLetters = [LetterID(5)]
        try posted.perform(.informed(LetterID(5), by: .posted, at: nil), by: Desk.iris)
        #expect(posted.state(.acknowledgement) == .kept && posted.state(.firstContact) == .open)
        var called = try life()
        called.wait(until: "2026-11-24", 10)
        #expect(called.state(.acknowledgement) == .broken)
        try called.perform(.contact(.reached, at: nil, note: nil), by: Desk.iris)
        #expect(called.state(.acknowledgement) == .broken && called.promise(.acknowledgement)?.metAt != nil)
    }

    @Test func `where no mail is sent, a letter that only waits keeps nothing until somebody tells what it says, and can be too late`()
        throws
    {
        var facts = Self.acknowledging()
        facts.sendsMail = false
        var told = try Life(facts: facts) { $0.channel = "web" }
        #expect(told.state(.acknowledgement) == .open && told.due(.acknowledgement) == "2026-11-23")
        told.facts.waitingLetters = [LetterID(5)]
        try told.perform(.informed(LetterID(5), by: .told, at: nil), by: Desk.iris)
        #expect(told.state(.acknowledgement) == .kept)
        var silent = try Life(facts: facts) { $0.channel = "web" }
        silent.wait(until: "2026-11-24", 10)
        #expect(silent.state(.acknowledgement) == .broken)
        #expect(try Life(facts: facts) { $0.channel = "phone" }.state(.acknowledgement) == .kept)
    }

    @Test func `a document can ask for more than registering it, and a letter that is not written keeps nothing`() throws {
        let asked = try Life(facts: Self.acknowledging { $0.ends = [.contact] })
        #expect(asked.promise(.acknowledgement)?.metAt == nil)
        var silent = Self.acknowledging()
        silent.procedure.silentLetters = [Procedure.acknowledgingLetter]
        #expect(try Life(facts: silent) { $0.channel = "web" }.promise(.acknowledgement)?.metAt == nil)
        #expect(try Life().promise(.acknowledgement) == nil)
    }
}
