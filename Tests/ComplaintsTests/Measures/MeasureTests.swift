import Complaints
import Testing

/// A measure that lives: what is decided happens.
private struct Course {
    static let dirk = Actor(.staff(StaffID(5)), roles: [.management])
    static let owner = Actor(.staff(StaffID(2)), roles: [.handler])
    static let complaint = MeasureSource(.complaint, 7)

    var history: [RecordedMeasureEvent] = []
    var measure: Measure
    var today: Day = "2026-11-20"
    var facts = Course.facts

    static var facts: MeasureFacts {
        var facts = MeasureFacts(natures: .starter)
        facts.colleagues[StaffID(2)] = Colleague(id: StaffID(2), roles: [.handler], isActive: true)
        facts.colleagues[StaffID(10)] = Colleague(id: StaffID(10), roles: [.handler], isActive: false)
        facts.known = [complaint]
        return facts
    }

    static func input(_ change: (inout MeasureInput) -> Void = { _ in }) -> MeasureInput {
        var input = MeasureInput()
        (input.kind, input.title, input.problem, input.action) = ("preventive", "Twee servers", "Uitval", "Tweede server plaatsen")
        (input.owner, input.due, input.checkOn) = (StaffID(2), "2026-12-18", "2027-02-19")
        change(&input)
        return input
    }

    init(_ change: (inout MeasureInput) -> Void = { _ in }) throws {
        let event = try Measure.raising(
            Self.input(change), from: [Self.complaint], by: Self.dirk, at: Desk.friday, with: Self.facts)
        history = [RecordedMeasureEvent(sequence: 1, at: Desk.friday.instant, by: Self.dirk.identity, event)]
        measure = try #require(Measure(id: MeasureID(1), history: history))
    }

    mutating func perform(_ command: MeasureCommand, by actor: Actor, seen: Int? = nil) throws {
        let moment = Desk.moment(today, 10)
        let event = try measure.decide(command, by: actor, seen: seen, at: moment, with: facts)
        let recorded = RecordedMeasureEvent(sequence: measure.sequence + 1, at: moment.instant, by: actor.identity, event)
        history.append(recorded)
        measure.evolve(recorded)
    }

    func refusal(of command: MeasureCommand, by actor: Actor, seen: Int? = nil) -> MeasureRefusal? {
        do { _ = try measure.decide(command, by: actor, seen: seen, at: Desk.moment(today, 10), with: facts) } catch { return error }
        return nil
    }

    mutating func checked(_ verdict: EffectReading.Verdict, sayable: Day? = nil) throws {
        facts.reading = EffectReading(
            verdict: verdict, sayableOn: sayable, weeksBefore: 20, weeksAfter: 10, complaintsBefore: 60, complaintsAfter: 9)
        try perform(.check(note: nil), by: Desk.mara)
    }
}

struct MeasureTests {
    @Test func `taken, carried out by its owner, and found to work`() throws {
        var course = try Course()
        #expect(course.measure.phase == .open && course.measure.nextDay == "2026-12-18")
        #expect(course.measure.plan.check == EffectCheck(on: "2027-02-19"))
        course.today = "2026-12-10"
        try course.perform(.carryOut(on: "2026-12-09", cost: "1.250,00", note: "Draait."), by: Course.owner)
        #expect(course.measure.phase == .done && course.measure.doneOn == "2026-12-09" && course.measure.plan.cost == Money(cents: 125_000))
        #expect(course.measure.nextDay == "2027-02-19")
        course.today = "2027-02-19"
        try course.checked(.works)
        #expect(course.measure.phase == .works && course.measure.nextDay == nil)
        #expect(Measure(id: MeasureID(1), history: course.history) == course.measure)
    }

    @Test func `what does not work opens again, and can get another plan and another check`() throws {
        var course = try Course()
        try course.perform(.carryOut(on: nil, cost: nil, note: nil), by: Course.owner)
        course.today = "2027-02-19"
        try course.checked(.worksNot)
        #expect(course.measure.phase == .reopened && course.measure.phase.isOpen)
        try course.perform(.revise(Course.input { ($0.due, $0.checkOn) = ("2027-03-05", "2027-06-01") }), by: Desk.mara)
        try course.perform(.carryOut(on: nil, cost: nil, note: nil), by: Course.owner)
        #expect(course.measure.nextCheck == "2027-06-01" && course.measure.reading == nil)
    }

    @Test func `too early to say: it is looked at again on the day on which it can be said`() throws {
        var course = try Course()
        try course.perform(.carryOut(on: nil, cost: nil, note: nil), by: Course.owner)
        #expect(course.refusal(of: .check(note: nil), by: Desk.mara) == .notNow(.check, .done))
        course.today = "2027-02-19"
        try course.checked(.tooEarly, sayable: "2027-04-05")
        #expect(course.measure.phase == .done && course.measure.nextCheck == "2027-04-05")
        #expect(course.refusal(of: .check(note: nil), by: Desk.mara) == .notNow(.check, .done))
    }

