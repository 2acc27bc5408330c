import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Closing a file in which a message of the customer waits` {
    private func resolved(_ site: StaffedSite) async throws -> Complaint {
        let complaint = try await site.rehearsal.registerAtWork()
        var input = ResolutionInput()
        input.finding = "informal"
        return try await site.rehearsal.perform(.resolve(input), on: complaint, by: SampleStaff.hassan)
    }

    @Test func `the next step is to answer, the head says that it waits, closing is asked first`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await resolved(site)
            let path = Paths.file(complaint.number)
            let before = try await site.get(path, as: SampleStaff.hassan)
            #expect(before.text.contains("Sluit het dossier als de klant tevreden is.") && before.count("reactie van klant wacht") == 0)
            let waiting = try await site.rehearsal.perform(
                .receiveAnswer("Het is nog stuk.", through: .phone), on: complaint, by: SampleStaff.iris)
            let page = try await site.get(path, as: SampleStaff.hassan)
            #expect(page.text.contains("Beantwoord de reactie van de klant.") && page.count("reactie van klant wacht") == 1)
            #expect(page.count("href=\"#answer-text\"") == 1 && page.count("Sluiten zonder antwoord") == 1)
            #expect(page.count("class=\"reply\" name=\"composer\" open") == 1)

            let seen = ("gezien", "\(waiting.sequence)")
            let asked = try await site.post(Paths.act("close", complaint.number), [seen], as: SampleStaff.hassan)
            #expect(asked.status == 409 && asked.text.contains("De klant heeft nog geen antwoord op zijn laatste bericht."))
            let meant = try await site.post(
                Paths.act("close", complaint.number), [seen, (ActInput.unanswered, "1")], as: SampleStaff.hassan)
            #expect(meant.status == 303)
        }
    }

    @Test func `what was promised by hand is the next step once all is solved, and closing waits for it`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            var input = ResolutionInput()
            input.finding = "informal"
            let made = try await site.rehearsal.perform(
                .promise("Monteur langs.", due: "2026-11-27"), .resolve(input), on: complaint, by: SampleStaff.hassan)
            let path = Paths.file(complaint.number)
            let page = try await site.get(path, as: SampleStaff.hassan)
            #expect(page.text.contains("Doe wat de klant is toegezegd uiterlijk vr 27 nov 17:00") && page.text.contains(": Monteur langs."))
            #expect(page.text.contains("bericht toegezegd: ") && !page.text.contains("Sluit het dossier als de klant tevreden is."))
            let refused = try await site.post(
                Paths.act("close", complaint.number), [("gezien", "\(made.sequence)")], as: SampleStaff.hassan)
            #expect(refused.status == 409 && refused.text.contains("Er staat nog een toezegging aan de klant open."))
            let ordinal = try #require(made.owedByHand).ordinal
            try await site.rehearsal.perform(.keepPromise(ordinal, at: nil, note: nil), on: complaint, by: SampleStaff.hassan)
            #expect(try await site.get(path, as: SampleStaff.hassan).text.contains("Sluit het dossier als de klant tevreden is."))
        }
    }

    @Test func `what the customer says after closing stands among what waits, and is answered without opening it again`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await resolved(site)
            try await site.rehearsal.perform(.close, on: complaint, by: SampleStaff.hassan)
            let path = Paths.file(complaint.number)
            #expect(try await !site.get(path, as: SampleStaff.hassan).text.contains("Beantwoord het bericht van de klant."))
            func silent(on day: Day) async throws -> Bool {
                site.rehearsal.clock.set(to: day)
                let board = try await site.signedInAnew(SampleStaff.mara).get(Paths.board, as: SampleStaff.mara).text
                let part = board.components(separatedBy: "id=\"board-silent\"").dropFirst().first?.components(separatedBy: "</section>")
                return part?.first?.contains(complaint.number.formatted) ?? false
            }
            #expect(try await !silent(on: "2026-11-30"), "nobody waits for anything in what is closed")
            let waiting = try await site.rehearsal.office.perform(
                .receiveAnswer("Waar is de creditnota?", through: .web), on: complaint.id, by: .customer)
            let handler = try await site.signedInAnew(SampleStaff.hassan)
            let page = try await handler.get(path, as: SampleStaff.hassan)
            #expect(page.text.contains("Beantwoord het bericht van de klant.") && page.text.contains("Vraag dan om heropenen."))
            #expect(page.count("href=\"#answer-text\"") == 1 && page.count("name=\"promiseDue\"") == 0)
            let list = try await handler.get(Paths.worklist(.reaction), as: SampleStaff.hassan).text
            #expect(list.contains(complaint.number.formatted))
            #expect(try await silent(on: "2026-12-08"), "nobody moved it for days")
            let answered = try await site.signedInAnew(SampleStaff.hassan).post(
                Paths.act("answer", complaint.number), [("text", "Die komt morgen."), ("gezien", "\(waiting.sequence)")],
                as: SampleStaff.hassan)
            #expect(answered.status == 303)
            let letters = try await site.rehearsal.records.read { try $0.letters(of: complaint.id) }
            #expect(letters.contains { $0.content.kind == "answer" && $0.content.body.contains("Die komt morgen.") })
            let after = try await site.rehearsal.records.read { try $0.complaint(complaint.id) }
            #expect(after?.phase == .closed && after?.awaitsReaction == false)
            #expect(try await !silent(on: "2026-12-16"), "it was answered, however long ago")
        }
    }

    @Test func `a note does not answer it, a letter does`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await resolved(site)
            let path = Paths.file(complaint.number)
            try await site.rehearsal.perform(
                .receiveAnswer("Het is nog stuk.", through: .phone), .note("Gelezen."), on: complaint, by: SampleStaff.hassan)
            #expect(try await site.get(path, as: SampleStaff.hassan).text.contains("Beantwoord de reactie van de klant."))
            try await site.rehearsal.perform(.answer("Wij komen morgen."), on: complaint, by: SampleStaff.hassan)
            #expect(try await site.get(path, as: SampleStaff.hassan).text.contains("Sluit het dossier als de klant tevreden is."))
        }
    }
}
