import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// Which reports go to whom by themselves, and when.
struct ReportOrdersPage {
    let desk: Desk
    let orders: [ReportOrder]
    let typed: TypedForm
    /// What somebody chose who was not the first to save.
    var chosen: [ReportKind: Set<StaffID>]? = nil
    var flash: Notice? = nil

    private var say: Wording { desk.say }
    /// Who gets what now.
    private var receivers: [ReportKind: Set<StaffID>] { ReportOffice.receivers(of: orders) }

    func response(_ status: HTTPResponse.Status = .ok) -> Response {
        let title = say("Rapporten per e-mail", "Reports by e-mail")
        return desk.page(typed.title(title), current: Paths.signals, flash: flash, isReading: true, status: status) {
            typed.summary(ReportKind.allCases.map(field))
            Heading(
                title: title,
                remark: say(
                    "Op de eerste werkdag erna, in kantooruren. De mail zegt het in het kort; het rapport leest u na aanmelden.",
                    "On the first working day after it, in office hours. The mail is brief; the report is read after signing in.")
            ).html
            if !desk.house.sendsMail {
                Notice(.waiting) {
                    p {
                        say(
                            "Gehoor verstuurt nog geen e-mail: tot dan komt er niets.",
                            "Gehoor sends no e-mail yet: until then nothing comes.")
                    }
                }
            }
            if let chosen { BothVersions(say: say, rows: rows(chosen)).html }
            form
            p { a(.href(Paths.reports)) { say("Naar het rapport", "To the report") } }
        }
    }

    private var form: HTML {
        desk.form(to: Paths.reportOrders) {
            input(.type(.hidden), .name(SettingsForm.seenField), .value(Self.text(of: receivers)))
            for kind in ReportKind.allCases {
                CheckboxField(
                    field: field(kind), choices: choices(kind),
                    chosen: typed.all(kind.rawValue, or: Set(receivers[kind, default: []].map { "\($0.value)" }))
                ).html
            }
            p(.class("muted")) {
                say(
                    "Wie geen mail wil (op het eigen profiel), krijgt ook geen rapport. Iedereen ziet alleen wat hij of zij mag zien.",
                    "Whoever wants no mail (on their own profile) gets no report either. Everybody sees what they may see and no more.")
            }
            actions { Button(say("Bewaar", "Save"), .primary) }
        }
    }

    private func field(_ kind: ReportKind) -> Field {
        let isOwed = ReportOffice.owed(orders, to: desk.staff, on: desk.now.day).contains(kind)
        let day = kind.nextDay(at: desk.now, isOwed: isOwed, on: desk.calendar)
        let next = DateWords.told(day, today: desk.now.day, desk.language)
        return typed.field(kind.rawValue, name(kind), hint: say("De volgende: \(next).", "The next: \(next)."), isOptional: true)
    }

    private func name(_ kind: ReportKind) -> String {
        switch kind {
        case .digest: say("Maandbericht: de maand in het kort", "Monthly digest: the month in short")
        case .month: say("Directiebeoordeling van elke maand", "Management review of each month")
        case .quarter: say("Directiebeoordeling van elk kwartaal", "Management review of each quarter")
        case .year: say("Directiebeoordeling van elk jaar", "Management review of each year")
        }
    }

    /// Who may read it, and who gets it.
    private func choices(_ kind: ReportKind) -> [Choice] {
        desk.staff.values.filter { ReportOffice.isSuitable($0) || receivers[kind, default: []].contains($0.id) }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { Choice("\($0.id.value)", $0.name) }
    }

    private func rows(_ chosen: [ReportKind: Set<StaffID>]) -> [(name: String, stored: String, typed: String)] {
        func names(_ staff: Set<StaffID>?) -> String { (staff ?? []).compactMap { desk.name(of: $0) }.sorted().joined(separator: ", ") }
        return ReportKind.allCases.map { (name($0), names(receivers[$0]), names(chosen[$0])) }
    }

    /// Who gets what, as the form carries it: `digest:5 review-year:5`.
    static func text(of receivers: [ReportKind: Set<StaffID>]) -> String {
        ReportKind.allCases.flatMap { kind in receivers[kind, default: []].sorted().map { "\(kind.rawValue):\($0.value)" } }
            .joined(separator: " ")
    }

    static func receivers(in text: String) -> [ReportKind: Set<StaffID>] {
        var receivers: [ReportKind: Set<StaffID>] = [:]
        for word in text.split(separator: " ") {
            let parts = word.split(separator: ":").map(String.init)
            guard parts.count == 2, let kind = ReportKind(rawValue: parts[0]), let id = Int64(parts[1]) else { continue }
            receivers[kind, default: []].insert(StaffID(id))
        }
        return receivers
    }
}
