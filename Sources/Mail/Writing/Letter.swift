package import Foundation

/// A mail to be sent, as values that can hold nothing but what they stand for.
package struct Letter: Hashable, Sendable {
    /// What programs are told about it (RFC 3834).
    package enum Origin: String, Hashable, Sendable {
        /// A person wrote it.
        case person
        /// Written by a program, by itself: nothing should answer it by itself.
        case generated = "auto-generated"
        /// Written by a program in answer to a mail.
        case replied = "auto-replied"
    }

    package struct File: Hashable, Sendable {
        package let name: HeaderText
        /// `application/pdf`; what is no media type becomes `application/octet-stream`.
        package let type: String
        package let bytes: Data

        package init(name: HeaderText, type: String, bytes: Data) { (self.name, self.type, self.bytes) = (name, type, bytes) }
    }

    package var messageID: MessageID
    package var from: MailAddress
    package var to: MailAddress
    package var replyTo: MailAddress?
    package var subject: HeaderText
    /// Since 1970, and how far the office's clock is ahead of UTC.
    package var seconds: Int64
    package var zoneOffset: Int
    package var origin: Origin
    package var inReplyTo: MessageID?
    package var references: [MessageID] = []
    package var text: String
    /// The same words as HTML; nil for a letter of text alone.
    package var html: String?
    package var files: [File] = []
    /// A mail that goes along as it came.
    package var original: Data?

    package init(
        messageID: MessageID, from: MailAddress, to: MailAddress, subject: HeaderText, seconds: Int64, zoneOffset: Int, origin: Origin,
        text: String
    ) {
        (self.messageID, self.from, self.to, self.subject) = (messageID, from, to, subject)
        (self.seconds, self.zoneOffset, self.origin, self.text) = (seconds, zoneOffset, origin, text)
    }
}
