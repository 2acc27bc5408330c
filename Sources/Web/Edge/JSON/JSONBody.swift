import HTTPTypes
package import Hummingbird

/// Reads a request's JSON body.
package enum JSONBody {
    /// The members of the object that the body is. An absent body is an empty object, since many acts need none.
    ///
    /// Throws 413 over `limit` bytes, 415 for another content type, 400 for what is no JSON object.
    package static func fields(of request: Request, limit: Int = 1 << 20) async throws -> JSONFields {
        JSONFields(try members(bytes: await bytes(of: request, limit: limit)))
    }

    /// The body's bytes, for those who need them too (an idempotency key is bound to them).
    package static func bytes(of request: Request, limit: Int = 1 << 20) async throws -> [UInt8] {
        let bytes = try await BodyBytes.collect(request, limit: limit)
        guard bytes.isEmpty || isJSON(request.headers[.contentType] ?? "") else {
            throw ProblemDetails(.unsupportedMediaType, code: "not-json", detail: "Send application/json.")
        }
        return bytes
    }

    /// The members of the object in these bytes. Throws 400 for what is no JSON object.
    package static func fields(bytes: [UInt8]) throws(ProblemDetails) -> JSONFields { JSONFields(try members(bytes: bytes)) }

    private static func members(bytes: [UInt8]) throws(ProblemDetails) -> [JSONValue.Member] {
        if bytes.isEmpty { return [] }
        let value: JSONValue
        do {
            value = try JSONReader.read(bytes)
        } catch {
            throw ProblemDetails(.badRequest, code: "malformed-json", detail: "The body is no well-formed JSON (at byte \(error.offset)).")
        }
        guard case .object(let members) = value else {
            throw ProblemDetails(.badRequest, code: "not-an-object", detail: "Send a JSON object, not \(value.kind).")
        }
        return members
    }

    private static func isJSON(_ contentType: String) -> Bool {
        let kind = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }.filter { $0 != 0x20 && $0 != 0x09 }
        return String(decoding: kind, as: UTF8.self).lowercased() == "application/json"
    }
}
