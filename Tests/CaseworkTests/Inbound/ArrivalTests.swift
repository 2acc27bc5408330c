import Complaints
import Foundation
import Mail
import Records
import Rehearsal
import Testing

@testable import Casework

/// "Mail counts from when our server got it."
@Suite struct ArrivalTests {
    private static let ours =
        "Received: from mail.example.nl (mail.example.nl [192.0.2.1])\n\tby mx.bedrijf.test (Postfix) with ESMTPS id 1;"
    private static let theirs = "Received: from a by mx.example.nl with ESMTP;"

    /// A line that says so many seconds before the rehearsal's now.
    private func line(_ beginning: String, _ seconds: Int, before now: Instant) -> String {
        let format = DateFormatter()
        (format.locale, format.timeZone) = (Locale(identifier: "en_US_POSIX"), TimeZone(secondsFromGMT: 3_600))
        format.dateFormat = "EEE, d MMM yyyy HH:mm:ss Z"
        return beginning + " " + format.string(from: Date(timeIntervalSince1970: Double(now.milliseconds / 1000 - Int64(seconds))))
            + " (CET)"
    }

    @Test func `a complaint by the pipe counts from when our own server got it, within five days`() async throws {
        let cases: [(servers: [String], lines: [(String, Int)], seconds: Int)] = [
            ([], [], 0), ([], [(Self.ours, 7_200)], 7_200), ([], [(Self.ours, 60), (Self.theirs, 86_400)], 60),
            // The line of a server that is not ours says nothing, whatever stands above or below it.
            (["mx.bedrijf.test"], [(Self.theirs, 7_200)], 0),
            (["mx.bedrijf.test"], [(Self.theirs, 10), (Self.ours, 7_200), (Self.ours, 9_000)], 7_200),
            // Not yet, and too long ago.
            ([], [(Self.ours, -3_600)], 0), ([], [(Self.ours, 5 * 86_400)], 5 * 86_400), ([], [(Self.ours, 5 * 86_400 + 1)], 0),
        ]
        for (servers, lines, seconds) in cases {
            try await Postbox.open(trusting: servers) { postbox in
                let now = postbox.rehearsal.now
                let head = lines.map { line($0.0, $0.1, before: now) }.joined(separator: "\n")
                let mail = try await postbox.bring(head + (head.isEmpty ? "" : "\n") + plainMail())
                let came = Instant(milliseconds: now.milliseconds / 1000 * 1000).adding(seconds: -seconds)
                let complaint = try await postbox.complaint(of: mail)
                #expect(seconds == 0 ? complaint.receivedAt == now : complaint.receivedAt == came, "\(servers) \(lines)")
                #expect(mail.receivedAt == complaint.receivedAt)
            }
        }
    }

    @Test(
        arguments: [
            (
                "from a by MX.Bedrijf.test. (x; by y) with ESMTP id 1; Fri, 27 Nov 2026 10:15:00 -0500 (EST)", "mx.bedrijf.test",
                1_795_792_500
            ),
            ("by b; 27 Nov 2026 15:15:00 GMT", "b", 1_795_792_500), ("from a", nil, nil), ("by b; gisteren", "b", nil), ("", nil, nil),
            ("by", nil, nil),
            (";;;", nil, nil),
        ] as [(String, String?, Int64?)])
    func `a line is read by the byte`(line: String, server: String?, seconds: Int64?) {
        let read = ReceivedLine(line)
        #expect(read.server == server && read.seconds == seconds)
    }

    @Test func `what can't be taken in as it is stands beside the file that it belongs to`() async throws {
        try await Postbox.open { postbox in
            let complaint = try await postbox.complaint(of: postbox.bring(plainMail()))
            let letter = try #require(try await postbox.letters(of: complaint).first)
            let bytes = Data(postbox.answer(to: letter).replacing("\n", with: "\r\n").utf8)
            let id = try await postbox.inbox.accept(bytes, from: .pipe)
            let placing = MailPlacing(
                mail: try await postbox.mail(id), read: MailReader().read(bytes).mail, files: [], fingerprint: "x",
                references: postbox.inbox.references, house: CurrentHouse(), now: postbox.rehearsal.now)
            #expect(try await postbox.rehearsal.records.write { try placing.ask(in: $0) })
            let mail = try await postbox.mail(id)
            #expect(mail.outcome == .unfit && mail.complaint == complaint.id)
        }
    }
}
