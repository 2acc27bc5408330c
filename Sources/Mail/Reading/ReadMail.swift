/// A mail as it was read: every text clean and bounded, nothing in it to be trusted as true. The bytes of attachments travel beside it.
package struct ReadMail: Codable, Hashable, Sendable {
    /// Header lines in their order, with their values unfolded and decoded.
    package var headers: [MailHeader] = []
    package var from: [MailAddress] = []
    package var sender: MailAddress?
    /// Only when it differs from `from`.
    package var replyTo: [MailAddress] = []
    package var to: [MailAddress] = []
    package var cc: [MailAddress] = []
    /// Where delivery reports go, as the receiving server noted it.
    package var returnPath: ReturnPath = .unknown
    /// Addresses that a server noted as those the mail was delivered to, trusted no more than other headers.
    package var deliveredTo: [MailAddress] = []
    package var subject = ""
    package var date = MailDate(said: "", seconds: nil)
    /// Without its angle brackets.
    package var messageID: String?
    package var inReplyTo: [String] = []
    package var references: [String] = []
    package var robotSigns: [RobotSign] = []
    package var deliveryReport: DeliveryReport?
    /// What the receiving server found; only from servers that the reader was told to trust.
    package var authentication: AuthenticationResult?
    /// The text first: as written, or taken from the HTML.
    package var passages: [Passage] = []
    /// The HTML as what we allow of it; nil when there was none.
    package var markup: MailMarkup?
    package var attachments: [MailAttachment] = []
    /// Mails within the mail, as far as they were looked at.
    package var nested: [NestedMail] = []
    package var remarks: [ReadingRemark] = []

    package init() {}

    /// The whole text.
    package var text: String { passages.map(\.text).joined() }
}

/// One header line.
package struct MailHeader: Codable, Hashable, Sendable {
    package let name: String
    package let value: String
}

package enum ReturnPath: Codable, Hashable, Sendable {
    case unknown
    /// `<>`: never to be answered.
    case null
    case address(String)
}

/// A mail that was sent along within a mail; it is an attachment as well, whole.
package struct NestedMail: Codable, Hashable, Sendable {
    package let from: [MailAddress]
    package let subject: String
    package let date: MailDate
    package let messageID: String?
    package let text: String
    /// Which attachment holds its bytes.
    package let attachment: Int?
}

/// What a reader of the mail should know: a bound that was met, or something that is not as it should be.
package enum ReadingRemark: String, Codable, Hashable, Sendable, CaseIterable {
    case tooManyHeaders, headerTooLong, tooManyAddresses, tooManyReferences, tooManyParts, tooDeep, textTooLong, markupTooLarge,
        markupTooDeep, tooManyAttachments, nestedTooDeep, truncated, malformed, unknownCharset, remoteContentBlocked, formBlocked,
        scriptBlocked, noFrom, severalFrom, noDate, noBody, winmail, encrypted, lyingType
}
