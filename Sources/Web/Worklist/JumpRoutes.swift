import Casework
import Complaints
import HTTPTypes
import Hummingbird
import NIOCore
import Records

/// The jump box: a number, a customer or an act, from a few letters.
struct JumpRoutes {
    private static let most = 8

    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.jump), use: jump)
        return routes
    }

    @Sendable func jump(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.signedIn().actor
        let text = QueryFields(request)["q"].trimmed
        var filter = WorklistFilter()
        filter.words = text
        let (workplace, wanted) = (workplace, filter)
        let (desk, rows) = try await workplace.desk(visit) { snapshot, house, now -> [WorklistRow] in
            guard Visibility(actor).seesLists, !text.isEmpty else { return [] }
            return try snapshot.worklist(wanted, for: workplace.reader(for: actor, now: now, in: house), limit: Self.most).rows
        }
        let acts = JumpTargets(desk: desk).acts(matching: text)
        let complaints = rows.compactMap { JumpTargets(desk: desk).complaint($0) }
        let results = ComplaintNumber(parsing: text) == nil ? acts.prefix(4) + complaints : complaints + acts
        return Self.answer(Array(results.prefix(Self.most)))
    }

    private static func answer(_ results: [JumpTarget]) -> Response {
        var writer = JSONWriter()
        writer.object { body in
            body.array("results") { list in
                for result in results {
                    list.object { target in
                        target.member("title", result.title)
                        target.member("detail", result.detail)
                        target.member("address", result.address)
                    }
                }
            }
        }
        return Response(
            status: .ok, headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: writer.bytes)))
    }
}

/// Somewhere to go.
struct JumpTarget: Sendable {
    let title: String
    var detail = ""
    let address: String
}

/// Where one reader may go.
struct JumpTargets {
    let desk: Desk

    private var say: Wording { desk.say }

    /// The file; nil where only a line of a list may be seen.
    func complaint(_ row: WorklistRow) -> JumpTarget? {
        let visibility = Visibility(desk.actor)
        guard visibility.seesFile(isConfidential: row.isConfidential, handler: row.handler, aboutStaff: row.aboutStaff) else { return nil }
        let who = [row.customerName, row.organisation].compactMap(\.self).joined(separator: ", ")
        return JumpTarget(
            title: "\(row.number.formatted) \(who)",
            detail: [row.nature.map { desk.nature($0) }, desk.phase(row.phase)].compactMap(\.self).joined(separator: " · "),
            address: Paths.file(row.number))
    }

    /// Acts and pages of which every typed word begins a word.
    func acts(matching text: String) -> [JumpTarget] {
        let wanted = SearchText.words(text)
        if wanted.isEmpty { return [] }
        return all.filter { target in
            let words = SearchText.words(target.title)
            return wanted.allSatisfy { word in words.contains { $0.hasPrefix(word) } }
        }
    }

    private var all: [JumpTarget] {
        var targets: [JumpTarget] = []
        let actor = desk.actor
        if PermissionTable.mayRegister(actor) {
            targets.append(JumpTarget(title: say("Klacht registreren", "Register complaint"), address: Paths.intake))
        }
        if Visibility(actor).seesLists {
            targets += WorklistView.shown(for: actor).map {
                JumpTarget(title: say.view($0), detail: say("lijst", "list"), address: Paths.worklist($0))
            }
            targets.append(JumpTarget(title: say("Overzicht", "Overview"), address: Paths.overview))
        }
        targets.append(JumpTarget(title: say("Gevraagd aan mij", "Asked of me"), address: Paths.contributions))
        if actor.hasAny(of: [.intake, .handler, .manager]) {
            targets.append(JumpTarget(title: say("Brieven", "Letters"), address: Paths.letters))
        }
        if actor.has(.manager) { targets.append(JumpTarget(title: say("Bord", "Board"), address: Paths.board)) }
        if actor.hasAny(of: [.handler, .manager, .management]) {
            targets.append(JumpTarget(title: say("Herinneringen", "Reminders"), address: Paths.reminders))
        }
        targets.append(JumpTarget(title: say("Mijn profiel", "My profile"), address: Paths.profile))
        if actor.has(.administrator) {
            targets += [
                JumpTarget(title: say("Medewerkers", "Staff"), address: Paths.staff),
                JumpTarget(title: say("Aard van klachten", "Natures"), address: Paths.natures),
                JumpTarget(title: say("Organisatie", "Organisation"), address: Paths.organisation),
                JumpTarget(title: say("Kalender", "Calendar"), address: Paths.calendar),
                JumpTarget(title: say("Klachtenprocedure", "Complaints procedure"), address: Paths.procedureSettings),
                JumpTarget(title: say("Brieven en teksten", "Letters and texts"), address: Paths.letterTexts),
                JumpTarget(title: say("Antwoordteksten", "Reply texts"), address: Paths.snippets),
                JumpTarget(title: say("E-mail instellen", "Set up e-mail"), address: Paths.mailSettings),
            ]
        }
        return targets
    }
}
