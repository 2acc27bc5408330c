import Foundation
import Mail
import Testing

@Suite struct LetterWritingTests {
    private func letter() throws -> Letter {
        var letter = Letter(
            messageID: try #require(MessageID("brief-1@gehoor.test")),
            from: try #require(MailAddress(name: "Klachten, afdeling café", "klachten@gehoor.test")),
            to: try #require(MailAddress(name: "Jan", "jan@example.nl")), subject: "Uw klacht is ontvangen – één", seconds: 1_795_510_800,
            zoneOffset: 3_600, origin: .replied, text: "Beste Jan,\n\nWij hebben één klacht.\n.\n..punt\nFrom hier\n-- \nGroet")
        letter.html = "<p>Beste Jan</p>"
        letter.inReplyTo = MessageID("a@b.nl")
        letter.references = (0..<40).compactMap { MessageID("id\($0)-abcdefghijklmnop@example.nl") }
        letter.files = [Letter.File(name: "Kopie café.pdf", type: "application/pdf", bytes: Data("%PDF-1.4\n".utf8))]
        return letter
    }

    @Test func `a letter is read back as it was written`() throws {
        let (mail, contents) = MailReader().read(LetterWriting.bytes(of: try letter()))
        #expect(mail.from.map(\.name) == ["Klachten, afdeling café"] && mail.to.map(\.address) == ["jan@example.nl"])
        #expect(mail.subject == "Uw klacht is ontvangen – één" && mail.messageID == "brief-1@gehoor.test")
        #expect(mail.date.seconds == 1_795_510_800 && mail.date.said.hasSuffix("+0100"))
        #expect(mail.inReplyTo == ["a@b.nl"] && mail.references.count == 20 && mail.references.last == "id39-abcdefghijklmnop@example.nl")
        #expect(mail.text == (try letter().text) + "\n" && mail.markup != nil)
        #expect(mail.attachments.map(\.name) == ["Kopie café.pdf"] && contents == [Data("%PDF-1.4\n".utf8)])
        #expect(mail.robotSigns.contains(.autoSubmitted) && mail.robotSigns.contains(.suppressed))
    }

    @Test func `lines are short, plain, and end as mail wants it`() throws {
        let bytes = Array(LetterWriting.bytes(of: try letter()))
        #expect(bytes.allSatisfy { $0 < 0x80 })
        let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).dropLast()
        #expect(lines.allSatisfy { $0.last == 0x0d && !$0.dropLast().contains(0x0d) && $0.count <= 100 })
    }

    @Test func `another program reads it likewise`() async throws {
        let said = try await PythonMail.read(LetterWriting.bytes(of: try letter()))
        #expect(
            said.defects == 0 && said.subject == "Uw klacht is ontvangen – één"
                && said.from == "Klachten, afdeling café <klachten@gehoor.test>")
        #expect(said.text == (try letter().text) + "\n" && said.html == "<p>Beste Jan</p>\n")
        #expect(
            said.files == ["Kopie café.pdf"]
                && said.types == ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf"])
    }

    @Test func `a letter of a person says nothing of robots`() throws {
        var letter = try letter()
        (letter.origin, letter.html, letter.files) = (.person, nil, [])
        let mail = MailReader().read(LetterWriting.bytes(of: letter)).mail
        #expect(mail.robotSigns.isEmpty && mail.markup == nil && mail.attachments.isEmpty)
    }

    @Test(arguments: ["a\r\nBcc: x@y.nl", "a\nBcc: x@y.nl", "a\rBcc: x@y.nl", "a\0Bcc: x@y.nl", "a\u{85}Bcc: x", "\r\n\r\n<script>"])
    func `nothing adds a header line`(evil: String) throws {
        var letter = try letter()
        letter.subject = HeaderText(evil)
        letter.from = try #require(MailAddress(name: evil, "klachten@gehoor.test"))
        letter.files = [Letter.File(name: HeaderText(evil), type: evil, bytes: Data())]
        let mail = MailReader().read(LetterWriting.bytes(of: letter)).mail
        #expect(!mail.headers.contains { $0.name.lowercased() == "bcc" } && mail.text == letter.text + "\n")
        #expect(mail.headers.count == 12)
    }

    @Test(arguments: ["", "a", "a@b\r\nX: y", "a b@c", "<a@b>", "a@é.nl"])
    func `what is no message id is refused`(text: String) { #expect(MessageID(text) == nil) }

    @Test func `long words and long lines are folded, and come back whole`() throws {
        var letter = try letter()
        letter.subject = HeaderText(String(repeating: "é", count: 200))
        letter.text = String(repeating: "x", count: 5_000) + "\n" + String(repeating: "woord ", count: 1_000)
        let bytes = LetterWriting.bytes(of: letter)
        #expect(Array(bytes).split(separator: 0x0a).allSatisfy { $0.count <= 79 })
        let mail = MailReader().read(bytes).mail
        #expect(mail.subject == String(repeating: "é", count: 200) && mail.text == letter.text + "\n")
    }

    @Test(arguments: ["Jansen, \"Jan\" \\ <x@y.nl>", "=?utf-8?q?x?=", "Zoë 👩‍👩‍👧 ", "a", String(repeating: "ü", count: 100)])
    func `names and subjects come back as they were`(name: String) async throws {
        var letter = try letter()
        letter.from = try #require(MailAddress(name: name, "klachten@gehoor.test"))
        letter.subject = HeaderText(name + "  " + name)
        let bytes = LetterWriting.bytes(of: letter)
        #expect(Array(bytes).split(separator: 0x0a).allSatisfy { $0.count <= 79 })
        let mail = MailReader().read(bytes).mail
        #expect(mail.from == [letter.from] && mail.subject == letter.subject.text)
        let said = try await PythonMail.read(bytes)
        #expect(said.subject == letter.subject.text && said.defects == 0)
    }

    @Test func `a mail goes along as it came, byte for byte, or as a file where servers would not let it through`() throws {
        var letter = try letter()
        (letter.html, letter.files) = (nil, [])
        let plain = Data("From: jan@example.nl\r\nSubject: Hoi\r\n\r\nDag\r\n.\r\nFrom\r\n".utf8)
        letter.original = plain
        let written = LetterWriting.bytes(of: letter)
        let mail = MailReader().read(written).mail
        #expect(written.range(of: plain) != nil)
        #expect(mail.nested.map(\.subject) == ["Hoi"] && mail.attachments.map(\.name) == ["e-mail.eml"])
        #expect(String(decoding: written, as: UTF8.self).contains("Content-Type: message/rfc822"))
        for odd in [String(repeating: "x", count: 999), "a\0b", "a\rb", "Caf\u{e9}"] {
            let raw = Data("From: jan@example.nl\r\n\r\n\(odd)\r\n".utf8)
            letter.original = raw
            let bytes = LetterWriting.bytes(of: letter)
            #expect(bytes.allSatisfy { $0 < 0x80 && $0 != 0 })
            #expect(!String(decoding: bytes, as: UTF8.self).contains("message/rfc822"))
            #expect(MailReader().read(bytes).contents == [raw])
        }
    }
}
