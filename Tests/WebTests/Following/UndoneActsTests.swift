import Complaints
import Foundation
import Rehearsal
import Testing

@testable import Web

@Suite struct `What a customer sees of acts that can be undone` {
    @Test func `nothing until they stand, and then all of it`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            site.rehearsal.clock.advance(seconds: 60)
            try await site.rehearsal.perform(.ask("Om welke server gaat het?"), on: complaint, by: SampleStaff.hassan)
            site.rehearsal.clock.advance(seconds: 14)
            #expect(try await !site.follower(of: complaint).page.has("Om welke server"))
            #expect(try await site.follower(of: complaint).page.has("Wij zoeken het uit"))
            site.rehearsal.clock.advance(seconds: 1)
            #expect(try await site.follower(of: complaint).page.has("Om welke server"))
        }
    }

    @Test func `nothing of what was undone, nor that anything was`() async throws {
        try await PublicSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            site.rehearsal.clock.advance(seconds: 60)
            let before = try await site.follower(of: complaint).page.text
            for command in [
                ComplaintCommand.ask("Om welke server gaat het?"), .answer("Tot morgen."), .contact(.reached, at: nil, note: "x"),
            ] {
                try await site.rehearsal.perform(command, on: complaint, by: SampleStaff.hassan)
                try await site.rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.hassan)
            }
            site.rehearsal.clock.advance(seconds: 60)
            let after = try await site.follower(of: complaint).page.text
            #expect(Self.timeline(of: after) == Self.timeline(of: before))
            #expect(!after.contains("ongedaan"))
        }
    }

    private static func timeline(of page: String) -> Substring? {
        page.range(of: "<ol class=\"timeline\"").map { page[$0.lowerBound...].prefix { $0 != "\u{0}" } }?.components(separatedBy: "</ol>")
            .first.map { $0[...] }
    }
}
