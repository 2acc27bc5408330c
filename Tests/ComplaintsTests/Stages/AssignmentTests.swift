import Complaints
import Testing

struct AssignmentTests {
    @Test func `the manager assigns and the handler accepts`() throws {
        var life = try Life()
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        #expect(life.complaint.handler == StaffID(2))
        #expect(life.complaint.phase == .assigned)
        try life.perform(.accept, by: Desk.hassan)
        #expect(life.complaint.phase == .inProgress)
    }

    @Test func `somebody new has to accept again`() throws {
        var life = try Life.atWork()
        try life.perform(.assign(to: StaffID(3), reason: "Hassan is ziek."), by: Desk.mara)
        #expect(life.complaint.phase == .assigned)
        #expect(life.complaint.handler == StaffID(3))
    }

    @Test func `what the customer was asked stands when somebody new takes over`() throws {
        var life = try Life.atWork()
        try life.perform(.ask("Welke factuur?"), by: Desk.hassan)
        try life.perform(.assign(to: StaffID(3), reason: "Hassan is ziek."), by: Desk.mara)
        #expect(life.complaint.phase == .waitingForCustomer)
    }

    @Test func `the handler's first act is also the acceptance, that of customer service is not`() throws {
        var life = try Life()
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        try life.perform(.contact(.reached, at: nil, note: nil), by: Desk.iris)
        #expect(life.complaint.phase == .assigned)
        try life.perform(.contact(.voicemail, at: nil, note: nil), by: Desk.hassan)
        #expect(life.complaint.phase == .inProgress)
    }

    @Test func `a handler gives it back with a reason and it waits for the manager`() throws {
        var life = try Life.atWork()
        try life.perform(.return(reason: "Ik ken de klant."), by: Desk.hassan)
        #expect(life.complaint.phase == .received)
        #expect(life.complaint.handler == nil)
    }

    @Test func `giving it back needs a reason`() throws {
        #expect(try Life.atWork().problems(of: .return(reason: " "), by: Desk.hassan) == ["reason missing"])
    }

    @Test func `whoever is nobody, gone, no handler, the same or the one it is about is not assigned`() throws {
        var life = try Life { $0.aboutStaff = StaffID(3) }
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        let expected: [(StaffID?, String)] = [
            (nil, "handler missing"), (StaffID(99), "handler unknown"), (Desk.gone, "handler not-suitable"),
            (StaffID(1), "handler not-suitable"),
            (StaffID(2), "handler itself"), (StaffID(3), "handler not-suitable"),
        ]
        for (id, problem) in expected { #expect(life.problems(of: .assign(to: id, reason: "Druk."), by: Desk.mara) == [problem]) }
    }

    @Test func `what nobody can read is no reason to hand over`() throws {
        let life = try Life.atWork()
        for reason in ["–", "\u{200B}", "\u{2060}", "?!"] {
            #expect(life.problems(of: .assign(to: StaffID(3), reason: reason), by: Desk.mara) == ["reason missing"])
        }
        #expect(life.problems(of: .assign(to: StaffID(3), reason: "Ziek."), by: Desk.mara) == [])
    }

    @Test func `handing over says why; whoever gets it first needs no reason, and a program may leave it out`() throws {
        var life = try Life.atWork()
        #expect(life.problems(of: .assign(to: StaffID(3)), by: Desk.mara) == ["reason missing"])
        #expect(life.problems(of: .assign(to: StaffID(3), reason: " "), by: Desk.mara) == ["reason missing"])
        #expect(life.refusal(of: .assign(to: StaffID(3)), by: Actor(.token(1), roles: [.manager])) == nil)
        try life.perform(.return(reason: "Ik ken de klant."), by: Desk.hassan)
        #expect(life.refusal(of: .assign(to: StaffID(3)), by: Desk.mara) == nil)
    }

    @Test func `nobody but the manager assigns, and nobody accepts twice`() throws {
        let life = try Life.atWork()
        #expect(throws: Refusal.notAllowed(.assign)) {
            try life.complaint.decide(.assign(to: StaffID(3)), by: Desk.hassan, at: life.now, with: life.facts)
        }
        #expect(life.refusal(of: .accept, by: Desk.hassan) == "not-possible-now")
    }

    @Test func `a complaint that turns out to be about its handler is nobody's again`() throws {
        var life = try Life.atWork()
        var input = ClassificationInput()
        input.aboutStaff = .staff(StaffID(2))
        try life.perform(.classify(input), by: Desk.mara)
        #expect(life.complaint.handler == nil)
        #expect(life.complaint.phase == .received)
        #expect(life.refusal(of: .note("x"), by: Desk.hassan) == "not-there")
    }

    @Test func `what was reopened without a handler can't be accepted by nobody`() throws {
        var life = try Life()
        try life.perform(.withdraw(reason: ""), by: .customer)
        try life.perform(.reopen(reason: "Toch niet."), by: .customer)
        try life.perform(.decideReopening(granted: true, reason: "Goed."), by: Desk.mara)
        #expect(life.refusal(of: .accept, by: Desk.mara) == "not-possible-now")
    }
}
