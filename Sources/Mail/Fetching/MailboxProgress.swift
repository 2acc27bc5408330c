package import Foundation

/// How far a mailbox was read: the last mail that is safe with us. It is kept in our own database, in the commit of that mail.
package struct MailboxProgress: Codable, Hashable, Sendable {
    package let uidValidity: UInt32
    package let lastUID: UInt32

    package init(uidValidity: UInt32, lastUID: UInt32) { (self.uidValidity, self.lastUID) = (uidValidity, lastUID) }

    /// Where to go on: from the beginning when the numbers have changed, so that nothing is missed.
    package static func following(_ earlier: MailboxProgress?, in state: MailboxState) -> MailboxProgress {
        if let earlier, earlier.uidValidity == state.uidValidity { return earlier }
        return MailboxProgress(uidValidity: state.uidValidity, lastUID: 0)
    }
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
