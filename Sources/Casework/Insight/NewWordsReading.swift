import Analysis
package import Complaints
package import Records
import Synchronization

/// Words and pairs of words that stand in more complaints of the last four weeks than the 26 weeks before make likely.
package struct NewWordsReading: Hashable, Sendable {
    package struct Word: Hashable, Sendable {
        package let term: String
        package let recent: Int
        package let earlier: Int
        package let chance: Double
        package let examples: [ComplaintNumber]
        /// All whose stories hold it, of the last weeks and of those before.
        package let now: [ComplaintNumber]
        package let before: [ComplaintNumber]
    }

    package let words: [Word]
    package let recentTexts: Int
    package let earlierTexts: Int
    /// Complaints whose texts were erased, and which are left out.
    package let erased: Int
    /// Whether there are enough texts to tell.
    package let isFit: Bool

    package static let mostWords = 12
    private static let (recentDays, earlierDays) = (28, 182)

    package static func start(before now: Instant) -> Instant { now.adding(days: -(recentDays + earlierDays)) }

    package init(_ stories: [StoryText], at now: Instant) throws {
        let splitter = TermSplitter(stopWords: Self.small)
        let border = now.adding(days: -Self.recentDays)
        var (recent, earlier): ([Set<String>], [Set<String>]) = ([], [])
        var (numbers, olders): ([ComplaintNumber], [ComplaintNumber]) = ([], [])
        var erased = 0
        for story in stories where story.receivedAt >= Self.start(before: now) {
            guard let text = story.text else {
                erased += 1
                continue
            }
            // Numbers of customers, invoices and dates are no words. The names of whoever complains are not for everybody who sees these, and
            // who complains often would be news.
            let names = splitter.terms(of: Folding.fold(story.names))
            let terms = splitter.terms(of: Folding.fold(text)).filter { term in
                !term.utf8.contains { (0x30...0x39).contains($0) } && !term.split(separator: " ").contains { names.contains(String($0)) }
            }
            if story.receivedAt >= border {
                recent.append(terms)
                numbers.append(story.number)
            } else {
                earlier.append(terms)
                olders.append(story.number)
            }
        }
        (recentTexts, earlierTexts, self.erased) = (recent.count, earlier.count, erased)
        guard !recent.isEmpty, !earlier.isEmpty, let found = try? NewWords(recent: recent, earlier: earlier) else {
            (words, isFit) = ([], false)
            return
        }
        isFit = !found.cautions.contains(where: \.isGate)
        words = Self.told(found.findings).prefix(Self.mostWords).map { finding in
            Word(
                term: finding.term, recent: finding.recent, earlier: finding.earlier, chance: finding.p,
                examples: finding.examples.map { numbers[$0] },
                now: numbers.indices.filter { recent[$0].contains(finding.term) }.map { numbers[$0] },
                before: olders.indices.filter { earlier[$0].contains(finding.term) }.map { olders[$0] })
        }
    }

    /// A word that says no more than a pair it is part of is left out.
    private static func told(_ findings: [NewWords<String>.Finding]) -> [NewWords<String>.Finding] {
        let pairs = findings.filter { $0.term.utf8.contains(0x20) }
        return findings.filter { finding in
            finding.term.utf8.contains(0x20)
                || !pairs.contains { $0.recent == finding.recent && $0.term.split(separator: " ").contains(Substring(finding.term)) }
        }
    }

    /// Words that stand in any text.
    private static let small = Set(
        """
        de het een en of in op van voor met aan te is er bij naar om dat die dit als ook nog dan maar wel al ik je u wij we zij ze hij mij mijn uw
        ons onze jullie hun niet geen zijn was waren werd worden wordt heb hebt heeft hebben had kan kunnen kon moet moeten wil willen zou zal
        door over uit tot tegen onder na toen daar hier waar wat wie hoe nu weer zo meer al alleen ondanks steeds sinds deze want omdat
        the a an and or to for with at it its this that these those i you he she we they my your our their not no are were be been has have
        had can could will would from by on as but if so
        """.split { $0 == " " || $0 == "\n" }.map(String.init))
}

/// What was found last, for every page: looking through half a year of texts takes too long to be done on a page's way.
package final class NewWordsMemory: Sendable {
    private let found = Mutex<NewWordsReading?>(nil)

    package init() {}

    package var last: NewWordsReading? { found.withLock { $0 } }

    /// Looks anew, apart from whoever waits for a page.
    package func look(in records: any Database, at now: Instant) async throws {
        let stories = try await records.read { try $0.storyTexts(since: NewWordsReading.start(before: now)) }
        let reading = try await PrintingRoom.apart { try NewWordsReading(stories, at: now) }
        found.withLock { $0 = reading }
    }
}
