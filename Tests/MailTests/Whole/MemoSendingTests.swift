import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

/// Mails to colleagues, to servers that misbehave.
@Suite struct MemoSendingTests {
    @Test func `what may have arrived is tried as long as a letter is, ever more seldom, and then shown`() async throws {
        try await SendingHouse.withOdd { setting in
            try await setting.setUp(port: setting.server.ports[0])
            try await setting.set { $0.forwarding = ["hangup@odd.test"] }
            let (inbox, rehearsal) = (try setting.rehearsal.inbox, setting.rehearsal)
            let id = try await inbox.accept(Data("From: Jan <jan@example.nl>\r\nSubject: x\r\n\r\nTekst\r\n".utf8), from: .api)
            let now = rehearsal.now
            try await rehearsal.records.write { try $0.placeMail(id, InboxPlacing(.asked, .numbered), by: nil, at: now) }
            try await inbox.forward(id, to: "hangup@odd.test", by: SampleStaff.iris.actor)
            func state() async throws -> MemoState? { try await rehearsal.records.read { try $0.memo(forwarding: id)?.state } }
            rehearsal.clock.advance(seconds: 15)
            #expect(try await setting.sendMemos().tried == 1)
            var days = 0
            while try await state() == .waiting, days < 10 {
                days += 1
                for _ in 0..<4 {
                    rehearsal.clock.advance(seconds: 6 * 3_600 + 60)
                    _ = try await setting.sendMemos()
                }
            }
            #expect(try await state() == .refused && (4...7).contains(days), "\(days) days")
            let copies = try setting.taken().filter { $0.contains("<hangup@odd.test>") }.count
            #expect((20...40).contains(copies), "\(copies) copies")
            // It is with a person again, who must find another way.
            let mail = try await rehearsal.records.read { try $0.mail(id) }
            #expect(mail?.state == .asked && mail?.outcome == .notForwarded)
        }
    }
}
