import Foundation
import Mail
import Testing

@Suite struct HeaderTests {
    @Test func `who wrote what to whom is read`() {
        let mail = Sample.read(
            """
            From: =?iso-8859-1?q?Jan_J=E4nsen?= <Jan@Example.NL>
            To: "Klachten, afdeling" <klachten@bedrijf.nl>, groep: a@b.nl, c@d.nl;
            Cc: x@y.nl
            Reply-To: anders@example.nl
            Subject: =?utf-8?B?S2xhY2h0IG92ZXIgY2Fmw6k=?=
             en meer
            Date: Tue, 24 Nov 2026 10:00:00 +0100
            Message-ID: <a1@example.nl>
            In-Reply-To: <b2@gehoor.nl>
            References: <a0@x> <b2@gehoor.nl>

            Tekst
            """)
        #expect(mail.from.map(\.address) == ["Jan@example.nl"] && mail.from.map(\.key) == ["jan@example.nl"])
        #expect(mail.from.map(\.name) == ["Jan Jänsen"])
        #expect(mail.to.map(\.address) == ["klachten@bedrijf.nl", "a@b.nl", "c@d.nl"] && mail.cc.map(\.address) == ["x@y.nl"])
        #expect(mail.replyTo.map(\.address) == ["anders@example.nl"])
        #expect(mail.subject == "Klacht over café en meer")
        #expect(mail.date.seconds == 1_795_510_800)
        #expect(mail.messageID == "a1@example.nl" && mail.inReplyTo == ["b2@gehoor.nl"] && mail.references == ["a0@x", "b2@gehoor.nl"])
        #expect(mail.text == "Tekst" && mail.remarks == [] && mail.robotSigns.isEmpty)
    }

    @Test func `an answer address that is the sender's own says nothing`() {
        #expect(Sample.read("From: Jan <jan@example.nl>\nReply-To: JAN@example.NL\n\nx").replyTo == [])
    }

    @Test func `nothing at all is a mail too`() {
        for text in ["", "\n", "Hallo", "Hallo\nik ben boos\n", "\0\0\0", ":::\n"] {
            let mail = Sample.read(text)
            #expect(mail.remarks.contains(.noFrom) && mail.remarks.contains(.noDate))
        }
        #expect(Sample.read("Hallo\nik ben boos\n").text == "Hallo\nik ben boos\n")
    }

    @Test func `a header line can't be smuggled in by encoded words`() {
        let mail = Sample.read(head: "Subject: =?utf-8?q?a=0D=0ABcc:_x=40y.nl?=\nX-Name: =?utf-8?q?a=00b=1B[31m?=")
        #expect(mail.subject == "a Bcc: x@y.nl")
        #expect(mail.headers.allSatisfy { !$0.value.utf8.contains { $0 < 0x20 } })
    }

    @Test func `signs that turn the direction of text are left out`() {
        #expect(Sample.read(head: "Subject: a\u{202e}fdp.exe\u{200b}").subject == "afdp.exe")
    }

    @Test(arguments: [("1 Jan 1970 00:00:00 +0000", Int64(0)), ("Thu, 01 Jan 2099 00:00:00 +0000", 4_070_908_800)])
    func `a date that can't be true is said, and not gone by`(said: String, seconds: Int64) {
        let mail = Sample.read(head: "Date: \(said)")
        #expect(mail.date.seconds == seconds && mail.date.sane(receivedAt: 1_795_510_800) == 1_795_510_800)
    }

    @Test func `a date that can be true is gone by`() {
        let mail = Sample.read(head: "Date: Tue, 24 Nov 2026 10:00:00 +0100")
        #expect(mail.date.sane(receivedAt: 1_795_510_800 + 7_200) == 1_795_510_800)
    }

    @Test(arguments: ["gisteren", "", "99 Foo 2026", "Tue, 24 Nov 99999999999 10:00"])
    func `what is no date is none`(said: String) {
        #expect(Sample.read(head: "Date: \(said)").date.sane(receivedAt: 5) == 5)
    }

    @Test func `a million recipients are a few hundred`() {
        let many = (0..<50_000).map { "a\($0)@example.nl" }
        let mail = Sample.read(head: "To: " + many.joined(separator: ",\n ") + "\n" + many.map { "Cc: \($0)" }.joined(separator: "\n"))
        #expect(mail.to.count <= 200 && mail.cc.count <= 200)
        #expect(mail.remarks.contains(.tooManyAddresses) && mail.remarks.contains(.headerTooLong) && mail.remarks.contains(.tooManyHeaders))
    }

    @Test func `a subject of ten thousand signs is a thousand`() {
        #expect(Sample.read(head: "Subject: " + String(repeating: "a", count: 10_000)).subject.count == 1_000)
    }

    @Test func `several senders are remarked`() {
        #expect(Sample.read("From: a@b.nl, c@d.nl\n\nx").remarks.contains(.severalFrom))
        #expect(Sample.read("From: a@b.nl\nFrom: c@d.nl\n\nx").from.count == 2)
    }

    @Test(arguments: ["undisclosed-recipients:;", "<>", "\"@\"", "a@", "@b", "Jan Jansen", "a b@c.nl <", "x@y.nl\u{0}z@q.nl,,;;"])
    func `what is no address does no harm`(value: String) {
        let mail = Sample.read("From: \(value)\n\nx")
        #expect(mail.from.allSatisfy { $0.envelope != nil })
    }

    @Test func `the line that pipes put in front is skipped`() {
        #expect(Sample.read("From jan@example.nl Tue Nov 24 10:00:00 2026\nFrom: jan@example.nl\n\nx").from.count == 1)
    }
}
