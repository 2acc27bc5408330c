import Foundation
import Mail
import Testing

@Suite struct AttachmentTests {
    private func names(_ said: String...) -> [String] {
        let parts = said.map { Sample.file("application/octet-stream", name: $0, Data("x".utf8)) }
        return Sample.read(Sample.parts("mixed", ["Content-Type: text/plain\n\nx"] + parts)).attachments.map(\.name)
    }

    @Test(arguments: [
        ("factuur.pdf", "factuur.pdf"), ("../../etc/passwd", "passwd"), ("C:/Windows/x.txt", "x.txt"), (".htaccess", "htaccess"),
        ("a\u{202e}fdp.exe", "afdp.exe"), ("con.txt", "_con.txt"), ("LPT1", "_LPT1"), ("a<b>:c|d?.txt", "a_b__c_d_.txt"),
        ("naam. . .", "naam"), ("..", "bijlage-1.bin"), ("", "bijlage-1.bin"), ("/", "bijlage-1.bin"), ("cafe\u{301}.txt", "caf\u{e9}.txt"),
        ("a\tb.txt", "a b.txt"), ("\u{200b}.exe", "exe"),
    ])
    func `a name is made safe`(said: String, name: String) { #expect(names(said) == [name]) }

    @Test func `a very long name keeps its ending`() {
        let name = names(String(repeating: "é", count: 500) + ".pdf")[0]
        #expect(name.utf8.count <= 120 && name.hasSuffix("é.pdf"))
    }

    @Test func `names that are the same are told apart`() {
        #expect(names("a.pdf", "A.pdf", "a.pdf", "a (2).pdf") == ["a.pdf", "A (2).pdf", "a (3).pdf", "a (2) (2).pdf"])
    }

    @Test func `names in foreign letters are read, however they are encoded`() {
        let parts = [
            "Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''caf%C3%A9%2Epdf\n\n%PDF-1",
            "Content-Type: application/pdf; name=\"=?utf-8?q?caf=C3=A9.txt?=\"\n\n%PDF-1",
            "Content-Type: application/pdf\nContent-Disposition: attachment; filename*0=lange; filename*1=naam.pdf\n\n%PDF-1",
        ]
        #expect(Sample.read(Sample.parts("mixed", parts)).attachments.map(\.name) == ["café.pdf", "café.txt", "langenaam.pdf"])
    }

    @Test func `an attachment comes whole`() {
        let bytes = Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
        let raw = Sample.parts("mixed", ["Content-Type: text/plain\n\nx", Sample.file("image/jpeg", name: "foto.jpg", bytes)])
        let (mail, contents) = MailReader().read(Data(raw.utf8))
        #expect(contents == [bytes] && mail.attachments.map(\.size) == [bytes.count])
    }

    @Test(arguments: [
        ("application/pdf", "MZ..", true), ("application/pdf", "%PDF-1.4", false), ("image/png", "<html>", true),
        ("image/jpeg", "\u{89}PNG", false),
        ("text/plain", "gewoon", false), ("application/zip", "PK\u{3}\u{4}", false),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK\u{3}\u{4}", false),
        ("text/plain", "#!/bin/sh", true),
        ("application/octet-stream", "MZ", true), ("application/x-msdownload", "MZ", false),
    ])
    func `a type that lies is remarked`(type: String, start: String, lies: Bool) {
        let part = Sample.file(type, name: "a.bin", Data(start.utf8))
        #expect(Sample.read(Sample.parts("mixed", [part])).remarks.contains(.lyingType) == lies)
    }

    @Test(arguments: ["application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "multipart/encrypted; boundary=b"])
    func `a mail that only its reader's key opens is remarked`(type: String) {
        let raw = "From: a@b.nl\nMIME-Version: 1.0\nContent-Type: \(type)\n\n--b\nContent-Type: text/plain\n\nx\n--b--\n"
        #expect(Sample.read(raw).remarks.contains(.encrypted))
        let file = Sample.file("application/pkcs7-mime", name: "bewijs.p7m", Data("x".utf8))
        #expect(!Sample.read(Sample.parts("mixed", ["Content-Type: text/plain\n\nx", file])).remarks.contains(.encrypted))
    }

    @Test func `a text that is encrypted itself is remarked too, and one that is quoted or signed is not`() {
        let armour = "-----BEGIN PGP MESSAGE-----\n\nhQEMA1\n-----END PGP MESSAGE-----\n"
        #expect(Sample.read(head: "Subject: x", body: "Zie onder.\n\n" + armour).remarks.contains(.encrypted))
        let quoted = armour.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(separator: "\n")
        #expect(!Sample.read(head: "Subject: x", body: "Dit kan ik niet lezen:\n" + quoted).remarks.contains(.encrypted))
        let signed =
            "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHet is stuk.\n-----BEGIN PGP SIGNATURE-----\n\niQ\n-----END PGP SIGNATURE-----\n"
        #expect(!Sample.read(head: "Subject: x", body: signed).remarks.contains(.encrypted))
    }

    @Test func `winmail dat is called by its name`() {
        let part = Sample.file("application/octet-stream", name: "winmail.dat", Data([0x78, 0x9f, 0x3e, 0x22, 0, 0]))
        let mail = Sample.read(Sample.parts("mixed", [part]))
        #expect(mail.attachments.map(\.isWinmail) == [true] && mail.remarks.contains(.winmail))
    }
}
