import Complaints
import Testing

/// Clocks that stand still, become shorter, begin at once or begin again, as the procedure says.
struct MovingClocksTests {
    private static func facts(_ change: (inout Procedure) -> Void) -> Facts {
        var facts = Desk.facts
        change(&facts.procedure)
        return facts
    }

    private static let waiting = facts { procedure in
        for index in procedure.promises.indices where procedure.promises[index].kind == .resolution {
            procedure.promises[index].pauses = [.waitingForCustomer]
        }
    }

    private static func atWork(_ facts: Facts) throws -> Life {
        var life = try Life(facts: facts)
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        try life.perform(.accept, by: Desk.hassan)
        return life
    }

    @Test func `while the customer is asked the clock stands still, and only the one that the procedure names`() throws {
        var life = try Self.atWork(Self.waiting)
        life.wait(until: "2026-11-23", 11)
        try life.perform(.ask("Welke mailbox?"), by: Desk.hassan)
        #expect(life.promise(.resolution)?.isWaiting == true && life.promise(.firstContact)?.isWaiting == false)
        life.wait(until: "2026-12-28", 9)
        #expect(life.state(.resolution) == .open && life.state(.firstContact) == .broken)
        #expect(life.complaint.nextPromise?.kind == .firstContact)
        try life.perform(.receiveAnswer("De mijne.", through: .phone), by: Desk.hassan)
        // Monday 23 November was the first day; Tuesday 29 December is the second.
        #expect(life.promise(.resolution)?.isWaiting == false && life.due(.resolution) == "2027-01-11")
        #expect(life.promise(.resolution)?.history.map(\.due) == [Desk.moment("2026-12-04", 17).instant])
    }

    @Test func `what the customer says to a proposal makes the clock run, and our answer makes it stand still again`() throws {
        var life = try Self.atWork(
            Self.facts { procedure in
                for index in procedure.promises.indices where procedure.promises[index].kind == .resolution {
                    procedure.promises[index].pauses = [.solutionProposed]
                }
            })
        life.wait(until: "2026-11-23", 11)
        try life.perform(.propose("Een nieuwe factuur."), by: Desk.hassan)
        #expect(life.promise(.resolution)?.isWaiting == true)
        life.wait(until: "2026-11-30", 9)
        try life.perform(.receiveAnswer("Dat is te weinig.", through: .web), by: .customer)
        #expect(life.complaint.phase == .solutionProposed && life.promise(.resolution)?.isWaiting == false)
        // Monday 23 November was the first day; Tuesday 1 December is the second.
        #expect(life.due(.resolution) == "2026-12-11")
        try life.perform(.answer("Wij doen er iets bij."), by: Desk.hassan)
        #expect(life.promise(.resolution)?.isWaiting == true)
        life.wait(until: "2026-12-01", 9)
        try life.perform(.resolve(.one("upheld")), by: Desk.hassan)
        #expect(life.state(.resolution) == .kept)
    }

    @Test func `a promise that was broken before stays broken`() throws {
        var life = try Self.atWork(Self.waiting)
        life.wait(until: "2026-12-07", 9)
        try life.perform(.ask("Nog iets?"), by: Desk.hassan)
        #expect(life.state(.resolution) == .broken && life.promise(.resolution)?.isWaiting == false)
    }

    @Test func `solved while waiting, it was kept`() throws {
        var life = try Self.atWork(Self.waiting)
        try life.perform(.ask("Welke?"), by: Desk.hassan)
        life.wait(until: "2026-12-22", 9)
        try life.perform(.resolve(.one("upheld")), by: Desk.hassan)
        #expect(life.state(.resolution) == .kept)
    }

    @Test func `undoing the question takes back that the clock stood still`() throws {
        var life = try Self.atWork(Self.waiting)
        let before = life.promise(.resolution)
        try life.perform(.ask("Welke?"), by: Desk.hassan)
        try life.perform(.undo(from: nil), by: Desk.hassan)
        #expect(life.promise(.resolution) == before)
    }

    @Test func `nothing stands still where the procedure does not say so`() throws {
        var life = try Self.atWork(Desk.facts)
        try life.perform(.ask("Welke?"), by: Desk.hassan)
        #expect(life.promise(.resolution)?.isWaiting == false && life.due(.resolution) == "2026-12-04")
    }

    private static func classify(_ severity: String, _ reasons: [String]) -> ComplaintCommand {
        var input = ClassificationInput()
        (input.severity, input.reasons) = (severity, reasons)
        return .classify(input)
    }

    @Test func `a graver complaint gets its shorter term, and keeps it`() throws {
        let facts = Self.facts { procedure in
            var rule = PromiseRule(.resolution, within: .workingDays(3))
            rule.severities = [.critical]
            procedure.promises.insert(rule, at: 0)
        }
        var life = try Life(facts: facts)
        #expect(life.due(.resolution) == "2026-12-04")
        try life.perform(Self.classify("critical", ["safety"]), by: Desk.mara)
        #expect(life.due(.resolution) == "2026-11-25" && life.due(.firstContact) == "2026-11-24")
        try life.perform(Self.classify("normal", []), by: Desk.mara)
        #expect(life.due(.resolution) == "2026-11-25")
    }

