import Complaints
import Testing

struct InvestigationTests {
    private func found(_ direct: String?, _ root: String?, _ whys: [String] = []) -> ComplaintCommand {
        var input = InvestigationInput()
        (input.direct, input.root, input.whys) = (direct, root, whys)
        return .investigate(input)
    }

    @Test func `direct cause, root cause and the whys between them; what counts is the root`() throws {
        var life = try Life.atWork()
        try life.perform(found("people", "process", ["De update ging fout.", "", "Er is geen controle."]), by: Desk.hassan)
        #expect(
            life.complaint.investigation
                == Investigation(direct: .people, root: .process, whys: [Passage("De update ging fout."), Passage("Er is geen controle.")]))
        #expect(life.complaint.cause == .process)
        try life.perform(found("supplier", nil), by: Desk.mara)
        #expect(life.complaint.cause == .supplier && life.complaint.investigation?.whys == [])
    }

    @Test func `a Dutch name will do, and a solution without a cause leaves what was found`() throws {
        var life = try Life.atWork()
        try life.perform(found("Leverancier", "verwachting/contract"), by: Desk.hassan)
        #expect(life.complaint.cause == .expectation)
        try life.perform(.resolve(.one("upheld")), by: Desk.hassan)
        #expect(life.complaint.cause == .expectation)
        try life.perform(found(nil, "technology"), by: Desk.hassan)
        #expect(life.complaint.cause == .technology)
    }

    @Test func `undone, it is as if nothing was found`() throws {
        var life = try Life.atWork()
        try life.perform(found("people", nil), by: Desk.hassan)
        try life.perform(.undo(from: nil), by: Desk.hassan)
        #expect(life.complaint.investigation == nil && life.complaint.cause == nil)
    }

    @Test func `a cause that was switched off can't be chosen, but stays where it was`() throws {
        var life = try Life.atWork()
        try life.perform(found("people", nil), by: Desk.hassan)
        life.facts.causes = CauseList(
            version: 2,
            items: [
                NatureItem("people", "Mens", "People", isActive: false), NatureItem("external", "Extern", "External", isActive: false),
                NatureItem("planning", "Planning", "Planning"),
            ])
        #expect(life.problems(of: found("external", "process"), by: Desk.hassan) == ["direct unknown", "root unknown"])
        try life.perform(found("people", "planning"), by: Desk.hassan)
        #expect(life.complaint.cause?.rawValue == "planning")
        var resolution = ResolutionInput.one("upheld")
        resolution.cause = "external"
        #expect(life.problems(of: .resolve(resolution), by: Desk.hassan) == ["cause unknown"])
        resolution.cause = "people"
        #expect(life.refusal(of: .resolve(resolution), by: Desk.hassan) == nil)
    }

    @Test func `nothing at all, six whys, and one that is too long are named`() throws {
        let life = try Life.atWork()
        #expect(life.problems(of: found(nil, nil, ["", " "]), by: Desk.hassan) == ["direct missing"])
        #expect(life.problems(of: found(nil, nil, Array(repeating: "x", count: 6)), by: Desk.hassan) == ["whys too-many"])
        #expect(life.problems(of: found("people", nil, [String(repeating: "x", count: 501)]), by: Desk.hassan) == ["why-1 too-long"])
    }

    @Test func `by the handler or the manager, until it is withdrawn or merged`() throws {
        var life = try Life.atWork()
        #expect(life.refusal(of: found("people", nil), by: Desk.iris) == "not-there")
        #expect(life.refusal(of: found("people", nil), by: Desk.joost) == "not-there")
        #expect(try Life.closed().refusal(of: found("people", nil), by: Desk.hassan) == nil)
        try life.perform(.withdraw(reason: "Laat."), by: .customer)
        #expect(life.refusal(of: found("people", nil), by: Desk.hassan) == "not-possible-now")
    }
}
