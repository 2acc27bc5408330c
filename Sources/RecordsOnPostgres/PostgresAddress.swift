import CLibPQ
import Foundation

/// Where a database is: `postgres://user:password@host/name?sslmode=…`, as PostgreSQL's own programs take it. What it says of a password
/// is never shown.
package struct PostgresAddress: Hashable, Sendable {
    let url: String
    /// All of it, with the password: for the tests that hand it on to a command.
    package var whole: String { url }
    /// What is shown of it: user, host, port and name.
    package let shown: String
    package let name: String
    private let password: String

    /// Whether this is meant as such an address.
    package static func isMeant(by text: String) -> Bool { text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") }

    /// Throws `PostgresRefusal.unreadableAddress`.
    package init(_ url: String) throws {
        guard Self.isMeant(by: url), Self.isUnambiguous(url), let parts = Self.parts(of: url) else {
            throw PostgresRefusal.unreadableAddress
        }
        self.url = url
        password = parts["password"] ?? ""
        let user = parts["user"] ?? ""
        name = parts["dbname"] ?? user
        let host = parts["host"] ?? parts["hostaddr"] ?? "the local socket"
        let port = parts["port"].map { ":\($0)" } ?? ""
        shown = "“\(name)” at \(host)\(port)" + (user.isEmpty ? "" : " as \(user)")
    }

    /// The same server and user, another database on it. For the tests and for moving.
    package func named(_ name: String) throws -> PostgresAddress {
        guard var parts = URLComponents(string: url) else { throw PostgresRefusal.unreadableAddress }
        parts.path = "/" + name
        return try PostgresAddress(parts.string ?? url)
    }

    /// A message of the server's, without what may be a secret in it.
    func cleaned(_ message: String) -> String {
        let words = message.split(whereSeparator: \.isNewline).joined(separator: " ")
        return password.isEmpty ? words : words.replacingOccurrences(of: password, with: "…")
    }

    /// An `@` or `/` of a password that is not written as `%40` or `%2F` would make a part of it the name of a host, and so be shown.
    private static func isUnambiguous(_ url: String) -> Bool {
        let rest = url.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst(3)
        let before = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard let at = before.lastIndex(of: UInt8(ascii: "@")) else { return true }
        return !before[..<at].contains { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "/") }
    }

    /// libpq's own reading; nil where it can't read it (its message would hold pieces of the address).
    private static func parts(of url: String) -> [String: String]? {
        guard let options = PQconninfoParse(url, nil) else { return nil }
        defer { PQconninfoFree(options) }
        var parts: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { parts[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return parts
    }
}
