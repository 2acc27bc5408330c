/// A stretch of a mail's text. Put together in their order the passages are the whole text: nothing is lost by folding some of them.
package struct Passage: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Hashable, Sendable {
        /// What the sender wrote now.
        case own
        /// Of an earlier mail.
        case quoted
        case signature
        /// A mail passed on without words of the sender's own before it.
        case forwarded
    }

    package let kind: Kind
    package let text: String
}
