/// What came with a mail besides its text. Its bytes travel beside this.
package struct MailAttachment: Codable, Hashable, Sendable {
    /// Safe as a file's name, and the only one of its name in this mail.
    package let name: String
    /// As the mail calls it, made readable.
    package let saidName: String
    /// What the mail says it is: `image/png`.
    package let saidType: String
    /// What its first bytes look like; nil when they look like nothing known.
    package let seenType: String?
    package let size: Int
    /// By which HTML calls it.
    package let contentID: String?
    /// Shown within the text.
    package internal(set) var isInText: Bool
    /// Microsoft's wrapper around other files, which most programs can't open.
    package let isWinmail: Bool

    /// The first bytes tell another story than the mail does.
    package var isLying: Bool { MediaSigns.contradict(said: saidType, seen: seenType) }
}
