import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup

/// A page for customers in the making.
struct PublicFrame: Sendable {
    let house: House
    let language: Language
    let now: Moment
    /// The path and query of this page, for the link to its twin in the other language.
    let path: String

    var say: Wording { Wording(language) }

    func page(_ title: String, status: HTTPResponse.Status = .ok, @HTMLBuilder content: () -> HTML) -> Response {
        let other: Language = language == .dutch ? .english : .dutch
        let page = PublicPage(
            title: "\(title) – \(house.organisation.name)", language: language.rawValue, assets: .open,
            organisation: house.organisation.name,
            home: Paths.report + LanguageChoice.query(language), skip: say("Naar de inhoud", "Skip to content"),
            otherLanguage: .init(
                name: other == .english ? "English" : "Nederlands", tag: other.rawValue, address: path + LanguageChoice.query(other)),
            colophon: [
                Link(say("Klacht indienen", "Make a complaint"), to: Paths.report + LanguageChoice.query(language)),
                Link(say("Klacht volgen", "Follow a complaint"), to: Paths.follow + LanguageChoice.query(language)),
            ], content: content())
        return Answers.page(page.html, status: status)
    }
}

/// The language of a page without a session: it stands in the address, so that no cookie is needed.
enum LanguageChoice {
    static let field = "taal"

    static func query(_ language: Language) -> String { language == .dutch ? "" : "?\(field)=\(language.rawValue)" }

    /// What the address says, else what the browser asks for.
    static func of(_ request: Request, _ visit: Visit) -> Language {
        Language(rawValue: QueryFields(request)[field]) ?? visit.language
    }
}

extension Workplace {
    /// The frame of a customer's page.
    func publicFrame(_ request: Request, _ visit: Visit) async throws -> PublicFrame {
        try await read { _, house in
            PublicFrame(house: house, language: LanguageChoice.of(request, visit), now: now(in: house), path: request.uri.path)
        }
    }
}
