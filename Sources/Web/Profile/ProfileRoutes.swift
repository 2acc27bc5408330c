import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// One's own name, address, password and way of working.
struct ProfileRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.profile), use: show)
        routes.post(RouterPath(Paths.profile), use: changeProfile)
        routes.post(RouterPath(Paths.look), use: toggleLook)
        routes.post(RouterPath(Paths.email), use: changeEmail)
        routes.post(RouterPath(Paths.password), use: changePassword)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let desk = try await workplace.desk(visit)
        return ProfilePage(desk: desk, done: ProfilePage.Part(rawValue: QueryFields(request)["bewaard"])).response()
    }

    @Sendable func changeProfile(_ request: Request, _ visit: Visit) async throws -> Response {
        let (person, form) = try await read(request, visit, fields: ["name", "language", "keys", "dense", "mailed"])
        return try await answering(.about, form, visit) {
            _ = try await workplace.accounts.changeProfile(
                of: person.member.id, name: form.text("name"),
                language: Language(rawValue: form.text("language")) ?? person.member.language,
                usesSingleKeys: form.has("keys"), isDense: form.has("dense"), isMailed: form.has("mailed"))
            return Answers.seeOther("\(Paths.profile)?bewaard=\(ProfilePage.Part.about.rawValue)")
        }
    }

    /// Dense rows or roomy ones, from any list; back to that list.
    @Sendable func toggleLook(_ request: Request, _ visit: Visit) async throws -> Response {
        let (person, form) = try await read(request, visit, fields: ["naar"])
        let member = person.member
        _ = try await workplace.accounts.changeProfile(
            of: member.id, name: member.name, language: member.language, usesSingleKeys: member.usesSingleKeys, isDense: !member.isDense,
            isMailed: member.isMailed)
        return Answers.seeOther(ReturnPath.safe(form.text("naar")) ?? Paths.profile)
    }

    @Sendable func changeEmail(_ request: Request, _ visit: Visit) async throws -> Response {
        let (person, form) = try await read(request, visit, fields: ["email", "old"])
        return try await answering(.email, form, visit) {
            let signIn = try await workplace.accounts.changeOwnEmail(
                of: person.member.id, to: form.text("email"), password: Password(form.text("old")), from: workplace.origin(visit))
            return try await workplace.welcome(signIn, to: "\(Paths.profile)?bewaard=\(ProfilePage.Part.email.rawValue)", request, visit)
        }
    }

    @Sendable func changePassword(_ request: Request, _ visit: Visit) async throws -> Response {
        let (person, form) = try await read(request, visit, fields: ["username", "old", "password", "again"])
        let say = Wording(person.member.language)
        if let trouble = ChosenPassword.trouble(in: form, say) { return try await page(.password, trouble, visit) }
        return try await answering(.password, form, visit) {
            let signIn = try await workplace.accounts.changeOwnPassword(
                of: person.member.id, old: Password(form.text("old")), new: Password(form.text("password")), from: workplace.origin(visit))
            return try await workplace.welcome(
                signIn, to: "\(Paths.profile)?bewaard=\(ProfilePage.Part.password.rawValue)", request, visit)
        }
    }

    private func read(_ request: Request, _ visit: Visit, fields: Set<String>) async throws -> (SignedInPerson, SubmittedForm) {
        let person = try visit.signedIn()
        let form = try await workplace.forms.read(request)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: fields.union([FormTokens.field]))
        return (person, form)
    }

    /// The answer of `work`, or the page with what stood in its way.
    private func answering(
        _ part: ProfilePage.Part, _ form: SubmittedForm, _ visit: Visit, _ work: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await work()
        } catch let refusal as AccountRefusal {
            let say = Wording(visit.language)
            if refusal == .wrongCredentials {
                let wrong = say("Dit is niet uw huidige wachtwoord. Typ het opnieuw.", "This is not your current password. Type it again.")
                return try await page(part, TypedForm(say, form, errors: ["old": wrong]), visit)
            }
            return try await page(part, TypedForm(say, form, refusal), visit)
        }
    }

    private func page(_ part: ProfilePage.Part, _ typed: TypedForm, _ visit: Visit) async throws -> Response {
        ProfilePage(desk: try await workplace.desk(visit), returned: (part, typed)).response()
    }
}
