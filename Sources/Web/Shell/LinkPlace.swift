import Complaints
import Records

/// A letter's personal link is made when the letter is delivered; until then its place is named.
enum LinkPlace {
    static func shown(in letter: NewLetter) -> String {
        let link = Wording(letter.language)("[persoonlijke link]", "[personal link]")
        return letter.body.split(separator: "{{follow-link}}", omittingEmptySubsequences: false).joined(separator: link)
    }
}
