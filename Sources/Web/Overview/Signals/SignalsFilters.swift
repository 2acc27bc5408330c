import Casework
import Complaints
import Markup

/// Over which days, and of which complaints.
struct SignalsFilters {
    let desk: Desk
    let query: SignalsQuery

    private var say: Wording { desk.say }

    var summary: HTML {
        if query.problems.isEmpty { return HTML() }
        let fields = query.problems.map { Field($0.field, "", error: PeriodChoice.words($0, say)) }
        return ErrorSummary(title: say("Er is een probleem", "There is a problem"), fields: fields).html
    }

    var html: HTML {
        div(.class("period")) {
            nav(.class("tabs"), .aria("label", say("Periode", "Period"))) {
                for kind in SignalsQuery.Kind.allCases {
                    a(.href(query.address(of: kind)), .when(kind == query.kind, .aria("current", "page"))) { name(kind) }
                }
            }
            details(.open(!query.problems.isEmpty || !query.selection.isEmpty || query.kind == nil)) {
                Markup.summary { say("Andere periode of keuze", "Another period or selection") }
                form(.method(.get), .action(Paths.signals), .class("filters"), .novalidate) {
                    DateField(field: field(.first, say("Vanaf", "From")), value: query[.first]).html
                    DateField(field: field(.last, say("Tot en met", "Until")), value: query[.last]).html
                    choice(.about, say("Gaat over", "About"), natures(.about))
                    choice(.wrong, say("Wat misging", "What went wrong"), natures(.wrong))
                    choice(.channel, say("Kanaal", "Channel"), Channel.allCases.map { Choice($0.rawValue, say.channel($0)) })
                    choice(.group, say("Klantgroep", "Customer group"), CustomerGroup.allCases.map { Choice($0.rawValue, say.group($0)) })
                    if !desk.everybody.teams.isEmpty || !query[.team].isEmpty { choice(.team, say("Team", "Team"), desk.teamChoices) }
                    if let kind = query.kind { input(.type(.hidden), .name(SignalsQuery.Name.kind.rawValue), .value(kind.rawValue)) }
                    actions { Button(say("Toon", "Show")) }
                }
            }
        }
    }

    private func field(_ name: SignalsQuery.Name, _ label: String) -> Field {
        let problem = query.problems.first { $0.field == name.rawValue }
        return Field(name.rawValue, label, optional: say.optional, error: problem.map { PeriodChoice.words($0, say) })
    }

    private func choice(_ name: SignalsQuery.Name, _ label: String, _ choices: [Choice]) -> HTML {
        SelectField(field: field(name, label), choices: choices, chosen: query[name], empty: say("alle", "any")).html
    }

    private func natures(_ axis: NatureAxis) -> [Choice] {
        let chosen = query[axis == .about ? .about : .wrong]
        return desk.house.natures.items(axis).filter { $0.isActive || $0.code == chosen }.map {
            Choice($0.code, $0.label(in: desk.language))
        } + [Choice(WorklistQuery.none, say("nog niet gekozen", "not chosen yet"))]
    }

    private func name(_ kind: SignalsQuery.Kind) -> String {
        switch kind {
        case .quarter: say("13 weken", "13 weeks")
        case .year: say("Een jaar", "A year")
        case .twoYears: say("Twee jaar", "Two years")
        case .fiveYears: say("Vijf jaar", "Five years")
        }
    }
}
