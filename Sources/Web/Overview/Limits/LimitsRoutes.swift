import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// From which days the limits of each chart come: seen and chosen by whoever judges signals.
struct LimitsRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.limits), use: show)
        routes.post(RouterPath(Paths.limits), use: save)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, content) = try await read(visit)
        let wanted = CaseChart.Subject(rawValue: QueryFields(request)[LimitsPage.subjectField])
        let flash = desk.savedFlash(request) ?? LimitsPage.unchanged(request, desk.say)
        return LimitsPage(desk: desk, content: content, typed: TypedForm(desk.say), wanted: wanted, flash: flash).response()
    }

    @Sendable func save(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, content) = try await read(visit)
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: desk.person)
        try form.refuseUnknown(allowed: LimitsPage.fields.union([FormTokens.field]))
        var input = BaselineInput()
        (input.subject, input.first) = (form.text(LimitsPage.subjectField), form.text("first"))
        (input.last, input.reason) = (form.text("last"), form.text("reason"))
        do {
            let isNew = try await workplace.signals.keep(input, by: desk.actor)
            return Answers.seeOther("\(Paths.limits)?\(isNew ? "bewaard" : LimitsPage.heldField)=1")
        } catch Refusal.invalid(let problems) {
            let errors = Dictionary(problems.map { ($0.field, LimitsPage.words($0, desk.say, since: content.first)) }) { first, _ in first }
            let typed = TypedForm(desk.say, form, errors: errors)
            return LimitsPage(desk: desk, content: content, typed: typed).response(.unprocessableContent)
        }
    }

    private func read(_ visit: Visit) async throws -> (Desk, LimitsPage.Content) {
        let actor = try visit.signedIn(as: SignalOffice.judges).actor
        let workplace = workplace
        return try await workplace.desk(visit) { snapshot, house, now in
            let cases = try workplace.counted.listed(for: Visibility(actor), in: snapshot, at: now.instant)
            let first = cases.lazy.map(\.receivedAt).min().map { house.calendar.zone.moment(at: $0).day }
            let kept = try snapshot.chartBaselines()
            return LimitsPage.Content(limits: LimitDays(kept, first: first, today: now.day), kept: kept, first: first)
        }
    }
}

struct LimitsPage {
    struct Content: Sendable {
        let limits: LimitDays
        let kept: [ChartBaseline]
        /// The day of the first complaint.
        let first: Day?
    }

    static let subjectField = "subject"
    static let fields: Set<String> = [subjectField, "first", "last", "reason"]

    let desk: Desk
    let content: Content
    let typed: TypedForm
    var wanted: CaseChart.Subject? = nil
    var flash: Notice? = nil

    private var say: Wording { desk.say }
    private var insight: InsightWords { InsightWords(desk.language) }

    static let heldField = "gold"

    /// What somebody is told who chose what held already.
    static func unchanged(_ request: Request, _ say: Wording) -> Notice? {
        guard QueryFields(request)[heldField] == "1" else { return nil }
        return Notice(.good, isFlash: true) {
            p { say("Deze keuze gold al. Er is niets veranderd.", "This choice held already. Nothing has changed.") }
        }
    }

    func response(_ status: HTTPResponse.Status = .ok) -> Response {
        let title = say("Grenzen van de grafieken", "Limits of the charts")
        return desk.page(typed.title(title), current: Paths.signals, flash: flash, isReading: true, status: status) {
            typed.summary([subject, first, last, reason])
            Heading(
                title: title,
                remark: say(
                    "Grenzen komen uit dagen waarin het ging zoals het gaat. Zij blijven staan, welke periode u ook bekijkt, tot u andere dagen kiest.",
                    "Limits come from days in which things went as they go. They stay, whatever period you look at, until you choose other days."
                )
            ).html
            now
            h2 { say("Andere dagen kiezen", "Choose other days") }
            form
            if !content.kept.isEmpty { history }
            p { a(.href(Paths.signals)) { say("Naar de signalen", "To the signals") } }
        }
    }

