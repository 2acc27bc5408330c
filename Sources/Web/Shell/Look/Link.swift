import Markup

/// Words that lead somewhere.
struct Link: Component, Sendable {
    let words: String
    let address: String

    init(_ words: String, to address: String) { (self.words, self.address) = (words, address) }

    var html: HTML { a(.href(address)) { words } }
}
