import Complaints
import Foundation
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

    @Test func `no words leave the picture: beside the edge they stand within it, and long names are cut`() {
        func point(_ amount: Double, _ name: String? = nil) -> ControlLines.Point {
            ControlLines.Point(
                name: "1", brief: "wk 48", amount: amount, upper: 5, words: HTML("1"), label: "168,1", isOutside: amount > 5,
                marks: name.map { [ControlLines.Mark(name: $0)] } ?? [])
        }
        let long = String(repeating: "storing ", count: 20)
        let lines = ControlLines(
            id: "a", title: "A", reading: HTML(), points: [point(168.1), point(3, long), point(168.1, long), point(168.1)], picture: "",
            words: ControlLines.Words(Wording(.dutch), name: "", amount: ""))
        let svg = lines.html.text.components(separatedBy: "</svg>")[0]
        func anchors(of label: String) -> [String] {
            svg.components(separatedBy: "<text").dropFirst().filter { $0.contains(">\(label)<") }.map { text in
                ["start", "middle", "end"].first { text.contains("text-anchor=\"\($0)\"") } ?? ""
            }
        }
        #expect(anchors(of: "168,1") == ["start", "middle", "end"])
        #expect(anchors(of: "wk 48") == ["start", "middle", "middle", "end"])
        #expect(!svg.contains(long) && svg.contains("storing storing") && svg.contains("…"))
        #expect(lines.html.text.contains(long.prefix(60)), "the table tells it whole")
    }
}
