import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// Themes: the list of them, one with its complaints, and putting complaints in them from a file or a list.
struct ThemesRoutes {
    let workplace: Workplace

    static let complaint = "klacht"
    static let numbers = "klachten"
    static let back = "terug"

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.themes), use: list)
        routes.post(RouterPath(Paths.themes), use: make)
        routes.get(RouterPath(Paths.themesCSV)) { try await file($0, $1).csv }
        routes.get(RouterPath(Paths.themesSheet)) { try await file($0, $1).spreadsheet(in: workplace.forms.folder) }
        routes.get(RouterPath(Paths.themeAdding), use: choose)
        routes.post(RouterPath(Paths.themeAdding), use: add)
        routes.get(RouterPath(Paths.theme), use: show)
        routes.post(RouterPath(Paths.theme), use: change)
        routes.post(RouterPath(Paths.themeComplaints), use: complaints)
        return routes
    }

    private func reader(_ visit: Visit) throws -> Actor {
        let actor = try visit.signedIn().actor
        guard Visibility(actor).seesLists else { throw HTTPError(.notFound) }
        return actor
    }

    /// Whoever may change something, with the form that came from a page of theirs.
    private func keeper(_ request: Request, _ visit: Visit, fields: Set<String>) async throws -> (actor: Actor, form: SubmittedForm) {
        let person = try visit.signedIn(as: ThemeOffice.keepers)
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: fields.union([FormTokens.field]))
        return (person.actor, form)
    }

    // MARK: All

    private func all(_ visit: Visit) async throws -> (desk: Desk, value: (themes: [Theme], counts: [ThemeID: Int])) {
        let actor = try reader(visit)
        let workplace = workplace
        return try await workplace.desk(visit) { snapshot, house, now in
            (themes: try snapshot.themes(), counts: try snapshot.themeCounts(for: workplace.reader(for: actor, now: now, in: house)))
        }
    }

    private func file(_ request: Request, _ visit: Visit) async throws -> ListFile {
        let (desk, found) = try await all(visit)
        let say = desk.say
        func day(_ instant: Instant?) -> ListFile.Cell { .day(instant.map { desk.calendar.zone.moment(at: $0).day }) }
        return ListFile(
            name: say("themas", "themes"),
            columns: [
                .init(key: "id", title: say("Nummer", "Number")), .init(key: "title", title: say("Thema", "Theme"), width: 48),
                .init(key: "complaints", title: say("Klachten", "Complaints")), .init(key: "made", title: say("Gemaakt", "Made")),
                .init(key: "ended", title: say("Afgesloten", "Ended")),
            ],
            rows: found.themes.map { theme in
                [
                    .text("\(theme.id.value)"), .text(theme.title), .count(found.counts[theme.id] ?? 0), day(theme.madeAt),
                    day(theme.endedAt),
                ]
            }, today: desk.now.day)
    }

    @Sendable func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, found) = try await all(visit)
        return ThemesPage(desk: desk, themes: found.themes, counts: found.counts, typed: TypedForm(desk.say)).response()
    }

    @Sendable func make(_ request: Request, _ visit: Visit) async throws -> Response {
        let (actor, form) = try await keeper(request, visit, fields: ["title", "words"])
        do {
            let id = try await workplace.themes.make(title: form.text("title"), words: form["words"], by: actor)
            return Answers.seeOther(Paths.theme(id))
        } catch ThemeRefusal.invalid(let problems) {
            let (desk, found) = try await all(visit)
            let typed = TypedForm(desk.say, form, errors: desk.say.themeErrors(problems))
            return ThemesPage(desk: desk, themes: found.themes, counts: found.counts, typed: typed).response()
        }
    }

    // MARK: Putting complaints in

    @Sendable func choose(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: ThemeOffice.keepers)
        let (desk, found) = try await all(visit)
        let query = QueryFields(request)
        let numbers = query.all(Self.complaint).prefix(ThemeOffice.mostAtOnce).compactMap { ComplaintNumber(parsing: $0) }
        return ThemeChoicePage(
            desk: desk, themes: found.themes, numbers: Array(numbers), back: ReturnPath.safe(query[Self.back]) ?? Paths.worklist,
            typed: TypedForm(desk.say)
        ).response()
    }

    @Sendable func add(_ request: Request, _ visit: Visit) async throws -> Response {
        let (actor, form) = try await keeper(request, visit, fields: ["theme", "title", Self.complaint, Self.back])
        let back = ReturnPath.safe(form.text(Self.back)) ?? Paths.worklist
        let numbers = form.all(Self.complaint).compactMap { ComplaintNumber(parsing: $0) }
        do {
            let complaints = try await ids(of: numbers)
            guard !complaints.isEmpty else { throw ThemeRefusal.invalid([.init("complaints", .missing)]) }
            if let theme = Int64(form.text("theme")) {
                try await workplace.themes.add(complaints, to: ThemeID(theme), by: actor)
            } else if form.text("title").isBlank {
                throw ThemeRefusal.invalid([.init("theme", .missing)])
            } else {
                _ = try await workplace.themes.make(title: form.text("title"), words: nil, with: complaints, by: actor)
            }
            return Answers.seeOther(back)
        } catch ThemeRefusal.invalid(let problems) {
            let (desk, found) = try await all(visit)
            let typed = TypedForm(desk.say, form, errors: desk.say.themeErrors(problems))
            return ThemeChoicePage(desk: desk, themes: found.themes, numbers: numbers, back: back, typed: typed).response()
        } catch ThemeRefusal.notThere { throw HTTPError(.notFound) }
    }

    private func ids(of numbers: [ComplaintNumber]) async throws -> [ComplaintID] {
        let ids = try await workplace.records.read { snapshot in try numbers.map { try snapshot.complaintID(of: $0) } }
        guard !ids.contains(nil) else { throw ThemeRefusal.invalid([.init("complaints", .unknown)]) }
        return ids.compactMap { $0 }
    }

    // MARK: One

    private func content(_ visit: Visit) async throws -> (desk: Desk, content: ThemePage.Content) {
        let actor = try reader(visit)
        guard let id = visit.parameter("thema").flatMap({ Int64($0) }).map({ ThemeID($0) }) else { throw HTTPError(.notFound) }
        let workplace = workplace
        let (desk, content) = try await workplace.desk(visit) { snapshot, house, now -> ThemePage.Content? in
            guard let theme = try snapshot.theme(id) else { return nil }
            let reader = workplace.reader(for: actor, now: now, in: house)
            return ThemePage.Content(
                theme: theme, rows: try snapshot.complaints(in: id, for: reader, limit: ThemePage.mostRows),
                count: try snapshot.themeCounts(for: reader)[id] ?? 0,
                measures: try snapshot.measures(from: MeasureSource(.theme, id.value)).filter {
                    MeasurePermissions.sees(actor, owner: $0.owner)
                })
        }
        guard let content else { throw HTTPError(.notFound) }
        return (desk, content)
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, content) = try await content(visit)
        return ThemePage(desk: desk, content: content, typed: TypedForm(desk.say)).response()
    }

    @Sendable func change(_ request: Request, _ visit: Visit) async throws -> Response {
        let (actor, form) = try await keeper(request, visit, fields: ["title", "words", "ended", SettingsForm.seenField])
        let (desk, content) = try await content(visit)
        do {
            try await workplace.themes.change(
                content.theme.id, seen: Int(form.text(SettingsForm.seenField)) ?? 0, title: form.text("title"), words: form["words"],
                isEnded: form.has("ended"), by: actor)
            return Answers.seeOther(Paths.theme(content.theme.id))
        } catch ThemeRefusal.invalid(let problems) {
            return ThemePage(
                desk: desk, content: content, typed: TypedForm(desk.say, form, errors: desk.say.themeErrors(problems)), isChanging: true
            ).response()
        } catch ThemeRefusal.movedOn {
            let moved = desk.say(
                "Iemand anders heeft dit thema intussen veranderd. Kijk wat er nu staat en bewaar opnieuw.",
                "Somebody else has changed this theme meanwhile. See what it says now and save again.")
            let (desk, now) = try await self.content(visit)
            return ThemePage(
                desk: desk, content: now, typed: TypedForm(desk.say, form, errors: [:], general: [moved]), isChanging: true
            ).response()
        }
    }

    /// Numbers put in, or one taken out.
    @Sendable func complaints(_ request: Request, _ visit: Visit) async throws -> Response {
        let (actor, form) = try await keeper(request, visit, fields: [Self.numbers, "weg", Self.back])
        let (desk, content) = try await content(visit)
        let back = ReturnPath.safe(form.text(Self.back)) ?? Paths.theme(content.theme.id)
        do {
            if let gone = form["weg"] {
                guard let number = ComplaintNumber(parsing: gone), let id = try await ids(of: [number]).first else {
                    throw ThemeRefusal.notThere
                }
                try await workplace.themes.remove(id, from: content.theme.id, by: actor)
                return Answers.seeOther(back)
            }
            let texts = form.text(Self.numbers).split { $0 == "," || $0 == ";" || $0.isNewline }.map { String($0).trimmed }
            let numbers = texts.filter { !$0.isEmpty }.map { ComplaintNumber(parsing: $0) }
            guard !numbers.isEmpty, !numbers.contains(nil) else { throw ThemeRefusal.invalid([.init("complaints", .malformed)]) }
            try await workplace.themes.add(try await ids(of: numbers.compactMap { $0 }), to: content.theme.id, by: actor)
            return Answers.seeOther(back)
        } catch ThemeRefusal.invalid(let problems) {
            return ThemePage(desk: desk, content: content, typed: TypedForm(desk.say, form, errors: desk.say.themeErrors(problems)))
                .response()
        } catch ThemeRefusal.notThere { throw HTTPError(.notFound) }
    }
}

