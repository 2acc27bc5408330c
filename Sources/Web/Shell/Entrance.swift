import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup

/// A page before the desk in the making: signing in, setting up, choosing a password.
struct Entrance: Sendable {
    let house: House
    let language: Language
    /// The path of this page, for its form and for its twin in the other language.
    let path: String
    /// What the address must go on saying.
    var query: [(String, String)] = []

    var say: Wording { Wording(language) }

    func page(_ title: String, status: HTTPResponse.Status = .ok, @HTMLBuilder content: () -> HTML) -> Response {
        let other: Language = language == .dutch ? .english : .dutch
        // Nobody has named the organisation yet: the name of the house twice says nothing.
        let organisation = house.organisationVersion == 0 ? "" : house.organisation.name
        let page = EntrancePage(
            title: "\(title) – \(organisation.isEmpty ? "Gehoor" : organisation)", language: language.rawValue, assets: .entrance,
            product: "Gehoor", organisation: organisation,
            otherLanguage: .init(
                name: other == .english ? "English" : "Nederlands", tag: other.rawValue,
                address: path + QueryText.query(query + [(LanguageChoice.field, other.rawValue)])),
            sample: say.sample(house), content: content())
        return Answers.page(page.html, status: status)
    }

    /// A form that is sent to the page it stands on.
    func form(@HTMLBuilder content: () -> HTML) -> HTML {
        Markup.form(
            .method(.post), .action(path + QueryText.query(query + [(LanguageChoice.field, language.rawValue)])), .class("form"),
            .novalidate,
            content: content)
    }
}

extension Workplace {
    /// The frame of a page before the desk.
    func entrance(_ request: Request, _ visit: Visit, keeping query: [(String, String)] = []) async throws -> Entrance {
        try await read { _, house in
            Entrance(house: house, language: LanguageChoice.of(request, visit), path: request.uri.path, query: query)
        }
    }

    /// Where a request came from, for the audit and the throttle.
    func origin(_ visit: Visit) -> RequestOrigin { RequestOrigin("\(visit.client)") }

    /// Signs in: the browser gets the new session, and goes on to `path`. What its old cookie still granted has ended.
    func welcome(_ signIn: SignIn, to path: String, _ request: Request, _ visit: Visit) async throws -> Response {
        try await endSession(of: request, visit)
        return Answers.seeOther(path, cookies: [cookies.setting(SessionGate.cookie, to: signIn.sessionSecret.text)])
    }

    /// Ends the session that a request came with, if any.
    func endSession(of request: Request, _ visit: Visit) async throws {
        guard let text = cookies.value(SessionGate.cookie, in: request.headers), let secret = Secret(parsing: text) else { return }
        try await accounts.signOut(secret, from: origin(visit))
        streams.end(session: secret.digest)
    }
}
