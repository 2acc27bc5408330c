import Casework
import Complaints
import HTTPTypes
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `What a customer thinks` {
    @Test func `is asked by a letter on the next working day, and answered once`() async throws {
        try await PublicSite.open { site in
            let (complaint, letter) = try await Self.asked(in: site)
            #expect(OfficeZone.amsterdam.moment(at: letter.readyAt).civil == CivilTime("2026-11-23", TimeOfDay(9)))
            #expect(letter.content.body.contains("tot en met maandag 7 december"))
            var visitor = site.visitor()
            let path = Self.path(letter, site)
            try await visitor.get(path)
            #expect(visitor.page.status == 200 && visitor.page.has("Bent u tevreden over de oplossing?") && visitor.cookies.isEmpty)
            #expect(visitor.page.headers[.referrerPolicy] == "no-referrer")
            try await visitor.submit(path, [("solution", "satisfied"), ("treatment", "somewhat"), ("remark", "Snel gedaan.")])
            #expect(visitor.page.status == 303)
            try await visitor.follow()
            #expect(visitor.page.has("Dank u wel voor uw antwoord") && !visitor.page.has("opnieuw naar uw klacht"))
            try await visitor.post(path, [("solution", "dissatisfied"), ("treatment", "dissatisfied"), ("contact", "1")])
            #expect(visitor.page.has("Dank u wel"))
            let now = try await Self.now(complaint, site)
            #expect(now.rating == Rating(solution: .satisfied, treatment: .somewhat, remark: Passage("Snel gedaan.")))
            #expect(now.reopeningRequest == nil)
        }
    }

    @Test func `not satisfied and may be reached: a date is named, the customer gets a letter, and the manager finds it`() async throws {
        try await PublicSite.open { site in
            let (complaint, letter) = try await Self.asked(in: site)
            var visitor = site.visitor()
            let path = Self.path(letter, site)
            site.rehearsal.clock.set(to: "2026-11-24")
            try await visitor.post(path, [("solution", "dissatisfied"), ("treatment", "satisfied"), ("contact", "1")])
            try await visitor.follow()
            #expect(visitor.page.has("U hoort uiterlijk vrijdag 27 november van ons."))
            let followed = try await site.follower(of: complaint).page
            #expect(followed.has("Er is gevraagd om opnieuw te kijken. U hoort uiterlijk vrijdag 27 november van ons."))
            let (now, letters, board) = try await site.rehearsal.records.read { snapshot in
                var filter = WorklistFilter()
                filter.view = .reopening
                let reader = site.rehearsal.reader(SampleStaff.mara.actor)
                return (
                    try snapshot.complaint(complaint.id), try snapshot.letters(of: complaint.id),
                    try snapshot.worklistCount(filter, for: reader)
                )
            }
            #expect(now?.reopeningRequest != nil && board == 1)
            #expect(letters.last?.content.kind == "reopening-received")
            #expect(letters.last?.content.body.contains("U hoort uiterlijk vrijdag 27 november van ons.") == true)
        }
    }

    @Test func `an empty form comes back with what to do, in the customer's language`() async throws {
        try await PublicSite.open { site in
            let (_, letter) = try await Self.asked(in: site) { $0.customer.language = "en" }
            var visitor = site.visitor()
            try await visitor.post(Self.path(letter, site), [("remark", "Too slow.")])
            #expect(visitor.page.status == 422 && visitor.page.has("Choose an answer.") && visitor.page.has("Too slow."))
        }
    }

    @Test func `a page in the other language stays in it, whatever the browser asks for`() async throws {
        try await PublicSite.open { site in
            let (_, letter) = try await Self.asked(in: site)
            for language in ["nl", "en"] {
                var visitor = site.visitor()
                visitor.language = language
                let path = Self.path(letter, site)
                try await visitor.get(path)
                #expect(visitor.page.has("Bent u tevreden over de oplossing?") && visitor.page.has("\(path)?taal=en"), "\(language)")
                try await visitor.get(path + "?taal=en")
                #expect(visitor.page.has("Are you satisfied with the solution?"), "\(language)")
                #expect(visitor.page.has("action=\"\(path)?taal=en\""), "\(language)")
            }
        }
    }

    @Test func `after two weeks the page says so, and a broken link leads nowhere`() async throws {
        try await PublicSite.open { site in
            let (_, letter) = try await Self.asked(in: site)
            var visitor = site.visitor()
            let path = Self.path(letter, site)
            site.rehearsal.clock.set(to: "2026-12-07", TimeOfDay(23))
            try await visitor.get(path)
            #expect(visitor.page.has("Bent u tevreden"))
            site.rehearsal.clock.set(to: "2026-12-08", TimeOfDay(0))
            try await visitor.get(path)
            #expect(visitor.page.status == 200 && visitor.page.has("Dat kon tot en met maandag 7 december"))
            try await visitor.post(path, [("solution", "satisfied"), ("treatment", "satisfied")])
            #expect(visitor.page.has("niet meer"))
            for link in [String(path.dropLast()) + "0", "/mening/kort", "/mening/" + String(repeating: "0", count: 37)] where link != path {
                try await visitor.get(link)
                #expect(visitor.page.status == 404)
            }
        }
    }

    @Test func `whoever asks to look again first is not asked any more`() async throws {
        try await PublicSite.open { site in
            let (complaint, letter) = try await Self.asked(in: site)
            _ = try await site.rehearsal.office.perform(.reopen(reason: "Weer stil."), on: complaint.id, by: .customer)
            let state = try await site.rehearsal.records.read { try $0.letter(letter.id)?.state }
            #expect(state == .dropped)
        }
    }

    @Test func `a request to look again that was a slip leaves the question as it was`() async throws {
        try await PublicSite.open { site in
            let (complaint, letter) = try await Self.asked(in: site)
            for expected in [LetterState.dropped, .waiting] {
                let act: ComplaintCommand = expected == .dropped ? .reopen(reason: "Verkeerd dossier.") : .undo(from: nil)
                try await site.rehearsal.perform(act, on: complaint, by: SampleStaff.iris)
                #expect(try await site.rehearsal.records.read { try $0.letter(letter.id)?.state } == expected)
            }
            var visitor = site.visitor()
            try await visitor.get(Self.path(letter, site))
            #expect(visitor.page.has("Bent u tevreden over de oplossing?"))
        }
    }

    @Test func `by telephone only, withdrawn, or taken back: nobody is asked`() async throws {
        try await PublicSite.open { site in
            let called = try await Self.closed(in: site) { $0.customer = PersonInput(name: "Anna", phone: "0612345678") }
            let withdrawn = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(.withdraw(reason: "Laat maar."), on: withdrawn, by: SampleStaff.hassan)
            let undone = try await Self.closed(in: site)
            try await site.rehearsal.perform(.undo(from: nil), on: undone, by: SampleStaff.hassan)
            for complaint in [called, withdrawn, undone] {
                let asking = try await Self.letters(of: complaint, site).filter { $0.state != .undone }
                #expect(asking.isEmpty)
            }
        }
    }

    private static func closed(
        in site: PublicSite, _ change: (inout RegistrationInput) -> Void = { _ in }
    ) async throws -> Complaint {
        let complaint = try await site.rehearsal.registerAtWork(change)
        var solution = ResolutionInput()
        solution.finding = "informal"
        return try await site.rehearsal.perform(.resolve(solution), .close, on: complaint, by: SampleStaff.hassan)
    }

    private static func asked(
        in site: PublicSite, _ change: (inout RegistrationInput) -> Void = { _ in }
    ) async throws -> (Complaint, Letter) {
        let complaint = try await closed(in: site, change)
        return (complaint, try #require(try await letters(of: complaint, site).first))
    }

    private static func letters(of complaint: Complaint, _ site: PublicSite) async throws -> [Letter] {
        try await site.rehearsal.records.read { try $0.letters(of: complaint.id) }.filter { $0.content.kind == "satisfaction" }
    }

    private static func path(_ letter: Letter, _ site: PublicSite) -> String {
        Paths.rating(site.workplace.inbox.references.text(.rating, of: letter))
    }

    private static func now(_ complaint: Complaint, _ site: PublicSite) async throws -> Complaint {
        try #require(try await site.rehearsal.records.read { try $0.complaint(complaint.id) })
    }
}
