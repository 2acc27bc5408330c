import Complaints
import Testing

/// Act × phase × standing, written down by hand from the procedure and not from the table it holds to account.
struct PermissionTableTests {
    /// One letter a phase, as in `letters`. The complaint has Hassan for a handler (but when received), Peter has a question
    /// open, and nobody has asked to reopen it.
    private static let expectations: [(act: Act, intake: String, handler: String, manager: String, customer: String)] = [
        (.register, "", "", "", ""),
        (.correct, "rapwsoR", "apwsoR", "rapwsoR", ""),
        (.classify, "rapwsoRc", "apwsoRc", "rapwsoRc", ""),
        (.assign, "", "", "rapwso", ""),
        (.accept, "", "ao", "ao", ""),
        (.return, "", "apwso", "apwso", ""),
        (.contact, "rapwsoR", "apwsoR", "rapwsoR", ""),
        (.note, "rapwsoRcxfd", "apwsoRcxfd", "rapwsoRcxfd", ""),
        (.ask, "", "apwso", "apwso", ""),
        (.receiveAnswer, "rapwsoRcxfd", "apwsoRcxfd", "rapwsoRcxfd", "rapwsoRcxfd"),
        (.consult, "", "apwso", "rapwso", ""),
        (.contribute, "", "", "", ""),
        (.investigate, "", "apwsoRc", "rapwsoRc", ""),
        (.propose, "", "apwso", "apwso", ""),
        (.answer, "", "apwsoRcxfd", "rapwsoRcxfd", ""),
        (.resolve, "r", "apwso", "rapwso", ""),
        (.close, "", "R", "R", ""),
        (.rate, "", "", "", "c"),
        (.reopen, "Rcx", "Rcx", "Rcx", "Rcx"),
        (.decideReopening, "", "", "", ""),
        (.withdraw, "rapwso", "apwso", "rapwso", "rapwso"),
        (.refer, "", "apwso", "rapwso", ""),
        (.duplicate, "rapwso", "apwso", "rapwso", ""),
        (.notDuplicate, "d", "d", "d", ""),
        (.attach, "rapwsoRcxfd", "apwsoRcxfd", "rapwsoRcxfd", "rapwsoRcxfd"),
        (.informed, "rapwsoRcxfd", "apwsoRcxfd", "rapwsoRcxfd", ""),
        (.extend, "", "apwso", "rapwso", ""),
        (.promise, "rapwso", "apwso", "rapwso", ""),
        // Nothing was promised by hand.
        (.keepPromise, "", "", "", ""), (.movePromise, "", "", "", ""), (.dropPromise, "", "", "", ""),
        // For who did the last thing: below.
        (.undo, "", "", "", ""),
    ]

    private static let letters: [(letter: Character, phase: Phase)] = [
        ("r", .received), ("a", .assigned), ("p", .inProgress), ("w", .waitingForCustomer), ("s", .solutionProposed), ("o", .reopened),
        ("R", .resolved), ("c", .closed), ("x", .withdrawn), ("f", .referred), ("d", .duplicate),
    ]

    @Test func `every act is in the expectations, every phase has its letter`() {
        #expect(Self.expectations.map(\.act) == Act.allCases)
        #expect(Set(Self.letters.map(\.phase)) == Set(Phase.allCases))
    }

