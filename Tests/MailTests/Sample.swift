import Foundation
import Mail

/// Short ways to make mails and to read them.
enum Sample {
    static func read(_ mail: String, trusting servers: Set<String> = []) -> ReadMail {
        MailReader(trusting: servers).read(Data(mail.utf8)).mail
    }

    static func read(head: String, body: String = "Tekst\n") -> ReadMail { read("From: jan@example.nl\n\(head)\n\n\(body)") }

    static func html(_ html: String) -> ReadMail { read(head: "Content-Type: text/html; charset=utf-8", body: html) }

    /// A mail of parts, each with its own head.
    static func parts(_ kind: String, _ parts: [String]) -> String {
        "From: jan@example.nl\nDate: Tue, 24 Nov 2026 10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/\(kind); boundary=grens\n\n"
            + parts.map { "--grens\n\($0)\n" }.joined() + "--grens--\n"
    }

    static let png = Data([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

    static func file(_ type: String, name: String, _ bytes: Data, more: String = "") -> String {
        "Content-Type: \(type)\nContent-Disposition: attachment; filename=\"\(name)\"\nContent-Transfer-Encoding: base64\n\(more)\n"
            + bytes.base64EncodedString()
    }
}
