import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup

/// The form of office hours and days off, with what follows from it beside it.
struct CalendarPage {
    static let previewAct = "bekijk"
    /// In the form: what that calendar does was shown.
    static let shownField = "getoond"

    let desk: Desk
    let typed: TypedForm
    /// The calendar that the preview is about; nil while the form can't be read.
    let shown: OfficeCalendar?
    var isPreview = false
    /// What it does to open promises; nil for the calendar that holds.
    var effect: CalendarEffect? = nil
    /// The version that the author of a returned form saw.
    var seen: Int? = nil
    var refusal: SettingsRefusal? = nil
    var flash: Notice? = nil

    private var say: Wording { desk.say }
    private var stored: OfficeCalendar { desk.calendar }

    func response() -> Response {
        let title = say("Kalender en kantooruren", "Calendar and office hours")
        return desk.page(
            typed.title(title), current: Paths.calendar, flash: flash, status: SettingsForm.status(of: refusal)
        ) {
            typed.summary([weekdays, opens, closes, closingDays, zone])
            Heading(
                title: title,
                remark: say(
                    "Hierop worden toezeggingen geteld. Wat al is toegezegd, verandert niet.",
                    "Promises are counted on this. What was promised already does not change.")
            ).html
            if let effect, isPreview, !effect.lines.isEmpty { unsaved }
            if refusal == .movedOn { BothVersions(say: say, rows: rows) }
            div(.class("beside")) {
                form
                if let shown { CalendarPreview(desk: desk, calendar: shown, isUnsaved: isPreview || refusal != nil, effect: effect) }
            }
        }
    }

    private var unsaved: HTML {
        Notice(.soon) {
            p {
                say(
                    "Nog niet bewaard. Kijk eerst wat dit betekent voor lopende toezeggingen; bewaar daarna.",
                    "Not saved yet. First see what this means for open promises; then save.")
            }
        }.html
    }

    private var weekdays: Field { typed.field("weekdays", say("Werkdagen", "Working days")) }
    private var opens: Field { typed.field("opens", say("Open van", "Open from")) }
    private var closes: Field { typed.field("closes", say("Tot", "Until")) }
    private var zone: Field { typed.field("zone", say("Tijdzone", "Time zone")) }
    private var closingDays: Field {
        typed.field(
            "closingDays", say("Eigen vrije dagen", "Days off of your own"),
            hint: say("Eén per regel: 24-12-2026 Kerstsluiting", "One a line: 24-12-2026 Christmas closing"), isOptional: true)
    }

    private var form: HTML {
        desk.form(to: Paths.calendar) {
            if let effect, let shown, !effect.lines.isEmpty { input(.type(.hidden), .name(Self.shownField), .value(shown.mark)) }
            input(.type(.hidden), .name(SettingsForm.seenField), .value("\(seen ?? desk.house.calendarVersion)"))
            CheckboxField(
                field: weekdays,
                choices: Weekday.allCases.map { Choice("\($0.rawValue)", DateWords.weekday($0, desk.language)) },
                chosen: typed.all("weekdays", or: Set(stored.workingWeekdays.map { "\($0.rawValue)" })), isInLine: true)
            div(.class("pair")) {
                TextField(field: opens, value: typed.text("opens", or: DateWords.time(stored.opens)), autocomplete: "off", width: .short)
                TextField(field: closes, value: typed.text("closes", or: DateWords.time(stored.closes)), autocomplete: "off", width: .short)
            }
            p(.class("hint")) { say("Een toezegging loopt af op sluitingstijd.", "A promise ends at closing time.") }
            legalDays
            late
            TextArea(field: closingDays, value: typed.text("closingDays", or: ClosingDayList.text(of: stored.closingDays)), rows: 5)
            SelectField(field: zone, choices: zones, chosen: typed.text("zone", or: stored.zone.name), width: .medium)
            actions {
                Button(say("Bewaar kalender", "Save calendar"), .primary, field: ("act", "bewaar"))
                Button(say("Bekijk eerst wat er volgt", "First see what follows"), field: ("act", Self.previewAct))
            }
        }
    }

    private var zones: [Choice] {
        let names = CalendarWords.zones.contains(stored.zone.name) ? CalendarWords.zones : [stored.zone.name] + CalendarWords.zones
        return names.map { Choice($0, $0) }
    }

    private var legalDays: HTML {
        group {
            Tick(
                field: typed.field("goodFriday", say("Vrij op Goede Vrijdag", "Closed on Good Friday")),
                isOn: typed.isOn("goodFriday", or: stored.goodFridayIsFree))
            Tick(
                field: typed.field("liberationDay", say("Elk jaar vrij op 5 mei", "Closed on 5 May every year")),
                isOn: typed.isOn("liberationDay", or: stored.liberationDayIsFree))
        }
    }

