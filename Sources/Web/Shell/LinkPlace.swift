import Complaints
import Records

/// A letter's personal links are made when the letter is delivered; until then its place is named.
enum LinkPlace {
    private static let mark = "{{follow-link}}"
    private static let ratingMark = "{{rating-link}}"

    /// Whether the letter has a place for a link that its reader can use.
    static func isIn(_ letter: NewLetter) -> Bool { letter.means != .phone && (letter.body.contains(mark) || asks(letter)) }

    /// Whether it asks what the customer thinks.
    static func asks(_ letter: NewLetter) -> Bool { letter.body.contains(ratingMark) }

    /// Whether it leads to the customer's page.
    static func follows(_ letter: NewLetter) -> Bool { letter.body.contains(mark) }

    /// The words of a letter. What is read out loud has no link in it.
    ///
    /// - Parameters: the links to put in their places; without one the place is named.
    static func shown(in letter: NewLetter, link: String? = nil, rating: String? = nil) -> String {
        if letter.means == .phone {
            return letter.body.split(separator: "\n\n", omittingEmptySubsequences: false).filter { !$0.contains(mark) }
                .joined(separator: "\n\n")
        }
        let words = Wording(letter.language)("[persoonlijke link]", "[personal link]")
        return letter.body.split(separator: mark, omittingEmptySubsequences: false).joined(separator: link ?? words)
            .split(separator: ratingMark, omittingEmptySubsequences: false).joined(separator: rating ?? words)
    }
}
