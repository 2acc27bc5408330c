import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Files with a complaint` {
    @Test func `they survive a mistake in the form`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.get(Paths.report)
            try await visitor.submit(
                Paths.reportReach, [("story", "")], files: [SentFile(name: "foto.png"), SentFile(name: "rekening.pdf")])
            #expect(visitor.page.status == 422 && visitor.page.has("foto.png") && visitor.page.has("rekening.pdf"))
            try await visitor.submit(Paths.reportReach, [("story", Visitor.story)])
            try await visitor.submit(Paths.reportCheck, [("name", "")])
            try await visitor.submit(Paths.reportCheck, Visitor.reach)
            site.rehearsal.clock.advance(seconds: 10)
            try await visitor.submit(Paths.reportSent)
            let complaint = try #require(try await site.onlyComplaint())
            #expect(complaint.documents.map(\.name.text) == ["foto.png", "rekening.pdf"])
            let digest = try #require(complaint.documents.first?.digest)
            #expect(try site.rehearsal.blobs.bytes(of: digest) == Data("inhoud".utf8))
            #expect(try await site.waiting() == 0)
        }
    }

    @Test func `one can be left out again`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.get(Paths.report)
            try await visitor.submit(Paths.reportReach, [("story", "")], files: [SentFile(name: "een.png"), SentFile(name: "twee.png")])
            let key = try #require(visitor.page.hidden(to: Paths.reportReach).first { $0.0 == "kept" }?.1)
            let kept = visitor.page.hidden(to: Paths.reportReach)
            try await visitor.post(Paths.reportReach, kept + [("leaveOut", key), ("story", Visitor.story)])
            try await visitor.submit(Paths.reportCheck, Visitor.reach)
            #expect(!visitor.page.has("een.png") && visitor.page.has("twee.png"))
        }
    }

    @Test func `an empty one is named, the others stay`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.get(Paths.report)
            try await visitor.submit(
                Paths.reportReach, [("story", Visitor.story)], files: [SentFile(name: "leeg.txt", bytes: []), SentFile(name: "vol.txt")])
            #expect(visitor.page.status == 422 && visitor.page.has("Het bestand ‘leeg.txt’ is leeg.") && visitor.page.has("vol.txt"))
        }
    }

    @Test func `one that is too large is named, the story stays`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.get(Paths.report)
            let huge = SentFile(name: "film.mp4", bytes: [UInt8](repeating: 7, count: (25 << 20) + 1))
            try await visitor.submit(Paths.reportReach, [("story", Visitor.story)], files: [huge])
            #expect(visitor.page.status == 422 && visitor.page.has("‘film.mp4’ is groter dan 25 MB") && visitor.page.has(Visitor.story))
            #expect(try await site.waiting() == 0)
        }
    }

    @Test func `an eleventh is refused`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.get(Paths.report)
            try await visitor.submit(Paths.reportReach, [("story", "")], files: (1...10).map { SentFile(name: "\($0).txt") })
            try await visitor.submit(Paths.reportReach, [("story", Visitor.story)], files: [SentFile(name: "elf.txt")])
            #expect(visitor.page.status == 422 && visitor.page.has("Voeg hoogstens 10 bestanden toe."))
        }
    }

    @Test func `a disguised one is kept as bytes under a harmless name`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.reportUpToCheck(files: [SentFile(name: "..\\..\\etc/pass\u{202E}gnp.<script>", bytes: Array("MZ<html>".utf8))]
            )
            try await visitor.submit(Paths.reportSent)
            #expect(try await site.onlyComplaint()?.documents.first?.name.text == "passgnp.script")
        }
    }

    @Test func `a key of another form opens nothing`() async throws {
        try await PublicSite.open { site in
            var owner = site.visitor()
            try await owner.get(Paths.report)
            try await owner.submit(Paths.reportReach, [("story", "")], files: [SentFile(name: "geheim.png")])
            let key = try #require(owner.page.hidden(to: Paths.reportReach).first { $0.0 == "kept" }?.1)
            var thief = site.visitor()
            for forged in [key, String(key.dropLast()) + "A", String(key.prefix { $0 != "." }), "../../x.y", ""] {
                try await thief.get(Paths.report)
                try await thief.submit(Paths.reportReach, [("story", Visitor.story), ("kept", forged)])
                #expect(thief.page.status == 422 && !thief.page.has("geheim.png") && thief.page.has("niet meer bij ons"))
            }
        }
    }

    @Test func `after two hours they are gone, and the page says so`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.reportUpToCheck(files: [SentFile(name: "foto.png")])
            site.rehearsal.clock.advance(seconds: Staging.lifetime + 1)
            try await site.staging.sweep()
            #expect(try await site.waiting() == 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: site.staging.folder?.path ?? "").isEmpty)
            try await visitor.submit(Paths.reportSent)
            #expect(visitor.page.status == 422 && visitor.page.has("wij bewaren ze twee uur") && visitor.page.has(Visitor.story))
            #expect(try await site.complaintCount() == 0)
        }
    }

    @Test func `when the room is full complaining still works`() async throws {
        try await PublicSite.open(quota: .init(files: 1, bytes: 1_000)) { site in
            var visitor = site.visitor()
            try await visitor.get(Paths.report)
            try await visitor.submit(
                Paths.reportReach, [("story", Visitor.story)], files: [SentFile(name: "een.png"), SentFile(name: "twee.png")])
            #expect(visitor.page.status == 422 && visitor.page.has("Nu kunnen er geen bestanden bij.") && visitor.page.has("een.png"))
            try await visitor.submit(Paths.reportReach, [("story", Visitor.story)])
            #expect(visitor.page.status == 200)
        }
    }

    @Test func `bytes that were altered while they waited are not taken`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.reportUpToCheck(files: [SentFile(name: "foto.png")])
            let folder = try #require(site.staging.folder)
            let file = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
            try Data("anders".utf8).write(to: folder.appendingPathComponent(file))
            try await visitor.submit(Paths.reportSent)
            #expect(visitor.page.status == 422)
            #expect(try await site.complaintCount() == 0)
        }
    }
}

extension PublicSite {
    /// How many files wait.
    fileprivate func waiting() async throws -> Int {
        try await rehearsal.records.read { snapshot in try snapshot.stagedFileTotals().files }
    }
}
