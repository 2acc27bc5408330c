import Casework
import Complaints
import Records
import Rehearsal
import Testing

struct DemoStoryTests {
    @Test func `stories are of 200 to 900 characters, with nothing left unfilled, and seldom alike`() async throws {
        let files = try await DemoHouse.with(complaints: 500) { rehearsal, _ in try await DemoHouse.histories(rehearsal) }
        let stories = files.compactMap(\.0.story.text)
        #expect(stories.count == 500)
        #expect(stories.allSatisfy { (200...900).contains($0.count) && !$0.contains("{") })
        #expect(Set(stories).count == 500)
        let sentences = stories.map { Set($0.split { ".!?\n".contains($0) }.map(String.init).filter { $0.count > 25 }) }
        let pairs = (0..<2000).map { (sentences[$0 * 7 % 500], sentences[($0 * 13 + 1) % 500]) }
        let alike = pairs.count { $0 != $1 && $0.intersection($1).count > 1 }
        #expect(alike * 20 < pairs.count, "\(alike) of \(pairs.count) pairs share more than a sentence")
    }

    @Test func `what staff and customers write is filled in too`() async throws {
        let files = try await DemoHouse.with(complaints: 300) { rehearsal, _ in
            try await rehearsal.records.read { snapshot in
                try snapshot.all("SELECT body FROM passage") { $0.text(0) }
            }
        }
        #expect(files.allSatisfy { !$0.contains("{") && !$0.contains("}") })
    }

    @Test func `some people write English, and some come back`() async throws {
        let files = try await DemoHouse.with(complaints: 500) { rehearsal, _ in try await DemoHouse.histories(rehearsal) }
        let english = files.count { $0.0.customer?.language == .english }
        #expect((5...60).contains(english))
        let names = files.compactMap { $0.0.customer }
        #expect(Set(names).count < 450)
    }
}
