import Testing

import Markup

/// What a `Character` would hide a sign behind: two combining marks, a keycap, a joiner, a space without width.
private let marks: [Unicode.Scalar] = ["\u{301}", "\u{FE0F}", "\u{20E3}", "\u{200D}", "\u{200B}"]

private let references: [(sign: String, reference: String)] = [
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
]

struct EscapingTests {
    @Test func `plain text passes as it is`() {
        let text = "Jan-Willem van 't Hof-Ünal, € 12,50 👩‍👩‍👧"
        #expect(HTML(text).text == text.replacing("'", with: "&#39;"))
    }

    @Test func `every sign that means something becomes a reference, whatever mark follows it`() {
        for (sign, reference) in references {
            #expect(HTML(sign).text == reference)
            for mark in marks {
                let expected = "a" + reference + String(mark) + "b"
                #expect(HTML("a" + sign + String(mark) + "b").bytes == Array(expected.utf8))
            }
        }
    }

    @Test func `the same holds inside attribute values`() {
        for (sign, reference) in references {
            for mark in marks {
                let written = p(.title(sign + String(mark)))
                #expect(written.bytes == Array("<p title=\"\(reference)\(mark)\"></p>".utf8))
            }
        }
    }

    @Test func `control characters become the replacement character, but tab and line ends stay`() {
        #expect(HTML("a\u{0}b\u{1B}c\u{1F}").text == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
        #expect(HTML("a\tb\r\nc").bytes == Array("a\tb\r\nc".utf8))
        for control in UInt8(0)..<0x20 where ![0x09, 0x0A, 0x0D].contains(control) {
            #expect(HTML(String(Unicode.Scalar(control))).text == "\u{FFFD}")
        }
    }

    @Test func `half a surrogate pair never reaches a page`() {
        let broken = String(decoding: [0x61, 0xED, 0xA0, 0x80, 0x62] as [UInt8], as: UTF8.self)
        #expect(String(validating: HTML(broken).bytes, as: UTF8.self) != nil)
        #expect(!HTML(broken).bytes.contains(0xED))
    }

    @Test func `a long text with signs far apart comes through whole`() {
        let filler = String(repeating: "ë", count: 5000)
        #expect(HTML(filler + "<" + filler + "&").text == filler + "&lt;" + filler + "&amp;")
    }

    @Test func `text inside a builder is escaped, and a conditional piece appears or not`() {
        let name: String? = "A & B"
        let missing: HTML? = nil
        let written = div {
            "1 < 2"
            missing
            if let name { strong { name } } else { "–" }
            for number in 1...2 { span { String(number) } }
        }
        #expect(written.text == "<div>1 &lt; 2<strong>A &amp; B</strong><span>1</span><span>2</span></div>")
    }
}
