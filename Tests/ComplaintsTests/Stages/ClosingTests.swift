import Complaints
import Testing

struct ClosingTests {
    /// At work, with something promised by hand for Friday the 27th.
    private static func promised() throws -> (life: Life, ordinal: Int) {
        var life = try Life.atWork()
        try life.perform(.promise("Monteur langs.", due: "2026-11-27"), by: Desk.hassan)
        return (life, try #require(life.promise(.byHand)).ordinal)
    }

    @Test func `what is solved is closed, and what was still owed is not any more`() throws {
        var life = try Life.resolved()
        #expect(life.state(.firstContact) == .open)
        try life.perform(.close, by: Desk.hassan)
        #expect(life.complaint.phase == .closed)
        #expect(life.state(.firstContact) == .withdrawn)
        #expect(life.state(.resolution) == .kept)
    }

    @Test func `while the customer waits for an answer nothing is closed in passing`() throws {
        var life = try Life.resolved()
        try life.complaint.checkClosingInPassing()
        try life.perform(.receiveAnswer("Het is nog stuk.", through: .web), by: .customer)
        #expect(throws: Refusal.reactionWaits) { try life.complaint.checkClosingInPassing() }
        #expect(life.refusal(of: .close, by: Desk.hassan) == nil)
    }

    @Test func `what was promised by hand is kept or taken back before anything is closed`() throws {
        let (begun, ordinal) = try Self.promised()
        var life = begun
        try life.perform(.resolve(.one("upheld")), by: Desk.hassan)
        #expect(life.refusal(of: .close, by: Desk.hassan) == "promise-owed" && life.complaint.owedByHand?.ordinal == ordinal)
        var kept = life
        try kept.perform(.keepPromise(ordinal, at: nil, note: nil), by: Desk.hassan)
        #expect(kept.refusal(of: .close, by: Desk.hassan) == nil && kept.complaint.owedByHand == nil)
        var taken = life
        try taken.perform(.dropPromise(ordinal, reason: "U redde het zelf."), by: Desk.hassan)
        #expect(taken.refusal(of: .close, by: Desk.hassan) == nil && taken.state(.byHand) == .withdrawn)
    }

    @Test func `what was promised by hand and not done is taken back late, and stays broken`() throws {
        let (begun, ordinal) = try Self.promised()
        var life = begun
        try life.perform(.resolve(.one("upheld")), by: Desk.hassan)
        life.wait(until: "2026-11-30", 9)
        #expect(life.refusal(of: .movePromise(ordinal, to: "2026-12-04", reason: "x"), by: Desk.hassan) == "promise-overdue")
        #expect(life.refusal(of: .close, by: Desk.hassan) == "promise-owed")
        #expect(life.complaint.movablePromises(at: life.now.instant).isEmpty)
        #expect(life.complaint.droppablePromises(at: life.now.instant) == [ordinal])
        try life.perform(.dropPromise(ordinal, reason: "De monteur kwam niet."), by: Desk.hassan)
        #expect(life.state(.byHand) == .broken && life.refusal(of: .close, by: Desk.hassan) == nil)
    }

    @Test func `what was promised by hand never keeps a customer from withdrawing`() throws {
        var life = try Self.promised().life
        try life.perform(.withdraw(reason: ""), by: .customer)
        #expect(life.complaint.phase == .withdrawn && life.state(.byHand) == .withdrawn)
    }

    @Test func `what was broken when it was withdrawn stays broken`() throws {
        var life = try Life()
        life.wait(until: "2026-11-25", 9)
        try life.perform(.withdraw(reason: "Laat maar."), by: .customer)
        #expect(life.state(.firstContact) == .broken)
        #expect(life.state(.resolution) == .withdrawn)
        #expect(!life.complaint.isLate(at: life.now.instant))
    }

    @Test func `a customer withdraws without a reason, staff with the one they heard`() throws {
        let life = try Life.atWork()
        #expect(life.problems(of: .withdraw(reason: ""), by: Desk.iris) == ["reason missing"])
        #expect(life.refusal(of: .withdraw(reason: ""), by: .customer) == nil)
    }

    @Test func `to refer takes to whom and why`() throws {
        var life = try Life.atWork()
        #expect(life.problems(of: .refer(to: "", reason: " "), by: Desk.hassan) == ["to missing", "reason missing"])
        try life.perform(.refer(to: "KPN", reason: "Het is hun lijn."), by: Desk.hassan)
        #expect(life.complaint.phase == .referred)
        #expect(!life.complaint.phase.isOpen)
    }

    @Test func `nothing is closed that was not solved, and nothing withdrawn that was`() throws {
        #expect(try Life.atWork().refusal(of: .close, by: Desk.hassan) == "not-possible-now")
        #expect(try Life.resolved().refusal(of: .withdraw(reason: "x"), by: .customer) == "not-possible-now")
        #expect(try Life.resolved().refusal(of: .refer(to: "x", reason: "y"), by: Desk.hassan) == "not-possible-now")
    }
}
