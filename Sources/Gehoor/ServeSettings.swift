import Foundation
import Web

/// Where to listen, and how the world sees that.
struct ServeSettings: Hashable, Sendable {
    let host: String
    /// 0 lets the system choose a free one.
    let port: Int
    /// Links are built from this, never from what a request says.
    let baseURL: BaseURL
    /// Proxies that are believed about the client's address.
    let trustedProxies: Set<ClientAddress>

    static let defaultHost = "127.0.0.1"
    static let defaultPort = 8080

    /// From options and environment; nil or empty where nothing was said. Throws 78 and what is wrong.
    init(host: String?, port: String?, baseURL: String?, trustedProxies: [String]) throws {
        self.host = Self.said(host) ?? Self.defaultHost
        guard let number = Self.said(port).map({ Int($0) }) ?? Self.defaultPort, (0...65535).contains(number) else {
            throw CommandFault(.settings, "The port must be a number from 0 to 65535.")
        }
        self.port = number
        let shownHost = self.host.utf8.contains(UInt8(ascii: ":")) ? "[\(self.host)]" : self.host
        guard let base = BaseURL(Self.said(baseURL) ?? "http://\(shownHost):\(number)") else {
            throw CommandFault(.settings, "The base URL must be like https://klachten.voorbeeld.nl, without a path.")
        }
        self.baseURL = base
        let proxies = trustedProxies.map { ClientAddress($0) }
        if proxies.contains(nil) { throw CommandFault(.settings, "A trusted proxy is named by its IP address.") }
        self.trustedProxies = Set(proxies.compactMap { $0 })
    }

    private static func said(_ value: String?) -> String? { value.flatMap { $0.isEmpty ? nil : $0 } }
}
