import Casework
import Complaints
import Foundation
import HTTPTypes
import Mail
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `The personal link` {
    @Test func `shows one button, and behind it how the complaint stands`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.register()
            let link = try await site.follow.makeLink(for: complaint.id)
            var visitor = site.visitor()
            try await visitor.get(Paths.followLink(link.text))
            #expect(visitor.page.status == 200 && visitor.cookies.isEmpty && !visitor.page.has("mailserver"))
            try await visitor.submit(Paths.followLink(link.text))
            #expect(visitor.page.status == 303 && visitor.page.location == Paths.followed)
            try await visitor.follow()
            #expect(visitor.page.has("mailserver") && visitor.page.has("U hoort uiterlijk dinsdag 24 november van ons."))
            #expect(visitor.page.headers[.xRobotsTag] == "noindex, nofollow" && visitor.page.headers[.referrerPolicy] == "no-referrer")
            #expect(!visitor.page.has(link.text))
        }
    }

    @Test func `names what was promised in words of its own`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(
                .contact(.reached, at: nil, note: nil), .promise("Monteur langs", due: "2026-11-26"), on: complaint, by: SampleStaff.hassan)
            site.rehearsal.clock.advance(seconds: 15)
            let visitor = try await site.follower(of: complaint)
            #expect(visitor.page.has("Dit zegden wij u toe, uiterlijk donderdag 26 november: Monteur langs"))
        }
    }

    @Test func `names what is still owed by hand of what is solved, and once it is late admits that without its day`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(
                .promise("Monteur langs", due: "2026-11-26"), .resolve(.sample()), on: complaint, by: SampleStaff.hassan)
            site.rehearsal.clock.advance(seconds: 15)
            let before = try await site.follower(of: complaint).page
            #expect(before.has("Uw klacht is opgelost"))
            #expect(before.has("Dit zegden wij u toe, uiterlijk donderdag 26 november: Monteur langs"))
            site.rehearsal.clock.set(to: "2026-11-27")
            let after = try await site.follower(of: complaint).page
            #expect(after.has("Uw klacht is opgelost") && after.has("Wij hadden al contact met u moeten opnemen. Dat spijt ons."))
            #expect(!after.has("26 november") && !after.has("Monteur langs"))
        }
    }

    @Test func `says until when, where what was promised by hand got another day`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let made = try await site.rehearsal.perform(
                .contact(.reached, at: nil, note: nil), .promise("Monteur langs", due: "2026-11-26"), on: complaint, by: SampleStaff.hassan)
            let ordinal = try #require(made.promises.last { $0.kind == .byHand }).ordinal
            try await site.rehearsal.perform(
                .movePromise(ordinal, to: "2026-12-01", reason: "De monteur is ziek."), on: complaint, by: SampleStaff.hassan)
            site.rehearsal.clock.advance(seconds: 15)
            let page = try await site.follower(of: complaint).page
            #expect(page.has("U hoort op een andere dag van ons") && page.has("De monteur is ziek."))
            #expect(page.has("Nu is het uiterlijk dinsdag 1 december.") && !page.has("26 november"))
        }
    }

    @Test func `says until when, where we need more time`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let ordinal = try #require(complaint.promises.first { $0.kind == .resolution }).ordinal
            let made = try await site.rehearsal.perform(
                .extend(promise: ordinal, by: 5, reason: "De leverancier zoekt nog."), on: complaint, by: SampleStaff.hassan)
            let due = try #require(made.promises.first { $0.ordinal == ordinal }).due
            let day = DateWords.told(OfficeZone.amsterdam.moment(at: due).day, today: "2026-11-20", .dutch)
            site.rehearsal.clock.advance(seconds: 15)
            let visitor = try await site.follower(of: complaint)
            #expect(visitor.page.has("De leverancier zoekt nog.") && visitor.page.has("Nu is het uiterlijk \(day)."))
        }
    }

    /// A mail that waits for a person, put into a file by one.
    private func put(_ words: String, from sender: String, into complaint: Complaint, of site: PublicSite) async throws {
        let bytes = Data("From: \(sender)\r\nSubject: Re: Klacht\r\n\r\n\(words)\r\n".utf8)
        let id = try await site.workplace.inbox.accept(bytes, from: .api)
        let body = String(decoding: try JSONEncoder().encode(MailReader().read(bytes).mail), as: UTF8.self)
        let now = site.rehearsal.now
        try await site.rehearsal.records.write { tx in
            var placing = InboxPlacing(.asked, .beside)
            (placing.complaint, placing.sender) = (complaint.id, sender)
            try tx.placeMail(id, placing, by: nil, at: now)
            try tx.keepReading(body, of: id)
        }
        _ = try await site.workplace.inbox.put(id, into: complaint.id, by: SampleStaff.hassan.actor)
    }

    @Test func `shows the words of a mail of the customer's own that somebody placed, and of nobody else's`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await put("Het is nog steeds stuk.", from: "anna@voorbeeld.invalid", into: complaint, of: site)
            try await put("Zij zeurt weer.", from: "baas@werk.invalid", into: complaint, of: site)
            try await site.rehearsal.perform(.receiveAnswer("Klonk boos.", through: .email), on: complaint, by: SampleStaff.hassan)
            site.rehearsal.clock.advance(seconds: 15)
            let page = try await site.follower(of: complaint).page
            #expect(page.has("Het is nog steeds stuk."))
            #expect(!page.has("Zij zeurt weer.") && !page.has("Klonk boos."))
        }
    }

    @Test func `guessed, replaced and expired give one answer`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.register()
            let replaced = try await site.follow.makeLink(for: complaint.id)
            let expired = try await site.follow.makeLink(for: complaint.id, replacing: true)
            site.rehearsal.clock.advance(days: FollowAccess.linkDays + 1)
            var answers: Set<String> = []
            for link in [replaced.text, expired.text, Secret().text, "kort", "..%2F"] {
                var visitor = site.visitor()
                try await visitor.get(Paths.followLink(link))
                #expect(visitor.page.status == 404 && visitor.page.has("Deze link werkt niet (meer)"))
                answers.insert(visitor.page.text.replacingOccurrences(of: link, with: ""))
                try await visitor.post(Paths.followLink(link), [])
                #expect(visitor.page.status == 404 && visitor.cookies.isEmpty)
            }
            #expect(answers.count == 1)
        }
    }

    @Test func `a confidential complaint is its customer's to follow`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.register(by: SampleStaff.mara.actor) { $0.isConfidential = true }
            let visitor = try await site.follower(of: complaint)
            #expect(visitor.page.status == 200 && visitor.page.has("mailserver"))
        }
    }
}

