import Complaints
import Testing

@Suite struct PostcodeTests {
    @Test(arguments: ["1234 AB", "1234ab", " 1234  Ab ", "1234-AB", "1234\u{A0}AB", "12 34 a b"])
    func `a postcode is read in any spelling`(text: String) {
        #expect(Postcode(parsing: text)?.description == "1234 AB")
    }

    @Test(arguments: [
        "", "1234", "1234 A", "1234 ABC", "0234 AB", "123 ABC", "A234 AB", "1234 A1", "1234 @B", "1234 SS", "1234 sa", "1234 SD", "1234 ÄB",
        "1234 AB\u{0}", "１２３４ AB",
    ])
    func `what is no postcode is refused`(text: String) {
        #expect(Postcode(parsing: text) == nil)
    }

    @Test func `a very long text is refused`() {
        #expect(Postcode(parsing: "1234 AB" + String(repeating: " ", count: 1_000_000)) == nil)
    }
}
