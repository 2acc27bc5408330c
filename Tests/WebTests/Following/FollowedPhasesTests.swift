import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `How a customer reads that a complaint stands` {
    /// The phases as they are read aloud.
    private static func phases(_ page: ShownPage) -> [String] {
        let list = page.text.components(separatedBy: "class=\"phases\"").dropFirst().first?.components(separatedBy: "</ol>").first ?? ""
        return list.components(separatedBy: "<li ").dropFirst().map { item in
            let name = item.components(separatedBy: "class=\"name\">").dropFirst().first?.components(separatedBy: "<").first ?? ""
            let state = ["gedaan", "nog niet", "nu"].first { item.contains("(\($0))") } ?? ""
            return "\(name): \(state)"
        }
    }

    @Test func `what is withdrawn before anybody looked was not looked into`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.register()
            var visitor = try await site.follower(of: complaint)
            #expect(Self.phases(visitor.page) == ["Ontvangen: nu", "Wij zoeken het uit: nog niet", "Opgelost: nog niet"])
            try await visitor.submit(Paths.followedAct("intrekken"))
            try await visitor.follow()
            #expect(Self.phases(visitor.page) == ["Ontvangen: gedaan", "Ingetrokken: nu"])
        }
    }

    @Test func `what is done stands before what is now, and what comes behind it`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(.ask("Welke server?"), on: complaint, by: SampleStaff.hassan)
            site.rehearsal.clock.advance(seconds: 15)
            var visitor = try await site.follower(of: complaint)
            #expect(
                Self.phases(visitor.page) == [
                    "Ontvangen: gedaan", "Wij zoeken het uit: gedaan", "Wij hebben een vraag aan u: nu", "Opgelost: nog niet",
                ])
            try await visitor.submit(Paths.followedAct(FollowedAct.reply.rawValue), [("text", "De eerste.")])
            try await visitor.follow()
            let answered = ["Ontvangen: gedaan", "Wij hebben een vraag aan u: gedaan"]
            #expect(Self.phases(visitor.page) == answered + ["Wij zoeken het uit: nu", "Opgelost: nog niet"])
            try await site.rehearsal.perform(.resolve(.sample()), on: complaint, by: SampleStaff.hassan)
            site.rehearsal.clock.advance(seconds: 15)
            visitor = try await site.follower(of: complaint)
            #expect(Self.phases(visitor.page) == answered + ["Wij zoeken het uit: gedaan", "Opgelost: nu"])
            try await visitor.submit(Paths.followedAct("opnieuw-bekijken"), [("text", "Het is er weer.")])
            try await site.rehearsal.perform(.decideReopening(granted: true, reason: "Ja."), on: complaint, by: SampleStaff.mara)
            site.rehearsal.clock.advance(seconds: 15)
            let again = try await site.follower(of: complaint).page
            #expect(
                Self.phases(again) == answered + ["Wij zoeken het uit: gedaan", "Opnieuw bekeken: nu", "Opgelost: nog niet"])
        }
    }

    @Test func `what is given back was received and no more; what was solved at once was never looked into`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(.return(reason: "Te druk."), on: complaint, by: SampleStaff.hassan)
            site.rehearsal.clock.advance(seconds: 15)
            let returned = try await site.follower(of: complaint).page
            #expect(Self.phases(returned) == ["Ontvangen: nu", "Wij zoeken het uit: nog niet", "Opgelost: nog niet"])
            let other = try await site.rehearsal.register()
            try await site.rehearsal.perform(.resolve(.sample("informal")), on: other, by: SampleStaff.iris)
            site.rehearsal.clock.advance(seconds: 15)
            #expect(try await Self.phases(site.follower(of: other).page) == ["Ontvangen: gedaan", "Opgelost: nu"])
        }
    }

    @Test func `while the clock stands still the page says so, and what happens then, as the letter does`() async throws {
        try await PublicSite.open { site in
            let yaml = ProcedureDocument.standard.yaml.replacing(
                "    pauses: []\n    extension", with: "    pauses: [waiting-for-customer, solution-proposed]\n    extension")
            _ = try await site.rehearsal.procedures.apply(ProcedureDocument(yaml: yaml), seen: 1, by: .system)
            site.rehearsal.clock.advance(seconds: 60)
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(
                .contact(.reached, at: nil, note: nil), .ask("Welke server?"), on: complaint, by: SampleStaff.hassan)
            site.rehearsal.clock.advance(seconds: 15)
            var visitor = try await site.follower(of: complaint)
            let still = "Wij wachten op uw antwoord. Tot u antwoordt, staat de tijd voor ons antwoord stil."
            #expect(visitor.page.has("\(still) Daarna loopt die verder. De nieuwe datum staat dan hier."))
            try await site.rehearsal.perform(.promise("Monteur langs", due: "2026-11-26"), on: complaint, by: SampleStaff.hassan)
            site.rehearsal.clock.advance(seconds: 15)
            let both = try await site.follower(of: complaint).page
            #expect(both.has("Dit zegden wij u toe, uiterlijk donderdag 26 november: Monteur langs. \(still)"))
            visitor = try await site.follower(of: complaint)
            try await visitor.submit(Paths.followedAct(FollowedAct.reply.rawValue), [("text", "De eerste.")])
            try await visitor.follow()
            #expect(!visitor.page.has("staat de tijd voor ons antwoord stil"))
            try await site.rehearsal.perform(.propose("Een maand gratis."), on: complaint, by: SampleStaff.hassan)
            site.rehearsal.clock.advance(seconds: 15)
            visitor = try await site.follower(of: complaint)
            #expect(visitor.page.has(still))
            try await visitor.submit(Paths.followedAct(FollowedAct.reply.rawValue), [("text", "Nee.")])
            try await visitor.follow()
            #expect(!visitor.page.has(still), "the clock runs again")
            #expect(visitor.page.has("Dit zegden wij u toe, uiterlijk donderdag 26 november: Monteur langs."))
        }
    }
}
