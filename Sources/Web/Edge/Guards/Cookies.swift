package import HTTPTypes

/// Reads and writes the cookies of the house. Over TLS their names carry `__Host-`, so that no neighbour's subdomain can plant one.
package struct Cookies: Sendable {
    private let isSecure: Bool

    package init(base: BaseURL) { isSecure = base.isSecure }

    private func fullName(_ name: String) -> String { isSecure ? "__Host-\(name)" : name }

    /// The cookie's value; nil when it is absent, holds bytes that none of ours does, or was sent twice with different values.
    package func value(_ name: String, in headers: HTTPFields) -> String? {
        let wanted = Array(fullName(name).utf8)
        var found: [UInt8]?
        for header in headers[values: .cookie] {
            for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
                let trimmed = pair.drop { $0 == 0x20 || $0 == 0x09 }
                guard trimmed.starts(with: wanted), trimmed.dropFirst(wanted.count).first == UInt8(ascii: "=") else { continue }
                let value = Array(trimmed.dropFirst(wanted.count + 1))
                guard value.allSatisfy(Self.isValueByte), found == nil || found == value else { return nil }
                found = value
            }
        }
        return found.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The header field that sets a cookie, for this browser session or for `maxAge` seconds.
    ///
    /// The value must be of base64url bytes; others are left out.
    package func setting(_ name: String, to value: String, maxAge: Int? = nil) -> HTTPField {
        let safe = String(decoding: value.utf8.filter(Self.isValueByte), as: UTF8.self)
        let age = maxAge.map { "; Max-Age=\($0)" } ?? ""
        let text = "\(fullName(name))=\(safe); Path=/; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")\(age)"
        return HTTPField(name: .setCookie, value: text)
    }

    /// The header field that takes a cookie away.
    package func removing(_ name: String) -> HTTPField { setting(name, to: "", maxAge: 0) }

    /// Base64url and the dot.
    private static func isValueByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
        default: false
        }
    }
}
