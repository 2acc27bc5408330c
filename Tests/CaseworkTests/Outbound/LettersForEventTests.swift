import Complaints
import Records
import Rehearsal
import Testing

@testable import Casework

struct LettersForEventTests {
    @Test func `which event makes which letter, and that what is internal makes none`() throws {
        let text = Passage("x")
        let document = Document(digest: String(repeating: "0", count: 64), size: 1, name: text, isFromCustomer: false)
        let moved = PromiseChange.moved(ordinal: 1, start: TestClock.start, due: TestClock.start, calendarVersion: 1)
        let expected: [(Occurrence, LetterKind?)] = [
            (try LetterSamples.registered()[0], .received), (Occurrence(.corrected(Correction())), nil),
            (Occurrence(.corrected(Correction()), promises: [moved]), .newDates), (Occurrence(.assigned(to: StaffID(2))), .handlerAssigned),
            (Occurrence(.asked(text)), .question), (Occurrence(.answered(text)), .answer), (Occurrence(.proposed(text)), .proposal),
            (Occurrence(.resolved(Resolution(findings: [.upheld]))), .resolved), (Occurrence(.closed), .closed),
            (Occurrence(.reopeningRequested(reason: text)), .reopeningReceived),
            (Occurrence(.reopeningDecided(granted: true, reason: text)), .reopeningGranted),
            (Occurrence(.reopeningDecided(granted: false, reason: text)), .reopeningRefused),
            (Occurrence(.withdrawn(reason: text)), .withdrawn),
            (Occurrence(.referred(to: text, reason: text)), .referred), (Occurrence(.markedDuplicate(of: ComplaintID(2))), .merged),
            (Occurrence(.unmarkedDuplicate), .resumed), (Occurrence(.accepted), nil), (Occurrence(.returned(reason: text)), nil),
            (Occurrence(.contacted(ContactAttempt(outcome: .reached, at: TestClock.start, note: text))), nil),
            (Occurrence(.noted(text)), nil),
            (Occurrence(.answerReceived(text, through: .phone)), nil),
            (Occurrence(.consulted(Consultation(id: 1, colleague: StaffID(9), question: text, due: "2026-11-23"))), nil),
            (Occurrence(.contributed(to: 1, text)), nil), (Occurrence(.attached(document)), nil),
            (Occurrence(.informed(InformedByHand(letter: LetterID(1), means: .told, at: TestClock.start))), nil),
            (Occurrence(.undone(from: 2)), nil),
        ]
        for (occurrence, kind) in expected { #expect(LettersForEvent.kind(for: occurrence, solvedAtOnce: false) == kind) }
    }

    @Test func `what is solved on the first call makes one letter`() async throws {
        try await withCaseOffice { rehearsal in
            let complaint = try await rehearsal.register { $0.firstCallSolution = ResolutionInput() }
            let letters = try await rehearsal.records.read { try $0.letters(of: complaint.id) }
            #expect(letters.map(\.content.kind) == ["resolved"])
        }
    }

    @Test func `a corrected receipt tells new dates, unless there are none to tell any more`() async throws {
        try await withCaseOffice { rehearsal in
            let complaint = try await rehearsal.register()
            var input = CorrectionInput()
            input.received = .day("2026-11-18")
            try await rehearsal.perform(.correct(input), on: complaint, by: SampleStaff.iris)
            input.received = .day("2026-09-01")
            try await rehearsal.perform(.correct(input), on: complaint, by: SampleStaff.iris)
            let letters = try await rehearsal.records.read { try $0.letters(of: complaint.id) }
            #expect(letters.map(\.content.kind) == ["received", "new-dates"])
            #expect(letters.last?.content.body.contains("woensdag 2 december") == true)
        }
    }

    @Test func `gedaan is journalled and settles the letter once`() async throws {
        try await withCaseOffice { rehearsal in
            let complaint = try await rehearsal.register { $0.customer = PersonInput(name: "Anna", phone: "0612345678") }
            let waiting = try await rehearsal.records.read {
                try $0.waitingLetters(for: Visibility(SampleStaff.iris.actor), at: rehearsal.now)
            }
            let letter = try #require(waiting.first?.letter)
            #expect(letter.content.means == .phone)
            let after = try await rehearsal.perform(.informed(letter.id, by: .told, at: nil), on: complaint, by: SampleStaff.iris)
            #expect(after.sequence == 2)
            let settled = try await rehearsal.records.read { try $0.letter(letter.id) }
            #expect(settled?.state == .informed)
            #expect(settled?.settledAt == rehearsal.now)
            await #expect(throws: Refusal.letterNotWaiting) {
                try await rehearsal.perform(.informed(letter.id, by: .told, at: nil), on: complaint, by: SampleStaff.iris)
            }
            let visibility = Visibility(SampleStaff.iris.actor)
            #expect(try await rehearsal.records.read { try $0.waitingLetterCount(for: visibility, at: rehearsal.now) } == 0)
        }
    }

    @Test(arguments: [21, 22, 23] as [UInt64])
    func `no letter of a house at work names a day that has passed`(seed: UInt64) async throws {
        try await withCaseOffice { rehearsal in
            var work = RandomWork(rehearsal, seed: seed)
            try await work.run(complaints: 40, acts: 250)
            for id in work.ids {
                for letter in try await rehearsal.records.read({ try $0.letters(of: id) }) {
                    let today = OfficeZone.amsterdam.moment(at: letter.createdAt).day
                    let lines = letter.content.body.split(separator: "\n").filter { !$0.hasPrefix("Wij hebben uw klacht van") }
                    for day in lines.flatMap({ Self.days(in: $0, year: today.year) }) { #expect(day >= today, "\(letter.content.body)") }
                }
            }
        }
    }

    @Test func `the acknowledgement of what was late from the start names no day at all`() async throws {
        try await withCaseOffice { rehearsal in
            let complaint = try await rehearsal.register { $0.received = .day("2026-10-01") }
            let letters = try await rehearsal.records.read { try $0.letters(of: complaint.id) }
            let body = try #require(letters.first?.content.body)
            #expect(Self.days(in: Substring(body), year: 2026) == [])
        }
    }

    /// The days a Dutch text names: a number, a month, perhaps a year.
    private static func days(in text: Substring, year: Int) -> [Day] {
        let words = text.split { " ,.\n".contains($0) }
        return words.indices.dropFirst().compactMap { index in
            guard let month = (1...12).first(where: { DateWords.month($0, .dutch) == words[index] }), let day = Int(words[index - 1]) else {
                return nil
            }
            let told = index + 1 < words.count ? Int(words[index + 1]) : nil
            return Day(year: told ?? year, month: month, day: day)
        }
    }
}
