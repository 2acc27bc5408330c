import Casework
import Complaints
import Hummingbird
import HTTPTypes
import Records

/// Who is signed in during a request: the person, and what binds forms to this very session.
struct SignedInPerson: Sendable {
    let member: StaffMember
    /// The session's secret as bytes: form tokens are bound to it.
    let session: [UInt8]

    var actor: Actor { member.actor }
}

/// Looks up the session that a request's cookie names. Whoever has none is simply a stranger; pages decide.
struct SessionGate: RouterMiddleware {
    static let cookie = "gehoor"

    let workplace: Workplace

    func handle(_ request: Request, context: Visit, next: (Request, Visit) async throws -> Response) async throws -> Response {
        var visit = context
        if let text = workplace.cookies.value(Self.cookie, in: request.headers), let secret = Secret(parsing: text),
            let session = try await workplace.accounts.session(for: secret, isUse: request.uri.path != Paths.live)
        {
            let person = SignedInPerson(member: session.member, session: Array(text.utf8))
            visit.person = person
            visit.memory.note(person)
            visit.language = session.member.language
        }
        return try await next(request, visit)
    }
}

/// Lets nobody but staff through: a stranger who asks for a page is shown to the door, and comes back after signing in. Who sends a form
/// when the session is over gets back what was typed.
struct StaffOnly: RouterMiddleware {
    let forms: FormBody

    func handle(_ request: Request, context: Visit, next: (Request, Visit) async throws -> Response) async throws -> Response {
        let isPage = request.method == .get || request.method == .head
        if context.person != nil {
            var visit = context
            if isPage { visit.address = request.uri.string }
            return try await next(request, visit)
        }
        guard isPage else {
            _ = try? await forms.withoutFiles.read(request, context)
            throw ProblemDetails(
                .unauthorized, code: "signed-out",
                detail: Wording(context.language)("Er is nog niets bewaard.", "Nothing was saved yet."))
        }
        return Answers.seeOther("\(Paths.signIn)?naar=\(QueryText.encoded(request.uri.string))")
    }
}

extension Visit {
    /// The person signed in; routes behind `StaffOnly` always have one.
    func signedIn() throws -> SignedInPerson {
        guard let person else { throw HTTPError(.notFound) }
        return person
    }

    /// The person, if one of these roles is theirs; otherwise this page does not exist.
    func signedIn(as roles: Set<Role>) throws -> SignedInPerson {
        let person = try signedIn()
        guard person.actor.hasAny(of: roles) else { throw HTTPError(.notFound) }
        return person
    }
}

extension Workplace {
    /// Refuses a form that did not come from a page of this very session.
    func check(_ form: SubmittedForm, of person: SignedInPerson) throws {
        try tokens.check(form, session: person.session, purpose: "desk")
    }

    /// The hidden field that such a page puts in each of its forms.
    func tokenField(_ person: SignedInPerson) -> String { tokens.token(session: person.session, purpose: "desk") }
}
