import Casework
import Complaints
import Foundation
import Logging
import Mail
import Records
import Rehearsal

/// A house that gets mail: the real inbox, read by the real process.
struct Postbox: Sendable {
    let rehearsal: RehearsalOffice
    let inbox: InboxOffice
    let worker: ReadingWorker

    /// The built program lies beside the test bundle.
    static var program: String {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(filePath: own).deletingLastPathComponent().appending(path: "gehoor").path
    }

    static func open(trusting servers: [String] = [], _ body: (Postbox) async throws -> Void) async throws {
        try await withCaseOffice { rehearsal in
            let worker = InboxWork.worker(program, trusting: servers)
            let postbox = Postbox(rehearsal: rehearsal, inbox: try rehearsal.inbox, worker: worker)
            try await postbox.set { settings in
                settings.address = "klachten@bedrijf.test"
                settings.takesPlusAddresses = true
                settings.trustedServers = servers
            }
            try await body(postbox)
            await worker.stop()
        }
    }

    func set(_ change: (inout MailSettings) -> Void) async throws {
        let (before, now) = (try await rehearsal.records.read { try CurrentHouse().settings(in: $0) }, rehearsal.now)
        var settings = before.mail
        change(&settings)
        let body = String(decoding: try JSONEncoder().encode(settings), as: UTF8.self)
        _ = try await rehearsal.records.write { tx in try tx.set(.mail, to: body, after: before.mailVersion, by: .system, at: now) }
    }

    /// Brings a mail and reads it.
    @discardableResult
    func bring(_ text: String, reader: ReadingWorker? = nil) async throws -> InboxMail {
        let id = try await inbox.accept(Data(text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n").utf8), from: .pipe)
        try await read(by: reader ?? worker)
        return try await mail(id)
    }

    func read(by reader: ReadingWorker) async throws {
        var quiet = Logger(label: "test")
        quiet.logLevel = .critical
        while try await InboxReading(inbox: inbox, worker: reader, logger: quiet).readSome() > 0 {}
    }

    func mail(_ id: InboxID) async throws -> InboxMail {
        guard let mail = try await rehearsal.records.read({ try $0.mail(id) }) else { throw Missing() }
        return mail
    }

    func complaint(of mail: InboxMail) async throws -> Complaint {
        guard let id = mail.complaint, let complaint = try await rehearsal.records.read({ try $0.complaint(id) }) else { throw Missing() }
        return complaint
    }

    func letters(of complaint: Complaint) async throws -> [Records.Letter] {
        try await rehearsal.records.read { try $0.letters(of: complaint.id) }
    }

    func complaintCount() async throws -> Int { try await rehearsal.records.read { try $0.houseContents().complaints } }

    /// An answer to this letter, as a mail program writes it.
    func answer(
        to letter: Records.Letter, from: String = "Jan Jansen <jan@example.nl>", byAddress: Bool = true, byMessage: Bool = true,
        text: String = "Dank u wel.", head: String = ""
    ) -> String {
        let address = byAddress ? "klachten+\(inbox.references.text(.answer, of: letter))@bedrijf.test" : "klachten@bedrijf.test"
        let thread = byMessage ? "In-Reply-To: <\(inbox.references.text(.message, of: letter))@bedrijf.test>\n" : ""
        return """
            From: \(from)
            To: \(address)
            \(thread)Subject: Re: \(letter.content.subject)
            Date: Tue, 24 Nov 2026 10:00:00 +0100
            Message-ID: <\(UUID().uuidString)@example.nl>
            \(head)
            \(text)

            Op 24 nov 2026 om 09:00 schreef Klachten:
            > Beste Jan
            """
    }
}

struct Missing: Error {}

/// A mail as people send them.
func plainMail(
    from: String = "Jan Jansen <jan@example.nl>", subject: String = "Factuur klopt niet",
    text: String = "De factuur van november klopt niet.",
    head: String = "", id: String = UUID().uuidString
) -> String {
    """
    From: \(from)
    To: klachten@bedrijf.test
    Subject: \(subject)
    Date: Tue, 24 Nov 2026 09:00:00 +0100
    Message-ID: <\(id)@example.nl>
    \(head.isEmpty ? "" : head + "\n")MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    \(text)
    """
}
