import Casework
import Complaints
import Dialling
import Records
import Rehearsal
import Testing

/// What somebody was reminded of, by mail: one a day.
@Suite struct ReminderDigestTests {
    private static let server = MailSettings.Server(host: "smtp.bedrijf.test", port: 587, security: .startTLS)

    private static func look(_ rehearsal: RehearsalOffice) async throws -> Int {
        try await PromiseWatch(
            records: rehearsal.records, clock: rehearsal.clock.clock, house: rehearsal.office.house, changes: rehearsal.office.changes
        ).look()
        return try await ReminderDigest(records: rehearsal.records, clock: rehearsal.clock.clock, house: rehearsal.office.house).send()
    }

    private static func due(_ rehearsal: RehearsalOffice) async throws -> [Memo] {
        let now = rehearsal.now
        let memos = try await rehearsal.records.write { try $0.claimMemos(limit: 50, at: now, until: now.adding(days: 400)) }
        return memos.filter { $0.content.kind == .digest }
    }

    @Test func `who is reminded of promises has one mail of it a day, in office hours, by number alone`() async throws {
        try await Postbox.open { postbox in
            let rehearsal = postbox.rehearsal
            try await postbox.set { $0.sending = Self.server }
            for _ in 0..<3 { try await rehearsal.registerAtWork() }
            rehearsal.clock.set(to: "2026-11-23", TimeOfDay(8, 59))
            #expect(try await Self.look(rehearsal) == 0, "before opening")
            rehearsal.clock.set(to: "2026-11-23", TimeOfDay(9))
            #expect(try await Self.look(rehearsal) == 1)
            #expect(try await Self.look(rehearsal) == 0, "once")
            let memos = try await Self.due(rehearsal)
            #expect(memos.map(\.content.address) == [SampleStaff.hassan.email.text])
            let mail = try #require(memos.first?.content)
            #expect(mail.subject == "3 toezeggingen vragen vandaag uw aandacht" && mail.body.contains("{{link}}"))
            #expect(!mail.body.contains("te laat") && !mail.body.contains("Anna"))
            // The next day the manager hears too, and of what is late by then.
            rehearsal.clock.set(to: "2026-11-25", TimeOfDay(10))
            #expect(try await Self.look(rehearsal) >= 2)
            let later = try await Self.due(rehearsal)
            #expect(Set(later.map(\.content.address)).isSuperset(of: [SampleStaff.hassan.email.text, SampleStaff.mara.email.text]))
            #expect(later.allSatisfy { $0.content.body.contains("Daarvan zijn er 3 te laat.") })
        }
    }

    @Test func `a customer who says nothing for too long is told of, also while the clock stands still`() async throws {
        try await Postbox.open { postbox in
            let rehearsal = postbox.rehearsal
            try await postbox.set { $0.sending = Self.server }
            let pausing = ProcedureDocument.standard.yaml.replacing("pauses: []", with: "pauses: [waiting-for-customer]")
            _ = try await rehearsal.procedures.apply(ProcedureDocument(yaml: pausing), seen: 1, by: .system)
            let complaint = try await rehearsal.registerAtWork()
            try await rehearsal.perform(
                .contact(.reached, at: nil, note: nil), .ask("Welke factuur?"), on: complaint, by: SampleStaff.hassan)
            // Asked on Friday: through the next Friday the customer has time.
            rehearsal.clock.set(to: "2026-11-27", TimeOfDay(10))
            #expect(try await Self.look(rehearsal) == 0)
            rehearsal.clock.set(to: "2026-11-30", TimeOfDay(10))
            #expect(try await Self.look(rehearsal) == 1)
            let memos = try await Self.due(rehearsal)
            #expect(memos.map(\.content.address) == [SampleStaff.hassan.email.text])
            #expect(memos.first?.content.subject == "Bij 1 klacht zwijgt de klant al te lang")
        }
    }

    @Test func `without mail set up, for who wants none, and for who is away, there is none`() async throws {
        try await Postbox.open { postbox in
            let rehearsal = postbox.rehearsal
            try await rehearsal.registerAtWork()
            rehearsal.clock.set(to: "2026-11-23", TimeOfDay(9))
            #expect(try await Self.look(rehearsal) == 0, "no mail set up")
            try await postbox.set { $0.sending = Self.server }
            let accounts = AccountOffice(records: rehearsal.records, clock: rehearsal.clock.clock)
            _ = try await accounts.noteAbsence(
                AbsenceInput(staff: SampleStaff.hassan.id, first: "2026-11-23", last: "2026-11-27", replacement: SampleStaff.joost.id),
                in: .amsterdam, by: SampleStaff.mara.actor)
            #expect(try await Self.look(rehearsal) == 1)
            #expect(try await Self.due(rehearsal).map(\.content.address) == [SampleStaff.joost.email.text], "the stand-in hears of it")
        }
    }
}
