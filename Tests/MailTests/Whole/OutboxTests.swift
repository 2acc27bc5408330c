import Casework
import Complaints
import Dialling
import Foundation
import Logging
import Mail
import Records
import Rehearsal
import Testing

/// Letters of a real house to servers that misbehave, and to a real one.
@Suite struct OutboxTests {
    private typealias Setting = SendingHouse

    private func withOdd(_ work: (Setting) async throws -> Void) async throws { try await Setting.withOdd(work) }

    @Test func `a letter leaves with its link, its reference and its way back, once`() async throws {
        try await withOdd { setting in
            try await setting.setUp(port: setting.server.ports[0])
            let complaint = try await setting.register("jan@odd.test")
            #expect(try await setting.send() == LetterSender.Round(tried: 1, accepted: 1))
            let (letter, delivery) = try await setting.letter(of: complaint)
            #expect(letter.state == .sent && delivery?.state == .accepted && delivery?.words?.contains("Bewaard") == true)
            #expect(try await setting.send().tried == 0)
            let text = try #require(try setting.taken().first)
            let bytes = Data(text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)[1].utf8)
            let mail = MailReader().read(bytes).mail
            let references = try setting.rehearsal.inbox.references
            #expect(mail.messageID == "\(references.text(.message, of: letter))@gehoor.test" && mail.subject == letter.content.subject)
            #expect(mail.replyTo.map(\.address) == ["klachten+\(references.text(.answer, of: letter))@gehoor.test"])
            #expect(mail.robotSigns.contains(.autoSubmitted) && mail.markup != nil)
            let start = try #require(mail.text.range(of: "https://klachten.test/volgen/"))
            let secret = try #require(Secret(parsing: mail.text[start.upperBound...].prefix { !$0.isWhitespace }))
            let now = setting.rehearsal.now
            let linked = try await setting.rehearsal.records.read { try $0.complaint(followLink: secret.digest, at: now) }
            #expect(linked == complaint)
        }
    }

    @Test func `later, never, in doubt and not at all are told apart, and tried again as they should`() async throws {
        try await withOdd { setting in
            try await setting.setUp(port: setting.server.ports[0])
            var complaints: [String: ComplaintID] = [:]
            for name in ["later", "never", "hangup", "jan"] { complaints[name] = try await setting.register("\(name)@odd.test") }
            #expect(try await setting.send() == LetterSender.Round(tried: 4, accepted: 1))
            var states: [String: DeliveryState?] = [:]
            for (name, id) in complaints { states[name] = try await setting.letter(of: id).1?.state }
            #expect(states == ["later": .later, "never": .refused, "hangup": .doubt, "jan": .accepted])
            #expect(try await setting.send().tried == 0)
            setting.rehearsal.clock.advance(seconds: 61)
            #expect(try await setting.send().tried == 2)
            // What may have arrived arrives again under the same name.
            let names = try setting.taken().filter { $0.contains("To: \"Anna de Vries\" <hangup@odd.test>") }.map { text in
                text.split(separator: "\n").first { $0.hasPrefix("Message-I") }
            }
            #expect(names.count == 2 && names[0] == names[1])
            // It is tried for as long as one that is to come later, ever more seldom, and then shown.
            let hangup = try #require(complaints["hangup"])
            // One that names no day: others are not sent any more once theirs has passed.
            let (letter, _) = try await setting.letter(of: hangup)
            try await setting.rehearsal.records.write { try $0.rewrite(letter.id, as: letter.content, trueUntil: nil) }
            var days = 0
            while try await setting.letter(of: hangup).1?.state == .doubt, days < 10 {
                days += 1
                for _ in 0..<4 {
                    setting.rehearsal.clock.advance(seconds: 6 * 3_600 + 60)
                    try await setting.send()
                }
            }
            #expect(try await setting.letter(of: hangup).1?.state == .refused && (4...7).contains(days), "\(days) days")
            let copies = try setting.taken().filter { $0.contains("<hangup@odd.test>") }.count
            #expect((20...40).contains(copies), "\(copies) copies")
        }
    }

    @Test func `a server that is away costs no letter a try, and all leave when it is back`() async throws {
        try await withOdd { setting in
            try await setting.setUp(port: setting.server.ports[0])
            var complaints: [ComplaintID] = []
            for number in 0..<30 { complaints.append(try await setting.register("jan\(number)@odd.test")) }
            try setting.server.write("", to: "down")
            for _ in 0..<3 { #expect(try await setting.send() == LetterSender.Round(tried: 1, isServerInTrouble: true)) }
            #expect(setting.trouble?.contains("Even weg") == true)
            try FileManager.default.removeItem(atPath: setting.server.folder + "/down")
            #expect(try await setting.send().accepted + setting.send().accepted == 30)
            #expect(try setting.taken().count == 30)
            #expect(setting.trouble == nil)
        }
    }

    @Test func `a mail to a colleague that leaves tells that the server is well again, as a letter does`() async throws {
        try await withOdd { setting in
            try await setting.setUp(port: setting.server.ports[0])
            let now = setting.rehearsal.now
            try await setting.rehearsal.records.write { tx in
                var hassan = try #require(try tx.snapshot.staffMember(SampleStaff.hassan.id))
                hassan.email = try EmailAddress(parsing: "hassan@odd.test")
                try tx.update(hassan, at: now)
            }
            let complaint = try await setting.rehearsal.register()
            try await setting.rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            setting.rehearsal.clock.advance(seconds: 16)
            try setting.server.write("", to: "down")
            #expect(try await setting.sendMemos() == LetterSender.Round(tried: 1, isServerInTrouble: true))
            #expect(setting.trouble?.contains("Even weg") == true)
            try FileManager.default.removeItem(atPath: setting.server.folder + "/down")
            #expect(try await setting.sendMemos() == LetterSender.Round(tried: 1, accepted: 1))
            let state = try #require(setting.health.state(of: MailHealth.sending))
            #expect(state.fault == nil)
        }
    }

    @Test func `what was taken up by somebody who ended before its turn came has not been tried`() async throws {
        try await withOdd { setting in
            try await setting.setUp(port: setting.server.ports[0])
            let complaint = try await setting.register("hangup@odd.test")
            let now = setting.rehearsal.now
            for _ in 0..<5 {
                let taken = try await setting.rehearsal.records.write { tx in
                    let due = try tx.claimLetters(limit: 20, since: Instant(milliseconds: 0), at: now, until: now.adding(seconds: 600))
                    try tx.resumeDeliveries(at: now)
                    return due.map(\.tries)
                }
                #expect(taken == [1])
            }
            // In doubt for the first time: it goes once more.
            try await setting.send()
            let delivery = try await setting.letter(of: complaint).1
            #expect(delivery?.state == .doubt && delivery?.tries == 1)
            setting.rehearsal.clock.advance(seconds: 61)
            try await setting.send()
            #expect(try await setting.letter(of: complaint).1?.tries == 2)
        }
    }

    @Test func `what can't be written down of one letter does not keep the others waiting`() async throws {
        try await withOdd { setting in
            try await setting.setUp(port: setting.server.ports[0])
            for number in 0..<3 { _ = try await setting.register("jan\(number)@odd.test") }
            try await setting.rehearsal.records.write { tx in
                _ = try tx.execute("CREATE UNIQUE INDEX one_accepted ON letter_delivery (state) WHERE state = 'accepted'")
            }
            await #expect(throws: DatabaseFault.self) { try await setting.send() }
            try await setting.rehearsal.records.write { tx in _ = try tx.execute("DROP INDEX one_accepted") }
            #expect(try await setting.send() == LetterSender.Round(tried: 1, accepted: 1))
            // The second may have left: it is sent again when its turn is over.
            setting.rehearsal.clock.advance(seconds: 600)
            #expect(try await setting.send() == LetterSender.Round(tried: 1, accepted: 1))
            #expect(try setting.taken().count == 4)
        }
    }

    @Test func `what waited before waits for a person, held letters for their time, and untrue ones for ever`() async throws {
        try await withOdd { setting in
            let before = try await setting.register("voor@odd.test")
            setting.rehearsal.clock.advance(seconds: 60)
            try await setting.setUp(port: setting.server.ports[0])
            #expect(try await setting.send().tried == 0)
            let id = try await setting.letter(of: before).0.id
            let iris = SampleStaff.iris.actor
            try await setting.rehearsal.office.decide(.send, about: [id], by: SampleStaff.dirk.actor)
            #expect(try await setting.send().tried == 0)
            try await setting.rehearsal.office.decide(.send, about: [id], by: iris)
            #expect(try await setting.send().accepted == 1)
            // What can be undone waits a quarter of a minute, and never leaves when it is.
            let complaint = try await setting.rehearsal.register { $0.customer.email = "houd@odd.test" }
            try await setting.rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
            #expect(try await setting.send().tried == 1)
            try await setting.rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.mara)
            setting.rehearsal.clock.advance(seconds: 16)
            #expect(try await setting.send().tried == 0)
            // The day that it promises has passed before the server was back.
            let late = try await setting.register("laat@odd.test")
            setting.rehearsal.clock.advance(days: 30)
            #expect(try await setting.send().tried == 0)
            let letter = try await setting.letter(of: late).0
            try await setting.rehearsal.office.decide(.send, about: [letter.id], by: iris)
            #expect(try await setting.send().tried == 0)
            try await setting.rehearsal.office.decide(.drop, about: [letter.id], by: iris)
            #expect(try await setting.letter(of: late).0.state == .dropped)
        }
    }

    @Test func `a house of invented complaints, and addresses that are nobody's, get nothing sent`() async throws {
        try await withOdd { setting in
            try await setting.setUp(port: setting.server.ports[0])
            let complaint = try await setting.register("jan@voorbeeld.invalid")
            try await setting.send()
            #expect(try await setting.letter(of: complaint).1?.state == .refused)
            _ = try await setting.register("jan@odd.test")
            let now = setting.rehearsal.now
            _ = try await setting.rehearsal.records.write { try $0.set(.sample, to: "{}", after: 0, by: .system, at: now) }
            #expect(try await setting.send().tried == 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: setting.server.folder + "/letters").isEmpty)
        }
    }

    @Test func `two that send at once send each letter once`() async throws {
        try await withOdd { setting in
            try await setting.setUp(port: setting.server.ports[0])
            for number in 0..<30 { _ = try await setting.register("jan\(number)@odd.test") }
            try await withThrowingTaskGroup { group in
                for _ in 0..<4 { group.addTask { try await setting.send() } }
                try await group.waitForAll()
            }
            #expect(try setting.taken().count == 30)
        }
    }

    @Test func `a mail goes on as it came, and comes back to a person when a server will never take it`() async throws {
        try await withOdd { setting in
            try await setting.setUp(port: setting.server.ports[0])
            try await setting.set { $0.forwarding = ["support@odd.test", "never@odd.test"] }
            let raw = Data("From: Jan <jan@example.nl>\r\nSubject: Caf\u{e9}\r\n\r\nWaar is de caf\u{e9}?\r\n.\r\nFrom hier\r\n".utf8)
            let (inbox, now) = (try setting.rehearsal.inbox, setting.rehearsal.now)
            for address in ["support@odd.test", "never@odd.test"] {
                let id = try await inbox.accept(raw, from: .api)
                try await setting.rehearsal.records.write { try $0.placeMail(id, InboxPlacing(.asked, .numbered), by: nil, at: now) }
                try await inbox.forward(id, to: address, by: SampleStaff.iris.actor)
                #expect(try await setting.sendMemos().tried == 0)
                setting.rehearsal.clock.advance(seconds: 15)
                #expect(try await setting.sendMemos().tried == 1)
                let after = try await setting.rehearsal.records.read { try $0.mail(id) }
                #expect(after?.outcome == (address == "support@odd.test" ? .forwarded : .notForwarded))
                #expect(after?.state == (address == "support@odd.test" ? .closed : .asked))
            }
            let text = try #require(try setting.taken().first)
            let bytes = Data(text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)[1].utf8)
            let (mail, contents) = MailReader().read(bytes)
            #expect(contents == [raw] && mail.robotSigns.isEmpty)
            #expect(mail.replyTo.map(\.address) == [SampleStaff.iris.email.text])
        }
    }
}
