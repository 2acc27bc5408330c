import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup

/// When the office works, and so what "binnen 2 werkdagen" comes to.
struct CalendarRoutes {
    let workplace: Workplace

    private static let fields: Set<String> = [
        "zone", "weekdays", "opens", "closes", "goodFriday", "liberationDay", "late", "closingDays", "act", CalendarPage.shownField,
    ]

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.calendar), use: show)
        routes.post(RouterPath(Paths.calendar), use: save)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: [.administrator])
        let desk = try await workplace.desk(visit)
        return CalendarPage(desk: desk, typed: TypedForm(desk.say), shown: desk.calendar, flash: desk.savedFlash(request)).response()
    }

    /// "Bekijk" only works out what would follow; "Bewaar" also keeps it, once what it does to open promises was shown.
    @Sendable func save(_ request: Request, _ visit: Visit) async throws -> Response {
        let sent = try await SettingsForm(request, visit, workplace, fields: Self.fields)
        let input = Self.input(sent.form)
        do {
            let calendar = try input.checked(at: workplace.office.clock.now())
            let (desk, effect) = try await workplace.desk(visit) { snapshot, house, now in
                try CalendarEffect(of: calendar, after: house.calendar, at: now.instant, in: snapshot)
            }
            let wasShown = effect.lines.isEmpty || sent.form.text(CalendarPage.shownField) == calendar.mark
            if sent.form.text("act") == CalendarPage.previewAct || !wasShown {
                let typed = TypedForm(desk.say, sent.form, errors: [:])
                return CalendarPage(desk: desk, typed: typed, shown: calendar, isPreview: true, effect: effect, seen: sent.seen).response()
            }
            try await workplace.settings.change(input, seen: sent.seen, by: sent.person.actor)
            return Answers.seeOther("\(Paths.calendar)?bewaard=1")
        } catch let refusal as SettingsRefusal {
            let desk = try await workplace.desk(visit)
            let typed = sent.typed(desk.say, refusal) { CalendarWords.sentence($0, desk.say) }
            return CalendarPage(desk: desk, typed: typed, shown: try? input.checked(), refusal: refusal).response()
        }
    }

    private static func input(_ form: SubmittedForm) -> CalendarInput {
        CalendarInput(
            zone: form.text("zone"), weekdays: Set(form.all("weekdays").compactMap { Int($0) }), opens: form.text("opens"),
            closes: form.text("closes"), goodFridayIsFree: form.has("goodFriday"), liberationDayIsFree: form.has("liberationDay"),
            lateArrivalsCountFromNextWorkingDay: form.has("late"), closingDays: form.text("closingDays"))
    }
}

/// Words of the calendar's own.
enum CalendarWords {
    /// Offices of Dutch companies; a zone that was set otherwise stays among the choices.
    static let zones = [
        "Europe/Amsterdam", "Europe/Brussels", "Europe/London", "America/Curacao", "America/Aruba", "America/Lower_Princes",
        "America/Kralendijk", "America/Paramaribo", "UTC",
    ]

    static func sentence(_ problem: FieldProblem, _ say: Wording) -> (field: String, words: String) {
        let prefix = "closingDays."
        if problem.field.utf8.starts(with: prefix.utf8) {
            let line = problem.field.dropFirst(prefix.count)
            let words = say(
                "Regel \(line): begin met een datum zoals 24-12-2026, dan een korte naam.",
                "Line \(line): begin with a date such as 24-12-2026, then a short name.")
            return ("closingDays", words)
        }
        switch (problem.field, problem.reason) {
        case ("closingDays", .notSuitable):
            return (
                "closingDays",
                say(
                    "Zo is het kantoor het hele komende jaar dicht. Haal vrije dagen weg.",
                    "The office would be closed the whole coming year. Take days off away.")
            )
        case ("weekdays", _): return ("weekdays", say("Kies ten minste één werkdag.", "Choose at least one working day."))
        case ("closes", .tooEarly):
            return ("closes", say("Kies een sluitingstijd na de openingstijd.", "Choose a closing time after the opening time."))
        case ("opens", _), ("closes", _):
            return (problem.field, say("Vul een tijd in zoals 9:00.", "Fill in a time such as 9:00."))
        default: return (problem.field, say.problem(problem))
        }
    }
}
