import Complaints
import Testing

@Suite struct ComplaintNumberTests {
    private func numbers(_ count: Int) -> [ComplaintNumber] {
        var random = SystemRandomNumberGenerator()
        return (0..<count).map { _ in ComplaintNumber(random: &random) }
    }

    @Test func `a number is shown in fours and a check digit`() throws {
        let number = try #require(ComplaintNumber(parsing: "482719368"))
        #expect(number.formatted == "4827-1936-8")
        #expect("\(number)" == "4827-1936-8")
        #expect(number.digits == "482719368")
    }

    @Test(arguments: [
        "4827-1936-8", "4827 1936 8", " 48271936-8\n", "4827\u{A0}1936\u{A0}8", "4827\u{2011}1936\u{2013}8", "4827—1936—8", "4827.1936.8",
        "4827\u{202F}1936\u{2212}8", "\u{202A}4827-1936-8\u{202C}", "4 8 2 7 1 9 3 6 8",
    ])
    func `a number is read in any spelling`(text: String) {
        #expect(ComplaintNumber(parsing: text)?.digits == "482719368")
    }

    @Test(arguments: [
        "", "-", "4827-1936", "4827-1936-88", "4827-1936-5", "4827-1936-B", "4827-1936-8\u{0}", "４827-1936-8", "4827/1936/8", "٤٨٢٧١٩٣٦٨",
    ])
    func `what is no number is refused`(text: String) {
        #expect(ComplaintNumber(parsing: text) == nil)
    }

    @Test func `a text of a million digits is refused`() {
        #expect(ComplaintNumber(parsing: String(repeating: "4", count: 1_000_000)) == nil)
    }

    @Test func `every wrong digit is found`() {
        for number in numbers(500) {
            let digits = Array(number.digits.utf8)
            for place in digits.indices {
                for wrong in UInt8(ascii: "0")...UInt8(ascii: "9") where wrong != digits[place] {
                    var changed = digits
                    changed[place] = wrong
                    if ComplaintNumber(parsing: String(decoding: changed, as: UTF8.self)) != nil { Issue.record("\(number)") }
                }
            }
        }
    }

    @Test func `every swap of neighbours is found`() {
        for number in numbers(2000) {
            let digits = Array(number.digits.utf8)
            for place in digits.indices.dropLast() where digits[place] != digits[place + 1] {
                var changed = digits
                changed.swapAt(place, place + 1)
                if ComplaintNumber(parsing: String(decoding: changed, as: UTF8.self)) != nil { Issue.record("\(number)") }
            }
        }
    }

    @Test func `drawn numbers are read back, and hardly ever the same`() {
        let drawn = numbers(2000)
        #expect(drawn.allSatisfy { ComplaintNumber(parsing: $0.formatted) == $0 && $0.digits.utf8.count == 9 })
        #expect(Set(drawn).count >= 1995)
    }

    @Test func `a small draw keeps its zeros in front`() {
        var low = LowNumbers()
        #expect(ComplaintNumber(random: &low).digits == "000000000")
    }

    private struct LowNumbers: RandomNumberGenerator {
        mutating func next() -> UInt64 { 1 << 32 }
    }
}
