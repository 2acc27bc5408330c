import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup

/// How the house sends and receives mail, and whether that works.
struct MailSettingsRoutes {
    let workplace: Workplace
    /// So many mailboxes can be set up here.
    static let mostMailboxes = 4

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.mailSettings), use: show)
        routes.post(RouterPath(Paths.mailSettings), use: save)
        routes.post(RouterPath(Paths.mailCheck), use: check)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: [.administrator])
        let (desk, refused) = try await workplace.desk(visit) { snapshot, _, now in try RefusedMail.read(in: snapshot, now: now) }
        return MailSettingsPage(desk: desk, typed: TypedForm(desk.say), flash: desk.savedFlash(request), refused: refused).response()
    }

    @Sendable func save(_ request: Request, _ visit: Visit) async throws -> Response {
        let sent = try await SettingsForm(request, visit, workplace, fields: Set(MailFields.all))
        do {
            try await workplace.settings.change(
                MailFields.input(sent.form), keys: workplace.inbox.keys, seen: sent.seen, by: sent.person.actor)
            return Answers.seeOther("\(Paths.mailSettings)?bewaard=1")
        } catch let refusal as SettingsRefusal {
            let desk = try await workplace.desk(visit)
            let say = desk.say
            let typed = sent.typed(say, refusal) { problem in (problem.field, say.mailProblem(problem)) }
            return MailSettingsPage(desk: desk, typed: typed, refusal: refusal).response()
        }
    }

    /// Tries what is saved: connects, logs in, and leaves.
    @Sendable func check(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn(as: [.administrator])
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: [FormTokens.field])
        let desk = try await workplace.desk(visit)
        let (settings, secrets, say) = (desk.house.mail, workplace.inbox.secrets, desk.say)
        var results: [(what: String, trouble: String?)] = []
        if settings.sending != nil {
            let fault = await MailCheck.sending(settings, greetingAs: workplace.base.host, secrets: secrets)
            results.append((say("Versturen", "Sending"), fault.map { say.mailTrouble($0, at: settings.sending) }))
        }
        for mailbox in settings.mailboxes {
            let fault = await MailCheck.mailbox(mailbox, secrets: secrets)
            results.append((mailbox.place, fault.map { say.mailTrouble($0, at: mailbox.server) }))
        }
        return MailSettingsPage(desk: desk, typed: TypedForm(say), results: results).response()
    }
}

/// The names of the page's fields, and what they mean.
enum MailFields {
    static let server = [
        "host", "port", "security", "user", "password", "tokenAddress", "clientID", "clientSecret", "scope", "refreshToken",
        "forgetRefreshToken",
    ]
    static let places = ["smtp"] + (1...MailSettingsRoutes.mostMailboxes).map { "imap.\($0)" }

    static var all: [String] {
        ["address", "name", "plus", "trustedServers", "forwarding"]
            + places.flatMap { place in (server + ["folder", "doneFolder", "old", "oldDays"]).map { "\(place).\($0)" } }
    }

    static func input(_ form: SubmittedForm) -> MailSettingsInput {
        var input = MailSettingsInput()
        (input.address, input.name) = (form.text("address"), form.text("name"))
        (input.takesPlusAddresses, input.trustedServers) = (form.has("plus"), form.text("trustedServers"))
        input.forwarding = form.text("forwarding")
        input.sending = server(form, "smtp")
        input.mailboxes = places.dropFirst().map { place in
            var mailbox = MailSettingsInput.Mailbox()
            mailbox.server = server(form, place)
            (mailbox.folder, mailbox.doneFolder) = (form.text("\(place).folder"), form.text("\(place).doneFolder"))
            (mailbox.takesOld, mailbox.oldDays) = (form.has("\(place).old"), form.text("\(place).oldDays"))
            return mailbox
        }
        return input
    }

    private static func server(_ form: SubmittedForm, _ place: String) -> MailSettingsInput.Server {
        var server = MailSettingsInput.Server()
        func text(_ name: String) -> String { form.text("\(place).\(name)") }
        (server.host, server.port, server.security) = (text("host"), text("port"), text("security"))
        (server.user, server.password) = (text("user"), text("password"))
        (server.tokenAddress, server.clientID, server.clientSecret) = (text("tokenAddress"), text("clientID"), text("clientSecret"))
        (server.scope, server.refreshToken) = (text("scope"), text("refreshToken"))
        server.forgetsRefreshToken = form.has("\(place).forgetRefreshToken")
        return server
    }
}
