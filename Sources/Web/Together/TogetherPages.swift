import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// What would come of an act on several complaints: one line in words, those that are left alone with the reason, and the button.
struct ForeseenPage {
    let desk: Desk
    let form: TogetherForm
    let report: TogetherReport?
    let refusal: Refusal?
    /// Whether what was sent is not what was shown.
    var isForged = false
    /// Whether it was to be done without saying why.
    var lacksReason = false
    /// At what each was looked at, where a page is shown once more: what moved on since is still left alone.
    var seen: [ComplaintNumber: Int] = [:]
    /// Who is away, and marked so among those who can be chosen.
    var absences = Absences()

    private var say: Wording { desk.say }
    private var words: TogetherWords { TogetherWords(desk: desk, form: form) }

    func response() -> Response {
        let isWrong = report == nil || lacksReason
        return desk.page(
            isWrong ? say("Fout: \(words.title)", "Error: \(words.title)") : words.title,
            shortcuts: [Shortcut(key: "u", meaning: say("uitvoeren", "carry out"))], isReading: true,
            status: isWrong ? .unprocessableContent : .ok
        ) {
            if isWrong {
                ErrorSummary(
                    title: say("Er is een probleem", "There is a problem"), fields: lacksReason ? [reason] : [],
                    general: lacksReason ? [] : [trouble])
            }
            Heading(title: words.title).html
            if let report {
                p(.class("verdict")) { words.foreseen(report) }
                if !report.done.isEmpty {
                    deed(report)
                    details(.class("inner")) {
                        summary { say("Welke \(report.done.count)", "Which \(report.done.count)") }
                        ul(.class("skipped")) { for line in report.done { entry(line) } }
                    }
                }
                words.skippedSection(report)
            } else if form.needsHandler, !form.chosen.isEmpty {
                handlerChoice
            }
            actions { Button(say("Terug zonder iets te doen", "Back without doing anything"), .quiet, to: form.back) }
        }
    }

    private var trouble: String {
        if let refusal, case .invalid(let problems) = refusal, let problem = problems.first { return say.problem(problem) }
        if form.chosen.isEmpty {
            return say("Kies eerst een of meer klachten in de lijst.", "First choose one or more complaints in the list.")
        }
        if isForged {
            return say(
                "Dit formulier is niet meer wat u bekeek. Er is niets gedaan; kies opnieuw in de lijst.",
                "This form is no longer what you looked at. Nothing was done; choose again in the list.")
        }
        if form.needsHandler { return say("Kies een behandelaar.", "Choose a handler.") }
        return say("Kies in de lijst wat u wilt doen.", "Choose in the list what you want to do.")
    }

    private func entry(_ line: TogetherLine) -> HTML {
        li {
            a(.href(Paths.file(line.number))) { line.number.formatted }
            span { line.customer ?? "" }
            span(.class("muted")) { line.makesLetter ? say("krijgt een brief", "gets a letter") : say("geen brief", "no letter") }
        }
    }

    private func deed(_ report: TogetherReport) -> HTML {
        var asked = form
        asked.chosen = report.done.map { ($0.number, seen[$0.number] ?? $0.sequence) }
        let submission = Submission().sealed(by: desk.workplace.tokens, for: asked.stamped(by: desk.person.member.id))
        return desk.form(to: Paths.together) {
            hidden(TogetherFields.act, form.act)
            if let handler = form.handler, form.act == TogetherFields.assign { hidden(TogetherFields.handler, "\(handler.value)") }
            for one in asked.chosen { hidden(TogetherFields.complaint, "\(one.number.formatted).\(one.seen ?? 0)") }
            hidden(TogetherFields.back, form.back)
            hidden(TogetherFields.submission, submission)
            if form.act == TogetherFields.assign, report.handsOver {
                HandoverFields(
                    say: say, choice: reason,
                    note: Field(TogetherFields.reasonNote, HandoverFields.noteLabel(say), optional: say.optional), chosen: form.reason,
                    written: form.reasonNote
                ).html
            }
            actions { Button(words.deed(report.done.count), .primary, key: "u") }
        }
    }

    private var reason: Field {
        Field(
            TogetherFields.reason, HandoverFields.label(say),
            error: lacksReason ? HandoverFields.missing(say) : nil)
    }

