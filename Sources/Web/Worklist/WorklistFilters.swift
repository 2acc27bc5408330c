import Casework
import Complaints
import Markup
import Records

/// How a list is narrowed and sorted: one line while nobody touches it, a form of a few fields when somebody does.
struct WorklistFilters {
    typealias Name = WorklistQuery.Name

    let desk: Desk
    let query: WorklistQuery
    let problems: [FieldProblem]

    private var say: Wording { desk.say }

    var summary: HTML {
        if problems.isEmpty { return HTML() }
        let fields = problems.map { Field($0.field, "", error: say.problem($0)) }
        return ErrorSummary(title: say("Er is een probleem", "There is a problem"), fields: fields).html
    }

    /// Most lists are narrowed by nothing but their view, and then the same form stands above each.
    var html: HTML {
        guard problems.isEmpty, !query.hasFilters, query[.words].isEmpty else { return written }
        let says = [Name.view, .order].filter { !query[$0].isEmpty }
        let piece = FramePiece.filters(
            desk.language, natures: desk.house.naturesVersion + 100_000 * desk.house.causesVersion, staff: desk.everybody.stamp, query.view,
            query.order, says: says)
        return desk.workplace.frames.piece(piece) { written }
    }

    private var written: HTML {
        div(.class("narrow")) {
            details(.open(!problems.isEmpty)) {
                Markup.summary(.data("key", "f")) { say("Filters", "Filters") }
                form
            }
            sorting
            if query.hasFilters { chosen }
        }
    }

    private var form: HTML {
        Markup.form(.method(.get), .action(Paths.worklist), .class("filters"), .novalidate) {
            for name in [Name.view, .order] where !query[name].isEmpty { input(.type(.hidden), .name(name.rawValue), .value(query[name])) }
            TextField(field: field(.words), value: query[.words], type: .search, autocomplete: "off").html
            for name in [Name.phase, .handler, .channel, .about, .wrong, .severity, .late, .open] { choice(name) }
            for name in [Name.from, .until] { date(name) }
            for name in [Name.resolvedFrom, .resolvedUntil, .courseFrom, .courseUntil] where !query[name].isEmpty { date(name) }
            for name in [Name.cause, .group, .team, .counted, .remedy, .theme, .confidential, .course] where !query[name].isEmpty {
                choice(name)
            }
            actions { Button(say("Toon", "Show")) }
        }
    }

    private func field(_ name: Name) -> Field {
        let problem = problems.first { $0.field == name.rawValue }
        return Field(name.rawValue, label(name), optional: "", error: problem.map { say.problem($0) })
    }

    private func choice(_ name: Name) -> HTML {
        SelectField(field: field(name), choices: choices(name), chosen: query[name], empty: say("alle", "any")).html
    }

    private func date(_ name: Name) -> HTML { DateField(field: field(name), value: query[name]).html }

    private var sorting: HTML {
        p(.class("sorting")) {
            span(.class("muted")) { say("Eerst:", "First:") }
            for order in WorklistFilter.Order.allCases {
                a(.href(query.with(.order, order.rawValue).address()), .when(order == query.order, .aria("current", "true"))) {
                    words(order)
                }
            }
        }
    }

    /// What narrows the list now, each with the way to take it off.
    private var chosen: HTML {
        ul(.class("chosen")) {
            for name in Name.filters where !query[name].isEmpty {
                li {
                    "\(label(name).lowercased()): \(words(name)) "
                    a(.href(query.with(name, "").address())) {
                        say("weg", "remove")
                        hiddenText(" \(label(name))")
                    }
                }
            }
            li { Link(say("Alles tonen", "Show all"), to: cleared.address()) }
        }
    }

    private var cleared: WorklistQuery { Name.filters.reduce(query) { $0.with($1, "") } }

    // MARK: Words

