import Complaints
import Testing

struct RegistrationTests {
    @Test func `an intake with a story, a name and one way to reach is a complaint with both promises`() throws {
        let life = try Life()
        #expect(life.complaint.phase == .received)
        #expect(life.complaint.channel == .phone)
        #expect(life.complaint.receivedAt == Desk.friday.instant)
        #expect(life.complaint.grievances.count == 1)
        #expect(life.due(.firstContact) == "2026-11-24")
        #expect(life.due(.resolution) == "2026-12-04")
        #expect(life.complaint.promises.map(\.ordinal) == [1, 2])
    }

    @Test(arguments: [Desk.iris, Desk.hassan, Desk.mara, .customer, Actor(.token(3), roles: [.intake])])
    func `customer service, handlers, the manager, the customer and programs of theirs register`(actor: Actor) throws {
        _ = try Life(by: actor)
    }

    @Test(arguments: [Role.management, .auditor, .administrator])
    func `others do not register`(role: Role) {
        #expect(throws: Refusal.notAllowed(.register)) { try Life(by: Actor(.staff(StaffID(5)), roles: [role])) }
    }

    @Test func `everything that is wrong is named at once`() {
        let problems = Life.problems {
            $0.channel = "fax"
            $0.story = " \n"
            $0.customer = PersonInput(name: "", email: "anna", phone: "12")
            $0.natureAbout = "hosting"
            $0.severity = "ernstig"
            $0.aboutStaff = StaffID(99)
        }
        #expect(
            problems == [
                "channel unknown", "story missing", "customer.name missing", "customer.email malformed", "customer.phone malformed",
                "nature.wrong missing", "severity unknown", "aboutStaff unknown",
            ])
    }

    @Test func `without any way to reach the customer it is refused`() {
        #expect(Life.problems { $0.customer = PersonInput(name: "Anna") } == ["customer.email unreachable"])
    }

    @Test func `a representative who can be reached is enough, and hears everything`() throws {
        let life = try Life {
            $0.customer = PersonInput(name: "Anna")
            $0.representative = PersonInput(name: "mr. Klaas Bos", email: "bos@voorbeeld.invalid")
            $0.authority = "written"
        }
        #expect(life.complaint.correspondent?.name == "mr. Klaas Bos")
        #expect(life.complaint.representative?.authority == .written)
    }

    @Test func `limits count Unicode scalars, not bytes`() throws {
        _ = try Life { $0.story = String(repeating: "é", count: 10_000) }
        #expect(Life.problems { $0.story = String(repeating: "é", count: 10_001) } == ["story too-long"])
    }

    @Test func `a NUL becomes a replacement character, a name stays on one line`() throws {
        let life = try Life {
            $0.story = "a\u{0}b"
            $0.customer.name = "Jan-Willem\nvan 't Hof-Ünal"
        }
        #expect(life.complaint.story.text == "a\u{FFFD}b")
        #expect(life.complaint.customer?.name == "Jan-Willem van 't Hof-Ünal")
    }

    @Test(arguments: [[], ["", " "]])
    func `a severity needs its reasons`(reasons: [String]) throws {
        #expect(
            Life.problems {
                $0.severity = "critical"; $0.severityReasons = reasons
            } == ["severityReasons missing"])
    }

    @Test func `every point becomes a grievance, blank ones do not`() throws {
        let life = try Life { $0.grievances = ["Storing", " ", "Factuur"] }
        #expect(life.complaint.grievances.map { $0.text?.text } == ["Storing", "Factuur"])
        #expect(Life.problems { $0.grievances = Array(repeating: "punt", count: 21) } == ["grievances too-many"])
    }

    @Test func `a nature that is no longer offered is not taken`() throws {
        var facts = Desk.facts
        facts.natures.about[0].isActive = false
        #expect(throws: Refusal.invalid([FieldProblem("nature.about", .unknown)])) {
            try Life(facts: facts) {
                $0.natureAbout = "hosting"; $0.natureWrong = "too-slow"
            }
        }
    }

    // Receipt.

    @Test func `a bare date is received when the office opened that day`() throws {
        let life = try Life { $0.received = .day("2026-11-18") }
        #expect(life.complaint.receivedAt == Desk.moment("2026-11-18", 9).instant)
        #expect(life.due(.firstContact) == "2026-11-20")
    }

    @Test func `today as a bare date before opening time is received now`() throws {
        let early = Desk.moment("2026-11-20", 8)
        #expect(try Life(at: early) { $0.received = .day("2026-11-20") }.complaint.receivedAt == early.instant)
    }

    @Test func `a receipt may be five minutes ahead of our clock and not more`() throws {
        let ahead = Desk.friday.instant.adding(seconds: 300)
        #expect(try Life { $0.received = .instant(ahead) }.complaint.receivedAt == ahead)
        #expect(Life.problems { $0.received = .instant(ahead.adding(seconds: 1)) } == ["receivedAt in-the-future"])
        #expect(Life.problems { $0.received = .day("2026-11-21") } == ["receivedAt in-the-future"])
    }

    @Test func `a receipt before 2000 is refused, as is one that nobody can read`() throws {
        _ = try Life { $0.received = .day("2000-01-01") }
        #expect(Life.problems { $0.received = .day("1999-12-31") } == ["receivedAt too-early"])
        #expect(Life.problems { $0.received = .unreadable } == ["receivedAt malformed"])
    }

    @Test func `what is registered long after its receipt is broken from the start`() throws {
        let life = try Life { $0.received = .day("2026-10-01") }
        #expect(life.state(.firstContact) == .broken)
        #expect(life.state(.resolution) == .broken)
        #expect(life.complaint.isLate(at: life.now.instant))
    }

    // Solved on the first call.

    @Test func `solved on the first call is contact and solution at once, without assignment`() throws {
        let life = try Life { $0.firstCallSolution = ResolutionInput() }
        #expect(life.complaint.phase == .resolved)
        #expect(life.complaint.outcome == .informal)
        #expect(life.state(.firstContact) == .kept)
        #expect(life.state(.resolution) == .kept)
        #expect(life.complaint.handler == nil)
    }

    @Test func `a letter that is solved at once was no conversation`() throws {
        let life = try Life {
            $0.channel = "letter"; $0.firstCallSolution = ResolutionInput()
        }
        #expect(life.state(.firstContact) == .open)
        #expect(life.state(.resolution) == .kept)
    }

    @Test func `a customer does not solve a complaint by filing it`() {
        #expect(throws: Refusal.notAllowed(.resolve)) { try Life(by: .customer) { $0.firstCallSolution = ResolutionInput() } }
    }

    @Test func `the nature other is not final on the first call either`() {
        #expect(throws: Refusal.natureNotFinal) {
            try Life {
                $0.natureAbout = "other"; $0.natureWrong = "too-slow"; $0.firstCallSolution = ResolutionInput()
            }
        }
    }

    @Test func `files that came with a complaint ask for no reaction of their own, later ones do`() throws {
        var life = try Life(by: .customer)
        let document = Document(digest: String(repeating: "a", count: 64), size: 3, name: Passage("foto.jpg"), isFromCustomer: true)
        try life.perform(.attach(document), by: .customer)
        #expect(!life.complaint.awaitsReaction)
        life.wait(until: "2026-11-23", 10)
        try life.perform(.attach(document), by: .customer)
        #expect(life.complaint.awaitsReaction)
        try life.perform(.contact(.reached, at: nil, note: nil), by: Desk.iris)
        #expect(!life.complaint.awaitsReaction)
    }
}
