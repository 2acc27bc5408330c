import Complaints
import Testing

struct ClosingTests {
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