    @Test func `never to be said asks nothing any more`() throws {
        var course = try Course()
        try course.perform(.carryOut(on: nil, cost: nil, note: nil), by: Course.owner)
        course.today = "2027-02-19"
        try course.checked(.tooEarly)
        #expect(course.measure.nextDay == nil)
        #expect(course.measure.possibleActs(for: Desk.mara, on: course.today) == [.link, .note, .cancel])
    }

    @Test func `how it is judged is fixed once it is carried out`() throws {
        var course = try Course()
        try course.perform(.carryOut(on: nil, cost: nil, note: nil), by: Course.owner)
        #expect(course.refusal(of: .revise(Course.input()), by: Desk.mara) == .notNow(.revise, .done))
    }

    @Test func `the owner carries out and notes; taking, judging and stopping is for who leads`() throws {
        let course = try Course()
        #expect(course.measure.possibleActs(for: Course.owner, on: course.today) == [.carryOut, .note])
        #expect(course.measure.possibleActs(for: Course.dirk, on: course.today) == [.revise, .link, .carryOut, .note, .cancel])
        #expect(course.measure.possibleActs(for: Desk.joost, on: course.today) == [])
        #expect(MeasurePermissions.sees(Desk.joost, owner: StaffID(2)) && !MeasurePermissions.sees(Desk.iris, owner: StaffID(2)))
        #expect(course.refusal(of: .cancel(reason: "x"), by: Course.owner) == .notThere)
        #expect(course.refusal(of: .note("x"), by: Desk.iris) == .notThere)
        #expect(throws: MeasureRefusal.notThere) {
            try Measure.raising(Course.input(), from: [], by: Desk.joost, at: Desk.friday, with: Course.facts)
        }
    }

    @Test func `an older view changes nothing, but a note is always welcome`() throws {
        var course = try Course()
        try course.perform(.note("Offerte gevraagd."), by: Course.owner, seen: 1)
        #expect(course.refusal(of: .carryOut(on: nil, cost: nil, note: nil), by: Course.owner, seen: 1) == .movedOn)
        #expect(course.refusal(of: .note("Nog iets."), by: Course.owner, seen: 1) == nil)
    }

    @Test func `everything that is wrong is said at once`() {
        func problems(_ change: (inout MeasureInput) -> Void, from sources: [MeasureSource] = []) -> [String] {
            do { _ = try Measure.raising(Course.input(change), from: sources, by: Course.dirk, at: Desk.friday, with: Course.facts) } catch
            {
                if case .invalid(let problems) = error { return problems.map { "\($0.field) \($0.reason.code)" } }
                return ["\(error)"]
            }
            return []
        }
        #expect(
            problems { $0 = MeasureInput() } == [
                "kind missing", "title missing", "problem missing", "action missing", "owner missing", "due missing", "checkOn missing",
            ])
        #expect(problems { $0.owner = StaffID(10) } == ["owner not-suitable"])
        #expect(problems { ($0.due, $0.checkOn) = ("2026-12-18", "2026-12-18") } == ["checkOn too-early"])
        #expect(problems { $0.due = "2026-11-19" } == ["due too-early"])
        #expect(problems { $0.due = "2046-11-19" } == ["due too-late", "checkOn too-early"])
        #expect(problems { ($0.lag, $0.hope, $0.cost) = ("99", "0", "veel") } == ["cost not-an-amount", "lag outside", "hope outside"])
        #expect(problems { ($0.about, $0.theme) = ("bestaat-niet", 3) } == ["about unknown", "theme unknown"])
        #expect(problems({ _ in }, from: [MeasureSource(.complaint, 8)]) == ["sources unknown"])
        #expect(problems({ _ in }, from: [Course.complaint, MeasureSource(.signal, 8)]) == ["signal unknown"])
        #expect(problems({ _ in }, from: [MeasureSource(.theme, 8)]) == ["theme unknown"])
        #expect(problems({ $0.theme = 8 }, from: [MeasureSource(.theme, 8)]) == ["theme unknown"])
        #expect(problems({ _ in }, from: [Course.complaint, Course.complaint]) == ["sources malformed"])
    }

    @Test func `carried out tomorrow, a second link to one complaint, a link that is not there`() throws {
        let course = try Course()
        #expect(
            course.refusal(of: .carryOut(on: "2026-11-21", cost: nil, note: nil), by: Course.owner)
                == .invalid([.init("done", .inTheFuture)]))
        #expect(course.refusal(of: .link(Course.complaint), by: Desk.mara) == .invalid([.init("sources", .unknown)]))
        #expect(course.refusal(of: .unlink(MeasureSource(.signal, 1)), by: Desk.mara) == .invalid([.init("sources", .unknown)]))
    }
}
