import HTTPTypes
package import Hummingbird
import NIOCore

extension ProblemDetails {
    /// The problem as `application/problem+json`.
    package var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("type", "about:blank")
            json.member("title", status.reasonPhrase)
            json.member("status", status.code)
            json.member("code", code)
            json.member("detail", detail)
            if !errors.isEmpty {
                json.array("errors") { json in
                    for error in errors {
                        json.object { json in
                            json.member("field", error.field)
                            json.member("code", error.code)
                            json.member("detail", error.detail)
                        }
                    }
                }
            }
        }
        return json.bytes
    }

    package var jsonResponse: Response {
        var headers: HTTPFields = [.contentType: "application/problem+json"]
        headers[.retryAfter] = retryAfter.map(String.init)
        if status == .unauthorized { headers[.wwwAuthenticate] = "Bearer" }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: json)))
    }
}
