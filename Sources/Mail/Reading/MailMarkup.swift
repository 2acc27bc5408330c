/// The HTML of a mail as what we allow of it: a flat row of pieces whose beginnings and ends always match, never deeper than forty.
/// Whoever shows it writes each piece by its own means; no text of it is markup.
package struct MailMarkup: Codable, Hashable, Sendable {
    package enum Tag: String, Codable, Hashable, Sendable, CaseIterable {
        case p, div, blockquote, ul, ol, li, table, tr, td, th, heading, pre, code, strong, em, u, s, sub, sup
    }

    package enum Piece: Codable, Hashable, Sendable {
        case open(Tag)
        /// A link to `http`, `https`, `mailto` or `tel`.
        case link(String)
        /// The end of the innermost `open` or `link`.
        case close
        case text(String)
        case lineBreak
        case rule
        /// A picture that came with the mail: which attachment it is, and what to say for it.
        case picture(attachment: Int, alt: String)
        /// A picture elsewhere, which is not fetched.
        case blockedPicture(alt: String)
    }

    package internal(set) var pieces: [Piece] = []
    /// How many pictures elsewhere were left alone.
    package internal(set) var blockedPictures = 0
}
