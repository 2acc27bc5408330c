/// What is spoken at the other end.
package enum SpokenProtocol: String, Hashable, Sendable, Codable {
    case smtp, imap, https
}

/// How a connection is kept from others' eyes.
package enum TransportSecurity: String, Hashable, Sendable, Codable, CaseIterable {
    /// TLS from the first byte.
    case tls
    /// A plain beginning that must become TLS before anything is told (STARTTLS).
    case startTLS
    /// Nothing: only when the administrator says so.
    case none
}

/// Where a connection goes, and how.
package struct Destination: Hashable, Sendable {
    package let host: HostName
    package let port: UInt16
    package let security: TransportSecurity

    package init(host: HostName, port: UInt16, security: TransportSecurity) {
        (self.host, self.port, self.security) = (host, port, security)
    }

    func url(_ spoken: SpokenProtocol, path: String = "") -> String {
        let scheme =
            switch (spoken, security) {
            case (.https, _): "https"
            case (.smtp, .tls): "smtps"
            case (.smtp, _): "smtp"
            case (.imap, .tls): "imaps"
            case (.imap, _): "imap"
            }
        return "\(scheme)://\(host.inURL):\(port)/\(path)"
    }
}
