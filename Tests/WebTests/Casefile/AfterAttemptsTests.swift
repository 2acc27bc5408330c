import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `After attempts in vain to reach a customer` {
    private static let document = ProcedureDocument(
        yaml: ProcedureDocument.standard.yaml
            + "attempts: {after: 3, advice: {nl: Schrijf een brief en bel op een ander uur., en: Write a letter and call at another hour.}}\n"
    )

    /// A complaint on Hassan's desk, under a procedure that says what comes after three attempts.
    private static func called(_ site: StaffedSite, times: Int) async throws -> Complaint {
        let door = site.rehearsal.procedures
        _ = try await door.apply(document, seen: 1, by: .system)
        site.rehearsal.clock.advance(seconds: 60)
        let complaint = try await site.rehearsal.registerAtWork()
        for outcome in [ContactOutcome.noAnswer, .voicemail, .wrongNumber].prefix(times) {
            site.rehearsal.clock.advance(seconds: 300)
            try await site.rehearsal.perform(.contact(outcome, at: nil, note: nil), on: complaint, by: SampleStaff.hassan)
        }
        return complaint
    }

    @Test func `the page says what the procedure wants next, and at which hours was called, in both languages`() async throws {
        try await StaffedSite.open { site in
            let path = Paths.file(try await Self.called(site, times: 3).number)
            let page = try await site.get(path, as: SampleStaff.hassan).text
            #expect(page.contains("Na 3 vergeefse pogingen: ") && page.contains("Schrijf een brief en bel op een ander uur."))
            #expect(page.contains("Al geprobeerd: vr 20 nov 10:21") && page.contains("href=\"#answer-text\""))
            var hassan = SampleStaff.hassan
            hassan.language = .english
            let (english, now) = (hassan, site.rehearsal.now)
            try await site.rehearsal.records.write { try $0.update(english, at: now) }
            let other = try await site.get(path, as: SampleStaff.hassan).text
            #expect(other.contains("After 3 attempts in vain: ") && other.contains("Write a letter and call at another hour."))
            #expect(other.contains("Tried already: ") && other.contains("Write to the customer"))
        }
    }

    @Test func `before that it says nothing but what was tried; what was asked for stays when a form is wrong`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await Self.called(site, times: 2)
            let page = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan).text
            #expect(!page.contains("vergeefse pogingen") && page.contains("Al geprobeerd: "))
            let wrong = try await site.post(
                Paths.act("contact", complaint.number), [("outcome", ""), ("note", "Weer niet.")], as: SampleStaff.hassan)
            #expect(wrong.status == 422 && wrong.text.contains("Al geprobeerd: ") && wrong.text.contains("Weer niet."))
            let third = try await site.post(Paths.act("contact", complaint.number), [("outcome", "no-answer")], as: SampleStaff.hassan)
            #expect(third.status == 303)
            #expect(try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan).text.contains("Na 3 vergeefse pogingen: "))
        }
    }

    @Test func `the letter is written from the page and waits for its customer; who only looks is advised nothing`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await Self.called(site, times: 3)
            for member in [SampleStaff.joost, SampleStaff.aukje] {
                let page = try await site.get(Paths.file(complaint.number), as: member).text
                #expect(!page.contains("vergeefse pogingen") && !page.contains("href=\"#answer-text\""))
            }
            let refused = try await site.post(Paths.act("answer", complaint.number), [("text", "Wij belden u.")], as: SampleStaff.joost)
            #expect(refused.status == 404)
            let sent = try await site.post(
                Paths.act("answer", complaint.number), [("text", "Wij belden u driemaal. Wanneer komt het uit?")], as: SampleStaff.hassan)
            #expect(sent.status == 303)
            let letters = try await site.rehearsal.records.read { try $0.letters(of: complaint.id) }
            #expect(letters.last?.content.body.contains("Wij belden u driemaal.") == true && letters.last?.state == .waiting)
        }
    }

    @Test func `a number that is wrong is not called again until another one was found`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let path = Paths.file(complaint.number)
            let before = try await site.get(path, as: SampleStaff.hassan)
            #expect(before.text.contains("Bel Anna de Vries uiterlijk di 24 nov 17:00") && before.count("class=\"call\"") == 1)
            try await site.rehearsal.perform(.contact(.wrongNumber, at: nil, note: nil), on: complaint, by: SampleStaff.hassan)
            let page = try await site.get(path, as: SampleStaff.hassan)
            #expect(page.text.contains("Schrijf Anna de Vries, of zoek een ander nummer, uiterlijk di 24 nov 17:00"))
            #expect(page.text.contains("Het nummer 06 12345678 is verkeerd.") && page.count("class=\"call\"") == 0)
            #expect(!page.text.contains("Bel Anna de Vries"))
            var input = CorrectionInput()
            input.customer = PersonInput(name: "Anna de Vries", email: "anna@voorbeeld.invalid", phone: "06 87654321")
            try await site.rehearsal.perform(.correct(input), on: complaint, by: SampleStaff.hassan)
            let after = try await site.get(path, as: SampleStaff.hassan)
            #expect(after.text.contains("Bel Anna de Vries uiterlijk di 24 nov 17:00") && after.count("class=\"call\"") == 1)
            #expect(!after.text.contains("is verkeerd."))
        }
    }

    @Test func `who can't be written either is looked up`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork { $0.customer.email = "" }
            try await site.rehearsal.perform(.contact(.wrongNumber, at: nil, note: nil), on: complaint, by: SampleStaff.hassan)
            let page = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan).text
            #expect(page.contains("Zoek een ander nummer van Anna de Vries, uiterlijk di 24 nov 17:00") && !page.contains("Schrijf Anna"))
        }
    }

    @Test func `once the customer was reached nothing of it is left to do, and the conduct page keeps what was tried`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await Self.called(site, times: 3)
            try await site.rehearsal.perform(.contact(.reached, at: nil, note: nil), on: complaint, by: SampleStaff.hassan)
            #expect(!(try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan).text.contains("vergeefse pogingen")))
            let conduct = try await site.get(Paths.conduct(complaint.number), as: SampleStaff.hassan).text
            #expect(conduct.contains("Voicemail") || conduct.contains("voicemail"))
        }
    }

    @Test func `of what lapsed it is not said that it was done in time`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let path = Paths.conduct(complaint.number)
            let sentence = "Ja, behalve wat verviel"
            #expect(!(try await site.get(path, as: SampleStaff.hassan).text.contains(sentence)))
            try await site.rehearsal.perform(.withdraw(reason: "Het werkt weer."), on: complaint, by: SampleStaff.hassan)
            #expect(try await site.get(path, as: SampleStaff.hassan).text.contains(sentence))
        }
    }
}
