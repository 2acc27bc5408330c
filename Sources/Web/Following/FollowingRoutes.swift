import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Records

/// Where customers follow their complaint: the door, the link, the page behind it, and what they can do there.
struct FollowingRoutes {
    let workplace: Workplace
    let reception: Reception
    let follow: FollowAccess

    static let cookie = "gehoor-volg"

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.follow), use: door)
        routes.post(RouterPath(Paths.follow), use: askForLink)
        routes.get(RouterPath(Paths.followLink), use: link)
        routes.post(RouterPath(Paths.followLink), use: open)
        routes.get(RouterPath(Paths.followed), use: show)
        routes.post(RouterPath(Paths.followedAct), use: act)
        return routes
    }

    @Sendable func door(_ request: Request, _ visit: Visit) async throws -> Response {
        FollowDoor(frame: try await workplace.publicFrame(request, visit)).page()
    }

    /// Number and e-mail address: the answer is the same whatever they are.
    @Sendable func askForLink(_ request: Request, _ visit: Visit) async throws -> Response {
        var door = FollowDoor(frame: try await workplace.publicFrame(request, visit))
        let form = try await workplace.forms.read(request, visit)
        try form.refuseUnknown(allowed: ["number", "email"])
        (door.number, door.email) = (form.text("number"), form.text("email"))
        guard reception.limits.asking.admits(visit.client) else { return door.page(isPosted: true, isTooOften: true) }
        if !door.problems.isEmpty { return door.page(isPosted: true) }
        try await follow.askForLink(
            number: door.number, email: door.email, from: workplace.origin(visit), house: workplace.office.house)
        return door.answer()
    }

    /// The link shows one button: looking at it, as mail scanners do, opens nothing.
    @Sendable func link(_ request: Request, _ visit: Visit) async throws -> Response {
        let frame = try await workplace.publicFrame(request, visit)
        guard let secret = visit.parameter("link").flatMap({ Secret(parsing: $0) }), try await follow.complaint(forLink: secret) != nil
        else {
            return LinkDoor(frame: frame).deadEnd()
        }
        return LinkDoor(frame: frame).page(to: Paths.followLink(secret.text))
    }

    @Sendable func open(_ request: Request, _ visit: Visit) async throws -> Response {
        let frame = try await workplace.publicFrame(request, visit)
        guard let link = visit.parameter("link").flatMap({ Secret(parsing: $0) }),
            let session = try await follow.openSession(link, from: workplace.origin(visit))
        else { return LinkDoor(frame: frame).deadEnd() }
        return Answers.seeOther(
            frame.address(Paths.followed), cookies: [workplace.cookies.setting(Self.cookie, to: session.text)])
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let follower = try await follower(request) else {
            return EndedPage(frame: try await workplace.publicFrame(request, visit)).response()
        }
        let done = FollowedAct(rawValue: QueryFields(request)["gedaan"])
        return page(try await view(of: follower, request, visit), follower, returned: ReturnedMessage(), done: done)
    }

    @Sendable func act(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let act = visit.parameter("handeling").flatMap({ FollowedAct(rawValue: $0) }) else { throw HTTPError(.notFound) }
        let form = try await workplace.forms.read(request, visit)
        try form.refuseUnknown(allowed: ReturnedMessage.fields)
        guard let follower = try await follower(request) else {
            return EndedPage(frame: try await workplace.publicFrame(request, visit), text: form.text("text")).response()
        }
        try workplace.tokens.check(form, session: follower.session, purpose: Follower.purpose)
        if act == .signOut { return try await signOut(follower, request, visit) }
        return try await FollowedDoing(routes: self, follower: follower, act: act).response(form, request, visit)
    }

    private func signOut(_ follower: Follower, _ request: Request, _ visit: Visit) async throws -> Response {
        try await follow.endSession(follower.secret)
        let frame = try await workplace.publicFrame(request, visit)
        return Answers.seeOther(frame.address(Paths.follow), cookies: [workplace.cookies.removing(Self.cookie)])
    }

    private func follower(_ request: Request) async throws -> Follower? {
        guard let text = workplace.cookies.value(Self.cookie, in: request.headers), let secret = Secret(parsing: text),
            let complaint = try await follow.complaint(forFollowSession: secret)
        else { return nil }
        return Follower(complaint: complaint, secret: secret)
    }

    /// The page's frame, in the language the customer is written to unless another was chosen, and what stands in it.
    func view(of follower: Follower, _ request: Request, _ visit: Visit) async throws -> (frame: PublicFrame, file: FollowedFile) {
        let (now, current) = (workplace.office.clock.now(), workplace.office.house)
        let file = try await workplace.read { snapshot, house in
            try FollowedFile(follower.complaint, in: snapshot, house: house, at: current, now: now)
        }
        var frame = try await workplace.publicFrame(request, visit)
        if QueryFields(request)[LanguageChoice.field].isEmpty, let language = file.complaint.correspondent?.language {
            (frame.language, frame.wanted) = (language, language)
        }
        frame.path = Paths.followed
        return (frame, file)
    }

    func page(
        _ view: (frame: PublicFrame, file: FollowedFile), _ follower: Follower, returned: ReturnedMessage, done: FollowedAct? = nil
    ) -> Response {
        let token = workplace.tokens.token(session: follower.session, purpose: Follower.purpose)
        let forms = FollowedForms(
            frame: view.frame, file: view.file, returned: returned, token: token, tokens: workplace.tokens, reception: reception)
        return FollowedPage(frame: view.frame, file: view.file, returned: returned, done: done, forms: forms).response()
    }
}

/// Whoever came through a follow link, and the complaint that they may see.
struct Follower: Sendable {
    static let purpose = "follow"

    let complaint: ComplaintID
    let secret: Secret

    /// What binds forms to this very session.
    var session: [UInt8] { Array(secret.text.utf8) }
}

/// What a customer can do on the page; raw values stand in its addresses.
enum FollowedAct: String, CaseIterable, Sendable {
    case reply = "antwoord"
    case withdraw = "intrekken"
    case reopen = "opnieuw-bekijken"
    case signOut = "afmelden"
}
