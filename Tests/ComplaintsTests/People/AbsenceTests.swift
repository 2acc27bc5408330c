import Complaints
import Testing

struct AbsenceTests {
    private static let (hassan, joost, sanne, mara, iris, bo) = (StaffID(2), StaffID(3), StaffID(8), StaffID(4), StaffID(1), StaffID(7))
    private static let roles: [StaffID: Set<Role>] = [
        hassan: [.handler], joost: [.handler], sanne: [.handler, .manager], mara: [.manager], iris: [.intake], bo: [.administrator],
    ]
    private static let colleagues = Dictionary(
        uniqueKeysWithValues: roles.map { ($0.key, Colleague(id: $0.key, roles: $0.value, isActive: true)) })

    private static func away(_ staff: StaffID, for replacement: StaffID?) -> Absence {
        Absence(id: staff.value, staff: staff, first: "2026-11-23", last: "2026-11-27", replacement: replacement)
    }

    private static func problems(_ input: AbsenceInput, others: [Absence] = []) -> [FieldProblem] {
        var check = FieldCheck()
        let absence = input.checked(id: 1, colleagues: colleagues, others: others, today: "2026-11-23", into: &check)
        #expect((absence == nil) == !check.problems.isEmpty)
        return check.problems
    }

    private static func input(
        _ staff: StaffID? = hassan, _ first: Day? = "2026-11-23", _ last: Day? = "2026-11-27", for replacement: StaffID? = joost
    ) -> AbsenceInput { AbsenceInput(staff: staff, first: first, last: last, replacement: replacement) }

    @Test func `the replacement of somebody who is away stands in, and theirs when they are away too`() {
        let absences = Absences([Self.away(Self.hassan, for: Self.joost), Self.away(Self.joost, for: Self.sanne)])
        #expect(absences.standIn(for: Self.hassan) == Self.sanne)
        #expect(absences.standIn(for: Self.sanne) == Self.sanne)
        #expect(absences.replaced(by: Self.sanne) == [Self.hassan, Self.joost])
        #expect(absences.replaced(by: Self.joost) == [])
        #expect(absences.handlers(replacedBy: Self.sanne, with: [.handler, .manager]) == [Self.hassan, Self.joost])
        #expect(absences.handlers(replacedBy: Self.sanne, with: [.intake]) == [], "a deputy who handles nothing")
    }

    @Test func `two who are away for one another are replaced by nobody`() {
        let absences = Absences([Self.away(Self.hassan, for: Self.joost), Self.away(Self.joost, for: Self.hassan)])
        #expect(absences.standIn(for: Self.hassan) == nil)
        #expect(absences.withoutStandIn == [Self.hassan, Self.joost])
    }

    @Test func `management takes the place of the complaints managers of whom no other is here`() {
        func alone(_ managers: Set<StaffID>, _ absences: Absence...) -> Set<StaffID> {
            Absences(absences).managersWithoutOther(among: managers)
        }
        #expect(alone([Self.mara]) == [Self.mara])
        #expect(alone([Self.mara, Self.sanne]) == [])
        #expect(alone([Self.mara, Self.sanne], Self.away(Self.sanne, for: nil)) == [Self.mara])
        #expect(alone([Self.mara, Self.sanne], Self.away(Self.sanne, for: Self.iris)) == [], "a deputy is one")
        #expect(alone([Self.mara], Self.away(Self.mara, for: Self.iris)) == [Self.iris], "of whom complaints can be too")
        #expect(alone([Self.mara], Self.away(Self.mara, for: nil)) == [Self.mara])
        #expect(alone([]) == [])
    }

    @Test func `an absence from one day through another is noted`() {
        #expect(Self.problems(Self.input()) == [])
        #expect(Self.problems(Self.input(for: nil)) == [])
        #expect(Self.problems(Self.input(Self.mara, for: Self.iris)) == [], "a deputy need not be complaints manager already")
    }

