import Complaints
import Testing

@Suite struct MoneyTests {
    static let understood: [(typed: String, cents: Int64)] = [
        ("12.50", 1250), ("12,50", 1250), ("12", 1200), ("0", 0), ("0,05", 5), ("12,5", 1250), ("1.234,50", 123_450), ("1,234.50", 123_450),
        ("1.234.567", 123_456_700), ("1.234.567,89", 123_456_789), ("1234,50", 123_450), ("1234", 123_400), ("€ 5", 500), ("€5,00", 500),
        ("€\u{A0}1.234,50", 123_450), ("5 €", 500), ("EUR 5", 500), ("5,25 euro", 525), ("5,-", 500), ("€ 1.250,-", 125_000), (" 7 ", 700),
        ("999999999,99", 99_999_999_999), ("007", 700),
    ]

    @Test(arguments: understood)
    func `an amount is read as the Dutch and the English write it`(typed: String, cents: Int64) throws {
        #expect(try Money(parsing: typed) == Money(cents: cents))
    }

    static let refused: [(typed: String, problem: Money.Problem)] = [
        ("", .empty), ("  ", .empty), ("€", .notAnAmount), ("vijf", .notAnAmount), ("12.", .notAnAmount), (",50", .notAnAmount),
        ("1.2.3", .notAnAmount), ("1.23.456", .notAnAmount), ("1.234.50", .notAnAmount), ("1234.567", .notAnAmount),
        ("12,3456", .notAnAmount), ("1,234.567", .notAnAmount), ("12 50", .notAnAmount), ("$ 5", .notAnAmount), ("5e3", .notAnAmount),
        ("€ € 5", .notAnAmount), ("1\u{0}2", .notAnAmount), ("١٢", .notAnAmount), ("5,-,-", .notAnAmount),
        ("1.234", .ambiguous), ("€ 1,234", .ambiguous), ("-5", .negative), ("€ -5", .negative), ("\u{2212}5,00", .negative),
        ("1000000000", .tooLarge), ("99999999999999999999999999", .tooLarge), (String(repeating: "9", count: 1_000_000), .notAnAmount),
    ]

    @Test(arguments: refused)
    func `what is not clearly an amount is refused by name`(typed: String, problem: Money.Problem) {
        #expect(throws: problem) { try Money(parsing: typed) }
    }

    @Test func `for machines an amount has a point and two decimals`() throws {
        #expect(Money(cents: 1250).description == "12.50")
        #expect(Money(cents: 5).description == "0.05")
        #expect(Money(cents: -1205).description == "-12.05")
        #expect(Money(cents: .min).description == "-92233720368547758.08")
        #expect(try Money(parsing: Money.largest.description) == Money.largest)
    }

    @Test func `amounts have an order`() {
        #expect(Money(cents: 1) < Money(cents: 2))
    }
}
