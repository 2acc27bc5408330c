import Casework
import Complaints
import HTTPTypes
import Hummingbird

/// Lets nothing but programs with a token of ours into the API: also an address that isn't there is not told to strangers. Only the
/// description of the API is for everybody.
struct TokenGate: RouterMiddleware {
    let accounts: AccountOffice

    func handle(_ request: Request, context: Visit, next: (Request, Visit) async throws -> Response) async throws -> Response {
        let path = request.uri.path
        guard path.utf8.starts(with: "/api/".utf8), path != Paths.apiDescription else { return try await next(request, context) }
        guard let bearer = Self.bearer(in: request.headers), let program = try await accounts.tokenActor(for: bearer) else {
            throw Self.refusal(in: context.language)
        }
        var visit = context
        visit.program = program.actor
        return try await next(request, visit)
    }

    private static func bearer(in headers: HTTPFields) -> Substring? {
        guard let text = headers[.authorization], let blank = text.utf8.firstIndex(of: UInt8(ascii: " ")),
            text[..<blank].lowercased() == "bearer"
        else { return nil }
        return text[blank...].drop { $0 == " " }
    }

    private static func refusal(in language: Language) -> ProblemDetails {
        ProblemDetails(
            .unauthorized, code: "no-token",
            detail: Wording(language)(
                "Stuur een geldig token mee: Authorization: Bearer …", "Send a valid token along: Authorization: Bearer …"))
    }
}

extension Visit {
    /// Who a request to the API comes from; behind the gate there always is somebody.
    func requireProgram() throws -> Actor {
        guard let program else { throw HTTPError(.unauthorized) }
        return program
    }
}
