import Complaints
import Testing

@Suite struct EmailAddressTests {
    @Test(arguments: [
        "a@b.nl", "jan.de.vries+klacht@voorbeeld.nl", "O'Brien@example.co.uk", "jürgen@müller.example", "info@xn--mller-kva.example",
        "用户@例子.广告", "a_b-c=d!x@sub.domein-met-streep.nl", "1@2.x3",
    ])
    func `an address is taken as it is`(text: String) throws {
        #expect(try EmailAddress(parsing: text).text == text)
    }

    @Test func `blanks around an address are left out`() throws {
        #expect(try EmailAddress(parsing: " \tjan@voorbeeld.nl\r\n").text == "jan@voorbeeld.nl")
    }

    @Test func `two spellings of one address are equal, and each is kept as typed`() throws {
        let shouted = try EmailAddress(parsing: "Jan.DE.Vries@Voorbeeld.NL")
        #expect(try shouted == EmailAddress(parsing: "jan.de.vries@voorbeeld.nl"))
        #expect(shouted.text == "Jan.DE.Vries@Voorbeeld.NL")
        #expect(shouted.normalised == "jan.de.vries@voorbeeld.nl")
        #expect(try shouted != EmailAddress(parsing: "jan@voorbeeld.nl"))
    }

    static let long = String(repeating: "x", count: 63)

    static let refused: [(text: String, problem: EmailAddress.Problem)] = [
        ("", .empty), ("  \n", .empty), ("jan", .notOneAtSign), ("@voorbeeld.nl", .notOneAtSign), ("a@b@c.nl", .notOneAtSign),
        (".jan@voorbeeld.nl", .notOneAtSign), ("jan..x@voorbeeld.nl", .notOneAtSign), ("jan@", .noDomain), ("jan@voorbeeld", .noDomain),
        ("jan@.nl", .noDomain), ("jan@voorbeeld.nl.", .noDomain), ("jan@-x.nl", .noDomain), ("jan@x_y.nl", .noDomain),
        ("jan@192.168.1.1", .noDomain), ("jan@\(long)x.nl", .noDomain), ("jan de@voorbeeld.nl", .strayCharacter),
        ("a@b.nl, c@d.nl", .strayCharacter), ("Jan <jan@voorbeeld.nl>", .strayCharacter), ("jan@voor\r\nBcc:x@y.nl", .strayCharacter),
        ("jan\u{0}@voorbeeld.nl", .strayCharacter), ("jan\u{85}@voorbeeld.nl", .strayCharacter), ("jan\u{A0}@x.nl", .strayCharacter),
        ("jan\u{202E}@voorbeeld.nl", .strayCharacter), ("jan\u{200B}@voorbeeld.nl", .strayCharacter), ("jan\u{FFFD}@x.nl", .strayCharacter),
        ("\u{7F}jan@x.nl", .strayCharacter), ("\(long)xx@voorbeeld.nl", .tooLong), ("a@\(long).\(long).\(long).\(long).nl", .tooLong),
    ]

    @Test(arguments: refused)
    func `what no mail server takes is refused by name`(text: String, problem: EmailAddress.Problem) {
        #expect(throws: problem) { try EmailAddress(parsing: text) }
    }

    @Test func `a text of millions of bytes is refused`() {
        #expect(throws: EmailAddress.Problem.tooLong) { try EmailAddress(parsing: String(repeating: "é@", count: 1_000_000)) }
    }

    @Test func `254 bytes are allowed and 255 are not`() throws {
        let address = "a@\(Self.long).\(Self.long).\(Self.long)."
        let fill = 254 - address.utf8.count
        #expect(try EmailAddress(parsing: address + String(repeating: "y", count: fill)).text.utf8.count == 254)
        #expect(throws: EmailAddress.Problem.tooLong) { try EmailAddress(parsing: address + String(repeating: "y", count: fill + 1)) }
    }
}
