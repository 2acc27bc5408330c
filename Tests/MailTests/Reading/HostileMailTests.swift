import Foundation
import Mail
import Testing

/// Mails that were damaged at random: a short run of what `Tests/Durability/mails.py` does at length.
@Suite struct HostileMailTests {
    private static let seeds: [[UInt8]] = [
        Sample.parts(
            "mixed",
            [
                "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; format=flowed\n\nHallo \ndaar\n> oud\n-- \nJan\n"
                    + "--b\nContent-Type: text/html; charset=iso-8859-1\n\n<p>H<b>a</b>llo<img src=cid:a><table><tr><td>x</table>\n--b--",
                Sample.file("image/png", name: "foto.png", Sample.png, more: "Content-ID: <a>\n"),
                "Content-Type: message/rfc822\n\nFrom: x@y.nl\nSubject: =?utf-8?q?caf=C3=A9?=\n\nBinnen",
            ]),
        Sample.parts(
            "report; report-type=delivery-status",
            ["Content-Type: message/delivery-status\n\nReporting-MTA: x\n\nFinal-Recipient: rfc822; a@b.nl\nStatus: 5.1.1\nAction: failed"]),
        "From: =?gb2312?b?xOM=?= <a@b.nl>\nTo: groep: a@b.nl, \"c, d\" <c@d.nl>;\nReferences: <a@b> <c@d>\n"
            + "Authentication-Results: mx; dmarc=pass (a(b)c); spf=fail\nContent-Type: text/plain; charset=utf-16\n\n\u{0}a\u{0}b",
    ].map { Array($0.utf8) }

    @Test func `two thousand damaged mails are read, and nothing of their text is lost by folding`() {
        var dice = Dice(state: 20_261_124)
        let reader = MailReader(trusting: ["mx"])
        for round in 0..<2_000 {
            let bytes = Self.damaged(Self.seeds[round % Self.seeds.count], &dice)
            let (mail, contents) = reader.read(Data(bytes))
            #expect(contents.count == mail.attachments.count)
            #expect(mail.subject.utf8.allSatisfy { $0 >= 0x20 } && mail.from.allSatisfy { $0.envelope != nil })
            #expect(mail.attachments.allSatisfy { !$0.name.isEmpty && !$0.name.utf8.contains(UInt8(ascii: "/")) })
        }
    }

    private static func damaged(_ seed: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = seed
        for _ in 0...dice.next(12) where !bytes.isEmpty {
            let place = dice.next(bytes.count)
            switch dice.next(5) {
            case 0: bytes[place] = UInt8(dice.next(256))
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + dice.next(60)))
            case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 1 + dice.next(200))], at: dice.next(bytes.count))
            case 3:
                bytes.insert(contentsOf: ["\r\n", "\"", "(", "<", "=?utf-8?q?", "--", ";", "\0", "\u{202e}"][dice.next(9)].utf8, at: place)
            default: bytes = Array(bytes[..<place])
            }
        }
        return bytes
    }

    /// The same numbers in every run.
    private struct Dice {
        var state: UInt64

        mutating func next(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % sides
        }
    }
}
