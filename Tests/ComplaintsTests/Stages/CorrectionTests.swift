import Complaints
import Testing

struct CorrectionTests {
    private func receipt(_ receipt: ReceiptInput) -> ComplaintCommand {
        var input = CorrectionInput()
        input.received = receipt
        return .correct(input)
    }

    @Test func `another receipt moves both due days and keeps the old ones`() throws {
        var life = try Life()
        life.wait(until: "2026-11-23", 9)
        try life.perform(receipt(.day("2026-11-18")), by: Desk.iris)
        #expect(life.due(.firstContact) == "2026-11-20")
        #expect(life.due(.resolution) == "2026-12-02")
        let history = try #require(life.promise(.firstContact)?.history)
        #expect(history == [Promise.FormerDue(due: Desk.moment("2026-11-24", 17).instant, until: life.now.instant)])
        #expect(life.state(.firstContact) == .broken)
    }

    @Test func `a contact that was in time by the first date is late by the right one, and the other way round`() throws {
        var life = try Life { $0.received = .day("2026-11-16") }
        try life.perform(.contact(.reached, at: nil, note: nil), by: Desk.iris)
        #expect(life.state(.firstContact) == .broken)
        try life.perform(receipt(.day("2026-11-18")), by: Desk.iris)
        #expect(life.state(.firstContact) == .kept)
    }

    @Test func `a receipt corrected within the day and then to another day moves the promises all the same`() throws {
        var life = try Life()
        try life.perform(receipt(.instant(Desk.moment("2026-11-20", 9, 30).instant)), by: Desk.iris)
        #expect(life.promise(.firstContact)?.history == [])
        try life.perform(receipt(.day("2026-11-18")), by: Desk.iris)
        #expect(life.due(.firstContact) == "2026-11-20")
        #expect(life.promise(.firstContact)?.start == Desk.moment("2026-11-18", 9).instant)
    }

    @Test func `promises of a reopening do not follow the first receipt`() throws {
        var life = try Life.closed()
        life.wait(until: "2026-12-01", 10)
        try life.perform(.reopen(reason: "Weer stil."), by: .customer)
        try life.perform(.decideReopening(granted: true, reason: "Ja."), by: Desk.mara)
        try life.perform(receipt(.day("2026-11-19")), by: Desk.iris)
        #expect(life.due(.resolution) == "2026-12-15")
        #expect(life.promise(.resolution)?.history == [])
    }

    @Test func `of the customer only what is given changes, an empty text takes a field away`() throws {
        var life = try Life()
        var input = CorrectionInput()
        input.customer = PersonInput(name: "Anna de Vries-Bos", phone: "")
        input.channel = "email"
        input.story = "De server lag stil."
        try life.perform(.correct(input), by: Desk.iris)
        #expect(life.complaint.customer?.name == "Anna de Vries-Bos")
        #expect(life.complaint.customer?.phone == nil)
        #expect(life.complaint.customer?.email?.text == "anna@voorbeeld.invalid")
        #expect(life.complaint.channel == .email)
        #expect(life.complaint.story.text == "De server lag stil.")
    }

    @Test func `the last way to reach somebody can't be taken away, nor the name or the story`() throws {
        var input = CorrectionInput()
        input.customer = PersonInput(name: " ", email: "", phone: "")
        input.story = ""
        #expect(try Life().problems(of: .correct(input), by: Desk.iris) == ["customer.name missing", "story missing"])
        input = CorrectionInput()
        input.customer = PersonInput(email: "", phone: "")
        #expect(try Life().problems(of: .correct(input), by: Desk.iris) == ["customer.email unreachable"])
    }

    @Test func `empty fields for a representative who is not there are nothing`() throws {
        var input = CorrectionInput()
        input.representative = PersonInput(name: "", email: "")
        input.story = "Anders."
        #expect(try Life().problems(of: .correct(input), by: Desk.iris) == [])
    }

    @Test func `a correction that corrects nothing is refused`() throws {
        var input = CorrectionInput()
        input.story = "De mailserver ligt stil."
        #expect(try Life().problems(of: .correct(input), by: Desk.iris) == [" missing"])
    }

    @Test func `a correction on an older file is refused with what was seen and what is`() throws {
        var life = try Life()
        try life.perform(.note("Iets nieuws."), by: Desk.iris)
        #expect(throws: Refusal.movedOn(seen: 1, now: 2)) {
            try life.complaint.decide(self.receipt(.day("2026-11-18")), by: Desk.iris, seen: 1, at: life.now, with: life.facts)
        }
    }
}
