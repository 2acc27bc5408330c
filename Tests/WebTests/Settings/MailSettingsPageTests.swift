import Rehearsal
import Testing

@testable import Web

/// What the page of mail says of what is wrong in it, and of the secrets that are kept.
@Suite struct MailSettingsPageTests {
    @Test func `an address that is none is refused in words about an address, and stays`() async throws {
        try await StaffedSite.open { site async throws in
            let fields = [("address", "geen adres"), ("gezien", "0")]
            let answer = try await site.post(Paths.mailSettings, fields, as: SampleStaff.bo)
            #expect(answer.status == 422 && answer.text.contains("Vul een e-mailadres in zoals klachten@uwbedrijf.nl."))
            #expect(answer.text.contains("geen adres") && !answer.text.contains("Vul een datum in"))
        }
    }
}
