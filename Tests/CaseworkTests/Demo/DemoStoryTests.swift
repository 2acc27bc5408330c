import Casework
import Complaints
import Records
import Rehearsal
import Testing

struct DemoStoryTests {
    @Test func `stories are of 250 to 1,400 characters, some 600 on average, with nothing left unfilled, and seldom alike`() async throws {
        let files = try await DemoHouse.with(complaints: 500) { rehearsal, _ in try await DemoHouse.histories(rehearsal) }
        let stories = files.compactMap(\.0.story.text)
        #expect(stories.count == 500)
        #expect(stories.allSatisfy { (250...1400).contains($0.count) && !$0.contains("{") })
        #expect((560...660).contains(stories.map(\.count).reduce(0, +) / stories.count))
        #expect(Set(stories).count == 500)
        let sentences = stories.map { Self.sentences(of: $0) }
        let count = 2000
        var alike = 0
        for turn in 0..<count {
            let (left, right) = (turn * 7 % 500, (turn * 13 + 1) % 500)
            if left != right, sentences[left].intersection(sentences[right]).count > 1 { alike += 1 }
        }
        #expect(alike * 20 < count, "\(alike) of \(count) pairs share more than a sentence")
    }

    /// Those that say something: a greeting is nobody's own.
    private static func sentences(of story: String) -> Set<String> {
        let parts: [Substring] = story.split { (sign: Character) in sign == "." || sign == "!" || sign == "?" || sign == "\n" }
        return Set(parts.filter { $0.count > 25 }.map(String.init))
    }

    @Test func `what staff and customers write is filled in too`() async throws {
        let files = try await DemoHouse.with(complaints: 300) { rehearsal, _ in
            try await rehearsal.records.read { snapshot in
                try snapshot.all("SELECT body FROM passage WHERE slot <> 'customer'") { $0.text(0) }
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
