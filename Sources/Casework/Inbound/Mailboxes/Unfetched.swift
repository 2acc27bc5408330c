import Dialling
import Complaints
import Foundation
import Mail
import Records

/// Mails that stay at their server: too large, or not to be had. Nothing waits for them; a person is told, and can have them tried again.
extension InboxOffice {
    /// Keeps what came from a mailbox; of a mail that stayed there, that it is there and why.
    func accept(_ mail: FetchedMail, for mailbox: String, also: @escaping @Sendable (Transaction) throws -> Void) async throws {
        let received = mail.received.map { Instant(milliseconds: $0 * 1000) }
        if let bytes = mail.bytes {
            _ = try await accept(bytes, from: .imap, for: mailbox, receivedAt: received, also: also)
            return
        }
        let now = clock.now()
        let id = InboxID(Keys.fresh(at: now.milliseconds))
        let (trouble, words) = mail.fault?.told ?? (.tooLarge, "")
        try await records.write { tx in
            try tx.addMail(
                id, from: .imap, for: mailbox, digest: HexDigest.of([]), size: mail.size, bytes: [], receivedAt: min(received ?? now, now),
                readyAt: now)
            try tx.placeMail(id, InboxPlacing(.quarantined, mail.fault == nil ? .tooLarge : .notFetched), by: nil, at: now)
            try tx.keepUnfetched(
                id, mailbox: mailbox, uidValidity: mail.progress.uidValidity, uid: mail.progress.lastUID, trouble, words: words)
            try also(tx)
        }
    }

    /// What came after all, at a person's wish.
    func accept(_ bytes: Data, of unfetched: UnfetchedMail, receivedAt: Int64?) async throws {
        let isSmall = bytes.count <= Self.small
        let digest = isSmall ? HexDigest.of(bytes) : try await office.blobs.keep(bytes)
        let now = clock.now()
        let received = receivedAt.map { Instant(milliseconds: $0 * 1000) } ?? now
        try await records.write { tx in
            try tx.addBytes(
                of: unfetched.id, digest: digest, size: bytes.count, bytes: isSmall ? Array(bytes) : nil, receivedAt: min(received, now),
                at: now)
        }
        office.changes.note()
    }

    /// It can't be had this time either.
    func keep(_ unfetched: UnfetchedMail, _ trouble: FetchTrouble, words: String = "") async throws {
        try await records.write { tx in
            try tx.keepUnfetched(
                unfetched.id, mailbox: unfetched.mailbox, uidValidity: unfetched.uidValidity, uid: unfetched.uid, trouble, words: words)
        }
        office.changes.note()
    }
}

extension MailboxFault {
    /// What is kept of it: which kind of trouble, and the server's own words.
    var told: (FetchTrouble, String) {
        switch self {
        case .refused(_, let answer): (.refused, answer)
        case .nothingInMail: (.nothing, "")
        case .garbled: (.garbled, "")
        case .dial(.answerTooLarge): (.tooLarge, "")
        case .dial(.tooSlow), .dial(.noAnswer): (.tooSlow, "")
        case .dial(.closed): (.closed, "")
        case .dial, .noSuchMailbox: (.other, "")
        }
    }
}
