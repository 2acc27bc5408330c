import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// Of how many customers, orders or tickets complaints come, typed or pasted from a sheet.
struct ExposureRoutes {
    let workplace: Workplace

    static let (unitField, linesField) = ("eenheid", "lines")

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.exposure), use: show)
        routes.post(RouterPath(Paths.exposure), use: save)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, known) = try await read(visit)
        return ExposurePage(desk: desk, known: known, typed: TypedForm(desk.say), flash: desk.savedFlash(request)).response()
    }

    @Sendable func save(_ request: Request, _ visit: Visit) async throws -> Response {
        let (desk, known) = try await read(visit)
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: desk.person)
        try form.refuseUnknown(allowed: [FormTokens.field, Self.unitField, Self.linesField])
        guard let unit = ExposureUnit(rawValue: form.text(Self.unitField)) else {
            let typed = TypedForm(desk.say, form, errors: [Self.unitField: desk.say("Kies wat u telt.", "Choose what you count.")])
            return ExposurePage(desk: desk, known: known, typed: typed).response(.unprocessableContent)
        }
        do {
            try await workplace.signals.keep(ExposureInput(unit: unit, text: form.text(Self.linesField)), by: desk.actor)
            return Answers.seeOther("\(Paths.exposure)?bewaard=1")
        } catch Refusal.invalid(let problems) {
            let words = problems.prefix(10).map { ExposurePage.words($0, desk.say) }.joined(separator: " ")
            let typed = TypedForm(desk.say, form, errors: [Self.linesField: words])
            return ExposurePage(desk: desk, known: known, typed: typed).response(.unprocessableContent)
        }
    }

    private func read(_ visit: Visit) async throws -> (Desk, [ExposureUnit: [Exposure]]) {
        _ = try visit.signedIn(as: SignalOffice.judges)
        return try await workplace.desk(visit) { snapshot, _, _ in try snapshot.exposures() }
    }
}

struct ExposurePage {
    let desk: Desk
    let known: [ExposureUnit: [Exposure]]
    let typed: TypedForm
    var flash: Notice? = nil

    private var say: Wording { desk.say }

    func response(_ status: HTTPResponse.Status = .ok) -> Response {
        let title = say("Omvang", "Size")
        return desk.page(typed.title(title), current: Paths.signals, flash: flash, isReading: true, status: status) {
            typed.summary([unit, lines])
            Heading(
                title: title,
                remark: say(
                    "Van hoeveel klanten, bestellingen of meldingen komen uw klachten? Dan ziet u of er echt meer zijn.",
                    "Of how many customers, orders or tickets do your complaints come? Then you see whether there really are more.")
            ).html
            form
            if let chosen { p(.class("hint")) { chosen } }
            for unit in ExposureUnit.allCases where !(known[unit] ?? []).isEmpty { table(unit, known[unit] ?? []) }
            p { a(.href(Paths.signals)) { say("Naar de signalen", "To the signals") } }
        }
    }

    /// Which of several complaints are counted against.
    private var chosen: String? {
        guard known.count(where: { !$0.value.isEmpty }) > 1, let unit = ExposureTable.unit(of: known) else { return nil }
        let name = say.unit(unit)
        return say(
            "Grafieken en effectmetingen rekenen per duizend \(name): daarvan zijn tot nu toe de meeste dagen bekend.",
            "Charts and effect checks reckon per thousand \(name): of these most days are known up to now.")
    }

    private var unit: Field { typed.field(ExposureRoutes.unitField, say("Wat u telt", "What you count")) }
    private var lines: Field {
        typed.field(
            ExposureRoutes.linesField, say("Aantallen", "Numbers"),
            hint: say(
                "Een regel per maand of periode: 2026-10;1250 of 1-10-2026;31-10-2026;1250. U kunt uit een rekenblad plakken.",
                "A line for each month or period: 2026-10;1250 or 1-10-2026;31-10-2026;1250. You can paste from a sheet."))
    }

    private var form: HTML {
        desk.form(to: Paths.exposure) {
            RadioField(
                field: unit, choices: ExposureUnit.allCases.map { Choice($0.rawValue, say.unit($0).capitalisedFirst) },
                chosen: typed.text(ExposureRoutes.unitField, or: ExposureUnit.customers.rawValue), isInLine: true
            ).html
            TextArea(field: lines, value: typed.text(ExposureRoutes.linesField), rows: 8).html
            actions { Button(say("Bewaar aantallen", "Save numbers"), .primary) }
        }
    }

    private func table(_ unit: ExposureUnit, _ exposures: [Exposure]) -> HTML {
        let title = say.unit(unit).capitalisedFirst
        return section(.class("apart")) {
            h2 { title }
            div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", title)) {
                Markup.table(.class("table")) {
                    thead {
                        tr {
                            th(.scope("col")) { say("Van", "From") }
                            th(.scope("col")) { say("Tot en met", "Until") }
                            th(.scope("col"), .class("amount")) { say("Aantal", "Number") }
                        }
                    }
                    tbody {
                        for exposure in exposures.reversed() {
                            tr {
                                th(.scope("row")) { DateWords.short(exposure.first) }
                                td { DateWords.short(exposure.last) }
                                td(.class("amount")) { "\(exposure.amount)" }
                            }
                        }
                    }
                }
            }
        }
    }

    static func words(_ problem: FieldProblem, _ say: Wording) -> String {
        let line = problem.field.dropFirst("lines.".utf8.count)
        switch problem.reason {
        case .missing: return say("Vul ten minste één regel in.", "Fill in at least one line.")
        case .tooMany(let limit): return say("Geef hoogstens \(limit) regels.", "Give at most \(limit) lines.")
        case .overlaps(let first, let last):
            let days = say(
                "\(DateWords.short(first)) tot en met \(DateWords.short(last))", "\(DateWords.short(first)) until \(DateWords.short(last))")
            return say(
                "Regel \(line) gaat over een deel van \(days), waarvan al één aantal bekend is. Geef al die dagen opnieuw.",
                "Line \(line) is about a part of \(days), of which one number is known already. Give all of those days anew.")
        case .itself:
            return say("Regel \(line) gaat over dagen die al in een andere regel staan.", "Line \(line) is about days of another line.")
        default:
            return say(
                "Regel \(line): schrijf een maand of twee dagen en een heel getal, zoals 2026-10;1250.",
                "Line \(line): write a month or two days and a whole number, such as 2026-10;1250.")
        }
    }
}

extension Wording {
    func unit(_ unit: ExposureUnit) -> String {
        switch unit {
        case .customers: self("klanten", "customers")
        case .orders: self("bestellingen", "orders")
        case .tickets: self("meldingen", "tickets")
        }
    }
}
