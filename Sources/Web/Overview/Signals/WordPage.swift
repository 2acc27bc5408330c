import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup

/// The complaints whose stories hold a word that is new, of the last weeks or of those before.
struct WordPage {
    static let (wordField, timeField) = ("woord", "wanneer")
    private static let (now, before) = ("nu", "ervoor")

    let desk: Desk
    let word: NewWordsReading.Word
    let isNow: Bool

    private var say: Wording { desk.say }

    static func address(_ term: String, isNow: Bool) -> String {
        Paths.newWord + QueryText.query([(wordField, term), (timeField, isNow ? now : before)])
    }

    /// Nil for a word that is not new any more.
    init?(_ desk: Desk, _ fields: QueryFields) {
        let term = fields[Self.wordField]
        guard let word = desk.workplace.newWords.last?.words.first(where: { $0.term == term }) else { return nil }
        (self.desk, self.word, isNow) = (desk, word, fields[Self.timeField] != Self.before)
    }

    func response() -> Response {
        let numbers = isNow ? word.now : word.before
        let title =
            isNow
            ? say("“\(word.term)” in de laatste vier weken", "“\(word.term)” in the last four weeks")
            : say("“\(word.term)” in het halve jaar ervoor", "“\(word.term)” in the half year before")
        return desk.page(title, current: Paths.signals, isReading: true) {
            Heading(title: title, remark: say.count(numbers.count, ("klacht", "klachten"), ("complaint", "complaints"))).html
            ul(.class("plain")) {
                for number in numbers {
                    li {
                        if Visibility(desk.actor).seesOrdinaryFiles {
                            Link(number.formatted, to: Paths.file(number))
                        } else {
                            number.formatted
                        }
                    }
                }
            }
            p { a(.href(Paths.signals)) { say("Naar de signalen", "To the signals") } }
        }
    }
}