@Suite struct `Without the link` {
    @Test func `the answer is the same for a complaint and for none`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.register()
            var answers: Set<String> = []
            for (number, email) in [
                (complaint.number.formatted, "ANNA@voorbeeld.invalid"), (complaint.number.formatted, "een@ander.invalid"),
                (Self.unused(complaint), "anna@voorbeeld.invalid"),
            ] {
                var visitor = site.visitor()
                try await visitor.post(Paths.follow, [("number", number), ("email", email)])
                #expect(visitor.page.status == 200)
                answers.insert(visitor.page.text)
            }
            #expect(answers.count == 1)
            let letters = try await site.rehearsal.records.read { try $0.letters(of: complaint.id) }
            #expect(letters.map(\.content.kind) == ["received", "follow-link"])
            #expect(letters.last?.state == .waiting && letters.last?.content.body.contains("{{follow-link}}") == true)
        }
    }

    private static func unused(_ complaint: Complaint) -> String {
        var random = SystemRandomNumberGenerator()
        var number = ComplaintNumber(random: &random)
        while number == complaint.number { number = ComplaintNumber(random: &random) }
        return number.formatted
    }

    @Test func `what can't be a number or an address is said, and kept`() async throws {
        try await PublicSite.open { site in
            var visitor = site.visitor()
            try await visitor.post(Paths.follow, [("number", "4827-1936"), ("email", "anna")])
            #expect(visitor.page.status == 422 && visitor.page.title.hasPrefix("Fout: "))
            #expect(visitor.page.has("value=\"4827-1936\"") && visitor.page.has("value=\"anna\"") && visitor.page.has("negen cijfers"))
        }
    }

    @Test func `asking without end is slowed down`() async throws {
        try await PublicSite.open(limits: .init(asking: RateLimit(burst: 2, perMinute: 0.01))) { site in
            var visitor = site.visitor()
            for _ in 0..<3 { try await visitor.post(Paths.follow, [("number", "1"), ("email", "a@b.nl")]) }
            #expect(visitor.page.status == 429 && visitor.page.has("Wacht een minuut."))
        }
    }
}

@Suite struct `What a customer does on the page` {
    private let reply = Paths.followedAct(FollowedAct.reply.rawValue)

