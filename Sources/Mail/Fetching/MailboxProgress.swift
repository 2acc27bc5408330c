package import Foundation

/// How far a mailbox was read: the last mail that is safe with us. It is kept in our own database, in the commit of that mail.
package struct MailboxProgress: Codable, Hashable, Sendable {
    package let uidValidity: UInt32
    package let lastUID: UInt32

    package init(uidValidity: UInt32, lastUID: UInt32) { (self.uidValidity, self.lastUID) = (uidValidity, lastUID) }
}

/// A mail as it came from a mailbox.
package struct FetchedMail: Hashable, Sendable {
    /// To be kept in the same commit as the mail.
    package let progress: MailboxProgress
    /// Nil for a mail that is larger than the limit, which stays at the server.
    package let bytes: Data?
    package let size: Int
    /// When the server got it, in seconds since 1970; nil when it does not say.
    package let received: Int64?
    /// Why there are no bytes though it is not too large: it was tried often enough, and stays at the server.
    package var fault: MailboxFault?
}

extension MailboxSession {
    private static let batchBytes = 8 << 20

    /// Hands over one window of new mails, oldest first, and deals with them at the server once they are safe. Says how far it came.
    ///
    /// - Parameters:
    ///   - isWanted: what is not is passed by, and stays as it is.
    ///   - take: keeps one mail for good; it throws when that fails, and then nothing after it is handed over.
    package func takeWindow(
        from progress: MailboxProgress, limit: Int = 100 << 20, settling: Settling,
        isWanted: @Sendable (WaitingMail) -> Bool = { _ in true },
        take: @Sendable (FetchedMail) async throws -> Void
    ) async throws -> (progress: MailboxProgress, isDone: Bool) {
        let waiting = try await waiting(after: progress.lastUID)
        var reached = progress
        var safe: [UInt32] = []
        for batch in Self.batches(waiting.filter(isWanted)) {
            let wanted = batch.filter { $0.size <= limit }.map(\.uid)
            var bodies: [UInt32: Data] = [:]
            for (uid, bytes) in try await fetch(wanted) { bodies[uid] = bytes }
            // What is there and was not given is looked into one by one.
            for uid in wanted where bodies[uid]?.isEmpty ?? true {
                if try await look(at: uid) != nil { throw OneMailFault(uid: uid, fault: .nothingInMail) }
            }
            for mail in batch {
                let next = MailboxProgress(uidValidity: progress.uidValidity, lastUID: mail.uid)
                let isTooLarge = mail.size > limit
                // Neither there nor too large: someone took it away meanwhile.
                if isTooLarge || bodies[mail.uid] != nil {
                    try await take(FetchedMail(progress: next, bytes: bodies[mail.uid], size: mail.size, received: mail.received))
                    if !isTooLarge { safe.append(mail.uid) }
                }
                reached = next
            }
        }
        try await settle(safe, by: settling)
        // What was passed by need not be looked at again.
        if let last = waiting.last { reached = MailboxProgress(uidValidity: progress.uidValidity, lastUID: last.uid) }
        return (reached, waiting.count < Self.windowSize)
    }

    /// The same one mail after another, asking about each by itself: one that the server can't give is then known by its number.
    /// Throws `OneMailFault` for such a one.
    ///
    /// - Parameter given: those that were tried often enough, with why they can't be had: they are handed over without their bytes.
    package func takeSingly(
        from progress: MailboxProgress, limit: Int = 100 << 20, settling: Settling, given: [UInt32: MailboxFault],
        isWanted: @Sendable (WaitingMail) -> Bool = { _ in true },
        take: @Sendable (FetchedMail) async throws -> Void
    ) async throws -> (progress: MailboxProgress, isDone: Bool) {
        let numbers = try await numbers(after: progress.lastUID)
        var reached = progress
        for uid in numbers {
            reached = MailboxProgress(uidValidity: progress.uidValidity, lastUID: uid)
            if let fault = given[uid] {
                // Its size may be what can't be had.
                try await take(FetchedMail(progress: reached, bytes: nil, size: 0, received: nil, fault: fault))
                continue
            }
            guard let (mail, bytes) = try await one(uid, limit: limit, isWanted: isWanted) else { continue }
            try await take(FetchedMail(progress: reached, bytes: bytes, size: mail.size, received: mail.received))
            if bytes != nil { try await settle([uid], by: settling) }
        }
        return (reached, numbers.count < Self.windowSize)
    }

    /// One mail by its number, without its bytes when it is too large; nil when it is gone or not wanted. Throws `OneMailFault`.
    package func one(_ uid: UInt32, limit: Int = 100 << 20, isWanted: @Sendable (WaitingMail) -> Bool = { _ in true }) async throws
        -> (mail: WaitingMail, bytes: Data?)?
    {
        do {
            guard let mail = try await look(at: uid), isWanted(mail) else { return nil }
            if mail.size > limit { return (mail, nil) }
            if let bytes = try await fetch([uid]).first?.bytes, !bytes.isEmpty { return (mail, bytes) }
            guard try await look(at: uid) != nil else { return nil }
            throw MailboxFault.nothingInMail
        } catch let fault as MailboxFault {
            throw OneMailFault(uid: uid, fault: fault)
        }
    }

    /// Small mails together, large ones alone.
    private static func batches(_ waiting: [WaitingMail]) -> [[WaitingMail]] {
        var batches: [[WaitingMail]] = []
        var size = 0
        for mail in waiting {
            if batches.isEmpty || size + mail.size > batchBytes {
                batches.append([])
                size = 0
            }
            batches[batches.count - 1].append(mail)
            size += mail.size
        }
        return batches
    }
}
