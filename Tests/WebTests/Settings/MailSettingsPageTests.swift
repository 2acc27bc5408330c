import Casework
import Complaints
import Dialling
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

/// What the page of mail says of what is wrong in it, and of the secrets that are kept.
@Suite struct MailSettingsPageTests {
    private let kept = "Er is er een bewaard. Leeg laten: dat blijft."

    private func setUp(_ site: StaffedSite) async throws {
        let keys = HouseKeys(in: site.rehearsal.folder)
        var settings = MailSettings()
        settings.address = "klachten@bedrijf.test"
        var server = MailSettings.Server(host: "smtp.bedrijf.test", port: 587, security: .startTLS, user: "klachten")
        server.password = try Casework.SealedText(SecretText("geheim"), by: keys)
        server.tokens = MailSettings.TokenSource(
            address: "https://id.test/token", clientID: "app", clientSecret: try Casework.SealedText(SecretText("eigen"), by: keys),
            scope: "",
            refreshToken: try Casework.SealedText(SecretText("vers"), by: keys))
        settings.sending = server
        let (body, now) = (String(decoding: try JSONEncoder().encode(settings), as: UTF8.self), site.rehearsal.now)
        _ = try await site.rehearsal.records.write { try $0.set(.mail, to: body, after: 0, by: .system, at: now) }
    }

    @Test func `an address that is none is refused in words about an address, and stays`() async throws {
        try await StaffedSite.open { site async throws in
            let fields = [("address", "geen adres"), ("gezien", "0")]
            let answer = try await site.post(Paths.mailSettings, fields, as: SampleStaff.bo)
            #expect(answer.status == 422 && answer.text.contains("Vul een e-mailadres in zoals klachten@uwbedrijf.nl."))
            #expect(answer.text.contains("geen adres") && !answer.text.contains("Vul een datum in"))
        }
    }

    @Test func `what is kept is said, and a refresh token can be forgotten`() async throws {
        try await StaffedSite.open { site async throws in
            #expect(try await site.get(Paths.mailSettings, as: SampleStaff.bo).count(kept) == 0)
            try await setUp(site)
            let page = try await site.get(Paths.mailSettings, as: SampleStaff.bo)
            #expect(page.count(kept) == 2 && page.count("Vergeet het bewaarde refresh token") == 1)
            #expect(page.text.contains("Er is een wachtwoord bewaard. Leeg laten: dat blijft."))
        }
    }

    @Test func `with another server nothing is said to stay`() async throws {
        try await StaffedSite.open { site async throws in
            try await setUp(site)
            let fields = [
                ("address", "klachten@bedrijf.test"), ("smtp.host", "elders.test"), ("smtp.port", "587"), ("smtp.security", "startTLS"),
                ("smtp.user", "klachten"), ("gezien", "1"),
            ]
            let answer = try await site.post(Paths.mailSettings, fields, as: SampleStaff.bo)
            #expect(answer.status == 422 && answer.text.contains("Vul het opnieuw in: het bewaarde is voor een andere server"))
            #expect(answer.count(kept) == 0 && answer.count("Vergeet het bewaarde refresh token") == 0)
            #expect(!answer.text.contains("Leeg laten: dat blijft."))
        }
    }
}
