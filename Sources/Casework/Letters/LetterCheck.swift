import Complaints

/// Whether a text can be a letter of a kind: everything that is wrong with it, by where it stands. The engine leaves out what it does not
/// know without a word, so nothing is left to it.
package struct LetterCheck {
    static let longestSubject = 200
    static let longestBody = 10_000

    private let tags: LetterTags

    package init(_ kind: LetterKind) { tags = LetterTags(kind) }

    /// In the order of the text; none when it can be used.
    package func flaws(of template: LetterTemplate) -> [(part: LetterPart, flaw: LetterFlaw)] {
        flaws(of: template.subject, limit: Self.longestSubject, needed: [.number]).map { (.subject, $0) }
            + flaws(of: template.body, limit: Self.longestBody, needed: tags.needed).map { (.body, $0) }
    }

    /// What was meant to be filled in and would go out as it stands. It is asked of a text that is saved now; one of before goes on as it is.
    package func slips(of template: LetterTemplate) -> [(part: LetterPart, flaw: LetterFlaw)] {
        let parts: [(LetterPart, String)] = [(.subject, template.subject), (.body, template.body)]
        return parts.flatMap { part, text in
            TemplateMark.namesInOneBrace(in: text).map { (part: part, flaw: LetterFlaw.oneBrace($0.tag, line: $0.line)) }
        }
    }

    private func flaws(of text: String, limit: Int, needed: Set<LetterTag>) -> [LetterFlaw] {
        if text.isBlank { return [.empty] }
        if text.unicodeScalars.count > limit { return [.tooLong(limit: limit)] }
        if let line = Self.lineOfUnreadableSign(in: text) { return [.unreadableSign(line: line)] }
        let marks: [TemplateMark]
        do { marks = try TemplateMark.all(in: text) } catch { return [error] }
        var walk = SectionWalk(tags: tags)
        for mark in marks { walk.take(mark) }
        let flaws = walk.finished(needed: needed)
        if flaws.isEmpty, (try? LetterText(text)) == nil { return [.unreadable] }
        return flaws
    }

    /// Controls, and the private signs that stand for values while a letter is filled.
    private static func lineOfUnreadableSign(in text: String) -> Int? {
        var line = 1
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                line += 1
            } else if scalar.properties.generalCategory == .control && scalar != "\t" || (0xE000...0xF8FF).contains(scalar.value) {
                return line
            }
        }
        return nil
    }
}

/// Walks a text's marks and keeps in mind which sections are open.
private struct SectionWalk {
    let tags: LetterTags
    private var open: [(mark: TemplateMark, tag: LetterTag)] = []
    private var flaws: [LetterFlaw] = []
    /// Those that are told whenever there is something to tell.
    private var told: Set<LetterTag> = []

    init(tags: LetterTags) { self.tags = tags }

    mutating func take(_ mark: TemplateMark) {
        guard let tag = LetterTag(rawValue: mark.name) else { return flaws.append(.unknownTag(mark.name, line: mark.line)) }
        guard tags.all.contains(tag) else { return flaws.append(.notInThisLetter(tag, line: mark.line)) }
        switch mark.role {
        case .section, .absence: open.append((mark, tag))
        case .end:
            guard open.last?.tag == tag else { return flaws.append(.strayEnd(mark.name, line: mark.line)) }
            open.removeLast()
        case .value:
            let isSure = tags.always.contains(tag) || open.contains { $0.tag == tag && $0.mark.role == .section }
            let isAbsent = open.contains { $0.tag == tag && $0.mark.role == .absence }
            if !isSure || isAbsent { return flaws.append(.mayBeMissing(tag, line: mark.line)) }
            if open.allSatisfy({ $0.tag == tag }) { told.insert(tag) }
        }
    }

    func finished(needed: Set<LetterTag>) -> [LetterFlaw] {
        let lacking = needed.subtracting(told).sorted { $0.rawValue < $1.rawValue }
        return flaws + open.map { .openSection($0.tag, line: $0.mark.line) } + lacking.map { .lacks($0) }
    }
}