    private var now: HTML {
        table(say("Nu", "Now"), [say("Grafiek", "Chart"), say("Grenzen uit", "Limits from"), say("Waarom", "Why")]) {
            for subject in CaseChart.Subject.allCases {
                tr {
                    th(.scope("row")) { insight.title(subject) }
                    td { content.limits.days(of: subject).map { span($0.first, $0.last) } ?? "–" }
                    td {
                        content.limits.chosen[subject.rawValue]?.reason
                            ?? say("vanzelf: de eerste weken, tot een jaar", "by itself: the first weeks, up to a year")
                    }
                }
            }
        }
    }

    private var history: HTML {
        table(
            say("Wie wat koos", "Who chose what"),
            [say("Wanneer", "When"), say("Grafiek", "Chart"), say("Dagen", "Days"), say("Waarom", "Why"), say("Wie", "Who")]
        ) {
            for one in content.kept {
                tr {
                    th(.scope("row")) { DateWords.brief(desk.calendar.zone.moment(at: one.setAt).day, desk.language, today: desk.now.day) }
                    td { CaseChart.Subject(rawValue: one.subject).map { insight.title($0) } ?? one.subject }
                    td { span(one.first, one.last) }
                    td { one.reason }
                    td { if case .staff(let id) = one.setBy { desk.name(of: id) ?? "–" } else { "Gehoor" } }
                }
            }
        }
    }

    private func span(_ first: Day, _ last: Day) -> String { "\(DateWords.short(first)) – \(DateWords.short(last))" }

    private func table(_ title: String, _ heads: [String], @HTMLBuilder rows: () -> HTML) -> HTML {
        section(.class("apart")) {
            h2 { title }
            div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", title)) {
                Markup.table(.class("table")) {
                    thead { tr { for head in heads { th(.scope("col")) { head } } } }
                    tbody { rows() }
                }
            }
        }
    }

    // MARK: The form

    private var subject: Field { typed.field(Self.subjectField, say("Grafiek", "Chart")) }
    private var first: Field { typed.field("first", say("Vanaf", "From")) }
    private var last: Field {
        typed.field("last", say("Tot en met", "Until"), hint: say("Ten minste twaalf hele weken.", "Twelve whole weeks at least."))
    }
    private var reason: Field {
        typed.field(
            "reason", say("Waarom deze dagen", "Why these days"),
            hint: say(
                "Bijvoorbeeld: sinds de nieuwe dienst is het niveau anders.", "For instance: since the new service the level is another."))
    }

    private var form: HTML {
        desk.form(to: Paths.limits) {
            SelectField(
                field: subject, choices: CaseChart.Subject.allCases.map { Choice($0.rawValue, insight.title($0)) },
                chosen: typed.text(Self.subjectField, or: (wanted ?? .received).rawValue)
            ).html
            DateField(field: first, value: typed.text("first")).html
            DateField(field: last, value: typed.text("last")).html
            TextArea(field: reason, value: typed.text("reason"), rows: 2).html
            actions { Button(say("Bewaar", "Save"), .primary) }
        }
    }

    static func words(_ problem: FieldProblem, _ say: Wording, since: Day?) -> String {
        switch (problem.field, problem.reason) {
        case ("first", .tooEarly):
            since.map {
                let day = DateWords.short($0)
                return say(
                    "Kies dagen vanaf de eerste klacht, die van \(day) is.", "Choose days from the first complaint on, which is of \(day).")
            } ?? say.problem(problem)
        case ("first", .notSuitable):
            say(
                "In deze dagen valt hiervoor niets of te weinig te meten. Kies andere dagen.",
                "In these days there is nothing, or too little, to measure for this. Choose other days.")
        case ("first", .missing): say("Vul de eerste dag in.", "Fill in the first day.")
        case ("last", .missing): say("Vul de laatste dag in.", "Fill in the last day.")
        case ("last", .inTheFuture): say("Kies dagen die voorbij zijn.", "Choose days that are over.")
        case ("last", .tooEarly): say("Kies ten minste twaalf hele weken.", "Choose twelve whole weeks at least.")
        case ("reason", .missing): say("Schrijf op waarom.", "Write down why.")
        default: say.problem(problem)
        }
    }
}
