/// Where the house is reached from outside: scheme, host and port. Every link, and every check of origin and Host, comes from it.
package struct BaseURL: Hashable, Sendable, CustomStringConvertible {
    package let isSecure: Bool
    /// Lower case; an IPv6 address stands in brackets.
    package let host: String
    /// nil when it is the scheme's own (80 or 443).
    package let port: Int?

    /// Reads `http(s)://host[:port][/]`; nil for anything else: no path, query, fragment or user name.
    package init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        if rest.starts(with: "https://".utf8) {
            (isSecure, rest) = (true, rest.dropFirst(8))
        } else if rest.starts(with: "http://".utf8) {
            (isSecure, rest) = (false, rest.dropFirst(7))
        } else {
            return nil
        }
        if rest.last == UInt8(ascii: "/") { rest = rest.dropLast() }
        guard let authority = Authority(rest) else { return nil }
        host = authority.host
        port = authority.port == (isSecure ? 443 : 80) ? nil : authority.port
    }

    /// The origin as browsers write it, without a slash at the end.
    package var origin: String { "\(isSecure ? "https" : "http")://\(host)\(port.map { ":\($0)" } ?? "")" }
    package var description: String { origin }

    /// Whether a request's Host names this house.
    func admits(_ authority: Authority) -> Bool {
        let own = isSecure ? 443 : 80
        return authority.host == host && (authority.port ?? own) == (port ?? own)
    }
}
