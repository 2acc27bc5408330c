import Foundation
import Records
import Testing

struct WordMatchTests {
    @Test func `every word that answers is kept where the index is asked for it`() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("search-pairs.tsv")
        let words = Set(SearchText.words(try String(contentsOf: file, encoding: .utf8)))
        let kept = words.map { (word: $0, parts: WordMatch.parts(of: $0)) }
        #expect(words.count > 900)
        for typed in words.sorted().enumerated().filter({ $0.offset % 7 == 0 }).map(\.element) {
            let match = WordMatch(typed)
            let (places, beginnings) = (Set(match.places), match.beginnings)
            for (word, parts) in kept where match.isAnswered(by: word) {
                let isFound = !parts.isDisjoint(with: places) || parts.contains { part in beginnings.contains { part.hasPrefix($0) } }
                #expect(isFound, "\(typed) → \(word)")
            }
        }
    }

    @Test(arguments: ["factuur", "ster", "opgelost", "e", "06", "ç", "'", String(repeating: "a", count: 64), "ge", "zzz", "日本"])
    func `a word answers to itself`(word: String) { #expect(WordMatch(word).isAnswered(by: word)) }

    @Test func `what is longer than any word is kept and found by its beginning`() {
        let long = String(repeating: "woord", count: 40)
        #expect(SearchText.words(long) == [String(long.prefix(64))])
        #expect(SearchText.terms(long) == [[[String(long.prefix(64))]]])
    }
}
