import Complaints
import Records

/// A letter's personal link is made when the letter is delivered; until then its place is named.
enum LinkPlace {
    private static let mark = "{{follow-link}}"

    /// Whether the letter has a place for a link that its reader can use.
    static func isIn(_ letter: NewLetter) -> Bool { letter.means != .phone && letter.body.contains(mark) }

    /// The words of a letter. What is read out loud has no link in it.
    ///
    /// - Parameter link: the link to put in its place; without one the place is named.
    static func shown(in letter: NewLetter, link: String? = nil) -> String {
        if letter.means == .phone {
            return letter.body.split(separator: "\n\n", omittingEmptySubsequences: false).filter { !$0.contains(mark) }
                .joined(separator: "\n\n")
        }
        let words = link ?? Wording(letter.language)("[persoonlijke link]", "[personal link]")
        return letter.body.split(separator: mark, omittingEmptySubsequences: false).joined(separator: words)
    }
}
