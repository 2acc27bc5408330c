import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@Suite struct `gehoor import-mail` {
    private static func mail(_ id: String, from: String = "Jan <jan@example.nl>", _ text: String, head: String = "") -> String {
        """
        Received: from x by mx.huis.nl; Tue, 4 Mar 2025 10:00:0\(id.utf8.count % 10) +0100
        From: \(from)
        Subject: Factuur
        Message-ID: <\(id)@example.nl>
        Date: Mon, 3 Mar 2025 10:00:00 +0100
        \(head)MIME-Version: 1.0

        \(text)

        """
    }

    private static let mails = [
        mail("a", "De factuur klopt niet."),
        mail("robot", "Ik ben er niet.", head: "Auto-Submitted: auto-replied\nIn-Reply-To: <a@example.nl>\n"),
        mail("bb", "En de vorige ook niet.", head: "In-Reply-To: <a@example.nl>\n"),
        mail("ander", from: "Piet <piet@example.nl>", "Ik ben de buurman.", head: "References: <x@y.nl> <bb@example.nl>\n"),
        mail("ccc", from: "Truus <truus@example.nl>", "De lift staat stil."),
    ]

    private func mbox(_ folder: String) throws -> String {
        let file = Self.mails.map { "From x@y.nl Tue Mar  4 10:00:00 2025\n\($0)\n" }.joined()
        try file.write(toFile: folder + "/oud.mbox", atomically: true, encoding: .utf8)
        return folder + "/oud.mbox"
    }

    private struct Row: Decodable {
        let number: String
        let phase: String
        let receivedAt: String
        let story: String
    }

    private func register(_ data: String) async throws -> [Row] {
        let exported = try await Running.gehoor("export", "--data", data, "--format", "json")
        return try exported.output.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    }

    private func letters(_ data: String) async throws -> Int {
        try await CommandHouse(data).open { records, _ in
            try await records.read { snapshot in
                let all = try snapshot.register(after: nil, limit: 100)
                return try all.reduce(0) { try $0 + snapshot.letters(of: $1.id).count }
            }
        }
    }

    @Test func `takes over a file of mails at their own moments, without letters, and once`() async throws {
        try await withTemporaryFolder { folder in
            let (data, file) = (folder + "/huis", try mbox(folder))
            let first = try await Running.gehoor("import-mail", file, "--data", data)
            #expect(first.code == 0)
            #expect(
                first.messages
                    == "Took in 5 mails: 2 complaints, 1 answer in its file, 1 for a person (page Post), 1 set aside, 0 unreadable. 0 were there already.\n"
            )
            let rows = try await register(data)
            #expect(
                rows.map(\.receivedAt).allSatisfy { $0.hasPrefix("2025-03-04T10:00:0") } && rows.map(\.phase) == ["received", "received"])
            #expect(rows.first?.story.contains("De factuur klopt niet.") == true)
            #expect(try await letters(data) == 0)
            let again = try await Running.gehoor("import-mail", file, "--data", data)
            #expect(again.messages.hasPrefix("Took in 0 mails") && again.messages.contains("5 were there already."))
            #expect(try await register(data).count == 2)
        }
    }

    @Test func `takes over a Maildir without its drafts, goes on where it stopped, and closes what is done with`() async throws {
        try await withTemporaryFolder { folder in
            for part in ["cur", "new", "tmp"] {
                try FileManager.default.createDirectory(atPath: folder + "/oud/" + part, withIntermediateDirectories: true)
            }
            for (number, mail) in Self.mails.enumerated() {
                let name = number < 3 ? "cur/17410\(number)0000.M1.huis:2,S" : "new/17410\(number)0000.M1.huis"
                try mail.write(toFile: folder + "/oud/" + name, atomically: true, encoding: .utf8)
            }
            try Self.mail("kladje", "Nog niet af.").write(
                toFile: folder + "/oud/cur/1741099999.M1.huis:2,D", atomically: true, encoding: .utf8)
            let data = folder + "/huis"
            #expect(try await Running.gehoor("import-mail", folder + "/oud", "--data", data).code == 0)
            let closed = try await Running.gehoor("import-mail", folder + "/oud", "--closed", "--data", data)
            #expect(closed.code == 0 && closed.messages.hasSuffix("5 were there already. 2 complaints closed.\n"))
            #expect(try await register(data).map(\.phase) == ["closed", "closed"])
            #expect(try await letters(data) == 0)
            #expect(try await Running.gehoor("verify", "--data", data).code == 0)
        }
    }

    @Test func `refuses what is no mailbox`() async throws {
        try await withTemporaryFolder { folder async throws in
            #expect(try await Running.gehoor("import-mail", folder + "/nergens", "--data", folder + "/huis").code == 65)
            #expect(try await Running.gehoor("import-mail", folder, "--data", folder + "/huis").code == 65)
        }
    }

    @Test(arguments: [
        "root:x:0:0:root:/root:/bin/bash\nmail:x:8:8::/var/mail:/usr/sbin/nologin\n", "Beste Jan,\n\nFrom: hier\n",
        "naam;plaats\nJan;Urk\n",
        "\u{0}\u{1}PK", "key: value\nother: value\n\nSubject: x\n",
    ])
    func `refuses a file of something else, and takes nothing of it in`(text: String) async throws {
        try await withTemporaryFolder { folder async throws in
            try text.write(toFile: folder + "/iets", atomically: true, encoding: .utf8)
            let run = try await Running.gehoor("import-mail", folder + "/iets", "--data", folder + "/huis")
            #expect(run.code == 65 && run.messages.contains("is no mailbox"))
            #expect(!FileManager.default.fileExists(atPath: folder + "/huis"))
        }
    }

    @Test(arguments: ["", "From x@y.nl Tue Mar  4 10:00:00 2025\n", ">From oud\nReceived: from x\n"])
    func `takes a file that begins as one of mails does`(start: String) async throws {
        try await withTemporaryFolder { folder async throws in
            try (start + Self.mails[0]).write(toFile: folder + "/een", atomically: true, encoding: .utf8)
            let run = try await Running.gehoor("import-mail", folder + "/een", "--data", folder + "/huis")
            #expect(run.code == 0 && run.messages.hasPrefix("Took in 1 mail"))
        }
    }

    @Test func `finishes what an earlier run kept and did not place, and closes nothing twice`() async throws {
        try await withTemporaryFolder { folder in
            let (data, file) = (folder + "/huis", try mbox(folder))
            // The first run ended after keeping the second mail of the customer.
            let first = folder + "/eerste.mbox"
            try "From x@y.nl Tue Mar  4 10:00:00 2025\n\(Self.mails[0])\n".write(toFile: first, atomically: true, encoding: .utf8)
            #expect(try await Running.gehoor("import-mail", first, "--data", data).code == 0)
            try await CommandHouse(data).open { records, _ in
                let kept = Array(Self.mails[2].utf8)
                try await records.write { tx in
                    let now = Instant(milliseconds: 1_741_078_800_000)
                    try tx.addMail(
                        InboxID(1), from: .file, for: "oud.mbox", digest: HexDigest.of(kept), size: kept.count, bytes: kept,
                        receivedAt: now, readyAt: Instant(milliseconds: 4_000_000_000_000))
                }
            }
            let second = try await Running.gehoor("import-mail", file, "--closed", "--data", data)
            #expect(
                second.messages
                    == "Took in 4 mails: 1 complaint, 1 answer in its file, 1 for a person (page Post), 1 set aside, 0 unreadable. 1 was there already. 2 complaints closed.\n"
            )
            let mails = try await CommandHouse(data).open { records, _ in
                try await records.read { (try $0.mail(InboxID(1)), try $0.mailsByDigest().count) }
            }
            #expect(mails.0?.outcome == .joined && mails.1 == 5)
            let third = try await Running.gehoor("import-mail", file, "--closed", "--data", data)
            #expect(third.messages.hasPrefix("Took in 0 mails") && third.messages.hasSuffix("5 were there already.\n"))
            #expect(try await register(data).map(\.phase) == ["closed", "closed"])
            #expect(try await Running.gehoor("verify", "--data", data).code == 0)
        }
    }
}
