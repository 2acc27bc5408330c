/// What the receiving server found out about a sender (RFC 8601).
package struct AuthenticationResult: Codable, Hashable, Sendable {
    package enum Verdict: String, Codable, Hashable, Sendable {
        case pass, fail, none, unclear
    }

    /// Who says so.
    package let server: String
    package let dmarc: Verdict
    package let spf: Verdict
    package let dkim: Verdict
}

extension AuthenticationResult {
    /// The topmost result of a server that is trusted; a sender can write more of them below it.
    init?(in headers: HeaderBlock, trusting servers: Set<String>) {
        let trusted = Set(servers.map { ASCII.lowercased($0.utf8) })
        for value in headers.values("Authentication-Results") {
            let parts = Self.parts(of: value)
            guard let first = parts.first, let name = first.split(whereSeparator: ASCII.isSpace).first.map(ASCII.lowercased) else {
                continue
            }
            guard trusted.contains(name) else { continue }
            let server = String(decoding: name, as: UTF8.self)
            let found = Self.verdicts(in: parts.dropFirst())
            self.init(
                server: server, dmarc: found["dmarc"] ?? .none, spf: found["spf"] ?? .none, dkim: found["dkim"] ?? .none)
            return
        }
        return nil
    }

    private static func verdicts(in parts: ArraySlice<[UInt8]>) -> [String: Verdict] {
        var found: [String: Verdict] = [:]
        for part in parts {
            guard let word = ASCII.trimmed(part).split(whereSeparator: ASCII.isSpace).first,
                let equals = word.firstIndex(of: UInt8(ascii: "="))
            else { continue }
            let method = word[..<equals].prefix { $0 != UInt8(ascii: "/") }
            let name = String(decoding: ASCII.lowercased(method), as: UTF8.self)
            let verdict = verdict(word[(equals + 1)...])
            // Of several signatures one that holds is enough, as DMARC has it.
            if found[name] == nil || (name == "dkim" && verdict == .pass) { found[name] = verdict }
        }
        return found
    }

    private static func verdict(_ word: ArraySlice<UInt8>) -> Verdict {
        if ASCII.equal(word, "pass") { return .pass }
        if ASCII.equal(word, "fail") || ASCII.equal(word, "softfail") || ASCII.equal(word, "permerror") { return .fail }
        return ASCII.equal(word, "none") ? .none : .unclear
    }

    /// Cut at semicolons, without comments and quoted strings: what stands in those is the sender's to choose.
    private static func parts(of value: [UInt8]) -> [[UInt8]] {
        var parts: [[UInt8]] = [[]]
        var depth = 0
        var isQuoted = false
        var isEscaped = false
        for byte in value {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch byte {
            case UInt8(ascii: "\\") where isQuoted || depth > 0: isEscaped = true
            case UInt8(ascii: "\"") where depth == 0: isQuoted.toggle()
            case UInt8(ascii: "(") where !isQuoted: depth += 1
            case UInt8(ascii: ")") where !isQuoted && depth > 0: depth -= 1
            case UInt8(ascii: ";") where !isQuoted && depth == 0: parts.append([])
            default: if !isQuoted, depth == 0 { parts[parts.count - 1].append(byte) }
            }
        }
        return parts
    }
}
