import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup

/// The procedure as the administrator writes it: looked at first, then brought into force.
struct ProcedureRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.procedureSettings), use: show)
        routes.post(RouterPath(Paths.procedureSettings), use: save)
        return routes
    }

    private var office: ProcedureOffice {
        ProcedureOffice(records: workplace.records, clock: workplace.office.clock, house: workplace.office.house)
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: [.administrator])
        let desk = try await workplace.desk(visit)
        return ProcedureSettingsPage(
            desk: desk, typed: TypedForm(desk.say), stored: try await stored(), flash: desk.savedFlash(request)
        ).response()
    }

    /// "Bekijk" only judges and compares; "Bewaar" also brings it into force.
    @Sendable func save(_ request: Request, _ visit: Visit) async throws -> Response {
        let sent = try await SettingsForm(request, visit, workplace, fields: [ProcedureSettingsPage.textField, "act"])
        let document = ProcedureDocument(yaml: Self.text(sent.form.text(ProcedureSettingsPage.textField)))
        do {
            if sent.form.text("act") == ProcedureSettingsPage.previewAct {
                let procedure = try await office.check(document)
                let desk = try await workplace.desk(visit)
                return ProcedureSettingsPage(
                    desk: desk, typed: TypedForm(desk.say, sent.form, errors: [:]), stored: try await stored(), written: document,
                    preview: procedure, seen: sent.seen
                ).response()
            }
            _ = try await office.apply(document, seen: sent.seen, by: sent.person.actor)
            return Answers.seeOther("\(Paths.procedureSettings)?bewaard=1")
        } catch let refusal as ProcedureRefusal {
            let desk = try await workplace.desk(visit)
            let words = desk.say(
                "Dit kan nog niet gelden: zie de regels hieronder.", "This can't come into force yet: see the lines below.")
            let typed = TypedForm(desk.say, sent.form, errors: [ProcedureSettingsPage.textField: words])
            return ProcedureSettingsPage(
                desk: desk, typed: typed, stored: try await stored(), written: document, findings: refusal.findings, seen: sent.seen,
                status: .unprocessableContent
            ).response()
        } catch let refusal as SettingsRefusal {
            let desk = try await workplace.desk(visit)
            let typed = sent.typed(desk.say, refusal) { ($0.field, desk.say.problem($0)) }
            return ProcedureSettingsPage(
                desk: desk, typed: typed, stored: try await stored(), written: document, status: SettingsForm.status(of: refusal)
            ).response()
        }
    }

    private func stored() async throws -> ProcedureDocument {
        try await workplace.read { snapshot, house in
            try snapshot.procedureDocument(version: house.procedure.version) ?? .standard
        }
    }

    /// What a browser sends ends its lines with a carriage return too.
    private static func text(_ typed: String) -> String {
        let lines = typed.utf8.filter { $0 != UInt8(ascii: "\r") }
        return String(decoding: lines, as: UTF8.self)
    }
}
