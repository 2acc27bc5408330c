import Analysis
import Testing

struct NewWordsTests {
    private func texts(_ count: Int, _ terms: String...) -> [Set<String>] { Array(repeating: Set(terms), count: count) }

    @Test func `a word that came up is found, with examples`() throws {
        let words = try NewWords(
            recent: texts(12, "factuur", "dubbel") + texts(28, "factuur"), earlier: texts(4, "dubbel") + texts(300, "factuur"))
        #expect(words.findings.map(\.term) == ["dubbel"])
        let finding = try #require(words.findings.first)
        #expect(finding.recent == 12 && finding.earlier == 4 && finding.examples == [0, 1, 2, 3, 4])
        #expect(words.cautions == [])
    }

    @Test func `what became rarer, or stands in two texts, is not new`() throws {
        let words = try NewWords(
            recent: texts(2, "vreemd") + texts(40, "factuur"), earlier: texts(200, "storing") + texts(200, "factuur", "traag"))
        #expect(!words.terms.contains { ["storing", "traag", "vreemd"].contains($0.term) })
    }

    @Test func `fifty texts are needed`() throws {
        #expect(try NewWords(recent: texts(9, "a"), earlier: texts(40, "b")).cautions == [.tooFew(.texts, have: 49, need: 50)])
        #expect(throws: AnalysisRefusal.empty) { try NewWords<String>(recent: [], earlier: []) }
        #expect(try NewWords(recent: [], earlier: texts(60, "b")).terms == [])
        #expect(try NewWords(recent: texts(60, "b"), earlier: []).terms == [])
    }

    @Test func `equal shares are no surprise`() {
        #expect(Surprise.of(5, of: 50, against: 50, of: 500) < 1e-9)
        #expect(Surprise.of(0, of: 50, against: 0, of: 500) == 0 && Surprise.of(50, of: 50, against: 500, of: 500) == 0)
    }

    @Test func `texts are cut into words and pairs`() {
        let splitter = TermSplitter(stopWords: ["de", "is"])
        #expect(
            splitter.terms(of: "De factuur is dubbel betaald. Storing!")
                == ["factuur", "dubbel", "betaald", "dubbel betaald", "storing"])
        #expect(splitter.terms(of: "") == [] && splitter.terms(of: "x 7 !!") == [])
        #expect(splitter.terms(of: "e-mail één") == ["mail", "één", "mail één"])
        let stemming = TermSplitter { $0.hasSuffix("en") ? String($0.dropLast(2)) : String($0) }
        #expect(stemming.terms(of: "storingen storing") == ["storing", "storing storing"])
    }
}
