import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// A page for customers in the making.
struct PublicFrame: Sendable {
    let house: House
    var language: Language
    let now: Moment
    /// The path of this page, for the link to its twin in the other language.
    var path: String
    /// What the browser asks for: an address need not repeat it.
    var wanted: Language
    /// What customers are told today of what goes wrong.
    var banners: [IncidentBanner] = []

    /// Above a form, and with a complaint that is followed.
    var notices: HTML {
        group { for banner in banners { Notice(.waiting) { p { language == .dutch ? banner.dutch : banner.english } } } }
    }

    var say: Wording { Wording(language) }

    private var imprint: String {
        let organisation = house.organisation
        let address = organisation.address.split(separator: "\n").joined(separator: ", ")
        return [organisation.name, address, organisation.phone, organisation.email].filter { !$0.isBlank }.joined(separator: " · ")
    }

    /// The address of another public page in the language of this one, or in another.
    func address(_ path: String, in other: Language? = nil) -> String { path + LanguageChoice.query(other ?? language, wanted: wanted) }

    /// The same with more to say in its query.
    func address(_ path: String, with pairs: [(String, String)]) -> String {
        path + QueryText.query((language == wanted ? [] : [(LanguageChoice.field, language.rawValue)]) + pairs)
    }

    /// - Parameter hasTwin: whether the same address shows the page in the other language; not so for what a form answered, where following
    ///   a link would lose what was typed.
    func page(
        _ title: String, status: HTTPResponse.Status = .ok, hasTwin: Bool = true, @HTMLBuilder content: () -> HTML
    ) -> Response {
        let other: Language = language == .dutch ? .english : .dutch
        let page = PublicPage(
            title: "\(title) – \(house.organisation.name)", language: language.rawValue, assets: .open,
            organisation: house.organisation.name,
            home: address(Paths.report), skip: say("Naar de inhoud", "Skip to content"),
            otherLanguage: hasTwin
                ? .init(name: other == .english ? "English" : "Nederlands", tag: other.rawValue, address: address(path, in: other)) : nil,
            colophon: [
                Link(say("Klacht indienen", "Make a complaint"), to: address(Paths.report)),
                Link(say("Klacht volgen", "Follow a complaint"), to: address(Paths.follow)),
                Link(say("Zo behandelen wij klachten", "How we handle complaints"), to: address(Paths.procedure)),
            ], imprint: imprint, sample: say.sample(house), content: content())
        return Answers.page(page.html, status: status)
    }
}

/// The language of a page without a session: it stands in the address, so that no cookie is needed.
enum LanguageChoice {
    static let field = "taal"

    static func query(_ language: Language, wanted: Language = .dutch) -> String {
        language == wanted ? "" : "?\(field)=\(language.rawValue)"
    }

    /// What the address says, else what the browser asks for.
    static func of(_ request: Request, _ visit: Visit) -> Language {
        Language(rawValue: QueryFields(request)[field]) ?? visit.language
    }
}

extension Workplace {
    /// The frame of a customer's page.
    func publicFrame(_ request: Request, _ visit: Visit) async throws -> PublicFrame {
        try await read { snapshot, house in
            let now = now(in: house)
            return PublicFrame(
                house: house, language: LanguageChoice.of(request, visit), now: now, path: request.uri.path, wanted: visit.language,
                banners: try snapshot.banners(on: now.day))
        }
    }
}