    @Test func `what is missing or makes no sense is refused by name`() {
        #expect(
            Self.problems(Self.input(nil, nil, nil)) == [
                .init("staff", .missing), .init("first", .missing), .init("last", .missing),
            ])
        #expect(Self.problems(Self.input(StaffID(99))) == [.init("staff", .unknown)])
        #expect(Self.problems(Self.input(Self.hassan, "2026-11-24", "2026-11-23")) == [.init("last", .tooEarly)])
        #expect(Self.problems(Self.input(Self.hassan, "2026-11-16", "2026-11-20")) == [.init("last", .tooEarly)], "it has passed")
        #expect(Self.problems(Self.input(Self.hassan, "2026-11-23", "2028-11-23")) == [.init("last", .tooLate)])
        #expect(Self.problems(Self.input(), others: [Self.away(Self.hassan, for: nil)]) == [.init("first", .itself)])
        #expect(Self.problems(Self.input(), others: [Self.away(Self.joost, for: nil)]) == [])
    }

    private static func away(_ staff: StaffID, _ first: Day, _ last: Day, for replacement: StaffID?) -> Absence {
        Absence(id: staff.value * 10, staff: staff, first: first, last: last, replacement: replacement)
    }

    @Test func `nobody stands in for who stands in for them in the same days, also by way of a third`() {
        func reason(_ others: Absence...) -> [FieldProblem] { Self.problems(Self.input(), others: others) }
        #expect(reason(Self.away(Self.joost, for: Self.hassan)) == [.init("replacement", .inRing([Self.joost]))])
        let third = [Self.away(Self.joost, for: Self.sanne), Self.away(Self.sanne, for: Self.hassan)]
        #expect(reason(third[0], third[1]) == [.init("replacement", .inRing([Self.joost, Self.sanne]))])
        #expect(reason(third[0]) == [] && reason(Self.away(Self.joost, for: nil)) == [], "a chain is none")
        // One day in common is enough, and none is none.
        let last = Self.away(Self.joost, "2026-11-27", "2026-12-04", for: Self.hassan)
        #expect(reason(last) == [.init("replacement", .inRing([Self.joost]))])
        #expect(reason(Self.away(Self.joost, "2026-11-28", "2026-12-04", for: Self.hassan)) == [])
        // The three are away together on no day.
        let apart = Self.away(Self.sanne, "2026-11-26", "2026-12-04", for: Self.hassan)
        #expect(reason(Self.away(Self.joost, "2026-11-20", "2026-11-25", for: Self.sanne), apart) == [])
        // Others who replace one another are not this one's ring.
        let ring = [Self.away(Self.joost, for: Self.sanne), Self.away(Self.sanne, for: Self.joost)]
        #expect(reason(ring[0], ring[1]) == [])
    }

    @Test func `in the days in which the replacement is away too, theirs does the work, or nobody`() {
        let absence = Self.away(Self.hassan, for: Self.joost)
        func told(_ others: Absence...) -> [String] {
            absence.stretches(among: others + [absence]).map { "\($0.first.iso) \($0.last.iso) \($0.standIn?.value ?? 0)" }
        }
        #expect(told() == ["2026-11-23 2026-11-27 3"])
        #expect(
            told(Self.away(Self.joost, "2026-11-24", "2026-11-25", for: Self.sanne))
                == ["2026-11-23 2026-11-23 3", "2026-11-24 2026-11-25 8", "2026-11-26 2026-11-27 3"])
        #expect(
            told(Self.away(Self.joost, "2026-11-26", "2026-12-31", for: nil))
                == ["2026-11-23 2026-11-25 3", "2026-11-26 2026-11-27 0"])
        #expect(
            told(
                Self.away(Self.joost, "2026-11-20", "2026-11-27", for: Self.sanne),
                Self.away(Self.sanne, "2026-11-27", "2026-11-27", for: nil))
                == ["2026-11-23 2026-11-26 8", "2026-11-27 2026-11-27 0"])
    }

    @Test func `nobody stands in who can't`() {
        #expect(Self.problems(Self.input(for: Self.hassan)) == [.init("replacement", .itself)])
        #expect(Self.problems(Self.input(for: Self.iris)) == [.init("replacement", .notSuitable)], "no handler")
        #expect(Self.problems(Self.input(for: StaffID(99))) == [.init("replacement", .unknown)])
        #expect(Self.problems(Self.input(Self.mara, for: Self.bo)) == [.init("replacement", .notSuitable)])
    }
}

struct HandlerAdviceTests {
    private static let candidates = [
        HandlerAdvice.Candidate(id: StaffID(2), name: "Hassan", skills: ["billing"]),
        .init(id: StaffID(3), name: "Joost", skills: []), .init(id: StaffID(8), name: "Sanne", skills: ["billing", "hosting"]),
    ]

    private static func order(
        _ about: String?, _ loads: [Int64: Int] = [:], away: [Absence] = [], excluding: Set<StaffID> = []
    ) -> [String] {
        HandlerAdvice(
            candidates, about: about, loads: Dictionary(uniqueKeysWithValues: loads.map { (StaffID($0.key), $0.value) }),
            absences: Absences(away), excluding: excluding
        ).options.map(\.name)
    }

    @Test func `of those who know what it is about the one with the least work goes first, then the others by their work`() {
        #expect(Self.order("billing", [2: 9, 3: 0, 8: 8]) == ["Sanne", "Hassan", "Joost"])
        #expect(Self.order("hosting", [2: 1, 3: 2, 8: 30]) == ["Sanne", "Hassan", "Joost"])
    }

    @Test func `while nobody knows what it is about the work decides, and then the name`() {
        #expect(Self.order(nil, [2: 9, 3: 2, 8: 8]) == ["Joost", "Sanne", "Hassan"])
        #expect(Self.order(nil) == ["Hassan", "Joost", "Sanne"])
    }

    @Test func `nobody is advised who is away, whom it is about, or who has it`() {
        let away = [Absence(id: 1, staff: StaffID(8), first: "2026-11-23", last: "2026-11-27", replacement: nil)]
        #expect(Self.order("billing", away: away) == ["Hassan", "Joost"])
        #expect(Self.order("billing", excluding: [StaffID(2), StaffID(8)]) == ["Joost"])
        #expect(Self.order("billing", away: away, excluding: [StaffID(2), StaffID(3)]) == [])
    }

    @Test func `work counts what complaints ask for, not heads`() {
        var load = Workload(handler: nil)
        load.add(2, late: 1, .inProgress, .normal)
        load.add(1, .assigned, .critical)
        load.add(1, .waitingForCustomer, .serious)
        load.add(1, .solutionProposed, .normal)
        #expect((load.open, load.late, load.halves) == (5, 1, 4 + 6 + 2 + 1))
    }
}
