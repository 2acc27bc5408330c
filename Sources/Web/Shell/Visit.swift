package import Complaints
package import Hummingbird

/// One request while it is being answered: who asks, from where, in which language, and what Hummingbird knows of it.
package struct Visit: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Where the request came from: the peer, or whom a trusted proxy names.
    package private(set) var client: ClientAddress
    /// Whether a trusted proxy says that the client came over TLS; nil when no such proxy spoke.
    package private(set) var isForwardedSecurely: Bool?
    /// The language to answer in: what the browser asks for, until somebody signed in has chosen one.
    package var language = Language.dutch
    /// The address of the page that was asked for; empty when a form was sent.
    var address = ""
    /// Who is signed in, if anybody is.
    var person: SignedInPerson?
    /// What a page for something that went wrong needs to know, however far inside it was found out.
    let memory = VisitMemory()
    /// The program whose token came with a request to the API.
    var program: Actor?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        client = ClientAddress(source.channel.remoteAddress)
    }

    mutating func arrived(_ origin: ForwardedOrigin, wanting language: Language) {
        client = origin.address
        isForwardedSecurely = origin.isSecure
        self.language = language
    }

    /// A path parameter without its escapes; nil when there is none, or when it is no UTF-8.
    package func parameter(_ name: Substring) -> String? {
        guard let raw = coreContext.parameters[name], let bytes = PercentEncoding.decode(raw.utf8) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
