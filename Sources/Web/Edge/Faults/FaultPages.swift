import HTTPTypes
package import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import Records

/// What an error page tells.
package struct FaultPage: Sendable {
    package let problem: ProblemDetails
    /// Eight hexadecimal digits that also stand in the log; nil when the visitor can mend it.
    package let number: String?
}

/// Turns what was thrown into an answer. Refusals are answered as they are; anything else is a fault, which the log tells in
/// full and the visitor by its number only.
package struct FaultPages: RouterMiddleware {
    package typealias Context = Visit

    private let page: @Sendable (FaultPage, Visit) -> [UInt8]

    /// - Parameter page: the whole HTML of an error page, in the visitor's language.
    package init(page: @escaping @Sendable (FaultPage, Visit) -> [UInt8]) { self.page = page }

    package func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPParserError {
            throw error  // the connection is answered by Hummingbird, and closed
        } catch {
            return answer(to: request, context, faultPage(for: error, request, context), headers: (error as? HTTPError)?.headers ?? [:])
        }
    }

    private func faultPage(for error: any Error, _ request: Request, _ visit: Visit) -> FaultPage {
        switch error {
        case let problem as ProblemDetails: return FaultPage(problem: problem, number: nil)
        case let refusal as any ProblemConvertible: return FaultPage(problem: refusal.problem, number: nil)
        case let error as any HTTPResponseError where error.status.code < 500:
            return FaultPage(problem: .plain(error.status), number: nil)
        default:
            return FaultPage(problem: problem(for: error), number: log(error, request, visit))
        }
    }

    private func problem(for error: any Error) -> ProblemDetails {
        if case DatabaseFault.inDoubt = error { return .storageInDoubt }
        return isStorageTrouble(error) ? .storageTrouble : .plain(.internalServerError)
    }

    private func log(_ error: any Error, _ request: Request, _ visit: Visit) -> String {
        let number = Hex.text((0..<4).map { _ in UInt8.random(in: .min ... .max) })
        // The route, not the path: paths hold numbers and secrets of links.
        visit.logger.error(
            "Fault \(number)",
            metadata: [
                "fault": "\(number)", "error": "\(LogText.safe(String(reflecting: error)))", "method": "\(request.method.rawValue)",
                "route": "\(visit.endpointPath ?? "none")", "client": "\(visit.client)",
            ])
        return number
    }

    private func answer(to request: Request, _ visit: Visit, _ fault: FaultPage, headers: HTTPFields) -> Response {
        var response: Response
        if request.uri.path.utf8.starts(with: "/api/".utf8) {
            response = fault.problem.numbered(fault.number).jsonResponse
        } else {
            let body = ResponseBody(byteBuffer: ByteBuffer(bytes: page(fault, visit)))
            response = Response(status: fault.problem.status, headers: [.contentType: "text/html; charset=utf-8"], body: body)
            response.headers[.retryAfter] = fault.problem.retryAfter.map(String.init)
        }
        for field in headers where !response.headers.contains(field.name) { response.headers.append(field) }
        return response
    }
}

extension ProblemDetails {
    static let storageTrouble = ProblemDetails(
        .serviceUnavailable, code: "storage-trouble", detail: "Nothing was saved: the storage takes no work now. Try again later.",
        retryAfter: 60)

    static let storageInDoubt = ProblemDetails(
        .serviceUnavailable, code: "storage-in-doubt",
        detail:
            "The storage was lost in the middle of this: it may have been saved. Look before sending it again, or use an Idempotency-Key.",
        retryAfter: 60)

    /// A status that says all there is to say.
    static func plain(_ status: HTTPResponse.Status) -> ProblemDetails {
        switch status {
        case .notFound: ProblemDetails(status, code: "not-found", detail: "There is nothing here, or nothing that you may see.")
        case .methodNotAllowed: ProblemDetails(status, code: "method-not-allowed", detail: "This cannot be done here.")
        case .contentTooLarge: ProblemDetails(status, code: "too-large", detail: "This is more than can be taken at once.")
        case .internalServerError: ProblemDetails(status, code: "fault", detail: "Something went wrong here. It has been noted.")
        default:
            ProblemDetails(
                status, code: "status-\(status.code)", detail: status.reasonPhrase.isEmpty ? "Refused." : "\(status.reasonPhrase).")
        }
    }

    fileprivate func numbered(_ number: String?) -> ProblemDetails {
        guard let number else { return self }
        return ProblemDetails(status, code: code, detail: "\(detail) Fault \(number).", errors: errors, retryAfter: retryAfter)
    }
}