    private var late: HTML {
        Tick(
            field: typed.field(
                "late", say("Na sluitingstijd telt als de volgende werkdag", "After closing counts as the next working day"),
                hint: say(
                    "Uit: de dag van ontvangst telt nooit mee, hoe laat ook. Een klacht van zaterdag 21 november 2026 krijgt dan binnen 2 werkdagen, uiterlijk dinsdag 24 november, contact. Aan: hij geldt als ontvangen op maandag; dan wordt het woensdag 25 november.",
                    "Off: the day of receipt never counts, however late. A complaint of Saturday 21 November 2026 then gets contact within 2 working days, by Tuesday 24 November. On: it counts as received on Monday; then it becomes Wednesday 25 November."
                )),
            isOn: typed.isOn("late", or: stored.lateArrivalsCountFromNextWorkingDay)
        ).html
    }

    private var rows: [(String, String, String)] {
        func yes(_ isOn: Bool) -> String { isOn ? say("ja", "yes") : say("nee", "no") }
        func days(_ numbers: Set<String>) -> String {
            Weekday.allCases.filter { numbers.contains("\($0.rawValue)") }.map { DateWords.weekday($0, desk.language) }.joined(
                separator: ", ")
        }
        return [
            (weekdays.label, days(Set(stored.workingWeekdays.map { "\($0.rawValue)" })), days(typed.all("weekdays"))),
            (opens.label, DateWords.time(stored.opens), typed.text("opens")),
            (closes.label, DateWords.time(stored.closes), typed.text("closes")),
            (say("Goede Vrijdag", "Good Friday"), yes(stored.goodFridayIsFree), yes(typed.isOn("goodFriday", or: false))),
            (say("5 mei", "5 May"), yes(stored.liberationDayIsFree), yes(typed.isOn("liberationDay", or: false))),
            (say("Na sluitingstijd", "After closing"), yes(stored.lateArrivalsCountFromNextWorkingDay), yes(typed.isOn("late", or: false))),
            (closingDays.label, ClosingDayList.text(of: stored.closingDays), typed.text("closingDays")),
            (zone.label, stored.zone.name, typed.text("zone")),
        ]
    }
}

/// What a calendar means: the promises of a complaint that comes in now, and the days off of the coming year.
struct CalendarPreview: Component {
    let desk: Desk
    let calendar: OfficeCalendar
    let isUnsaved: Bool
    var effect: CalendarEffect? = nil

    private var say: Wording { desk.say }

    var html: HTML {
        aside(.class("preview"), .aria("labelledby", "preview-title")) {
            h2(.id("preview-title")) { say("Wat er volgt", "What follows") }
            if isUnsaved { p(.class("muted")) { say("Nog niet bewaard.", "Not saved yet.") } }
            p { say("Een klacht die nu binnenkomt:", "A complaint that comes in now:") }
            FactList(facts: PromiseKind.main.map { Fact(say.promise($0), due($0)) })
            if let effect { CalendarEffectList(desk: desk, effect: effect) }
            h3 { say("Vrije dagen in het komende jaar", "Days off in the coming year") }
            if daysOff.isEmpty { p(.class("muted")) { say("Geen.", "None.") } }
            ul(.class("days")) {
                for (day, name) in daysOff {
                    li {
                        span { DateWords.long(day, desk.language) }
                        span(.class("muted")) { name }
                    }
                }
            }
        }
    }

    private func due(_ kind: PromiseKind) -> String {
        let now = calendar.zone.moment(at: desk.now.instant)
        guard let count = desk.house.procedure.generalRule(for: kind)?.within.count(from: now, on: calendar) else { return "" }
        let day = DateWords.long(count.due.day, desk.language)
        return say("uiterlijk \(day), \(DateWords.time(count.due.time))", "by \(day), \(DateWords.time(count.due.time))")
    }

    /// Those that fall on a day that would be worked.
    private var daysOff: [(Day, String)] {
        let today = calendar.zone.moment(at: desk.now.instant).day
        return (0..<365).compactMap { ahead in
            let day = today + ahead
            guard calendar.workingWeekdays.contains(day.weekday), let reason = calendar.reasonOff(day) else { return nil }
            switch reason {
            case .holiday(let holiday): return (day, say.holiday(holiday))
            case .closed(let name): return (day, name)
            case .weekend: return nil
            }
        }
    }
}
