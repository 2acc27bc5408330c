import Complaints
import Markup

/// A letter's words as HTML: the same words, paragraphs apart, the personal links such that can be followed. No pictures, nothing from elsewhere.
enum LetterMarkup {
    static func text(of words: String, title subject: String, language: Language, links: Set<String>) -> String {
        let paragraphs = words.split(separator: "\n\n").map(String.init)
        return html(.lang(language.rawValue)) {
            head { title { subject } }
            body {
                for paragraph in paragraphs {
                    p {
                        for (index, line) in paragraph.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                            if index > 0 { br() }
                            piece(String(line), links)
                        }
                    }
                }
            }
        }.text
    }

    @HTMLBuilder private static func piece(_ line: String, _ links: Set<String>) -> HTML {
        if links.contains(line.trimmed) { a(.href(line.trimmed)) { line.trimmed } } else { line }
    }
}