    @Test(arguments: Phase.allCases)
    func `act by act and standing by standing the table says what the procedure says`(phase: Phase) throws {
        var life = Life(try Self.complaint(in: phase))
        // What a customer did last nobody can undo.
        try life.perform(.attach(Document(digest: "", size: 1, name: Passage("a"), isFromCustomer: true)), by: .customer)
        let complaint = life.complaint
        let letter = try #require(Self.letters.first { $0.phase == phase }?.letter)
        func expected(_ column: (Int) -> String) -> Set<Act> {
            Set(Self.expectations.indices.filter { column($0).contains(letter) }.map { Self.expectations[$0].act })
        }
        #expect(complaint.possibleActs(for: Desk.iris) == expected { Self.expectations[$0].intake })
        #expect(complaint.possibleActs(for: Actor(.token(1), roles: [.intake])) == expected { Self.expectations[$0].intake })
        #expect(complaint.possibleActs(for: Desk.mara) == expected { Self.expectations[$0].manager })
        #expect(complaint.possibleActs(for: .customer) == expected { Self.expectations[$0].customer })
        if phase != .received { #expect(complaint.possibleActs(for: Desk.hassan) == expected { Self.expectations[$0].handler }) }
        #expect(complaint.possibleActs(for: Desk.peter) == [.contribute])
        #expect(complaint.possibleActs(for: Desk.joost).isEmpty)
        for role in [Role.management, .auditor, .administrator] {
            #expect(complaint.possibleActs(for: Actor(.staff(StaffID(20)), roles: [role])).isEmpty)
        }
    }

    @Test(arguments: Phase.allCases)
    func `whoever stands in for a handler may do what the handler may, but for what is confidential or about them`(phase: Phase) throws {
        func standIn(_ roles: Set<Role>) -> Actor { Actor(.staff(StaffID(3)), roles: roles, standsInFor: [StaffID(2)]) }
        let complaint = try Self.complaint(in: phase)
        var own = complaint.possibleActs(for: Desk.hassan)
        own.remove(.undo)
        let meanwhile = complaint.possibleActs(for: standIn([.handler]))
        #expect(meanwhile == (phase == .received ? [] : own))
        #expect(complaint.possibleActs(for: Actor(.staff(StaffID(3)), roles: [.handler], standsInFor: [StaffID(9)])).isEmpty)
        var hidden = Life(complaint)
        var input = ClassificationInput()
        input.isConfidential = true
        if complaint.possibleActs(for: Desk.mara).contains(.classify) {
            try hidden.perform(.classify(input), by: Desk.mara)
            #expect(hidden.complaint.possibleActs(for: standIn([.handler])).isEmpty)
            (input.isConfidential, input.aboutStaff) = (false, .staff(StaffID(3)))
            try hidden.perform(.classify(input), by: Desk.mara)
            #expect(hidden.complaint.possibleActs(for: standIn([.handler])).isEmpty)
        }
        #expect(!complaint.standings(of: standIn([.handler, .manager])).contains(.handler), "a manager stays free to judge")
    }

    @Test(arguments: Phase.allCases)
    func `the procedure that every house begins with leaves every way open that the table knows`(phase: Phase) throws {
        let complaint = try Self.complaint(in: phase)
        let actors = [Desk.iris, Desk.hassan, Desk.joost, Desk.mara, Desk.peter, .customer, Actor(.token(1), roles: [.manager])]
        for actor in actors { #expect(complaint.possibleActs(for: actor, under: .standard) == complaint.possibleActs(for: actor)) }
    }

    @Test(arguments: Phase.allCases)
    func `undoing is for who did the last thing, in every phase, and for nobody else`(phase: Phase) throws {
        var life = Life(try Self.complaint(in: phase))
        try life.perform(.note("Gezien."), by: Desk.mara)
        for actor in [Desk.iris, Desk.hassan, Desk.joost, Desk.peter, Actor.customer, Actor(.token(4), roles: [.manager])] {
            #expect(!life.complaint.possibleActs(for: actor).contains(.undo))
        }
        #expect(life.complaint.possibleActs(for: Desk.mara).contains(.undo))
    }

    @Test(arguments: [Phase.resolved, .closed, .withdrawn])
    func `a request to reopen waits for the manager alone, and is made once`(phase: Phase) throws {
        var life = Life(try Self.complaint(in: phase))
        try life.perform(.reopen(reason: "Toch niet."), by: .customer)
        for actor in [Desk.iris, Desk.hassan, .customer] {
            #expect(!life.complaint.possibleActs(for: actor).contains(.decideReopening))
            #expect(!life.complaint.possibleActs(for: actor).contains(.reopen))
        }
        #expect(life.complaint.possibleActs(for: Desk.mara).contains(.decideReopening))
    }

    /// A complaint of Hassan's, with a question open to Peter, that came to this phase by what really happens.
    private static func complaint(in phase: Phase) throws -> Complaint {
        var life = try Life()
        if phase != .received { try life.perform(.assign(to: StaffID(2)), by: Desk.mara) }
        try life.perform(.consult(StaffID(9), question: "Wat zegt het log?", due: "2026-11-23"), by: Desk.mara)
        if phase == .received || phase == .assigned { return life.complaint }
        try life.perform(.accept, by: Desk.hassan)
        life.facts.duplicateChain = [ComplaintID(8)]
        let solved: (ComplaintCommand, Actor) = (.resolve(.one("upheld")), Desk.hassan)
        let steps: [Phase: [(ComplaintCommand, Actor)]] = [
            .waitingForCustomer: [(.ask("Welke?"), Desk.hassan)], .solutionProposed: [(.propose("Zo."), Desk.hassan)],
            .resolved: [solved], .closed: [solved, (.close, Desk.hassan)],
            .reopened: [solved, (.reopen(reason: "x"), .customer), (.decideReopening(granted: true, reason: "y"), Desk.mara)],
            .withdrawn: [(.withdraw(reason: ""), .customer)], .referred: [(.refer(to: "KPN", reason: "lijn"), Desk.hassan)],
            .duplicate: [(.duplicate(of: ComplaintID(8)), Desk.iris)],
        ]
        for (command, actor) in steps[phase] ?? [] { try life.perform(command, by: actor) }
        #expect(life.complaint.phase == phase)
        return life.complaint
    }
}

extension Life {
    /// A complaint taken up where it is.
    init(_ complaint: Complaint) {
        self.complaint = complaint
        now = Desk.friday
        happened = []
    }
}