    private func label(_ name: Name) -> String {
        switch name {
        case .words: say("Woorden", "Words")
        case .phase: say("Fase", "Phase")
        case .handler: say("Behandelaar", "Handler")
        case .channel: say("Kanaal", "Channel")
        case .about: say("Gaat over", "About")
        case .wrong: say("Wat misging", "What went wrong")
        case .severity: say("Ernst", "Severity")
        case .late: say("Te laat", "Late")
        case .open: say("Open", "Open")
        case .from: say("Ontvangen vanaf", "Received from")
        case .until: say("Ontvangen tot en met", "Received until")
        case .resolvedFrom: say("Opgelost vanaf", "Resolved from")
        case .resolvedUntil: say("Opgelost tot en met", "Resolved until")
        case .cause: say("Oorzaak", "Cause")
        case .group: say("Klantgroep", "Customer group")
        case .team: say("Team", "Team")
        case .counted: say("Telt zelf mee", "Counts by itself")
        case .remedy: say("Met tegemoetkoming", "With a remedy")
        case .theme: say("Thema", "Theme")
        case .confidential: say("Vertrouwelijk", "Confidential")
        case .course: say("Verloop", "Course")
        case .courseFrom: say("Verloop vanaf", "Course from")
        case .courseUntil: say("Verloop tot en met", "Course until")
        case .view, .order, .after, .start: ""
        }
    }

    private func choices(_ name: Name) -> [Choice] {
        switch name {
        case .phase: Phase.allCases.map { Choice($0.rawValue, desk.phase($0)) }
        case .handler: handlers
        case .channel: Channel.allCases.map { Choice($0.rawValue, say.channel($0)) }
        case .about: natures(.about)
        case .wrong: natures(.wrong)
        case .severity:
            Severity.allCases.map { Choice($0.rawValue, say.severity($0)) } + [
                Choice(WorklistQuery.serious, say("ernstig of zeer ernstig", "serious or critical"))
            ]
        // Its name is not read for this: whoever comes from a number knows it.
        case .theme: [Choice(query[.theme], say("één thema", "one theme"))]
        case .cause: causes
        case .group: CustomerGroup.allCases.map { Choice($0.rawValue, say.group($0)) }
        case .team: desk.teamChoices
        case .course: CaseCourse.allCases.map { Choice($0.rawValue, say.course($0)) }
        case .late, .open, .counted, .remedy, .confidential:
            [Choice(WorklistQuery.yes, say("ja", "yes")), Choice(WorklistQuery.no, say("nee", "no"))]
        default: []
        }
    }

    private var causes: [Choice] {
        desk.house.causes.items.map { Choice($0.code, $0.label(in: desk.language)) } + [
            Choice(WorklistQuery.none, say("nog niet bekend", "not known yet"))
        ]
    }

    /// Whoever handles complaints, and those who once did.
    private var handlers: [Choice] {
        desk.staff.values.filter { $0.roles.contains(.handler) || "\($0.id.value)" == query[.handler] }.sorted {
            ($0.name, $0.id) < ($1.name, $1.id)
        }
        .map { Choice("\($0.id.value)", $0.name) }
    }

    private func natures(_ axis: NatureAxis) -> [Choice] {
        let chosen = query[axis == .about ? .about : .wrong]
        // Several at once come from a number; the form keeps them.
        let several = chosen.contains(WorklistQuery.separator) ? [Choice(chosen, labels(chosen))] : []
        return several
            + desk.house.natures.items(axis).filter { $0.isActive || $0.code == chosen }.map {
                Choice($0.code, $0.label(in: desk.language))
            } + [
                Choice(WorklistQuery.none, say("nog niet gekozen", "not chosen yet"))
            ]
    }

    private func words(_ name: Name) -> String { choices(name).first { $0.value == query[name] }?.words ?? query[name] }

    private func labels(_ codes: String) -> String {
        codes.split(separator: WorklistQuery.separator).map { desk.house.natures.label(.about, String($0), in: desk.language) }
            .joined(separator: " + ")
    }

    private func words(_ order: WorklistFilter.Order) -> String {
        switch order {
        case .due: say("wat het eerst af moet", "due first")
        case .newest: say("nieuwste", "newest")
        case .oldest: say("oudste", "oldest")
        case .changed: say("laatst gewijzigd", "last changed")
        }
    }
}
