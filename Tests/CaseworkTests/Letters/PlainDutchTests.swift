import Complaints
import Records
import Testing

@testable import Casework

struct PlainDutchTests {
    @Test(arguments: [
        ("klacht", 1), ("klachten", 2), ("medewerker", 4), ("uiterlijk", 3), ("opnieuw", 2), ("coördinator", 5), ("wij", 1), ("24", 1),
    ])
    func `syllables are counted by runs of vowels`(word: String, syllables: Int) {
        #expect(PlainDutch.syllables(Substring(word)) == syllables)
    }

    @Test(arguments: LetterKind.allCases, [LetterVoice.formalDutch, .informalDutch])
    func `every Dutch letter is plain: short sentences and easy words`(kind: LetterKind, voice: LetterVoice) throws {
        let body = try LetterSamples.letter(kind, voice).body
        let plain = PlainDutch(body.replacing("{{follow-link}}", with: "").replacing("{{rating-link}}", with: ""))
        #expect(plain.wordsPerSentence <= 12, "\(plain.sentences)")
        #expect(plain.longestSentence <= 20, "\(plain.sentences)")
        #expect(plain.fleschDouma >= 70, "\(plain.fleschDouma) \(body)")
    }
}
