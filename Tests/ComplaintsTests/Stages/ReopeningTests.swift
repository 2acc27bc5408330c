import Complaints
import Testing

struct ReopeningTests {
    @Test func `the customer asks, the manager grants, and both promises are made anew`() throws {
        var life = try Life.closed()
        life.wait(until: "2026-12-01", 10)
        try life.perform(.reopen(reason: "Weer stil."), by: .customer)
        #expect(life.complaint.phase == .closed)
        #expect(life.complaint.reopeningRequest?.text == "Weer stil.")
        try life.perform(.decideReopening(granted: true, reason: "U heeft gelijk."), by: Desk.mara)
        #expect(life.complaint.phase == .reopened)
        #expect(life.complaint.promises.map(\.ordinal) == [1, 2, 3, 4])
        #expect(life.due(.firstContact) == "2026-12-03")
        #expect(life.due(.resolution) == "2026-12-15")
        #expect(life.complaint.outcome == nil)
        #expect(life.complaint.resolvedAt == nil)
        #expect(life.complaint.reopeningRequest == nil)
    }

    @Test func `while the customer asks to look again nobody closes it`() throws {
        var life = try Life.resolved()
        try life.perform(.reopen(reason: "Toch niet."), by: .customer)
        #expect(life.refusal(of: .close, by: Desk.hassan) == "not-possible-now")
        #expect(!life.complaint.possibleActs(for: Desk.hassan, under: life.facts.procedure).contains(.close))
        try life.perform(.decideReopening(granted: false, reason: "Niets nieuws."), by: Desk.mara)
        #expect(life.refusal(of: .close, by: Desk.hassan) == nil)
    }

    @Test func `refused, it stays as it was and may be asked again`() throws {
        var life = try Life.closed()
        try life.perform(.reopen(reason: "Toch."), by: .customer)
        try life.perform(.decideReopening(granted: false, reason: "Niets nieuws."), by: Desk.mara)
        #expect(life.complaint.phase == .closed)
        #expect(life.complaint.promises.count == 2)
        #expect(life.refusal(of: .reopen(reason: "Nog eens."), by: .customer) == nil)
    }

    @Test func `six weeks after closing the customer may still ask, a day later only the manager`() throws {
        var life = try Life.closed()
        life.wait(until: "2027-01-01", 23, 59)
        #expect(life.refusal(of: .reopen(reason: "x"), by: .customer) == nil)
        life.wait(until: "2027-01-02", 0)
        #expect(throws: Refusal.reopeningTooLate(until: "2027-01-01")) {
            try life.complaint.decide(.reopen(reason: "x"), by: .customer, at: life.now, with: life.facts)
        }
        #expect(life.refusal(of: .reopen(reason: "x"), by: Desk.iris) == "reopening-too-late")
        #expect(life.refusal(of: .reopen(reason: "x"), by: Desk.mara) == nil)
    }

    @Test func `one request at a time, a decision only on a request, both with reasons`() throws {
        var life = try Life.resolved()
        #expect(life.refusal(of: .decideReopening(granted: true, reason: "x"), by: Desk.mara) == "not-possible-now")
        #expect(life.problems(of: .reopen(reason: ""), by: .customer) == ["reason missing"])
        try life.perform(.reopen(reason: "Nee."), by: .customer)
        #expect(life.refusal(of: .reopen(reason: "Nee!"), by: .customer) == "not-possible-now")
        #expect(life.problems(of: .decideReopening(granted: nil, reason: ""), by: Desk.mara) == ["granted missing", "reason missing"])
        #expect(life.refusal(of: .decideReopening(granted: true, reason: "x"), by: Desk.hassan) == "not-there")
    }

    @Test func `what is still open is not reopened`() throws {
        #expect(try Life.atWork().refusal(of: .reopen(reason: "x"), by: .customer) == "not-possible-now")
    }
}