    @Test func `a question comes first, and its answer goes with a file`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(.ask("Om welke server gaat het?"), on: complaint, by: SampleStaff.hassan)
            site.rehearsal.clock.advance(seconds: 15)
            var visitor = try await site.follower(of: complaint)
            let page = visitor.page.text
            let question = try #require(page.range(of: "Om welke server gaat het?"))
            let phases = try #require(page.range(of: "class=\"phases\""))
            #expect(question.lowerBound < phases.lowerBound && visitor.page.has("Wij hebben een vraag aan u"))
            try await visitor.submit(reply, [("text", "De eerste.")], files: [SentFile(name: "foto.png")])
            #expect(visitor.page.status == 303)
            try await visitor.follow()
            #expect(visitor.page.has("De eerste.") && visitor.page.has("foto.png") && visitor.page.has("Uw bericht is bij ons."))
            let after = try #require(try await site.onlyComplaint())
            #expect(after.phase == .inProgress && after.documents.count == 1 && after.awaitsReaction)
        }
    }

    @Test func `eight times at once is one message`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.register()
            let visitor = try await site.follower(of: complaint)
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask { [reply] in
                        var one = visitor
                        try await one.submit(reply, [("text", "Hallo?")], files: [SentFile(name: "foto.png")])
                        return one.page.status
                    }
                }
                for try await status in group { #expect(status == 303) }
            }
            let history = try await site.rehearsal.records.read { try $0.history(of: complaint.id) }
            #expect(history.count { if case .answerReceived = $0.occurrence.event { true } else { false } } == 1)
        }
    }

    @Test func `nothing at all, or far too much, comes back with its file`() async throws {
        try await PublicSite.open { site in
            var visitor = try await site.follower(of: try await site.rehearsal.register())
            try await visitor.submit(reply, [("text", " ")])
            #expect(visitor.page.status == 422 && visitor.page.has("Schrijf een bericht of kies een bestand."))
            let long = String(repeating: "é", count: Complaint.longestText + 1)
            try await visitor.submit(reply, [("text", long)], files: [SentFile(name: "foto.png")])
            #expect(visitor.page.status == 422 && visitor.page.has(long) && visitor.page.has("foto.png"))
            try await visitor.submit(reply, [("text", "Kort.")])
            #expect(try await site.onlyComplaint()?.documents.map(\.name.text) == ["foto.png"])
        }
    }

    @Test func `withdrawing, and asking to look again`() async throws {
        try await PublicSite.open { site in
            var visitor = try await site.follower(of: try await site.rehearsal.register())
            try await visitor.submit(Paths.followedAct("intrekken"))
            try await visitor.follow()
            #expect(visitor.page.has("Uw klacht is ingetrokken") && !visitor.page.has("action=\"/mijn-klacht/intrekken\""))
            try await visitor.submit(Paths.followedAct("opnieuw-bekijken"), [("text", "")])
            #expect(visitor.page.status == 422 && visitor.page.has("Schrijf op waarom u niet tevreden bent."))
            try await visitor.submit(Paths.followedAct("opnieuw-bekijken"), [("text", "Het is er weer.")])
            try await visitor.follow()
            #expect(visitor.page.has("Het is er weer.") && !visitor.page.has("action=\"/mijn-klacht/opnieuw-bekijken\""))
            #expect(try await site.onlyComplaint()?.reopeningRequest?.text == "Het is er weer.")
        }
    }

    @Test func `what can't be done now is refused with the text kept`() async throws {
        try await PublicSite.open { site in
            var visitor = try await site.follower(of: try await site.rehearsal.register())
            let hidden = visitor.page.hidden(to: reply)
            try await visitor.post(Paths.followedAct("opnieuw-bekijken"), hidden + [("text", "Nu al.")])
            #expect(visitor.page.status == 409 && visitor.page.has("Dit kan nu niet"))
        }
    }

    @Test func `a form without our token, or with another session's, does nothing`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.register()
            let other = try await site.follower(of: try await site.rehearsal.register { $0.story = "Een andere." })
            let mine = try await site.follower(of: complaint)
            for token in [other.page.hidden(to: reply).first { $0.0 == "token" }?.1 ?? "", "", "AAAA"] {
                var visitor = mine
                try await visitor.submit(reply, [("text", "Vervalst."), ("token", token)])
                #expect(visitor.page.status == 403)
            }
            let history = try await site.rehearsal.records.read { try $0.history(of: complaint.id) }
            #expect(history.count == 1)
        }
    }

    @Test func `no session, a forged one and one that ended say what to do, and give the text back`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.register()
            var ended = try await site.follower(of: complaint)
            site.rehearsal.clock.advance(days: 1)
            var forged = site.visitor()
            forged.cookies[FollowingRoutes.cookie] = Secret().text
            for var visitor in [site.visitor(), forged] {
                try await visitor.get(Paths.followed)
                #expect(visitor.page.status == 403 && visitor.page.has("Open uw persoonlijke link opnieuw"))
            }
            try await ended.submit(reply, [("text", "Lang verhaal <b>")])
            #expect(ended.page.status == 403 && ended.page.has("Lang verhaal &lt;b&gt;"))
            try await ended.get(Paths.followed)
            #expect(ended.page.status == 403 && !ended.page.has("mailserver"))
        }
    }

    @Test func `closing the page ends the session`() async throws {
        try await PublicSite.open { site in
            var visitor = try await site.follower(of: try await site.rehearsal.register())
            let before = visitor.cookies
            try await visitor.submit(Paths.followedAct("afmelden"))
            #expect(visitor.page.status == 303 && visitor.cookies.isEmpty)
            visitor.cookies = before
            try await visitor.get(Paths.followed)
            #expect(visitor.page.status == 403)
        }
    }
}
