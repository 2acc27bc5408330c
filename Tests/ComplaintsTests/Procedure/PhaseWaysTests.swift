import Complaints
import Testing

/// An act that moves a complaint to another phase can be done where its procedure leads there, and nowhere else.
struct PhaseWaysTests {
    /// The standard procedure without one way.
    private static func without(_ from: Phase, _ to: Phase) -> Facts {
        var facts = Desk.facts
        facts.procedure.phases = facts.procedure.phases.map { phase in
            var phase = phase
            if phase.phase == from {
                phase.then.removeAll { $0 == to }
                phase.back.removeAll { $0 == to }
            }
            return phase
        }
        return facts
    }

    private static func atWork(_ facts: Facts) throws -> Life {
        var life = try Life(facts: facts)
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        return life
    }

    private static func refusal(_ command: ComplaintCommand, _ life: Life, _ actor: Actor) -> Refusal? {
        do { _ = try life.complaint.decide(command, by: actor, at: life.now, with: life.facts) } catch { return error }
        return nil
    }

    @Test func `what the procedure does not lead to is refused by name, and not offered`() throws {
        var life = try Self.atWork(Self.without(.inProgress, .referred))
        let refer = ComplaintCommand.refer(to: "KPN", reason: "Hun lijn.")
        #expect(Self.refusal(refer, life, Desk.hassan) == nil)
        try life.perform(.accept, by: Desk.hassan)
        let refused = Refusal.notLed(
            from: Bilingual("In behandeling", "In progress"), to: Bilingual("Doorverwezen", "Referred"), version: 1)
        #expect(Self.refusal(refer, life, Desk.hassan) == refused && refused.code == "not-in-procedure")
        let possible = life.complaint.possibleActs(for: Desk.hassan, under: life.facts.procedure)
        #expect(!possible.contains(.refer) && possible.contains(.resolve) && possible.contains(.ask))
        #expect(life.complaint.possibleActs(for: Desk.hassan, under: .standard).contains(.refer))
    }

    @Test func `whoever asks before accepting accepts by that, where both ways are open`() throws {
        let life = try Self.atWork(Desk.facts)
        #expect(life.refusal(of: .ask("Welke?"), by: Desk.hassan) == nil)
        let closed = try Self.atWork(Self.without(.inProgress, .waitingForCustomer))
        #expect(closed.refusal(of: .ask("Welke?"), by: Desk.hassan) == "not-in-procedure")
    }

    @Test func `whoever handles what was reopened takes it up, whatever the document says, as getting in touch does by itself`() throws {
        var life = try Life.closed()
        try life.perform(.reopen(reason: "Nee."), by: .customer)
        try life.perform(.decideReopening(granted: true, reason: "Ja."), by: Desk.mara)
        life.facts.procedure = Self.without(.reopened, .inProgress).procedure
        #expect(life.complaint.phase == .reopened)
        var called = life
        try called.perform(.contact(.reached, at: nil, note: nil), by: Desk.hassan)
        #expect(called.complaint.phase == .inProgress)
        #expect(life.complaint.possibleActs(for: Desk.hassan, under: life.facts.procedure).contains(.accept))
        try life.perform(.accept, by: Desk.hassan)
        #expect(life.complaint.phase == .inProgress)
    }

    @Test func `the way back is the document's too: to the manager, and out of a merging`() throws {
        var life = try Self.atWork(Self.without(.assigned, .received))
        #expect(life.refusal(of: .return(reason: "Druk."), by: Desk.hassan) == "not-in-procedure")
        life = try Self.atWork(Self.without(.duplicate, .assigned))
        life.facts.duplicateChain = [ComplaintID(8)]
        try life.perform(.duplicate(of: ComplaintID(8)), by: Desk.iris)
        #expect(life.refusal(of: .notDuplicate, by: Desk.iris) == "not-in-procedure")
        // A slip is taken back all the same: it is then as if it had not been done.
        #expect(life.refusal(of: .undo(from: nil), by: Desk.iris) == nil)
    }

    @Test func `where closed is the end nobody asks to look again, and a decision can only be no`() throws {
        var life = try Life.closed()
        life.facts.procedure = Self.without(.closed, .reopened).procedure
        #expect(!life.complaint.possibleActs(for: .customer, under: life.facts.procedure).contains(.reopen))
        #expect(life.refusal(of: .reopen(reason: "Nee."), by: .customer) == "not-in-procedure")
        life.facts.procedure = .standard
        try life.perform(.reopen(reason: "Nee."), by: .customer)
        life.facts.procedure = Self.without(.closed, .reopened).procedure
        #expect(life.refusal(of: .decideReopening(granted: true, reason: "Ja."), by: Desk.mara) == "not-in-procedure")
        #expect(life.refusal(of: .decideReopening(granted: false, reason: "Nee."), by: Desk.mara) == nil)
    }

    @Test func `a solution on the first call goes by the document as well`() throws {
        func register(_ facts: Facts) -> Refusal? {
            var input = RegistrationInput()
            input.story = "Het werkt niet."
            input.customer = PersonInput(name: "Anna de Vries", phone: "0612345678")
            input.firstCallSolution = ResolutionInput()
            do { _ = try Complaint.registering(input, number: Desk.number, by: Desk.iris, at: Desk.friday, with: facts) } catch {
                return error
            }
            return nil
        }
        #expect(register(Desk.facts) == nil)
        #expect(register(Self.without(.received, .resolved))?.code == "not-in-procedure")
    }

    @Test func `no document keeps a complaint with a handler who is not there any more`() throws {
        var life = try Self.atWork(Self.without(.inProgress, .assigned))
        try life.perform(.accept, by: Desk.hassan)
        life.facts.colleagues[StaffID(2)] = Colleague(id: StaffID(2), roles: [.handler], isActive: false)
        #expect(life.complaint.possibleActs(for: Desk.mara, under: life.facts.procedure).contains(.assign))
        try life.perform(.assign(to: StaffID(3), reason: "Hassan is weg."), by: Desk.mara)
        #expect(life.complaint.phase == .assigned && life.refusal(of: .accept, by: Desk.joost) == nil)
    }

    @Test func `no document keeps a customer from withdrawing, or from being heard`() throws {
        var life = try Self.atWork(Self.without(.inProgress, .withdrawn))
        try life.perform(.ask("Welke?"), by: Desk.hassan)
        life.facts.procedure = Self.without(.waitingForCustomer, .inProgress).procedure
        #expect(life.refusal(of: .receiveAnswer("Die.", through: .web), by: .customer) == nil)
        life.facts.procedure = Self.without(.waitingForCustomer, .withdrawn).procedure
        #expect(life.refusal(of: .withdraw(reason: ""), by: .customer) == nil)
        #expect(life.refusal(of: .withdraw(reason: "Belde."), by: Desk.hassan) == "not-in-procedure")
    }
}
