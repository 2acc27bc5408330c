import Casework
import Complaints
import HTTPTypes
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `The state of the proof` {
    @Test func `says that there is no seal, and makes one when the administrator asks`() async throws {
        try await withSite { site in
            let bo = try await site.signedIn(SampleStaff.bo)
            try await site.rehearsal.register()
            #expect(try await site.get("/beheer/zegels", as: bo).text.contains("Er is nog geen zegel."))
            #expect(try await site.post("/beheer/zegels", [], as: bo).location == "/beheer/zegels?gedaan=1")
            let page = try await site.get("/beheer/zegels?gedaan=1", as: bo).text
            #expect(page.contains("1 dossier met 1 gebeurtenis") && page.contains("Er staat een nieuw zegel."))
            let seal = try #require(try await site.rehearsal.records.read { try $0.sealRecord().seals[1] })
            #expect(page.contains(EntryHash.hex(seal.digest)))
        }
    }

    @Test func `says so when the daily seal was not made`() async throws {
        try await withSite { site in
            let aukje = try await site.signedIn(SampleStaff.aukje)
            _ = try await site.rehearsal.sealing.seal()
            #expect(!(try await site.get("/beheer/zegels", as: aukje).text.contains("had al een nieuw")))
            site.rehearsal.clock.advance(seconds: 37 * 3600)
            let again = try await site.signedIn(SampleStaff.aukje)
            let page = try await site.get("/beheer/zegels", as: again).text
            #expect(page.contains("er had al een nieuw moeten zijn") && !page.contains("Zet nu een zegel"))
        }
    }

    @Test func `gives every seal to keep elsewhere, as the command does`() async throws {
        try await withSite { site in
            try await site.rehearsal.register()
            for _ in 0..<3 { _ = try await site.rehearsal.sealing.seal() }
            let file = try await site.get("/beheer/zegels.txt", as: site.signedIn(SampleStaff.aukje))
            let lines = try await site.rehearsal.records.read { try $0.sealLines(after: 0, limit: 9).map(\.line) }
            #expect(file.text == lines.map { $0 + "\n" }.joined())
            #expect(file.headers[.contentDisposition]?.contains("attachment") == true)
        }
    }

    @Test func `a file's proof says from which seal on it is covered`() async throws {
        try await withSite { site in
            let mara = try await site.signedIn(SampleStaff.mara)
            let complaint = try await site.rehearsal.register()
            let path = "/klachten/\(complaint.number.formatted)/bewijs"
            #expect(try await site.get(path, as: mara).text.contains("nog niet; dit dossier komt in het volgende zegel"))
            _ = try await site.rehearsal.sealing.seal()
            #expect(try await site.get(path, as: mara).text.contains("sinds zegel 1 van"))
            #expect(try await site.get(path, as: mara).text.contains(", helemaal"))
            try await site.rehearsal.perform(.note("Gebeld."), on: complaint, by: SampleStaff.mara)
            #expect(try await site.get(path, as: mara).text.contains("regel 1 tot en met 1 nu, de rest komt in het volgende zegel"))
        }
    }
}
