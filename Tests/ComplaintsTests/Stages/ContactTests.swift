import Complaints
import Testing

struct ContactTests {
    /// How the customer can be reached × what came of it: whether that keeps the promise of first contact.
    @Test(
        arguments: [
            (nil, true, ContactOutcome.reached, true), (nil, true, .messageSent, false), (nil, true, .voicemail, false),
            (nil, true, .noAnswer, false), (nil, true, .wrongNumber, false), ("phone", true, .messageSent, false),
            ("letter", true, .messageSent, false), ("email", true, .messageSent, true), ("email", true, .reached, true),
            ("email", true, .voicemail, false), (nil, false, .messageSent, true), ("phone", false, .messageSent, true),
            (nil, false, .reached, true), (nil, false, .noAnswer, false),
        ] as [(String?, Bool, ContactOutcome, Bool)])
    func `a conversation keeps the promise, a message only where writing is the way`(
        preference: String?, hasPhone: Bool, outcome: ContactOutcome, keeps: Bool
    ) throws {
        var life = try Life {
            $0.customer.preferredContact = preference
            if !hasPhone { $0.customer.phone = nil }
        }
        try life.perform(.contact(outcome, at: nil, note: nil), by: Desk.iris)
        #expect(life.state(.firstContact) == (keeps ? .kept : .open))
        #expect(life.state(.resolution) == .open)
    }

    @Test func `the moment of the contact counts, however late it is recorded`() throws {
        var life = try Life.atWork()
        life.wait(until: "2026-11-26", 11)
        #expect(life.state(.firstContact) == .broken)
        let at = Desk.moment("2026-11-24", 16, 59).instant
        try life.perform(.contact(.reached, at: at, note: "Gisteren al gesproken."), by: Desk.hassan)
        #expect(life.state(.firstContact) == .kept)
        #expect(life.promise(.firstContact)?.metAt == at)
    }

    @Test func `an earlier contact that is recorded after a later one is the one that counts`() throws {
        var life = try Life.atWork()
        life.wait(until: "2026-11-26", 11)
        try life.perform(.contact(.reached, at: nil, note: nil), by: Desk.hassan)
        #expect(life.state(.firstContact) == .broken)
        try life.perform(.contact(.reached, at: Desk.moment("2026-11-23", 9).instant, note: nil), by: Desk.iris)
        #expect(life.state(.firstContact) == .kept)
    }

    @Test func `a promise met after its due moment stays broken and says when it was met`() throws {
        var life = try Life.atWork()
        life.wait(until: "2026-11-24", 17, 1)
        try life.perform(.contact(.reached, at: nil, note: nil), by: Desk.hassan)
        #expect(life.state(.firstContact) == .broken)
        #expect(life.promise(.firstContact)?.metAt == life.now.instant)
        #expect(!life.complaint.isLate(at: life.now.instant))
    }

    @Test func `five o'clock itself is still in time`() throws {
        var life = try Life.atWork()
        life.wait(until: "2026-11-24", 17)
        #expect(life.state(.firstContact) == .open)
        #expect(!life.complaint.isLate(at: life.now.instant))
    }

    @Test func `nobody speaks with a customer in the future, before the receipt, or without an outcome`() throws {
        let life = try Life()
        let slack = life.now.instant.adding(seconds: 300)
        #expect(life.problems(of: .contact(.reached, at: slack, note: nil), by: Desk.iris) == [])
        #expect(life.problems(of: .contact(.reached, at: slack.adding(seconds: 1), note: nil), by: Desk.iris) == ["at in-the-future"])
        #expect(
            life.problems(of: .contact(.reached, at: Desk.moment("2026-11-19", 23).instant, note: nil), by: Desk.iris) == ["at too-early"])
        #expect(life.problems(of: .contact(nil, at: nil, note: nil), by: Desk.iris) == ["outcome missing"])
    }

    @Test func `a colleague who only handles other complaints does not record a contact here`() throws {
        #expect(try Life.atWork().refusal(of: .contact(.reached, at: nil, note: nil), by: Desk.joost) == "not-there")
    }

    @Test func `after so many attempts in vain the procedure says what comes next, until the customer is reached or says something`() throws
    {
        var life = try Life.atWork()
        let rule = AttemptRule(after: 2, advice: Bilingual("Schrijf een brief.", "Write a letter."))
        life.facts.procedure.attempts = rule
        func next() -> AttemptRule? { life.complaint.stepAfterAttempts(under: life.facts.procedure) }
        try life.perform(.contact(.voicemail, at: nil, note: nil), by: Desk.hassan)
        #expect(next() == nil)
        try life.perform(.contact(.noAnswer, at: nil, note: nil), by: Desk.hassan)
        #expect(next() == rule && life.complaint.failedAttempts.map(\.outcome) == [.voicemail, .noAnswer])
        try life.perform(.note("Morgen weer."), by: Desk.hassan)
        #expect(next() == rule)
        try life.perform(.contact(.reached, at: nil, note: nil), by: Desk.hassan)
        #expect(next() == nil)
        try life.perform(.undo(from: nil), by: Desk.hassan)
        #expect(next() == rule, "it was not reached after all")
        try life.perform(.receiveAnswer("Ik was er niet.", through: .email), by: Desk.hassan)
        #expect(next() == nil && life.complaint.failedAttempts.isEmpty)
    }
}
