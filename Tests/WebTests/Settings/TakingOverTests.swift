import Casework
import Complaints
import Foundation
import HTTPTypes
import NIOCore
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `A trial of taking over` {
    private static let path = "/beheer/overnemen"
    private static let map = """
        source: oud
        fields: {reference: Nr, receivedAt: Datum, story: Tekst, customer.name: Naam, customer.phone: Tel, handler: Wie}
        """

    private func csv(_ rows: String...) -> String { (["Nr,Datum,Tekst,Naam,Tel,Wie"] + rows).joined(separator: "\n") + "\n" }

    private func tried(_ csv: String?, _ fields: [(String, String)] = [("map", ""), ("yaml", map)], in site: SiteUnderTest) async throws
        -> SiteUnderTest.Answer
    {
        try await site.send(csv.map { [("oud.csv", $0)] } ?? [], fields, to: Self.path, as: site.signedIn(SampleStaff.bo))
    }

    @Test func `shows the rows as they would be understood, and keeps nothing`() async throws {
        try await withSite { site in
            let answer = try await tried(csv("7,05-03-2024,Storing <b>,Anna de Vries,06 12345678,hassan@gehoor.invalid"), in: site)
            #expect(answer.status == .ok)
            #expect(answer.text.contains("oud.csv, 1 rij. Over te nemen: 1. Al aanwezig: 0. Geweigerd: 0."))
            for words in [
                "Anna de Vries", "06 12345678", "Storing &lt;b&gt;", "Hassan", "05-03-2024 09:00", "gehoor import oud.csv --map MAP.yaml",
            ] {
                #expect(answer.text.contains(words), "\(words)")
            }
            #expect(try await site.rehearsal.records.read { try $0.count("SELECT count(*) FROM complaint") } == 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: site.rehearsal.folder).filter { $0.hasPrefix("upload-") } == [])
        }
    }

    @Test func `names each refused row with its line and reason`() async throws {
        try await withSite { site in
            let answer = try await tried(
                csv("1,31-02-2024,Storing,Anna,06 12345678,", "2,05-03-2024,Storing,Bram,12,", "3,05-03-2024,Storing"), in: site)
            #expect(answer.status == .ok && answer.text.contains("Geweigerd: 3."))
            #expect(answer.text.contains("die dag bestaat niet") && answer.text.contains("31-02-2024"))
            #expect(answer.text.contains("de rij heeft 3 velden, de eerste regel 6"))
            // Nothing would be taken over: nobody is told to go on. Fields have the names of the screen.
            #expect(!answer.text.contains("gehoor import ") && answer.text.contains("Zo wordt er niets overgenomen."))
            #expect(answer.text.contains("Ontvangen op (receivedAt)"))
        }
    }

    @Test func `an empty form says everything that is missing`() async throws {
        try await withSite { site in
            let answer = try await tried(nil, [("map", ""), ("yaml", "")], in: site)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Kies een bestand.") && answer.text.contains("Kies waar het bestand vandaan komt"))
        }
    }

    @Test func `looks at the first thousand rows and shows twenty`() async throws {
        try await withSite { site in
            let rows = (1...1200).map { "\($0),05-03-2024,Storing,Klant \($0) Zoveel,06 12345678," }.joined(separator: "\n")
            let answer = try await tried(csv(rows), in: site)
            #expect(answer.text.contains("de eerste 1000 rijen. Over te nemen: 1000."))
            #expect(answer.text.contains("Klant 20 Zoveel") && !answer.text.contains("Klant 21 Zoveel"))
        }
    }

    @Test func `takes a map that comes with the program`() async throws {
        try await withSite { site in
            let answer = try await tried(csv("1,05-03-2024,Storing,Anna,06 12345678,"), [("map", "zammad"), ("yaml", "")], in: site)
            #expect(answer.status == .unprocessableContent && answer.text.contains("De kaart noemt een kolom"))
        }
    }

    @Test func `says what is wrong with a file or a map, beside the field`() async throws {
        try await withSite { site in
            let noFile = try await tried(nil, in: site)
            #expect(noFile.status == .unprocessableContent && noFile.text.contains("Kies een bestand."))
            let empty = try await tried("", in: site)
            #expect(empty.status == .unprocessableContent && empty.text.contains("Het bestand is leeg."))
            let neither = try await tried(csv(), [("map", ""), ("yaml", "")], in: site)
            #expect(neither.status == .unprocessableContent && neither.text.contains("Kies waar het bestand vandaan komt"))
            let noMap = try await tried(csv(), [("map", ""), ("yaml", "fields: [")], in: site)
            #expect(noMap.status == .unprocessableContent && noMap.text.contains("De kaart is niet te lezen."))
            #expect(noMap.text.contains("fields: ["))
            let torn = try await tried(csv("1,05-03-2024,\"Storing,Anna,06 12345678,"), in: site)
            #expect(torn.status == .ok && torn.text.contains("wordt nooit gesloten"))
            let noSource = try await tried(csv(), [("map", ""), ("yaml", "fields: {story: A}")], in: site)
            #expect(noSource.text.contains("Er ontbreekt `source:`"))
            let strange = try await tried(csv(), [("map", "otrs"), ("yaml", "")], in: site)
            #expect(strange.status == .badRequest)
        }
    }

    @Test func `is the administrator's alone`() async throws {
        try await withSite { site in
            let answer = try await site.send([], [("map", "")], to: Self.path, as: site.signedIn(SampleStaff.mara))
            #expect(answer.status == .notFound)
        }
    }
}
