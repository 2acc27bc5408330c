package import Foundation

/// What came of reading a mail.
package enum ReadingOutcome: Sendable {
    /// The mail, and the bytes of its attachments in their order.
    case read(ReadMail, [Data])
    case unreadable(UnreadableReason)
}

/// Why a mail could not be read, so that a person must look at it.
package enum UnreadableReason: String, Codable, Hashable, Sendable {
    case tooLarge, tookTooLong
    /// The reading process ended over it, more than once.
    case endedReader
    /// There is no reading process to be had; the mail is not to blame.
    case noReader
}

/// What a reading process may use.
package struct ReadingLimits: Hashable, Sendable {
    package var mailBytes: Int
    /// For one mail.
    package var seconds: Double
    package var memoryBytes: Int
    /// How often a mail may end the process before it is given up.
    package var attempts: Int
    /// After so many mails a process is replaced by a fresh one.
    package var mailsForProcess: Int

    package init(
        mailBytes: Int = 100 << 20, seconds: Double = 30, memoryBytes: Int = 2 << 30, attempts: Int = 2, mailsForProcess: Int = 1_000
    ) {
        (self.mailBytes, self.seconds, self.memoryBytes) = (mailBytes, seconds, memoryBytes)
        (self.attempts, self.mailsForProcess) = (attempts, mailsForProcess)
    }
}
