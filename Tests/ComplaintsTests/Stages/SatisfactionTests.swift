import Complaints
import Testing

struct SatisfactionTests {
    private func answer(_ life: Life, _ change: (inout RatingInput) -> Void = { _ in }) -> ComplaintCommand {
        let closed = life.complaint.closedAt ?? life.now.instant
        var input = RatingInput(asked: closed, reached: closed)
        (input.solution, input.treatment) = ("satisfied", "somewhat")
        change(&input)
        return .rate(input)
    }

    @Test func `a satisfied customer's answer is kept, and nothing more happens`() throws {
        var life = try Life.closed()
        let happened = try life.perform(answer(life) { $0.mayContact = true }, by: .customer)
        #expect(happened.count == 1)
        #expect(life.complaint.rating == Rating(solution: .satisfied, treatment: .somewhat, mayContact: true))
        #expect(life.complaint.phase == .closed)
        #expect(!life.complaint.awaitsReaction)
    }

    @Test(arguments: [("dissatisfied", "satisfied"), ("satisfied", "dissatisfied")])
    func `not satisfied and may be reached: a request to reopen, to be judged in three working days`(both: (String, String)) throws {
        var life = try Life.closed()
        life.wait(until: "2026-11-24", 20)
        try life.perform(
            answer(life) {
                (($0.solution, $0.treatment), $0.mayContact) = (both, true)
                $0.remark = "Weer stil."
            }, by: .customer)
        #expect(life.complaint.reopeningRequest?.text == "Weer stil.")
        #expect(life.due(.review) == "2026-11-27")
        try life.perform(.decideReopening(granted: true, reason: "U heeft gelijk."), by: Desk.mara)
        #expect(life.state(.review) == .kept)
        #expect(life.complaint.phase == .reopened)
    }

    @Test func `without leave to get in touch nothing is reopened`() throws {
        var life = try Life.closed()
        try life.perform(answer(life) { $0.solution = "dissatisfied" }, by: .customer)
        #expect(life.complaint.reopeningRequest == nil)
        #expect(life.promise(.review) == nil)
    }

    @Test func `the handler does not judge their own work, not even as manager`() throws {
        let both = Actor(Desk.hassan.identity, roles: [.handler, .manager])
        var life = try Life.closed()
        try life.perform(answer(life) { ($0.solution, $0.mayContact) = ("dissatisfied", true) }, by: .customer)
        #expect(!life.complaint.possibleActs(for: both).contains(.decideReopening))
        #expect(life.refusal(of: .decideReopening(granted: true, reason: "x"), by: both) == "not-there")
        #expect(life.refusal(of: .decideReopening(granted: true, reason: "x"), by: Desk.mara) == nil)
    }

    @Test func `where nobody else may judge, the handler can look again, and can't say no`() throws {
        let both = Actor(Desk.hassan.identity, roles: [.handler, .manager])
        var life = try Life.closed()
        try life.perform(answer(life) { ($0.solution, $0.mayContact) = ("dissatisfied", true) }, by: .customer)
        life.facts.colleagues[StaffID(4)] = nil
        life.facts.colleagues[StaffID(2)] = Colleague(id: StaffID(2), roles: [.handler, .manager], isActive: true)
        let house = Array(life.facts.colleagues.values)
        #expect(life.complaint.possibleActs(for: both, among: house).contains(.decideReopening))
        #expect(!life.complaint.possibleActs(for: Desk.joost, among: house).contains(.decideReopening))
        #expect(life.refusal(of: .decideReopening(granted: false, reason: "Nee."), by: both) == "needs-other-judge")
        #expect(life.problems(of: .decideReopening(granted: nil, reason: ""), by: both) == ["granted missing", "reason missing"])
        try life.perform(.decideReopening(granted: true, reason: "Ja."), by: both)
        #expect(life.complaint.phase == .reopened && life.state(.review) == .kept)
        #expect(life.refusal(of: .assign(to: StaffID(3), reason: "Een ander kijkt."), by: both) == nil)
        try life.perform(.undo(from: nil), by: both)
        #expect(life.complaint.phase == .closed && life.complaint.needsOtherJudge)
    }

