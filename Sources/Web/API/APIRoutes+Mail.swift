import Casework
import Complaints
import Foundation
import HTTPTypes
import Hummingbird
import Records

/// `POST /mail`: a mail as it came, kept before it is answered; and what became of it.
extension APIRoutes {
    @Sendable func receiveMail(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.requireProgram()
        guard PermissionTable.mayRegister(actor) else { throw ProblemDetails(Refusal.notThere, in: visit.language) }
        let query = QueryFields(request)
        guard Self.isMail(request.headers[.contentType] ?? "") else {
            throw ProblemDetails(.unsupportedMediaType, code: "not-mail", detail: "Send message/rfc822.")
        }
        let bytes: [UInt8]
        do {
            bytes = try await BodyBytes.collect(request, limit: InboxOffice.limit)
        } catch FormError.bodyTooLarge {
            throw ProblemDetails(.contentTooLarge, code: "mail-too-large", detail: "A mail may be \(InboxOffice.limit >> 20) MB large.")
        }
        guard !bytes.isEmpty else { throw ProblemDetails(.badRequest, code: "no-mail", detail: "The body holds no mail.") }
        let mailbox = String(query["mailbox"].unicodeScalars.prefix(250))
        let id = try await workplace.inbox.accept(Data(bytes), from: .api, for: mailbox)
        var json = JSONWriter()
        json.object { $0.member("inbox", "\(id.value)") }
        return Self.json(json.bytes, status: .accepted, headers: [.location: "\(Paths.apiMail)/\(id.value)"])
    }

    @Sendable func mailStatus(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.requireProgram()
        guard PermissionTable.mayRegister(actor), let id = visit.parameter("post").flatMap({ Int64($0) }),
            let status = try await workplace.inbox.status(of: InboxID(id))
        else { throw ProblemDetails(Refusal.notThere, in: visit.language) }
        var json = JSONWriter()
        json.object { json in
            json.member("inbox", "\(id)")
            json.member("state", status.state.rawValue)
            json.member("outcome", status.outcome?.rawValue)
            json.member("number", status.number?.formatted)
        }
        return Self.json(json.bytes)
    }

    private static func isMail(_ contentType: String) -> Bool {
        let kind = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }.filter { $0 != 0x20 && $0 != 0x09 }
        return String(decoding: kind, as: UTF8.self).lowercased() == "message/rfc822"
    }
}
