import Casework
import Complaints
import Markup

/// What is new in what people tell, each with some complaints that tell it.
struct NewWordsTable {
    let desk: Desk
    let reading: NewWordsReading

    private var say: Wording { desk.say }
    private var insight: InsightWords { InsightWords(desk.language) }

    var html: HTML {
        section(.class("apart")) {
            h2 { say("Nieuw in de verhalen", "New in the stories") }
            p(.class("muted")) { summary }
            if reading.isFit, !reading.words.isEmpty { table }
        }
    }

    private var summary: String {
        let texts = say(
            "\(reading.recentTexts) verhalen van de laatste vier weken tegen \(reading.earlierTexts) van het halve jaar ervoor",
            "\(reading.recentTexts) stories of the last four weeks against \(reading.earlierTexts) of the half year before")
        let erased =
            reading.erased == 0
            ? "" : say("; \(reading.erased) zijn gewist en tellen niet mee", "; \(reading.erased) were erased and don't count")
        if !reading.isFit { return say("\(texts)\(erased): te weinig om iets te zeggen.", "\(texts)\(erased): too few to tell.") }
        if reading.words.isEmpty { return say("\(texts)\(erased): niets nieuws.", "\(texts)\(erased): nothing new.") }
        return "\(texts)\(erased)."
    }

    private var table: HTML {
        let label = say("Nieuw in de verhalen", "New in the stories")
        return div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", label)) {
            Markup.table(.class("table")) {
                thead {
                    tr {
                        th(.scope("col")) { say("Woord", "Word") }
                        th(.scope("col"), .class("amount")) { say("Nu", "Now") }
                        th(.scope("col"), .class("amount")) { say("Ervoor", "Before") }
                        th(.scope("col")) { say("Bij toeval", "By chance") }
                        th(.scope("col")) { say("Bijvoorbeeld", "For instance") }
                    }
                }
                tbody { for word in reading.words { row(word) } }
            }
        }
    }

    private func row(_ word: NewWordsReading.Word) -> HTML {
        tr {
            th(.scope("row")) { word.term }
            td(.class("amount")) { a(.href(WordPage.address(word.term, isNow: true))) { "\(word.recent)" } }
            td(.class("amount")) { a(.href(WordPage.address(word.term, isNow: false))) { "\(word.earlier)" } }
            td { insight.chance(word.chance) }
            td {
                for (place, number) in word.examples.enumerated() {
                    place > 0 ? ", " : ""
                    if Visibility(desk.actor).seesOrdinaryFiles {
                        a(.href(Paths.file(number))) { number.formatted }
                    } else {
                        number.formatted
                    }
                }
            }
        }
    }
}
