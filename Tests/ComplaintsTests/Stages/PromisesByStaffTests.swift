import Complaints
import Testing

struct PromisesByStaffTests {
    private func extend(
        _ life: Life, by more: Int? = 5, _ reason: String = "De leverancier antwoordt nog niet.", of kind: PromiseKind = .resolution
    )
        -> ComplaintCommand
    {
        .extend(promise: life.promise(kind)?.ordinal, by: more, reason: reason)
    }

    @Test func `a solution gets a later date once, with the reason, and keeps the old one`() throws {
        var life = try Life.atWork()
        life.wait(until: "2026-12-04", 16)
        try life.perform(extend(life), by: Desk.hassan)
        #expect(life.due(.resolution) == "2026-12-11" && life.promise(.resolution)?.history.count == 1)
        let promise = try #require(life.promise(.resolution))
        #expect(promise.count(on: life.facts.calendar)?.dueAt == promise.due)
        #expect(life.refusal(of: extend(life), by: Desk.hassan) == "extended-already")
        try life.perform(.undo(from: nil), by: Desk.hassan)
        #expect(life.due(.resolution) == "2026-12-04" && life.refusal(of: extend(life), by: Desk.hassan) == nil)
    }

    @Test func `not after the day has passed, not what the procedure doesn't move, not by anybody`() throws {
        var life = try Life.atWork()
        #expect(life.refusal(of: extend(life, of: .firstContact), by: Desk.hassan) == "not-extendable")
        #expect(life.refusal(of: .extend(promise: 9, by: 1, reason: "x"), by: Desk.hassan) == "promise-not-open")
        #expect(life.problems(of: extend(life, by: nil, " "), by: Desk.hassan) == ["by missing", "reason missing"])
        #expect(life.problems(of: extend(life, by: 11), by: Desk.hassan) == ["by too-many"])
        #expect(life.problems(of: extend(life, by: 0), by: Desk.hassan) == ["by too-early"])
        #expect(
            life.refusal(of: extend(life), by: Desk.iris) == "not-there" && life.refusal(of: extend(life), by: Desk.joost) == "not-there")
        life.wait(until: "2026-12-04", 17, 1)
        #expect(life.refusal(of: extend(life), by: Desk.hassan) == "promise-overdue")
    }

    @Test func `an extension is counted on the calendar of today`() throws {
        var life = try Life.atWork()
        life.facts.calendar = try OfficeCalendar(
            version: 2, zone: .amsterdam, closingDays: [ClosingDay("2026-12-07", "Verhuizing"), ClosingDay("2026-11-25", "Uitje")])
        try life.perform(extend(life), by: Desk.hassan)
        #expect(life.due(.resolution) == "2026-12-15" && life.promise(.resolution)?.calendarVersion == 2)
    }

    @Test func `an extension beyond what any term can be is refused, and never counts as nothing`() throws {
        var life = try Life.atWork()
        life.facts.procedure.promises = [
            PromiseRule(.firstContact, within: .workingDays(2)),
            PromiseRule(.resolution, within: .workingDays(10), extending: .init(most: 999, times: 2)),
        ]
        #expect(life.problems(of: extend(life, by: 991), by: Desk.hassan) == ["by too-many"])
        let most = life.complaint.extendable(at: life.now.instant, under: life.facts.procedure, on: life.facts.calendar)
        #expect(most == [2: 990])
        try life.perform(extend(life, by: 990), by: Desk.hassan)
        #expect(try #require(life.promise(.resolution)).due > life.now.instant.adding(days: 1300))
        #expect(life.refusal(of: extend(life, by: 1), by: Desk.hassan) == "extended-already")
    }

    @Test func `of several limits the highest that is passed decides, and whoever it names`() throws {
        var life = try Life.atWork()
        life.facts.procedure.remedyLimits = [
            RemedyLimit(above: Money(cents: 10_000), by: .manager), RemedyLimit(above: Money(cents: 50_000), by: .intake),
        ]
        var resolution = ResolutionInput.one("informal")
        resolution.remedyAmount = "600"
        #expect(throws: Refusal.needsSecondPair(above: Money(cents: 50_000))) {
            try life.complaint.decide(.resolve(resolution), by: Desk.mara, at: life.now, with: life.facts)
        }
        #expect(life.refusal(of: .resolve(resolution), by: Desk.hassan) == "needs-second-pair")
        resolution.remedyAmount = "400"
        #expect(life.refusal(of: .resolve(resolution), by: Desk.mara) == "needs-second-pair", "its handler only took it on")
        try life.perform(.answer("Wij zoeken het uit."), by: Desk.hassan)
        #expect(life.refusal(of: .resolve(resolution), by: Desk.mara) == nil)
    }

    @Test func `what somebody promised is watched until closing time of that day, and kept by saying so`() throws {
        var life = try Life.atWork()
        try life.perform(.promise("Ik bel u vrijdag.", due: "2026-11-27"), by: Desk.hassan)
        let promise = try #require(life.promise(.byHand))
        #expect(promise.due == Desk.moment("2026-11-27", 17).instant && life.complaint.promises.count == 3)
        try life.perform(.keepPromise(promise.ordinal, at: nil, note: "Gebeld."), by: Desk.hassan)
        #expect(life.state(.byHand) == .kept)
        #expect(life.problems(of: .keepPromise(promise.ordinal, at: nil, note: nil), by: Desk.hassan) == ["not-possible-now"])
    }

    @Test func `what was promised by hand gets another day with a reason, before the old one passes`() throws {
        var life = try Life.atWork()
        try life.perform(.promise("Ik bel u vrijdag.", due: "2026-11-27"), by: Desk.hassan)
        let ordinal = try #require(life.promise(.byHand)).ordinal
        func move(_ day: Day?, _ reason: String = "De monteur komt later.") -> ComplaintCommand {
            .movePromise(ordinal, to: day, reason: reason)
        }
        #expect(life.problems(of: move(nil, ""), by: Desk.hassan) == ["due missing", "reason missing"])
        #expect(life.problems(of: move("2026-11-19"), by: Desk.hassan) == ["due too-early"])
        #expect(life.problems(of: move("2026-11-27"), by: Desk.hassan) == ["due itself"])
        #expect(life.refusal(of: .movePromise(1, to: "2026-12-01", reason: "x"), by: Desk.hassan) == "not-extendable")
        #expect(life.refusal(of: .movePromise(9, to: "2026-12-01", reason: "x"), by: Desk.hassan) == "promise-not-open")
        #expect(life.refusal(of: move("2026-12-01"), by: Desk.joost) == "not-there")
        try life.perform(move("2026-12-01"), by: Desk.hassan)
        let moved = try #require(life.promise(.byHand))
        #expect(moved.due == Desk.moment("2026-12-01", 17).instant && moved.history.map(\.due) == [Desk.moment("2026-11-27", 17).instant])
        #expect(moved.count(on: life.facts.calendar)?.dueAt == moved.due)
        life.wait(until: "2026-12-02", 9)
        #expect(life.refusal(of: move("2026-12-04"), by: Desk.hassan) == "promise-overdue")
        #expect(life.state(.byHand) == .broken)
    }

    @Test func `what was promised by hand is taken back with a reason, before its day passes`() throws {
        var life = try Life.atWork()
        #expect(life.refusal(of: .dropPromise(1, reason: "x"), by: Desk.hassan) == "not-possible-now")
        try life.perform(.promise("Ik bel u vrijdag.", due: "2026-11-27"), by: Desk.hassan)
        let ordinal = try #require(life.promise(.byHand)).ordinal
        #expect(life.problems(of: .dropPromise(ordinal, reason: " "), by: Desk.hassan) == ["reason missing"])
        try life.perform(.dropPromise(ordinal, reason: "Het is al opgelost."), by: Desk.hassan)
        #expect(life.state(.byHand) == .withdrawn)
        try life.perform(.undo(from: nil), by: Desk.hassan)
        #expect(life.state(.byHand) == .open)
        life.wait(until: "2026-11-30", 9)
        #expect(life.refusal(of: .dropPromise(ordinal, reason: "x"), by: Desk.hassan) == "promise-overdue")
    }

    @Test func `a promise in a message is made with it, and undone with it`() throws {
        var life = try Life.atWork()
        try life.perform(.answer("Wij zijn ermee bezig.", hearsAgainBy: "2026-11-26"), by: Desk.hassan)
        #expect(life.due(.byHand) == "2026-11-26")
        try life.perform(.undo(from: nil), by: Desk.hassan)
        #expect(life.promise(.byHand) == nil)
    }

    @Test func `a day that has passed, or none, is refused`() throws {
        let life = try Life.atWork()
        #expect(life.problems(of: .promise("", due: nil), by: Desk.hassan) == ["text missing", "due missing"])
        #expect(life.problems(of: .promise("Ik bel.", due: "2026-11-19"), by: Desk.hassan) == ["due too-early"])
        #expect(life.problems(of: .answer("Ik bel.", hearsAgainBy: "2037-01-01"), by: Desk.hassan) == ["due too-late"])
    }

    @Test func `what else the procedure says is carried out too`() throws {
        var life = try Life.atWork()
        life.facts.procedure.acts = [.close: [.manager], .withdraw: [.manager, .customer]]
        life.facts.procedure.remedyLimits = [RemedyLimit(above: Money(cents: 50_000), by: .manager)]
        life.facts.procedure.closingDays = 5
        #expect(life.refusal(of: .withdraw(reason: "x"), by: Desk.hassan) == "not-there")
        #expect(!life.complaint.possibleActs(for: Desk.hassan, under: life.facts.procedure).contains(.withdraw))
        var resolution = ResolutionInput.one("upheld")
        resolution.remedyAmount = "500,01"
        #expect(life.refusal(of: .resolve(resolution), by: Desk.hassan) == "needs-second-pair")
        try life.perform(.answer("Wij zoeken het uit."), by: Desk.hassan)
        try life.perform(.resolve(resolution), by: Desk.mara)
        #expect(life.refusal(of: .close, by: Desk.hassan) == "not-there")
        #expect(life.refusal(of: .close, by: Desk.mara) == "closing-too-early")
        life.wait(until: "2026-11-27", 17)
        #expect(life.refusal(of: .close, by: Desk.mara) == nil)
    }

    @Test func `whoever handled or proposed it before is no second pair, whoever has it now`() throws {
        var life = try Life()
        let sanne = Actor(.staff(StaffID(8)), roles: [.handler, .manager])
        life.facts.colleagues[StaffID(8)] = Colleague(id: StaffID(8), roles: sanne.roles, isActive: true)
        life.facts.procedure.remedyLimits = [RemedyLimit(above: Money(cents: 50_000), by: .manager)]
        var resolution = ResolutionInput.one("upheld")
        resolution.remedyAmount = "600"
        try life.perform(.assign(to: StaffID(8)), by: Desk.mara)
        try life.perform(.accept, by: sanne)
        try life.perform(.assign(to: StaffID(2), reason: "Vier ogen."), by: sanne)
        #expect(life.refusal(of: .resolve(resolution), by: sanne) == "needs-second-pair")
        try life.perform(.accept, by: Desk.hassan)
        #expect(life.refusal(of: .resolve(resolution), by: sanne) == "needs-second-pair", "handed over is not seen by another")
        #expect(life.refusal(of: .resolve(resolution), by: Desk.mara) == "needs-second-pair", "taken on is not looked into")
        try life.perform(.propose("Wij betalen 550 euro."), by: Desk.hassan)
        #expect(life.refusal(of: .resolve(resolution), by: sanne) == nil, "to have taken it on is not to have worked on it")
        #expect(life.refusal(of: .resolve(resolution), by: Desk.mara) == nil)
        try life.perform(.propose("Wij betalen 600 euro."), by: Desk.mara)
        #expect(life.refusal(of: .resolve(resolution), by: Desk.mara) == "needs-second-pair")
    }

    @Test func `who worked on it before handing it over is no second pair, whoever works on it next`() throws {
        var life = try Life()
        let sanne = Actor(.staff(StaffID(8)), roles: [.handler, .manager])
        life.facts.colleagues[StaffID(8)] = Colleague(id: StaffID(8), roles: sanne.roles, isActive: true)
        life.facts.procedure.remedyLimits = [RemedyLimit(above: Money(cents: 50_000), by: .manager)]
        var resolution = ResolutionInput.one("upheld")
        resolution.remedyAmount = "600"
        try life.perform(.assign(to: StaffID(8)), by: Desk.mara)
        try life.perform(.contact(.reached, at: nil, note: nil), by: sanne)
        #expect(!life.complaint.isUnworked(by: StaffID(8)))
        try life.perform(.assign(to: StaffID(2), reason: "Vier ogen."), by: sanne)
        try life.perform(.propose("Wij betalen 600 euro."), by: Desk.hassan)
        #expect(life.refusal(of: .resolve(resolution), by: sanne) == "needs-second-pair")
        #expect(life.refusal(of: .resolve(resolution), by: Desk.mara) == nil)
    }

    @Test func `a program is no pair of eyes, whatever it may do`() throws {
        var life = try Life()
        let program = Actor(.token(1), roles: [.intake, .handler, .manager])
        life.facts.procedure.remedyLimits = [RemedyLimit(above: Money(cents: 50_000), by: .manager)]
        var resolution = ResolutionInput.one("upheld")
        resolution.remedyAmount = "600"
        try life.perform(.assign(to: StaffID(2)), by: program)
        try life.perform(.accept, by: program)
        try life.perform(.propose("Wij betalen 600 euro."), by: program)
        #expect(life.refusal(of: .resolve(resolution), by: program) == "needs-second-pair")
        #expect(life.refusal(of: .resolve(resolution), by: Desk.mara) == "needs-second-pair")
        try life.perform(.answer("Wij zoeken het uit."), by: Desk.hassan)
        #expect(life.refusal(of: .resolve(resolution), by: program) == "needs-second-pair")
        #expect(life.refusal(of: .resolve(resolution), by: Desk.mara) == nil)
        resolution.remedyAmount = "500"
        #expect(life.refusal(of: .resolve(resolution), by: program) == nil)
    }

    @Test func `the same manager who handles it is no second pair of eyes`() throws {
        var life = try Life()
        let sanne = Actor(.staff(StaffID(8)), roles: [.handler, .manager])
        life.facts.colleagues[StaffID(8)] = Colleague(id: StaffID(8), roles: sanne.roles, isActive: true)
        life.facts.procedure.remedyLimits = [RemedyLimit(above: Money(cents: 50_000), by: .manager)]
        try life.perform(.assign(to: StaffID(8)), by: Desk.mara)
        var resolution = ResolutionInput.one("upheld")
        resolution.remedyAmount = "600"
        #expect(life.refusal(of: .resolve(resolution), by: sanne) == "needs-second-pair")
        // Nobody has looked at it yet: the other manager would be the only one.
        #expect(life.refusal(of: .resolve(resolution), by: Desk.mara) == "needs-second-pair")
        try life.perform(.accept, by: sanne)
        try life.perform(.answer("Ik zoek het uit."), by: sanne)
        #expect(life.refusal(of: .resolve(resolution), by: Desk.mara) == nil)
        func isThere(_ colleagues: Colleague...) -> Bool {
            life.complaint.hasSecondPair(above: Money(cents: 50_000), among: colleagues, under: life.facts.procedure)
        }
        func colleague(_ id: Int64, _ roles: Set<Role>, isAway: Bool = false) -> Colleague {
            Colleague(id: StaffID(id), roles: roles, isActive: true, isAway: isAway)
        }
        #expect(isThere(colleague(8, sanne.roles), colleague(4, [.manager])))
        #expect(
            !isThere(
                colleague(8, sanne.roles), colleague(4, [.manager], isAway: true), colleague(2, [.handler]), colleague(5, [.management])))
    }
}
