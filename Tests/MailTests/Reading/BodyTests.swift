import Foundation
import Mail
import Testing

@Suite struct BodyTests {
    private struct Sign {
        let charset: String
        let bytes: [UInt8]
        let text: String
    }

    private static let signs: [Sign] = [
        Sign(charset: "utf-8", bytes: [0xc3, 0xa9, 0x6e], text: "én"), Sign(charset: "iso-8859-1", bytes: [0xe9, 0x20, 0x80], text: "é €"),
        Sign(charset: "windows-1252", bytes: [0x80], text: "€"), Sign(charset: "iso-8859-15", bytes: [0xa4], text: "€"),
        Sign(charset: "koi8-r", bytes: [0xd0], text: "п"), Sign(charset: "utf-16le", bytes: [0x41, 0, 0xac, 0x20], text: "A€"),
        Sign(charset: "shift_jis", bytes: [0x83, 0x65], text: "テ"), Sign(charset: "gb2312", bytes: [0xc4, 0xe3], text: "你"),
        Sign(charset: "utf-7", bytes: [0x2b, 0x41, 0x4f, 0x6b, 0x2d], text: "é"), Sign(charset: "us-ascii", bytes: [0xe9], text: "é"),
        Sign(charset: "onzin-99", bytes: [0xe9], text: "é"), Sign(charset: "ks_c_5601-1987", bytes: [0xb0, 0xa1], text: "가"),
    ]

    @Test func `text of any charset is read`() {
        for sign in Self.signs {
            let head = "From: a@b.nl\nContent-Type: text/plain; charset=\(sign.charset)\nContent-Transfer-Encoding: base64\n\n"
            let mail = Sample.read(head + Data(sign.bytes).base64EncodedString())
            #expect(mail.text == sign.text, "\(sign.charset)")
            #expect(mail.remarks.contains(.unknownCharset) == (sign.charset == "onzin-99"), "\(sign.charset)")
        }
    }

    @Test func `quoted-printable and raw bytes are read`() {
        #expect(Sample.read(head: "Content-Transfer-Encoding: quoted-printable", body: "caf=C3=A9 =\nlang=\n").text == "café lang")
        #expect(Sample.read(head: "X-A: b", body: "café\n").text == "café\n")
    }

    @Test(arguments: ["S2xhY2h0", "S2xhY2h", "S2x*hY2h0", "S2xhY2h0====", "S"])
    func `broken base64 gives what it can`(body: String) {
        let mail = Sample.read(head: "Content-Transfer-Encoding: base64", body: body)
        #expect("Klacht".hasPrefix(String(mail.text.prefix(2))) || mail.text.isEmpty || body.contains("*"))
    }

    @Test func `lines that a program broke are whole again`() {
        let mail = Sample.read(
            head: "Content-Type: text/plain; format=flowed", body: "Dit is een \nlange regel.\n\n> oud \n> bericht\n-- \nJan\n")
        #expect(mail.text == "Dit is een lange regel.\n\n> oud bericht\n-- \nJan\n")
        #expect(mail.passages.map(\.kind) == [.own, .quoted, .signature])
    }

    @Test func `of two forms the text comes first, and the markup is there`() {
        let mail = Sample.read(
            Sample.parts("alternative", ["Content-Type: text/plain\n\nPlat", "Content-Type: text/html\n\n<p>Mooi <b>hoor</b></p>"]))
        #expect(mail.text == "Plat" || mail.text == "Plat\n")
        #expect(mail.markup?.pieces.contains(.open(.strong)) == true)
    }

    @Test func `markup alone becomes text`() {
        let mail = Sample.html(
            "<p>Beste,</p><p>Het <b>werkt</b>&nbsp;niet.<br>Echt.</p><ul><li>een<li>twee</ul><a href='https://x.nl/'>hier</a>")
        #expect(mail.text == "Beste,\n\nHet werkt niet.\nEcht.\n\n* een\n* twee\n\nhier <https://x.nl/>")
    }

    @Test func `quotations in markup are folded as well`() {
        let mail = Sample.html("<div>Nieuw</div><blockquote>Oud<blockquote>Ouder</blockquote></blockquote>")
        #expect(mail.passages.map(\.kind) == [.own, .quoted])
        #expect(mail.text.contains("> Oud") && mail.text.contains(">> Ouder"))
    }

    @Test func `a mail in a mail is kept whole and looked into`() {
        let inner = "From: piet@example.nl\nSubject: Binnen\n\nBinnentekst"
        let raw = Sample.parts("mixed", ["Content-Type: text/plain\n\nZie bijlage", "Content-Type: message/rfc822\n\n\(inner)"])
        let (mail, contents) = MailReader().read(Data(raw.utf8))
        #expect(mail.nested.map(\.subject) == ["Binnen"] && mail.nested.first?.text.hasPrefix("Binnentekst") == true)
        #expect(mail.attachments.map(\.name) == ["bijlage-1.eml"])
        #expect(contents.first.map { String(decoding: $0, as: UTF8.self).hasPrefix(inner) } == true)
    }

    @Test(arguments: [200, 2_000])
    func `parts nested far too deep are left, and it is said`(depth: Int) {
        var raw = "From: a@b.nl\n"
        for level in 0..<depth { raw += "Content-Type: multipart/mixed; boundary=g\(level)\n\n--g\(level)\n" }
        let mail = Sample.read(raw + "Content-Type: text/plain\n\ndiep")
        #expect(mail.remarks.contains(.tooDeep))
    }

    @Test func `mails nested far too deep are left, and it is said`() {
        let mail = Sample.read("From: a@b.nl\n" + String(repeating: "Content-Type: message/rfc822\n\n", count: 200) + "diep")
        #expect(mail.remarks.contains(.nestedTooDeep) || mail.remarks.contains(.tooDeep) || mail.nested.count == 1)
    }

    @Test func `far too many parts are left, and it is said`() {
        let mail = Sample.read(Sample.parts("mixed", Array(repeating: "Content-Type: image/png\n\nx", count: 2_000)))
        #expect(mail.remarks.contains(.tooManyParts) || mail.remarks.contains(.tooManyAttachments))
        #expect(mail.attachments.count == 200)
    }

    @Test func `a mail that was cut off says so`() {
        let raw = Sample.parts("mixed", ["Content-Type: text/plain\n\nHallo", Sample.file("image/png", name: "a.png", Sample.png)])
        let mail = Sample.read(String(raw.prefix(raw.count - 20)))
        #expect(mail.attachments.count == 1 && (mail.remarks.contains(.truncated) || mail.remarks.contains(.malformed)))
    }

    @Test func `megabytes of text are cut, and it is said`() {
        let mail = Sample.read(head: "X-A: b", body: String(repeating: "woord ", count: 400_000))
        #expect(mail.text.utf8.count <= 1 << 20 && mail.remarks.contains(.textTooLong))
    }
}
