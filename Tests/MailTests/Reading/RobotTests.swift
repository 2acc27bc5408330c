import Mail
import Testing

@Suite struct RobotTests {
    @Test(arguments: [
        ("Auto-Submitted: auto-replied", RobotSign.autoSubmitted), ("Auto-Submitted: auto-generated (rejected)", .autoSubmitted),
        ("Precedence: bulk", .precedence), ("Precedence: list", .precedence), ("Precedence: auto_reply", .precedence),
        ("List-Id: <lijst.example.nl>", .list), ("List-Unsubscribe: <mailto:x@y.nl>", .list),
        ("X-Auto-Response-Suppress: OOF", .suppressed),
        ("Return-Path: <>", .nullSender), ("X-Autoreply: yes", .autoReply), ("X-Autorespond: ja", .autoReply),
        ("Subject: Automatisch antwoord: Uw klacht", .outOfOffice), ("Subject: Out of Office Re: klacht", .outOfOffice),
        ("Subject: Afwezig tot maandag", .outOfOffice), ("Subject: Automatic reply: Uw klacht", .outOfOffice),
    ])
    func `a robot is known by its sign`(line: String, sign: RobotSign) {
        let mail = Sample.read(head: line)
        #expect(mail.robotSigns == [sign])
    }

    @Test(arguments: ["MAILER-DAEMON@example.nl", "postmaster@example.nl", "no-reply@example.nl", "niet.beantwoorden@example.nl"])
    func `a robot is known by its address`(address: String) {
        #expect(!Sample.read("From: \(address)\n\nx").robotSigns.isEmpty)
    }

    @Test(arguments: [
        "Auto-Submitted: no", "Precedence: first-class", "X-Auto-Response-Suppress: None", "Subject: Auto kapot", "Subject: Klacht",
    ])
    func `a person is no robot`(line: String) { #expect(Sample.read(head: line).robotSigns.isEmpty) }

    @Test func `a delivery report tells which letter bounced, and why`() throws {
        let mail = Sample.read(
            Sample.parts(
                "report; report-type=delivery-status",
                [
                    "Content-Type: text/plain\n\nHet bericht kwam niet aan.",
                    """
                    Content-Type: message/delivery-status

                    Reporting-MTA: dns; mx.example.nl

                    Final-Recipient: rfc822; Jan@Example.NL
                    Action: failed
                    Status: 5.1.1 (onbekend)
                    Diagnostic-Code: smtp; 550 5.1.1 User unknown
                    """,
                    "Content-Type: message/rfc822\n\nFrom: klachten@gehoor.nl\nMessage-ID: <brief-7@gehoor.nl>\nSubject: Uw klacht\n\nBeste Jan",
                ]))
        let report = try #require(mail.deliveryReport)
        #expect(report.originalMessageID == "brief-7@gehoor.nl")
        let recipient = try #require(report.recipients.first)
        #expect(report.recipients.count == 1 && recipient.address == "Jan@example.nl" && recipient.action == "failed")
        #expect(recipient.status == "5.1.1" && recipient.reason == "550 5.1.1 User unknown" && recipient.isFinal)
        #expect(!mail.robotSigns.isEmpty && mail.text == "Het bericht kwam niet aan.\n" || mail.text == "Het bericht kwam niet aan.")
    }

    @Test func `a report with only headers of the letter, about a delay`() throws {
        let mail = Sample.read(
            Sample.parts(
                "report; report-type=delivery-status",
                [
                    "Content-Type: message/delivery-status\n\nReporting-MTA: x\n\nOriginal-Recipient: rfc822;a@b.nl\nAction: delayed\nStatus: 4.4.1",
                    "Content-Type: text/rfc822-headers\n\nMessage-ID: <brief-8@gehoor.nl>",
                ]))
        let report = try #require(mail.deliveryReport)
        #expect(report.originalMessageID == "brief-8@gehoor.nl" && report.recipients.first?.isFinal == false)
    }

    /// As OpenSMTPD writes them.
    private func mixed(_ head: String, inside: Bool = false) -> ReadMail {
        let parts = Sample.parts(
            "mixed",
            [
                "Content-Type: text/plain\n\nHi! This is the MAILER-DAEMON.",
                """
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.nl

                Final-Recipient: rfc822; jan@example.nl
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 User unknown
                """, "Content-Type: text/rfc822-headers\n\nMessage-ID: <brief-9@gehoor.nl>",
            ])
        return Sample.read("\(head)\n\(inside ? Sample.parts("mixed", [parts.replacing("grens", with: "binnen")]) : parts)")
    }

    @Test(arguments: ["Return-Path: <>", "From: Mailer Daemon <MAILER-DAEMON@mx.example.nl>", "Auto-Submitted: auto-replied"])
    func `a server's report without multipart-report around it is one`(head: String) throws {
        let mail = mixed(head)
        let report = try #require(mail.deliveryReport)
        #expect(report.originalMessageID == "brief-9@gehoor.nl" && mail.robotSigns.contains(.report))
        #expect(report.recipients.map(\.reason) == ["550 5.1.1 User unknown"] && report.recipients.first?.isFinal == true)
    }

    @Test func `the same in a person's mail is a file, and so it is inside another part`() {
        let mail = mixed("From: jan@example.nl")
        #expect(mail.deliveryReport == nil && !mail.robotSigns.contains(.report) && mail.attachments.count == 2)
        #expect(mixed("Return-Path: <>", inside: true).deliveryReport == nil)
    }

    @Test func `findings are believed of the trusted server only, and of its first line only`() {
        let forged = "Authentication-Results: mx.example.nl; dmarc=pass\n"
        let real = "Authentication-Results: mx.example.nl; dmarc=fail (p=reject; dmarc=pass) header.from=x; spf=\"pass\"; dkim=none\n"
        let mail = Sample.read(
            "Authentication-Results: evil.nl; dmarc=pass\n\(real)\(forged)From: a@b.nl\n\nx", trusting: ["MX.example.nl"])
        #expect(mail.authentication?.dmarc == .fail && mail.authentication?.dkim == AuthenticationResult.Verdict.none)
        #expect(Sample.read("\(forged)From: a@b.nl\n\nx").authentication == nil)
        #expect(Sample.read("\(forged)From: a@b.nl\n\nx", trusting: ["mx.example.nl"]).authentication?.dmarc == .pass)
    }
}
