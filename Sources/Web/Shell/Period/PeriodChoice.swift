import Complaints
import Markup

/// Which period a page is about: a tab for the usual ones, two days for any other.
struct PeriodChoice: Component {
    let say: Wording
    let period: OverviewPeriod
    let path: String

    private var problems: [FieldProblem] { period.problems }

    var html: HTML {
        div(.class("period")) {
            nav(.class("tabs"), .aria("label", say("Periode", "Period"))) {
                for kind in OverviewPeriod.Kind.allCases {
                    a(
                        .href("\(path)?\(OverviewPeriod.kindField)=\(kind.rawValue)"),
                        .when(kind == period.kind, .aria("current", "page"))
                    ) { name(kind) }
                }
            }
            Markup.details(.open(period.kind == nil || !problems.isEmpty)) {
                Markup.summary { say("Andere periode", "Another period") }
                form(.method(.get), .action(path), .class("filters"), .novalidate) {
                    DateField(field: field(OverviewPeriod.firstField, say("Vanaf", "From")), value: period.typed.first).html
                    DateField(field: field(OverviewPeriod.lastField, say("Tot en met", "Until")), value: period.typed.last).html
                    actions { Button(say("Toon", "Show")) }
                }
            }
        }
    }

    private func field(_ name: String, _ label: String) -> Field {
        Field(name, label, optional: say.optional, error: problems.first { $0.field == name }.map { Self.words($0, say) })
    }

    static func words(_ problem: FieldProblem, _ say: Wording) -> String {
        problem.reason == .tooEarly ? say("Kies een dag na de eerste dag.", "Choose a day after the first day.") : say.problem(problem)
    }

    private func name(_ kind: OverviewPeriod.Kind) -> String {
        switch kind {
        case .month: say("Deze maand", "This month")
        case .lastMonth: say("Vorige maand", "Last month")
        case .quarter: say("Dit kwartaal", "This quarter")
        case .year: say("Dit jaar", "This year")
        }
    }
}