extension Wording {
    /// What to do about the fields of a theme, by their names.
    fileprivate func themeErrors(_ problems: [FieldProblem]) -> [String: String] {
        Dictionary(problems.map { ($0.field, themeProblem($0)) }) { first, _ in first }
    }

    private func themeProblem(_ problem: FieldProblem) -> String {
        switch (problem.field, problem.reason) {
        case ("title", .missing): self("Geef het thema een naam.", "Give the theme a name.")
        case ("title", .itself):
            self("Er is al een thema met deze naam. Kies een andere.", "There is a theme of this name already. Choose another.")
        case ("theme", .missing): self("Kies een thema, of geef een nieuw thema een naam.", "Choose a theme, or name a new one.")
        case ("complaints", .notSuitable):
            self(
                "Dit thema is beëindigd. Kies een ander, of neem het eerst weer in gebruik.",
                "This theme has ended. Choose another, or take it into use again first.")
        case ("complaints", .missing): self("Kies eerst een klacht.", "Choose a complaint first.")
        case ("complaints", .tooMany(let most)):
            self("Kies hoogstens \(most) klachten tegelijk.", "Choose at most \(most) complaints at once.")
        case ("complaints", _):
            self(
                "Vul klachtnummers in zoals 4827-1936-8, met een komma ertussen.",
                "Fill in complaint numbers such as 4827-1936-8, with commas between them.")
        default: self.problem(problem)
        }
    }
}
