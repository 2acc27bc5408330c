import Complaints
import Foundation
package import Logging
package import Mail
package import Records

/// Reads mails that wait and places them: one after another, each whole or not at all. Whatever happens to one, the next is read.
package struct InboxReading: Sendable {
    private let inbox: InboxOffice
    private let worker: ReadingWorker
    private let logger: Logger
    /// So often a mail is taken up, when whoever did so ended over it, before a person must look.
    private static let attempts = 3

    package init(inbox: InboxOffice, worker: ReadingWorker, logger: Logger) {
        (self.inbox, self.worker, self.logger) = (inbox, worker, logger)
    }

    private var now: Instant { inbox.clock.now() }

    /// Takes up those that wait, at most so many; how many there were.
    package func readSome(limit: Int = 20) async throws -> Int {
        let now = now
        // A write that finds nothing costs a sync on some engines.
        guard try await inbox.records.read({ try $0.isMailWaiting(at: now) }) else { return 0 }
        let mails = try await inbox.records.write { try $0.claimMail(limit: limit, at: now, until: now.adding(seconds: InboxOffice.turn)) }
        for mail in mails { await handle(mail) }
        return mails.count
    }

    /// Reads one that was taken up by whoever brought it.
    package func read(_ id: InboxID) async throws { try await read(id, following: MailThreads()) }

    /// - Parameter threads: where the mails of an old mailbox went.
    func read(_ id: InboxID, following threads: MailThreads) async throws {
        guard let mail = try await inbox.records.read({ try $0.mail(id) }), mail.state == .waiting else { return }
        await handle(mail, threads)
    }

    /// What can't be done now is tried again later; only what is the mail's own fault is counted.
    private func handle(_ mail: InboxMail, _ threads: MailThreads = MailThreads()) async {
        do {
            try await take(mail, threads)
        } catch {
            logger.error("A mail could not be placed and is tried again", metadata: ["mail": "\(mail.id.value)", "error": "\(error)"])
            let isOurs = error is DatabaseFault || error is BlobFault
            let later = now.adding(seconds: 30)
            try? await inbox.records.write { try $0.releaseMail(mail.id, until: later, uncounted: isOurs) }
        }
    }

    private func take(_ mail: InboxMail, _ threads: MailThreads) async throws {
        if mail.attempts > Self.attempts { return try await quarantine(mail, .endedReader) }
        guard let bytes = try await inbox.original(of: mail) else { return try await quarantine(mail, .lost) }
        switch await worker.read(bytes) {
        case .read(let read, let contents): try await place(mail, read, contents, threads)
        case .unreadable(.noReader):
            logger.error("There is no process to read mail with", metadata: ["mail": "\(mail.id.value)"])
            let later = now.adding(seconds: 30)
            try await inbox.records.write { try $0.releaseMail(mail.id, until: later, uncounted: true) }
        case .unreadable(.tooLarge): try await quarantine(mail, .tooLarge)
        case .unreadable(.tookTooLong): try await quarantine(mail, .tookTooLong)
        case .unreadable(.endedReader): try await quarantine(mail, .endedReader)
        }
    }

    private func quarantine(_ mail: InboxMail, _ outcome: InboxOutcome) async throws {
        let now = now
        try await inbox.records.write { tx in
            guard try tx.holdMail(mail.id) else { return }
            try tx.placeMail(mail.id, InboxPlacing(.quarantined, outcome), by: nil, at: now)
        }
    }

    private func place(_ mail: InboxMail, _ read: ReadMail, _ contents: [Data], _ threads: MailThreads) async throws {
        var files: [Document] = []
        for (attachment, bytes) in zip(read.attachments, contents) {
            let digest = try await inbox.office.blobs.keep(bytes)
            files.append(Document(digest: digest, size: bytes.count, name: Complaints.Passage(attachment.name), isFromCustomer: true))
        }
        let reading = String(decoding: try JSONEncoder().encode(read), as: UTF8.self)
        let placing = MailPlacing(
            mail: mail, read: read, files: files, fingerprint: Self.fingerprint(of: read, files), references: inbox.references,
            house: inbox.office.house, now: now, earlier: mail.source == .file ? threads.complaint(answeredBy: read) : nil)
        defer { inbox.office.changes.note() }
        do {
            try await keep(reading, placing)
        } catch let refusal as Refusal {
            // A person can take it in where a rule can't.
            logger.info("A mail is shown to a person", metadata: ["mail": "\(mail.id.value)", "refusal": "\(refusal.code)"])
            try await keep(reading, placing, unfit: true)
        }
    }

    private func keep(_ reading: String, _ placing: MailPlacing, unfit: Bool = false) async throws {
        try await inbox.records.write { tx in
            guard try unfit ? placing.ask(in: tx) : placing.place(in: tx) else { return }
            try tx.keepReading(reading, of: placing.mail.id)
            try tx.keepAttachments(placing.files.map { ($0.digest, $0.size, $0.name.text ?? "") }, of: placing.mail.id)
        }
    }

    /// Two mails are the same when all that makes them up is: their id, sender, date, words and files.
    private static func fingerprint(of mail: ReadMail, _ files: [Document]) -> String {
        let parts = [mail.messageID ?? "", mail.from.map(\.key).joined(separator: ","), mail.date.said, mail.subject, mail.text]
        return HexDigest.of(Array((parts + files.map(\.digest)).joined(separator: "\u{0}").utf8))
    }
}
