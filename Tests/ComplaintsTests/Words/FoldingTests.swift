import Complaints
import Testing

@Suite struct FoldingTests {
    static let folded: [(text: String, folded: String)] = [
        ("coördinator", "coordinator"), ("COÖRDINATOR", "coordinator"), ("coo\u{308}rdinator", "coordinator"), ("Café", "cafe"),
        ("Ünal", "unal"), ("Łódź", "lodz"), ("Ångström", "angstrom"), ("Straße", "strasse"), ("STRAẞE", "strasse"), ("Søren", "soren"),
        ("Æsir", "aesir"), ("œuvre", "oeuvre"), ("Þór", "thor"), ("Ĳsselmeer", "ijsselmeer"), ("İstanbul", "istanbul"), ("ılık", "ilik"),
        ("Nguyễn", "nguyen"), ("Jan-Willem van ’t Hof", "jan-willem van 't hof"), ("‘s-Hertogenbosch", "'s-hertogenbosch"),
        ("e\u{2011}mail", "e-mail"), ("één\u{A0}\u{AD}twee", "een twee"), ("ﬁets", "fiets"), ("Ｈｅｌｌｏ", "hello"), ("Αθήνα", "αθηνα"),
        ("Йод Ёж", "иод еж"), ("", ""), ("klacht 12,5% @x", "klacht 12,5% @x"), ("日本語🎄", "日本語🎄"), ("a\u{0}b", "a\u{0}b"),
    ]

    @Test(arguments: folded)
    func `what differs only in case or accents is the same`(text: String, folded: String) {
        #expect(Folding.fold(text) == folded)
    }

    @Test func `folding every character of Unicode once more changes nothing`() {
        for value in UInt32(0)...0x2FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = Folding.fold(String(scalar))
            if Array(Folding.fold(once).utf8) != Array(once.utf8) { Issue.record("U+\(String(value, radix: 16)): \(once)") }
        }
    }

    @Test func `a composed and a decomposed letter fold alike`() {
        for (composed, decomposed) in [
            ("\u{E9}", "e\u{301}"), ("\u{1EC5}", "e\u{302}\u{303}"), ("\u{439}", "\u{438}\u{306}"), ("ή", "η\u{301}"),
        ] {
            #expect(Array(Folding.fold(composed).utf8) == Array(Folding.fold(decomposed).utf8))
        }
    }
}
