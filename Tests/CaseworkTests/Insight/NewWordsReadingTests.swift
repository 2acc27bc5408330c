import Casework
import Complaints
import Records
import Rehearsal
import Testing

struct NewWordsReadingTests {
    private static func fill(_ rehearsal: RehearsalOffice, _ count: Int, daysAgo: Int, _ story: String) async throws {
        for _ in 0..<count {
            try await rehearsal.register {
                ($0.received, $0.story) = (.instant(rehearsal.now.adding(days: -daysAgo)), story)
            }
        }
    }

    @Test func `what stands in many new stories and in no old one is told, with examples`() async throws {
        try await withCaseOffice { rehearsal in
            try await Self.fill(rehearsal, 60, daysAgo: 60, "De factuur klopt niet en niemand belt terug.")
            try await Self.fill(rehearsal, 20, daysAgo: 5, "De factuur klopt niet en niemand belt terug.")
            try await Self.fill(rehearsal, 8, daysAgo: 3, "Sinds de nieuwe app kan ik niet inloggen. Klantnummer 448812.")
            let memory = NewWordsMemory()
            #expect(memory.last == nil)
            try await memory.look(in: rehearsal.records, at: rehearsal.now)
            let found = try #require(memory.last)
            #expect(found.isFit && found.recentTexts == 28 && found.earlierTexts == 60 && found.erased == 0)
            #expect(found.words.contains { $0.term.contains("app") && $0.recent == 8 && $0.earlier == 0 && $0.examples.count == 5 })
            #expect(!found.words.contains { $0.term.contains("factuur") || $0.term.contains("448812") || $0.term == "de" })
        }
    }

    @Test func `who complains often is not told by name`() async throws {
        try await withCaseOffice { rehearsal in
            try await Self.fill(rehearsal, 60, daysAgo: 60, "De factuur klopt niet en niemand belt terug.")
            try await Self.fill(rehearsal, 20, daysAgo: 5, "De factuur klopt niet en niemand belt terug.")
            for _ in 0..<8 {
                try await rehearsal.register {
                    $0.customer.name = "Willibrord Zomér"
                    $0.story = "De nieuwe app hapert. Groet, Willibrord Zomer."
                }
            }
            let memory = NewWordsMemory()
            try await memory.look(in: rehearsal.records, at: rehearsal.now)
            let words = try #require(memory.last).words.map(\.term)
            #expect(words.contains { $0.contains("app") })
            #expect(!words.contains { $0.contains("willibrord") || $0.contains("zomer") }, "\(words)")
        }
    }

    @Test func `a few stories tell nothing, and confidential ones are left out`() async throws {
        try await withCaseOffice { rehearsal in
            try await Self.fill(rehearsal, 5, daysAgo: 60, "De factuur klopt niet.")
            for _ in 0..<9 { try await rehearsal.register { ($0.story, $0.isConfidential) = ("Geheim geheim.", true) } }
            let memory = NewWordsMemory()
            try await memory.look(in: rehearsal.records, at: rehearsal.now)
            #expect(memory.last?.isFit == false && memory.last?.recentTexts == 0 && memory.last?.words == [])
        }
    }
}