    private static let breach = facts { procedure in
        procedure.immediateSteps = [ImmediateStep(.privacy, within: .hours(72), step: Bilingual("Meld het", "Report it"))]
    }

    @Test func `a privacy breach starts a clock of 72 hours from when it was known, once`() throws {
        var life = try Life(facts: Self.breach)
        #expect(life.promise(.immediate) == nil)
        life.wait(until: "2026-11-21", 14, 30)
        try life.perform(Self.classify("serious", ["privacy"]), by: Desk.mara)
        #expect(life.promise(.immediate)?.due == Desk.moment("2026-11-24", 14, 30).instant && life.promise(.immediate)?.topic == "privacy")
        try life.perform(Self.classify("serious", ["money"]), by: Desk.mara)
        try life.perform(Self.classify("serious", ["privacy"]), by: Desk.mara)
        #expect(life.complaint.promises.count { $0.kind == .immediate } == 1)
        #expect(life.complaint.promises.map(\.ordinal) == [1, 2, 3])
        try life.perform(.withdraw(reason: "Opgelost"), by: Desk.mara)
        #expect(life.promise(.immediate)?.isOutstanding == true && life.complaint.nextForCustomer == nil)
    }

    @Test func `a call in time that is recorded late keeps what was promised, and the next term counts from the call`() throws {
        let facts = Self.facts { $0.promises.append(PromiseRule(.progress, within: .workingDays(5))) }
        var life = try Self.atWork(facts)
        life.wait(until: "2026-11-30", 10)
        try life.perform(.contact(.reached, at: Desk.moment("2026-11-27", 16).instant, note: nil), by: Desk.hassan)
        #expect(life.complaint.promises.filter { $0.kind == .progress }.map(\.metAt) == [Desk.moment("2026-11-27", 16).instant, nil])
        #expect(life.due(.progress) == "2026-12-04")
    }

    @Test func `on the first call nobody goes round what the procedure says of solutions`() throws {
        func register(by actor: Actor, amount: String, _ change: (inout Procedure) -> Void) throws(Refusal) {
            var input = RegistrationInput()
            input.story = "Het werkt niet."
            input.customer = PersonInput(name: "Anna de Vries", phone: "0612345678")
            input.firstCallSolution = ResolutionInput()
            input.firstCallSolution?.remedyAmount = amount
            _ = try Complaint.registering(input, number: Desk.number, by: actor, at: Desk.friday, with: Self.facts(change))
        }
        let limit = { (procedure: inout Procedure) in
            procedure.remedyLimits = [RemedyLimit(above: Money(cents: 50_000), by: .manager)]
        }
        #expect(throws: Refusal.needsSecondPair(above: Money(cents: 50_000))) { try register(by: Desk.iris, amount: "500,01", limit) }
        try register(by: Desk.iris, amount: "500", limit)
        // Nor does a manager alone: nobody else has looked at it.
        #expect(throws: Refusal.needsSecondPair(above: Money(cents: 50_000))) { try register(by: Desk.mara, amount: "500,01", limit) }
        let reserved = { (procedure: inout Procedure) in procedure.acts = [.resolve: [.manager]] }
        #expect(throws: Refusal.notAllowed(.resolve)) { try register(by: Desk.iris, amount: "1", reserved) }
        try register(by: Desk.mara, amount: "1", reserved)
    }

    @Test func `whoever was told how far it is will hear again within the same term`() throws {
        let facts = Self.facts { $0.promises.append(PromiseRule(.progress, within: .workingDays(5))) }
        var life = try Self.atWork(facts)
        #expect(life.due(.progress) == "2026-11-27")
        life.wait(until: "2026-11-24", 10)
        try life.perform(.contact(.voicemail, at: nil, note: nil), by: Desk.hassan)
        #expect(life.due(.progress) == "2026-11-27")
        try life.perform(.answer("Wij zijn nog bezig."), by: Desk.hassan)
        #expect(
            life.due(.progress) == "2026-12-01"
                && life.complaint.promises.filter { $0.kind == .progress }.map(\.isOutstanding) == [false, true])
        try life.perform(.resolve(.one("upheld")), by: Desk.hassan)
        #expect(life.complaint.promises.allSatisfy { $0.kind != .progress || !$0.isOutstanding })
    }

    @Test func `a statutory term runs beside the company's own, and moves on from a weekend`() throws {
        let facts = Self.facts { $0.promises.append(PromiseRule(.statutory, within: .weeks(6))) }
        let life = try Life(at: Desk.moment("2026-11-14", 12), facts: facts)
        // Saturday 26 December is a holiday, so are Sunday and nothing after: Monday.
        #expect(life.due(.statutory) == "2026-12-28" && life.due(.resolution) == "2026-11-27")
    }

    @Test func `what may end a promise is the procedure's to say`() throws {
        let facts = Self.facts { $0.promises[0].ends = [.resolve] }
        var life = try Self.atWork(facts)
        try life.perform(.contact(.reached, at: nil, note: nil), by: Desk.hassan)
        #expect(life.state(.firstContact) == .open)
    }
}
