import Complaints
import Testing

@Suite struct PhoneNumberTests {
    static let understood: [(typed: String, e164: String, shown: String)] = [
        ("06-12345678", "+31612345678", "06 12345678"), ("06 12 34 56 78", "+31612345678", "06 12345678"),
        ("+31 (0)6 1234 5678", "+31612345678", "06 12345678"), ("0031612345678", "+31612345678", "06 12345678"),
        ("00 31 (0) 6 12345678", "+31612345678", "06 12345678"), ("612345678", "+31612345678", "06 12345678"),
        ("31612345678", "+31612345678", "06 12345678"), ("+31 06 12345678", "+31612345678", "06 12345678"),
        ("\u{202A}+31 6 12345678\u{202C}", "+31612345678", "06 12345678"), ("06\u{2011}1234\u{A0}5678", "+31612345678", "06 12345678"),
        ("020-1234567", "+31201234567", "020 123 4567"), ("(020) 123 45 67", "+31201234567", "020 123 4567"),
        ("020/1234567", "+31201234567", "020 123 4567"), ("0341 123456", "+31341123456", "0341 123 456"),
        ("088-1234567", "+31881234567", "088 123 4567"), ("0800-1234", "+318001234", "0800 1234"),
        ("0900 1234567", "+319001234567", "0900 123 4567"), ("097012345678", "+3197012345678", "0970 123 456 78"),
        ("+32 470 12 34 56", "+32470123456", "+32 470 123 456"), ("0032 2 123 45 67", "+3221234567", "+32 212 345 67"),
        ("+1 (212) 555-0123", "+12125550123", "+1 212 555 0123"), ("+352 621 123 456", "+352621123456", "+352 621 123 456"),
        ("+44 20 7946 0958", "+442079460958", "+44 207 946 0958"),
    ]

    @Test(arguments: understood)
    func `a number is read in any spelling, kept as E.164 and shown as the Dutch write it`(typed: String, e164: String, shown: String)
        throws
    {
        let number = try PhoneNumber(parsing: typed)
        #expect(number.e164 == e164)
        #expect(number.display == shown)
        #expect(try PhoneNumber(parsing: number.display) == number)
        #expect(try PhoneNumber(parsing: number.e164) == number)
    }

    static let refused: [(typed: String, problem: PhoneNumber.Problem)] = [
        ("", .empty), (" - ", .empty), ("geen", .notDigits), ("06-12345678 (werk)", .notDigits), ("06-1234567\u{0}8", .notDigits),
        ("٠٦١٢٣٤٥٦٧٨", .notDigits), ("06+12345678", .notDigits), (String(repeating: "0", count: 100_000), .notDigits),
        ("06-1234567", .tooShort), ("020 123 456", .tooShort), ("112", .tooShort), ("+", .tooShort), ("()", .tooShort), ("0", .tooShort),
        ("+32 12", .tooShort), ("0800 12345", .tooShort), ("06-123456789", .tooLong), ("+1234567890123456", .tooLong),
        ("0800 12345678", .tooLong), ("212 555 0123", .unknown), ("+0612345678", .unknown), ("+3100612345678", .unknown),
        ("32470123456", .unknown),
    ]

    @Test(arguments: refused)
    func `what cannot be dialled is refused by name`(typed: String, problem: PhoneNumber.Problem) {
        #expect(throws: problem) { try PhoneNumber(parsing: typed) }
    }
}
