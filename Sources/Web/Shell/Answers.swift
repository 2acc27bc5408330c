import HTTPTypes
import Hummingbird
import Markup
import NIOCore

/// The few shapes in which a page slice answers.
enum Answers {
    static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes)))
    }

    /// After a form was taken: the browser asks for `path` anew, so that reloading sends nothing twice.
    static func seeOther(_ path: String, cookies: [HTTPField] = []) -> Response {
        var response = Response(status: .seeOther, headers: [.location: path])
        for cookie in cookies { response.headers.append(cookie) }
        return response
    }

    static func text(_ text: String, type: String = "text/plain; charset=utf-8") -> Response {
        Response(status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// A file that is saved rather than shown; its name is made by us, or written the way RFC 6266 carries any Unicode.
    static func download(_ bytes: ByteBuffer, name: String, type: String) -> Response {
        download(ResponseBody(byteBuffer: bytes), name: name, type: type)
    }

    static func download(_ body: ResponseBody, name: String, type: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .contentDisposition: "attachment; filename*=UTF-8''\(percentEncoded(name))",
                .contentSecurityPolicy: "sandbox; default-src 'none'",
            ], body: body)
    }

    private static func percentEncoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2E || byte == 0x2D
            if isPlain { bytes.append(byte) } else { bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
