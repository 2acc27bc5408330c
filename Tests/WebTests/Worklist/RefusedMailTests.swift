import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Mails to colleagues that did not arrive` {
    /// A mail to Hassan that no server would take.
    private static func refuse(
        _ site: StaffedSite, _ kind: MemoKind = .assigned, words: String = "550 5.1.1 no such user"
    ) async throws {
        let (now, key) = (site.rehearsal.now, Keys.fresh(at: site.rehearsal.now.milliseconds))
        try await site.rehearsal.records.write { tx in
            let memo = NewMemo(kind, to: SampleStaff.hassan, subject: "Voor u", body: "Kijk hier.")
            try tx.add(memo, as: MemoID(key), at: now, until: now.adding(days: 1))
            try tx.settle(MemoID(key), as: .refused, words: words)
        }
    }

    @Test func `the manager sees whom they were for and what to do, on the board, and the administrator with the settings`() async throws {
        try await StaffedSite.open { site in
            #expect(try await !site.get(Paths.board, as: SampleStaff.mara).text.contains("niet aankwam bij collega"))
            try await Self.refuse(site)
            try await Self.refuse(site)
            try await Self.refuse(site, .digest)
            let board = try await site.get(Paths.board, as: SampleStaff.mara).text
            #expect(board.contains("Hassan El Amrani (hassan@gehoor.invalid): bericht over een klacht, herinneringen; 3 keer, het laatst"))
            #expect(board.contains("550 5.1.1 no such user") && board.contains("Een beheerder (Bo Willems) verbetert het."))
            let settings = try await site.get(Paths.mailSettings, as: SampleStaff.bo).text
            #expect(settings.contains("href=\"\(Paths.staffMember(SampleStaff.hassan.id))\">Hassan El Amrani</a>"))
            #expect(settings.contains("Verbeter het bij de medewerker."))
        }
    }

    @Test func `that no server was asked is said in words`() async throws {
        try await StaffedSite.open { site in
            try await Self.refuse(site, words: OwnReason.noAddress.rawValue)
            #expect(try await site.get(Paths.board, as: SampleStaff.mara).text.contains("Naar dit adres kan geen e-mail."))
        }
    }

    @Test func `a link for a password stands nowhere else, and is no trouble once a newer one left`() async throws {
        try await StaffedSite.open { site in
            try await Self.refuse(site, .invitation)
            let board = try await site.get(Paths.board, as: SampleStaff.mara).text
            #expect(
                board.contains("een link voor een wachtwoord") && board.contains("staat nergens anders: maak bij de medewerker een nieuwe.")
            )
            #expect(!board.contains("het staat ook hier op de desk"))
            try await Self.refuse(site)
            #expect(try await site.get(Paths.board, as: SampleStaff.mara).text.contains("het staat ook hier op de desk"))
            site.rehearsal.clock.advance(seconds: 60)
            let (now, key) = (site.rehearsal.now, Keys.fresh(at: site.rehearsal.now.milliseconds))
            try await site.rehearsal.records.write { tx in
                let memo = NewMemo(.reset, to: SampleStaff.hassan, subject: "Uw link", body: "Hier.")
                try tx.add(memo, as: MemoID(key), at: now, until: now.adding(days: 1))
            }
            #expect(try await site.get(Paths.board, as: SampleStaff.mara).text.contains("een link voor een wachtwoord"))
            try await site.rehearsal.records.write { try $0.settle(MemoID(key), as: .sent, words: nil) }
            let after = try await site.get(Paths.board, as: SampleStaff.mara).text
            #expect(!after.contains("een link voor een wachtwoord") && after.contains("bericht over een klacht"))
        }
    }

    @Test func `a corrected address, and two weeks, end it`() async throws {
        try await StaffedSite.open { site in
            try await Self.refuse(site)
            site.rehearsal.clock.advance(days: 13)
            let words = "niet aankwam bij collega"
            #expect(try await site.signedInAnew(SampleStaff.mara).get(Paths.board, as: SampleStaff.mara).text.contains(words))
            site.rehearsal.clock.advance(days: 2)
            let later = try await site.signedInAnew(SampleStaff.mara)
            #expect(try await !later.get(Paths.board, as: SampleStaff.mara).text.contains(words))
            try await Self.refuse(site)
            #expect(try await later.get(Paths.board, as: SampleStaff.mara).text.contains(words))
            let now = site.rehearsal.now
            try await site.rehearsal.records.write { tx in
                var hassan = SampleStaff.hassan
                hassan.email = try EmailAddress(parsing: "h.elamrani@gehoor.invalid")
                try tx.update(hassan, at: now)
            }
            #expect(try await !later.get(Paths.board, as: SampleStaff.mara).text.contains(words))
        }
    }
}
