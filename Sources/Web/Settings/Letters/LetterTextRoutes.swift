import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// The words of letters to customers: which there are, and each to be changed, looked at and put back.
struct LetterTextRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.letterTexts), use: list)
        routes.post(RouterPath(Paths.letterTexts), use: address)
        routes.get(RouterPath(Paths.letterText), use: show)
        routes.post(RouterPath(Paths.letterText), use: change)
        return routes
    }

    @Sendable func list(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: [.administrator])
        let desk = try await workplace.desk(visit)
        return LetterTextsPage(desk: desk, typed: TypedForm(desk.say), flash: desk.savedFlash(request)).response()
    }

    /// "U" or "je".
    @Sendable func address(_ request: Request, _ visit: Visit) async throws -> Response {
        let sent = try await SettingsForm(request, visit, workplace, fields: ["addressing"])
        guard let addressing = Addressing(rawValue: sent.form.text("addressing")) else { throw FormError.malformed }
        do {
            try await workplace.settings.change(addressing, seen: sent.seen, by: sent.person.actor)
            return Answers.seeOther("\(Paths.letterTexts)?bewaard=1")
        } catch let refusal as SettingsRefusal {
            let desk = try await workplace.desk(visit)
            let typed = sent.typed(desk.say, refusal) { (field: $0.field, words: desk.say.problem($0)) }
            return LetterTextsPage(desk: desk, typed: typed, refusal: refusal).response()
        }
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: [.administrator])
        let key = try key(visit)
        let desk = try await workplace.desk(visit)
        return LetterTextPage(
            desk: desk, key: key, typed: TypedForm(desk.say), shown: desk.house.letters.template(key), flash: desk.savedFlash(request)
        ).response()
    }

    /// "Bekijk" only shows how it would read; "bewaar" keeps it; "standaard" puts Gehoor's own text back.
    @Sendable func change(_ request: Request, _ visit: Visit) async throws -> Response {
        let key = try key(visit)
        let sent = try await SettingsForm(request, visit, workplace, fields: ["subject", "body", "act"])
        let input = LetterInput(key, subject: sent.form.text("subject"), body: sent.form.text("body"))
        do {
            switch sent.form.text("act") {
            case LetterTextPage.previewAct:
                let desk = try await workplace.desk(visit)
                return page(desk, input, sent, nil)
            case LetterTextPage.testAct: return try await test(input, sent, visit)
            case LetterTextPage.standardAct: try await workplace.settings.putBack(key, seen: sent.seen, by: sent.person.actor)
            default: try await workplace.settings.change(input, seen: sent.seen, by: sent.person.actor)
            }
            return Answers.seeOther("\(Paths.letterText(key.kind.rawValue, key.voice.rawValue))?bewaard=1")
        } catch let refusal as SettingsRefusal {
            return page(try await workplace.desk(visit), input, sent, refusal)
        }
    }

    /// To the administrator's own address, and to nobody else.
    private func test(_ input: LetterInput, _ sent: SettingsForm, _ visit: Visit) async throws -> Response {
        let desk = try await workplace.desk(visit)
        let isOnItsWay = try await workplace.office.mailTest(of: input, to: sent.person.member)
        var response = page(desk, input, sent, nil, flash: isOnItsWay ? onItsWay(desk) : nil)
        if !isOnItsWay { response.status = .unprocessableContent }
        return response
    }

    private func onItsWay(_ desk: Desk) -> Notice {
        let address = desk.person.member.email.text
        return Notice(.good, isFlash: true) {
            p {
                desk.say(
                    "De proef gaat naar \(address). De tekst is nog niet bewaard.",
                    "The test goes to \(address). The text is not saved yet.")
            }
        }
    }

    private func page(_ desk: Desk, _ input: LetterInput, _ sent: SettingsForm, _ refusal: SettingsRefusal?, flash: Notice? = nil)
        -> Response
    {
        let typed =
            switch refusal {
            case nil, .unfitLetter: TypedForm(desk.say, sent.form, errors: LetterFlawWords(say: desk.say).sentences(for: input))
            case .some(let refusal): sent.typed(desk.say, refusal) { (field: $0.field, words: desk.say.problem($0)) }
            }
        return LetterTextPage(
            desk: desk, key: input.key, typed: typed, shown: input.template, isUnsaved: true,
            seen: refusal == .movedOn ? nil : sent.seen, refusal: refusal, flash: flash
        ).response()
    }

    private func key(_ visit: Visit) throws -> LetterKey {
        guard let kind = visit.parameter("brief").flatMap({ LetterKind(rawValue: $0) }),
            let voice = visit.parameter("stem").flatMap({ LetterVoice(rawValue: $0) })
        else { throw HTTPError(.notFound) }
        return LetterKey(kind, voice)
    }
}
