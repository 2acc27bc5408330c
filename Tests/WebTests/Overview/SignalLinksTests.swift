import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

/// A signal, what people say of it, and the measures that come from it.
struct SignalLinksTests {
    private static func kept(_ site: StaffedSite) async throws -> KeptSignal {
        let signal = KeptSignal(.spike, about: "hosting", week: "2026-11-09", found: 9, usual: 0...3, oneIn: 5000, at: site.rehearsal.now)
        try await site.rehearsal.records.write { try $0.keep(signal) }
        return signal
    }

    @Test func `what was said of a signal is told back, and no setting holds from now on`() async throws {
        try await StaffedSite.open { site in
            let signal = try await Self.kept(site)
            let form = [("state", "seen"), ("words", ""), ("gezien", "\(signal.changedAt.milliseconds)")]
            let answer = try await site.post(Paths.signal(signal.id), form, as: SampleStaff.dirk)
            #expect(answer.status == 303)
            let page = try await site.get(answer.location, as: SampleStaff.dirk).text
            #expect(page.contains("Vastgelegd bij dit signaal: bekeken, wordt uitgezocht.") && !page.contains("Het geldt vanaf nu"))
            let calm = try await site.signedInAnew(SampleStaff.dirk).get(Paths.signal(signal.id), as: SampleStaff.dirk).text
            #expect(!calm.contains("Vastgelegd bij dit signaal"))
        }
    }
}
