import Complaints
import Markup
import Testing

@testable import Web

struct ControlLinesTests {
    @Test(arguments: [(Language.dutch, "<td>0,5–9,5</td>"), (Language.english, "<td>0.5–9.5</td>")])
    func `limits have the sign before tenths that the reader's language has`(language: Language, cell: String) {
        let words = ControlLines.Words(Wording(language), name: "", amount: "")
        let point = ControlLines.Point(name: "1", brief: "1", amount: 3, lower: 0.5, upper: 9.5, words: HTML("3"), label: "3")
        let lines = ControlLines(id: "a", title: "A", reading: HTML(), points: [point], picture: "", words: words)
        #expect(lines.html.text.contains(cell))
    }
}
