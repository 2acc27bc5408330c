import Casework
import Complaints
import Foundation
import HTTPTypes
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Sending a complaint` {
    @Test func `sent twice it is one complaint with one receipt`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.reportUpToCheck(files: [SentFile(name: "foto.png")])
            var again = visitor
            try await visitor.submit(Paths.reportSent)
            try await again.submit(Paths.reportSent)
            #expect(again.page.status == 303 && again.page.location == visitor.page.location)
            #expect(try await site.onlyComplaint()?.documents.count == 1)
            try await again.follow()
            #expect(again.page.has("/volgen/"))
        }
    }

    @Test func `eight at once are one complaint`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.reportUpToCheck(files: [SentFile(name: "foto.png")])
            let ready = visitor
            let places = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        var one = ready
                        try await one.submit(Paths.reportSent)
                        return one.page.location
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(places.count == 1 && places.first?.hasPrefix("/klacht/ontvangen/") == true)
            #expect(try await site.onlyComplaint()?.documents.count == 1)
        }
    }

    @Test func `changed after it was sent, nothing is thrown away and nothing sent by itself`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.reportUpToCheck()
            var changed = visitor
            try await visitor.submit(Paths.reportSent)
            try await changed.submit(Paths.reportSent, [("story", "Iets anders.")])
            #expect(changed.page.status == 409 && changed.page.has("U heeft deze klacht al verstuurd.") && changed.page.has("Iets anders."))
            #expect(try await site.complaintCount() == 1)
            try await changed.submit(Paths.reportSent)
            #expect(changed.page.status == 303)
            #expect(try await site.complaintCount() == 2)
        }
    }

    @Test func `too fast is asked to look once more`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.get(Paths.report)
            try await visitor.submit(Paths.reportReach, [("story", Visitor.story)])
            try await visitor.submit(Paths.reportCheck, Visitor.reach)
            try await visitor.submit(Paths.reportSent)
            #expect(visitor.page.status == 422 && visitor.page.has("Dat ging erg snel.") && visitor.page.has(Visitor.story))
            site.rehearsal.clock.advance(seconds: 3)
            try await visitor.submit(Paths.reportSent)
            #expect(visitor.page.status == 303)
        }
    }

    @Test(arguments: ["", "x", "1.AAAA", "99999999999999999999.AA"]) func `a stamp that is not ours`(_ stamp: String) async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.reportUpToCheck()
            try await visitor.submit(Paths.reportSent, [("stamp", stamp)])
            #expect(visitor.page.status == 422 && visitor.page.has("Deze pagina stond lang open."))
            site.rehearsal.clock.advance(seconds: 10)
            try await visitor.submit(Paths.reportSent)
            #expect(visitor.page.status == 303)
        }
    }

    @Test func `a page of the day before`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.reportUpToCheck()
            site.rehearsal.clock.advance(days: 2)
            try await visitor.submit(Paths.reportSent)
            #expect(visitor.page.status == 422 && visitor.page.has("Deze pagina stond lang open.") && visitor.page.has(Visitor.story))
        }
    }

    @Test func `what a browser put in the hidden field can be taken out again`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.get(Paths.report)
            try await visitor.submit(Paths.reportReach, [("story", Visitor.story)])
            try await visitor.submit(Paths.reportCheck, Visitor.reach + [("website", "https://spam.invalid")])
            #expect(visitor.page.status == 422 && visitor.page.has("Maak dit veld leeg.") && !visitor.page.has("class=\"trap\""))
            #expect(visitor.page.has("value=\"https://spam.invalid\"") && visitor.page.has("value=\"Anna de Vries\""))
            try await visitor.submit(Paths.reportCheck, Visitor.reach + [("website", "")])
            site.rehearsal.clock.advance(seconds: 10)
            try await visitor.submit(Paths.reportSent, [("website", "x")])
            #expect(visitor.page.status == 422)
            #expect(try await site.complaintCount() == 0)
        }
    }

    @Test func `too many from one network keeps what was typed`() async throws {
        let limits = Reception.Limits(sending: RateLimit(burst: 1, perMinute: 0.01))
        try await PublicSite.open(limits: limits) { site in
            var visitor = site.visitor()
            try await visitor.reportUpToCheck()
            try await visitor.submit(Paths.reportSent)
            try await visitor.reportUpToCheck(story: "Nog een klacht.")
            try await visitor.submit(Paths.reportSent)
            #expect(visitor.page.status == 429 && visitor.page.has("Wacht een minuut") && visitor.page.has("Nog een klacht."))
        }
    }
}

@Suite struct `The receipt` {
    @Test func `later, or in another browser, it tells nothing personal and leads nowhere`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.reportUpToCheck()
            try await visitor.submit(Paths.reportSent)
            var stranger = site.visitor()
            try await stranger.get(visitor.page.location)
            let complaint = try #require(try await site.onlyComplaint())
            #expect(stranger.page.status == 200 && stranger.page.has(complaint.number.formatted))
            for secret in [Visitor.story, "Anna", "anna@", "/volgen/"] { #expect(!stranger.page.has(secret)) }
            #expect(stranger.page.headers[.xRobotsTag] == "noindex, nofollow" && stranger.page.headers[.referrerPolicy] == "no-referrer")
        }
    }

    @Test func `it can be reloaded, and names no day that has passed`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.reportUpToCheck()
            try await visitor.submit(Paths.reportSent)
            let place = visitor.page.location
            for _ in 0..<2 {
                try await visitor.get(place)
                #expect(visitor.page.status == 200 && visitor.page.has("/volgen/"))
            }
            #expect(try await site.complaintCount() == 1)
            site.rehearsal.clock.set(to: "2026-11-25")
            try await visitor.get(place)
            #expect(!visitor.page.has("24 november") && visitor.page.has("4 december"))
        }
    }

    @Test func `a guessed one is not there`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.register()
            var visitor = site.visitor()
            for proof in [complaint.number.digits, "\(complaint.number.digits).", "\(complaint.number.digits).AAAA", "x.y", "%00"] {
                try await visitor.get(Paths.receipt(proof))
                #expect(visitor.page.status == 404)
            }
        }
    }

    @Test func `somebody else's link in the cookie shows nothing`() async throws {
        try await PublicSite.open { site in
            let other = try await site.rehearsal.register { $0.story = "Van een ander." }
            let link = try await site.follow.makeLink(for: other.id)
            var visitor = site.visitor()
            try await visitor.reportUpToCheck()
            try await visitor.submit(Paths.reportSent)
            visitor.cookies[ReceiptReading.cookie] = link.text
            try await visitor.get(visitor.page.location)
            #expect(visitor.page.status == 200 && !visitor.page.has("/volgen/") && !visitor.page.has(Visitor.story))
        }
    }
}
