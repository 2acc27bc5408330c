import Complaints
import Testing

struct ConsultationTests {
    private func ask(_ id: StaffID? = StaffID(9), _ question: String = "Wat zegt het log?", due: Day? = "2026-11-23") -> ComplaintCommand {
        .consult(id, question: question, due: due)
    }

    @Test func `a colleague is asked, answers once, and then stands outside again`() throws {
        var life = try Life.atWork()
        try life.perform(ask(), by: Desk.hassan)
        #expect(life.complaint.possibleActs(for: Desk.peter) == [.contribute])
        try life.perform(.contribute(to: 1, "Schijf vol."), by: Desk.peter)
        #expect(life.complaint.consultations.first?.contribution?.text == "Schijf vol.")
        #expect(life.complaint.possibleActs(for: Desk.peter) == [.undo])
        #expect(life.refusal(of: .contribute(to: 1, "Nog iets."), by: Desk.peter) == "not-there")
    }

    @Test func `a colleague may be asked about a confidential file`() throws {
        var life = try Life.atWork { $0.isConfidential = true }
        try life.perform(ask(StaffID(3)), by: Desk.hassan)
        #expect(!life.complaint.isVisible(to: Desk.joost))
        #expect(life.complaint.possibleActs(for: Desk.joost) == [.contribute])
    }

    @Test func `another's question, or one that was never asked, is not open`() throws {
        var life = try Life.atWork()
        try life.perform(ask(StaffID(9)), by: Desk.hassan)
        try life.perform(ask(StaffID(3)), by: Desk.hassan)
        #expect(life.refusal(of: .contribute(to: 2, "x"), by: Desk.peter) == "consultation-not-open")
        #expect(life.refusal(of: .contribute(to: 3, "x"), by: Desk.peter) == "consultation-not-open")
        #expect(life.problems(of: .contribute(to: 1, " "), by: Desk.peter) == ["text missing"])
    }

    @Test func `whom, what and by when are needed and have to make sense`() throws {
        let life = try Life.atWork { $0.aboutStaff = StaffID(3) }
        #expect(life.problems(of: ask(nil, "", due: nil), by: Desk.hassan) == ["question missing", "colleague missing", "due missing"])
        #expect(life.problems(of: ask(StaffID(99)), by: Desk.hassan) == ["colleague unknown"])
        #expect(life.problems(of: ask(StaffID(3)), by: Desk.hassan) == ["colleague not-suitable"])
        #expect(life.problems(of: ask(Desk.gone), by: Desk.hassan) == ["colleague not-suitable"])
        #expect(life.problems(of: ask(StaffID(2)), by: Desk.hassan) == ["colleague itself"])
        #expect(life.problems(of: ask(due: "2026-11-19"), by: Desk.hassan) == ["due too-early"])
        #expect(life.problems(of: ask(due: "2026-11-20"), by: Desk.hassan) == [])
    }

    @Test func `customer service does not consult`() throws {
        #expect(try Life.atWork().refusal(of: ask(), by: Desk.iris) == "not-there")
    }
}
