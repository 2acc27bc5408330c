import Casework
import Complaints
import Foundation
import Mail
import Records
import Rehearsal
import Testing

/// What ill will and bad programs send, each kind all the way into the house.
@Suite struct BadMailTests {
    /// A mail with one file.
    private func mail(with file: Data, _ type: String, called name: String, text: String = "Zie de bijlage.") -> String {
        """
        From: Jan Jansen <jan@example.nl>
        To: klachten@bedrijf.test
        Subject: Bijlage
        Message-ID: <\(UUID().uuidString)@example.nl>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=grens

        --grens
        Content-Type: text/plain; charset=utf-8

        \(text)
        --grens
        Content-Type: \(type)
        Content-Disposition: attachment; filename="\(name)"
        Content-Transfer-Encoding: base64

        \(file.base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed]))
        --grens--
        """
    }

    private func document(_ postbox: Postbox, _ text: String) async throws -> Document {
        let mail = try await postbox.bring(text)
        #expect(mail.outcome == .registered)
        return try #require(try await postbox.complaint(of: mail).documents.first)
    }

    @Test func `a file of fifty megabytes comes whole`() async throws {
        try await Postbox.open { postbox in
            let file = Data(count: 50 << 20)
            // In bytes from the start: a text of this size takes its time.
            let (head, end) = ("From: jan@example.nl\r\nSubject: x\r\nContent-Type: application/octet-stream; name=groot.bin\r\n", "\r\n")
            let body = file.base64EncodedData(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
            let whole = Data((head + "Content-Transfer-Encoding: base64\r\n\r\n").utf8) + body + Data(end.utf8)
            let id = try await postbox.inbox.accept(whole, from: .pipe)
            try await postbox.read(by: postbox.worker)
            let document = try #require(try await postbox.complaint(of: postbox.mail(id)).documents.first)
            #expect(document.size == file.count)
            #expect(try postbox.rehearsal.blobs.bytes(of: document.digest) == file)
        }
    }

    @Test(arguments: [
        "application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nTUlJQg==",
        "multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n\nhQEMA1\n-----END PGP MESSAGE-----\n--b--",
        "text/plain\n\n-----BEGIN PGP MESSAGE-----\n\nhQEMA1\n-----END PGP MESSAGE-----",
    ])
    func `what is encrypted waits for a person, and nobody is promised an answer`(content: String) async throws {
        try await Postbox.open { postbox in
            let mail = try await postbox.bring("From: Jan <jan@example.nl>\nSubject: Klacht\nMIME-Version: 1.0\nContent-Type: \(content)\n")
            #expect(mail.state == .asked && mail.outcome == .encrypted && mail.complaint == nil)
            #expect(try await postbox.rehearsal.records.read { try $0.register(after: nil, limit: 9) }.isEmpty)
        }
    }

    @Test func `a zip bomb is kept as it is, and never unpacked`() async throws {
        try await Postbox.open { postbox in
            let folder = postbox.rehearsal.folder
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/python3")
            process.arguments = [
                "-c",
                "import zipfile, sys\nwith zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('bom', bytes(1 << 28))",
                folder + "/bom.zip",
            ]
            try process.run()
            process.waitUntilExit()
            let bomb = try Data(contentsOf: URL(filePath: folder + "/bom.zip"))
            #expect(bomb.count < 1 << 20)
            let kept = try await document(postbox, mail(with: bomb, "application/zip", called: "bom.zip"))
            #expect(kept.size == bomb.count)
            #expect(try postbox.rehearsal.blobs.bytes(of: kept.digest) == bomb)
        }
    }

    @Test(arguments: [
        ("image/svg+xml", "plaatje.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
        ("text/html", "pagina.html", "<script>alert(1)</script>"), ("image/png", "../../foto.png", "<html>geen plaatje"),
        ("application/pdf", "a\u{202e}fdp.exe", "MZ"),
    ])
    func `files that would run or lie are files with safe names, and none of the text`(type: String, name: String, content: String)
        async throws
    {
        try await Postbox.open { postbox in
            let came = try await postbox.bring(mail(with: Data(content.utf8), type, called: name))
            let complaint = try await postbox.complaint(of: came)
            let kept = try #require(complaint.documents.first)
            #expect(try postbox.rehearsal.blobs.bytes(of: kept.digest) == Data(content.utf8))
            let shown = kept.name.text ?? ""
            #expect(!shown.contains("/") && !shown.contains("\u{202e}") && !shown.isEmpty)
            #expect(complaint.story.text == "Bijlage\n\nZie de bijlage.")
        }
    }

    @Test func `UTF-7 is text, whatever it spells`() async throws {
        try await Postbox.open { postbox in
            let text = plainMail(text: "+ADw-script+AD4-alert(1)+ADw-/script+AD4-").replacing("charset=utf-8", with: "charset=utf-7")
            let came = try await postbox.bring(text)
            let read = try await postbox.rehearsal.records.read { try $0.readMail(came.id) }
            #expect(read?.markup == nil && read?.text.contains("<script>alert(1)</script>") == true)
        }
    }

    @Test func `base64 that is cut off gives what there is`() async throws {
        try await Postbox.open { postbox in
            let whole = mail(with: Data((0..<3_000).map { UInt8(truncatingIfNeeded: $0) }), "image/jpeg", called: "foto.jpg")
            let end = try #require(whole.range(of: "base64\n\n")?.upperBound)
            let cut = String(whole[..<whole.index(end, offsetBy: 1_001)])
            let came = try await postbox.bring(cut)
            #expect(came.outcome == .registered)
            #expect(try await postbox.complaint(of: came).documents.first.map { $0.size > 600 && $0.size < 800 } == true)
        }
    }

    @Test func `answers go to who wrote, not to where a mail asks for them`() async throws {
        try await Postbox.open { postbox in
            let came = try await postbox.bring(plainMail(head: "Reply-To: ander@elders.test\nCc: derde@elders.test"))
            let complaint = try await postbox.complaint(of: came)
            #expect(complaint.customer?.email?.text == "jan@example.nl")
            #expect(try await postbox.letters(of: complaint).map(\.content.address) == ["jan@example.nl"])
        }
    }

    @Test func `headers that are smuggled into a subject stay in it`() async throws {
        try await Postbox.open { postbox in
            let subject = "=?utf-8?q?Klacht=0D=0ABcc:_slachtoffer@elders.test=0D=0A=0D=0AHallo?="
            let complaint = try await postbox.complaint(of: postbox.bring(plainMail(subject: subject)))
            let letter = try #require(try await postbox.letters(of: complaint).first)
            // The acknowledgement quotes nothing that the sender wrote.
            #expect(!letter.content.subject.contains("slachtoffer") && !letter.content.body.contains("slachtoffer"))
            #expect(!letter.content.subject.utf8.contains(0x0d) && !letter.content.subject.utf8.contains(0x0a))
        }
    }

    @Test func `mails without a date, with a subject of ten thousand signs, and to a million people are complaints like any other`()
        async throws
    {
        try await Postbox.open { postbox in
            let undated = plainMail().replacing("Date: Tue, 24 Nov 2026 09:00:00 +0100\n", with: "")
            let long = plainMail(from: "piet@example.nl", subject: String(repeating: "lang ", count: 2_000))
            let crowded = plainMail(from: "kees@example.nl", head: "Cc: " + String(repeating: "a@b.nl, ", count: 1_000_000) + "c@d.nl")
            for mail in [undated, long, crowded] {
                let complaint = try await postbox.complaint(of: postbox.bring(mail))
                #expect(complaint.receivedAt == postbox.rehearsal.now && complaint.representative == nil)
                #expect(try await postbox.letters(of: complaint).map(\.content.address) == [complaint.customer?.email?.text])
            }
        }
    }

    @Test func `dates of 1970 and 2099 move no promise`() async throws {
        try await Postbox.open { postbox in
            for date in ["Thu, 01 Jan 1970 00:00:00 +0000", "Thu, 01 Jan 2099 00:00:00 +0000"] {
                let came = try await postbox.bring(plainMail(text: date).replacing("Tue, 24 Nov 2026 09:00:00 +0100", with: date))
                #expect(try await postbox.complaint(of: came).receivedAt == postbox.rehearsal.now)
            }
        }
    }

    @Test func `a hundred mails from a loop are kept, five are complaints, and one is acknowledged now`() async throws {
        try await Postbox.open { postbox in
            let inbox = postbox.inbox
            try await withThrowingTaskGroup { group in
                for number in 0..<100 {
                    group.addTask { _ = try await inbox.accept(Data(plainMail(text: "Melding \(number)").utf8), from: .pipe) }
                }
                try await group.waitForAll()
            }
            try await postbox.read(by: postbox.worker)
            let visibility = Visibility(SampleStaff.mara.actor)
            let (asked, complaints) = try await postbox.rehearsal.records.read {
                (try $0.mails(.asked, for: visibility, limit: 200), try $0.houseContents().complaints)
            }
            #expect(asked.count == 95 && asked.allSatisfy { $0.outcome == .crowd } && complaints == 5)
            let now = postbox.rehearsal.now
            let ready = try await postbox.rehearsal.records.read { try $0.lettersDue(limit: 100, since: Instant(milliseconds: 0), at: now) }
            #expect(ready.count == 1)
        }
    }
}
