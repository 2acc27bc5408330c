/// What is done at the server with a mail that is safe with us.
package enum Settling: Hashable, Sendable {
    /// Nothing: our own count of how far we came is enough.
    case leave
    /// A mark that mail programs can show, where the server keeps any.
    case mark(Keyword)
    /// The folder is made when there is none.
    case move(to: MailboxName)

    /// A mark on a mail: letters, digits and few signs.
    package struct Keyword: Hashable, Sendable {
        package let text: String
        /// What mail bears that Gehoor has taken in.
        package static let taken = Keyword(known: "$Gehoor")

        private init(known text: String) { self.text = text }

        package init?(_ text: String) {
            let bytes = Array(text.utf8)
            let allowed = Set("$-_.".utf8)
            guard !bytes.isEmpty, bytes.count <= 60 else { return nil }
            guard bytes.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) || allowed.contains($0) }) else { return nil }
            self.text = text
        }
    }
}