    /// The same address with a handler chosen.
    private var handlerChoice: HTML {
        Markup.form(.method(.get), .action(Paths.together), .class("form"), .novalidate) {
            hidden(TogetherFields.act, form.act)
            for one in form.chosen { hidden(TogetherFields.complaint, one.number.formatted) }
            hidden(TogetherFields.back, form.back)
            SelectField(
                field: Field(
                    TogetherFields.handler, say("Behandelaar", "Handler"), error: say("Kies een behandelaar.", "Choose a handler.")),
                choices: desk.colleagues(with: .handler).map { Choice("\($0.id.value)", desk.name(of: $0, absences)) },
                empty: say("kies", "choose"))
            actions { Button(say("Bekijk wat er gebeurt", "See what will happen"), .primary) }
        }
    }

    private func hidden(_ name: String, _ value: String) -> HTML { input(.type(.hidden), .name(name), .value(value)) }
}

/// What came of it, when not all went as it was foreseen.
struct CarriedOutPage {
    let desk: Desk
    let form: TogetherForm
    let report: TogetherReport

    func response() -> Response {
        let words = TogetherWords(desk: desk, form: form)
        return desk.page(words.title, isReading: true) {
            Heading(title: words.title).html
            p(.class("verdict")) { words.happened(report) }
            words.skippedSection(report)
            actions { Button(desk.say("Terug naar de lijst", "Back to the list"), to: form.back) }
        }
    }
}

/// The sentences of both pages.
struct TogetherWords {
    let desk: Desk
    let form: TogetherForm

    private var say: Wording { desk.say }
    private var handler: String { desk.name(of: form.handler) ?? say("een behandelaar", "a handler") }
    private var isAssigning: Bool { form.act == TogetherFields.assign }

    var title: String {
        if form.act == TogetherFields.close { return say("Klachten sluiten", "Close complaints") }
        if !isAssigning { return say("Klachten samen behandelen", "Complaints together") }
        return form.handler == nil
            ? say("Klachten toewijzen", "Assign complaints") : say("Toewijzen aan \(handler)", "Assign to \(handler)")
    }

    func deed(_ count: Int) -> String {
        let many = complaints(count)
        return isAssigning ? say("Wijs \(many) toe", "Assign \(many)") : say("Sluit \(many)", "Close \(many)")
    }

    private func complaints(_ count: Int) -> String { say.count(count, ("klacht", "klachten"), ("complaint", "complaints")) }

    /// "12 klachten worden toegewezen aan Sara; 12 klanten krijgen een brief; 2 overgeslagen."
    func foreseen(_ report: TogetherReport) -> String {
        let count = report.done.count
        if count == 0 {
            return say(
                "Hier verandert niets door: \(complaints(report.skipped.count)) overgeslagen.",
                "Nothing changes by this: \(complaints(report.skipped.count)) skipped.")
        }
        let verb = count == 1 ? say("wordt", "will be") : say("worden", "will be")
        let letters = report.letters
        let told = say.count(letters, ("klant krijgt", "klanten krijgen"), ("customer gets", "customers get"))
        return sentence([
            "\(complaints(count)) \(verb) \(participle)",
            letters == 0 ? say("niemand krijgt een brief", "nobody gets a letter") : say("\(told) een brief", "\(told) a letter"),
            skipped(report),
        ])
    }

    func happened(_ report: TogetherReport) -> String {
        let count = report.done.count
        let verb = count == 1 ? say("is", "has been") : say("zijn", "have been")
        return sentence(["\(complaints(count)) \(verb) \(participle)", skipped(report)])
    }

    private var participle: String {
        isAssigning ? say("toegewezen aan \(handler)", "assigned to \(handler)") : say("gesloten", "closed")
    }

    private func skipped(_ report: TogetherReport) -> String? {
        report.skipped.isEmpty ? nil : say("\(report.skipped.count) overgeslagen", "\(report.skipped.count) skipped")
    }

    private func sentence(_ parts: [String?]) -> String { parts.compactMap(\.self).joined(separator: "; ") + "." }

    func skippedSection(_ report: TogetherReport) -> HTML {
        group {
            if !report.skipped.isEmpty {
                section(.class("apart"), .aria("labelledby", "skipped")) {
                    h2(.id("skipped")) { say("Overgeslagen", "Skipped") }
                    SkippedList(desk: desk, skipped: report.skipped)
                }
            }
        }
    }
}