    @Test func `no judge: whom it is about, who left, and whoever the procedure doesn't name; a judge: whom it names`() throws {
        var life = try Life.closed()
        try life.perform(answer(life) { ($0.solution, $0.mayContact) = ("dissatisfied", true) }, by: .customer)
        func manager(_ id: Int64, isActive: Bool = true, _ role: Role = .manager) -> Colleague {
            Colleague(id: StaffID(id), roles: [role], isActive: isActive)
        }
        let procedure = life.facts.procedure
        #expect(life.complaint.hasOtherJudge(among: [manager(4)], under: procedure))
        #expect(!life.complaint.hasOtherJudge(among: [manager(2)], under: procedure))
        #expect(!life.complaint.hasOtherJudge(among: [manager(4, isActive: false)], under: procedure))
        #expect(!life.complaint.hasOtherJudge(among: [manager(1, .intake), manager(5, .management)], under: procedure))
        let away = Colleague(id: StaffID(4), roles: [.manager], isActive: true, isAway: true)
        #expect(!life.complaint.hasOtherJudge(among: [away], under: procedure), "who is away judges nothing")
        #expect(life.complaint.hasOtherJudge(among: [away, manager(3)], under: procedure), "who stands in does")
        var wider = procedure
        wider.acts[.decideReopening] = [.intake, .manager]
        #expect(life.complaint.hasOtherJudge(among: [manager(1, .intake)], under: wider))
        var input = ClassificationInput()
        input.aboutStaff = .staff(StaffID(4))
        try life.perform(.classify(input), by: Desk.hassan)
        #expect(!life.complaint.hasOtherJudge(among: [manager(4)], under: procedure))
    }

    @Test func `who asked to look again before is judged by somebody else too, and asks once`() throws {
        let both = Actor(Desk.hassan.identity, roles: [.handler, .manager])
        var life = try Life.closed()
        try life.perform(.reopen(reason: "Toch niet."), by: .customer)
        #expect(life.complaint.possibleActs(for: both).contains(.decideReopening))
        let happened = try life.perform(answer(life) { ($0.solution, $0.mayContact) = ("dissatisfied", true) }, by: .customer)
        #expect(happened.count == 1 && life.complaint.reopeningRequest?.text == "Toch niet.")
        #expect(life.promise(.review)?.isOutstanding == true)
        #expect(!life.complaint.possibleActs(for: both).contains(.decideReopening))
        try life.perform(.decideReopening(granted: false, reason: "Nee."), by: Desk.mara)
        #expect(life.state(.review) == .kept)
    }

    @Test func `once: a second answer is refused`() throws {
        var life = try Life.closed()
        try life.perform(answer(life), by: .customer)
        #expect(life.refusal(of: answer(life), by: .customer) == "not-possible-now")
    }

    @Test func `two weeks after it reached the customer it can still be answered, a day later not`() throws {
        var life = try Life.closed()
        life.wait(until: "2026-12-04", 23, 59)
        #expect(life.refusal(of: answer(life), by: .customer) == nil)
        life.wait(until: "2026-12-05", 0)
        #expect(life.refusal(of: answer(life), by: .customer) == "rating-too-late")
    }

    @Test func `what was asked about an earlier closing is over, and a new closing asks anew`() throws {
        var life = try Life.closed()
        let old = answer(life)
        try life.perform(answer(life), by: .customer)
        life.wait(until: "2026-11-23", 10)
        try life.perform(.reopen(reason: "Toch niet."), by: .customer)
        try life.perform(.decideReopening(granted: true, reason: "Ja."), by: Desk.mara)
        #expect(life.refusal(of: old, by: .customer) == "not-possible-now")
        try life.perform(.resolve(.one("upheld")), by: Desk.hassan)
        try life.perform(.close, by: Desk.hassan)
        #expect(life.complaint.rating == nil)
        #expect(life.refusal(of: old, by: .customer) == "rating-too-late")
        #expect(life.refusal(of: answer(life), by: .customer) == nil)
    }

    @Test func `withdrawn, merged or still open: nobody is asked`() throws {
        var withdrawn = try Life.atWork()
        try withdrawn.perform(.withdraw(reason: "Laat maar."), by: .customer)
        #expect(withdrawn.refusal(of: answer(withdrawn), by: .customer) == "not-possible-now")
        var merged = try Life.atWork()
        merged.facts.duplicateChain = [ComplaintID(8)]
        try merged.perform(.duplicate(of: ComplaintID(8)), by: Desk.hassan)
        #expect(merged.refusal(of: answer(merged), by: .customer) == "not-possible-now")
        let open = try Life.resolved()
        #expect(open.refusal(of: answer(open), by: .customer) == "not-possible-now")
    }

    @Test func `only the customer answers, and both questions`() throws {
        let life = try Life.closed()
        #expect(life.refusal(of: answer(life), by: Desk.mara) == "not-there")
        #expect(
            life.problems(of: answer(life) { ($0.solution, $0.treatment) = (nil, "boos") }, by: .customer)
                == ["solution missing", "treatment unknown"])
    }
}
