import Complaints
import Records
import Rehearsal
import Testing

@Suite struct SearchExcerptTests {
    @Test(arguments: EngineUnderTest.all)
    func `the words around a hit are shown, with the text they come from`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork {
                ($0.story, $0.customer.address) = ("Sinds maandag is er een storing.", "Zonnelaan 5, Utrecht")
                $0.customer.phone = "030 1234567"
            }
            let long = String(repeating: "heel lang verhaal ", count: 20)
            try await rehearsal.perform(.note("\(long)met een paardenbloem\n\(long)"), on: complaint, by: SampleStaff.hassan)
            func excerpt(_ words: String) async throws -> SearchExcerpt? {
                try await rehearsal.records.read { try $0.excerpts(of: [complaint.id], for: words) }[complaint.id]
            }
            let note = try #require(try await excerpt("bloem"))
            #expect((note.event, note.slot) == ("noted", "text"))
            #expect(note.text.hasPrefix("…") && note.text.hasSuffix("…") && note.text.contains("een paardenbloem heel"))
            #expect(note.text.count < 200)
            // On the one line of a list the hit itself must be seen.
            #expect(note.text.prefix(40).contains("paardenbloem"))
            #expect(try await excerpt("storingen")?.event == "registered")
            #expect(try await excerpt("zonnelaan")?.slot == "customer")
            #expect(try await excerpt("utrecht")?.text.contains("Zonnelaan 5, Utrecht") == true)
            #expect(try await excerpt("utrecht")?.text.contains("+31") == false)
            #expect(try await excerpt("31301234567")?.text.contains("+31301234567") == true)
            #expect(try await excerpt("klaproos") == nil)
        }
    }

    @Test func `words are marked whole, and the text stays as it is`() {
        let pieces = SearchHits("storing de").pieces(of: "De mailstoring – gisteren!")
        #expect(pieces.map(\.text).joined() == "De mailstoring – gisteren!")
        #expect(pieces.filter(\.isHit).map(\.text) == ["mailstoring"])
    }
}
