import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// Who works here: adding, changing, and handing over links. For administrators; to anybody else there is nothing here.
struct StaffRoutes {
    let workplace: Workplace

    private static let fields: Set<String> = [FormTokens.field, "name", "email", "roles", "team"]

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.staff), use: list)
        routes.get(RouterPath(Paths.newStaff), use: showNew)
        routes.post(RouterPath(Paths.newStaff), use: add)
        routes.get(RouterPath(Paths.staffMember), use: show)
        routes.post(RouterPath(Paths.staffMember), use: change)
        routes.post(RouterPath(Paths.staffLink), use: makeLink)
        return routes
    }

    @Sendable func list(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: [.administrator])
        return StaffPage(desk: try await workplace.desk(visit), changed: QueryFields(request)["bewaard"] == "1").response()
    }

    @Sendable func showNew(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: [.administrator])
        let desk = try await workplace.desk(visit)
        return MemberPage(desk: desk, member: nil, typed: TypedForm(desk.say)).response()
    }

    @Sendable func add(_ request: Request, _ visit: Visit) async throws -> Response {
        let (person, form) = try await read(request, visit, fields: Self.fields)
        do {
            let (member, link) = try await workplace.accounts.invite(try input(form), by: person.actor)
            return LinkMadePage(desk: try await workplace.desk(visit), member: member, address: address(of: link)).response()
        } catch let refusal as AccountRefusal {
            let desk = try await workplace.desk(visit)
            return MemberPage(desk: desk, member: nil, typed: TypedForm(desk.say, form, refusal)).response()
        }
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: [.administrator])
        let (desk, member) = try await member(visit)
        return MemberPage(desk: desk, member: member, typed: TypedForm(desk.say)).response()
    }

    @Sendable func change(_ request: Request, _ visit: Visit) async throws -> Response {
        let (person, form) = try await read(request, visit, fields: Self.fields.union(["active", "skills", MemberPage.leavingFiles]))
        let (desk, member) = try await member(visit)
        do {
            _ = try await workplace.accounts.changeMember(
                member.id, to: try input(form), isActive: form.has("active"), leavingFiles: form.has(MemberPage.leavingFiles),
                by: person.actor)
            return Answers.seeOther("\(Paths.staff)?bewaard=1")
        } catch AccountRefusal.notThere {
            throw HTTPError(.notFound)
        } catch let refusal as AccountRefusal {
            let typed = TypedForm(desk.say, form, refusal)
            if case .leavesFiles = refusal { return MemberPage(desk: desk, member: member, typed: typed, leavesFiles: true).response() }
            return MemberPage(desk: desk, member: member, typed: typed).response()
        }
    }

    @Sendable func makeLink(_ request: Request, _ visit: Visit) async throws -> Response {
        let (person, _) = try await read(request, visit, fields: [FormTokens.field])
        let (desk, member) = try await member(visit)
        do {
            let link = try await workplace.accounts.passwordLink(for: member.id, by: person.actor)
            return LinkMadePage(desk: desk, member: member, address: address(of: link)).response()
        } catch AccountRefusal.notThere {
            throw HTTPError(.notFound)
        }
    }

    private func address(of link: Secret) -> String { "\(workplace.base)\(Paths.link(link.text))" }

    private func read(_ request: Request, _ visit: Visit, fields: Set<String>) async throws -> (SignedInPerson, SubmittedForm) {
        let person = try visit.signedIn(as: [.administrator])
        let form = try await workplace.forms.read(request)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: fields)
        return (person, form)
    }

    private func input(_ form: SubmittedForm) throws -> StaffInput {
        StaffInput(
            name: form.text("name"), email: form.text("email"), roles: try RoleChoices.roles(in: form), skills: Set(form.all("skills")),
            team: form.text("team"))
    }

    private func member(_ visit: Visit) async throws -> (Desk, StaffMember) {
        guard let id = visit.parameter("medewerker").flatMap({ Int64($0) }) else { throw HTTPError(.notFound) }
        let desk = try await workplace.desk(visit)
        guard let member = desk.staff[StaffID(id)] else { throw HTTPError(.notFound) }
        return (desk, member)
    }
}
