import CCurl
package import Foundation

/// What a web server answered.
package struct WebAnswer: Hashable, Sendable {
    package let status: Int
    package let body: Data
}

/// A form that is sent to a web server, always by TLS.
package struct FormPost: Sendable {
    private let destination: Destination
    private let path: String
    private let fields: [(name: String, value: SecretText)]
    private static let answerLimit = 1 << 20

    /// - Parameters:
    ///   - address: an `https` address without name, password or fragment. Nil comes back for any other.
    package init?(_ address: String, fields: [(name: String, value: SecretText)]) {
        guard address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }), let parts = URLComponents(string: address) else { return nil }
        guard parts.scheme == "https", parts.user == nil, parts.password == nil, parts.fragment == nil else { return nil }
        guard let host = parts.host.flatMap({ HostName($0) }), let port = UInt16(exactly: parts.port ?? 443) else { return nil }
        destination = Destination(host: host, port: port, security: .tls)
        path = String(parts.percentEncodedPath.drop { $0 == "/" }) + (parts.percentEncodedQuery.map { "?\($0)" } ?? "")
        self.fields = fields
    }

    /// Sends it, waits for the answer. Throws `DialFault`; an answer of any status is no fault.
    package func send(with dialler: Dialler) async throws -> WebAnswer {
        try await OwnThread("form").run { try perform(with: dialler) }
    }

    private func perform(with dialler: Dialler) throws -> WebAnswer {
        let handle = try CurlHandle()
        let answer = WebBody(limit: Self.answerLimit)
        try handle.begin(.https, at: destination, path: path, with: dialler)
        let body = fields.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value.revealed))" }.joined(separator: "&")
        handle.set(CURLOPT_POST, 1)
        handle.set(CURLOPT_POSTFIELDSIZE, body.utf8.count)
        handle.set(CURLOPT_COPYPOSTFIELDS, body)
        handle.set(CURLOPT_HTTPHEADER, list: ["Accept: application/json", "Expect:"])
        answer.receive(from: handle)
        let result = withExtendedLifetime(answer) { curl_easy_perform(handle.easy) }
        if answer.isTooLarge { throw DialFault.answerTooLarge(limit: Self.answerLimit) }
        guard result == CURLE_OK else { throw handle.fault(result, deadlines: dialler.deadlines) }
        return WebAnswer(status: gehoor_curl_get_long(handle.easy, CURLINFO_RESPONSE_CODE), body: answer.bytes)
    }

    /// As HTML forms write it, byte by byte.
    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "*"):
                encoded.append(byte)
            default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}

/// What comes back, up to a limit.
private final class WebBody {
    private(set) var bytes = Data()
    private(set) var isTooLarge = false
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func receive(from handle: CurlHandle) {
        handle.set(CURLOPT_WRITEDATA, pointer: Unmanaged.passUnretained(self).toOpaque())
        gehoor_curl_set_piece(handle.easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            return Unmanaged<WebBody>.fromOpaque(context).takeUnretainedValue().take(
                UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
    }

    private func take(_ piece: UnsafeRawBufferPointer) -> Int {
        isTooLarge = bytes.count + piece.count > limit
        if isTooLarge { return 0 }
        bytes.append(contentsOf: piece)
        return piece.count
    }
}
