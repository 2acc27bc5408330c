import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// The complaints manager's board: four short lists and the load of everybody who handles complaints. Rows can be chosen and assigned from
/// here as in every list.
struct BoardPage {
    let desk: Desk
    let content: BoardContent
    /// Why an assignment from here did not happen.
    var refusal: Refusal? = nil

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = say("Bord", "Board")
        let together = WorklistTogether(desk: desk, rows: content.rows, absences: content.quick.advice.absences)
        return desk.page(
            title, current: Paths.board, shortcuts: [quick.shortcut] + together.shortcuts,
            status: refusal.map { ProblemDetails.status(of: $0) } ?? .ok
        ) {
            if let refusal { Notice(.late) { p { trouble(refusal) } } }
            Heading(title: title, remark: sentence).html
            LiveLine(say: say, stream: LiveLine.board).list(count: content.count)
            div(.class("board")) {
                together.around(lists)
                div {
                    RefusedMail(desk: desk, memos: content.refused).html
                    load
                    kept
                    away
                }
            }
            quick.form
        }
    }

    private var quick: QuickAssign { QuickAssign(desk: desk, reading: content.quick) }

    private func trouble(_ refusal: Refusal) -> String {
        if case .invalid(let problems) = refusal, let problem = problems.first { return say.problem(problem) }
        return say.refusal(refusal)
    }

    private var sentence: String {
        let late = content.counts[.late] ?? 0
        if late == 0 { return say("Geen enkele toezegging is verlopen.", "No promise is overdue.") }
        return late == 1
            ? say("1 klacht is te laat.", "1 complaint is late.") : say("\(late) klachten zijn te laat.", "\(late) complaints are late.")
    }

    private var lists: HTML {
        let day = DateWords.brief(content.next, desk.language, today: desk.now.day)
        return group {
            part("late", say("Te laat", "Late"), content.late, of: .late, anyway: true)
            part("unassigned", say("Niet toegewezen", "Unassigned"), content.unassigned, of: .unassigned)
            if !content.reopening.isEmpty {
                part("reopening", say("Heropenen gevraagd", "Reopening asked"), content.reopening, of: .reopening)
            }
            part("today", say("Vandaag af", "Due today"), content.today, of: .today, anyway: true)
            part("next", say("Volgende werkdag: \(day)", "Next working day: \(day)"), content.nextDay, anyway: true)
            part(
                "silent", say("Al \(BoardContent.silence) werkdagen stil", "Silent for \(BoardContent.silence) working days"),
                content.silent,
                anyway: true)
            part("waiting", say.leftWaiting(content.waitingTerm), content.waiting, anyway: true)
        }
    }

    private func part(_ id: String, _ title: String, _ rows: [WorklistRow], of view: WorklistView? = nil, anyway: Bool = false) -> HTML {
        let lines = WorklistLines(desk: desk, hits: nil, excerpts: [:])
        let count = view.flatMap { content.counts[$0] } ?? rows.count
        return section(.aria("labelledby", "board-\(id)")) {
            h2(.id("board-\(id)")) {
                title
                " "
                span(.class("muted")) {
                    rows.count == BoardContent.mostRows && view == nil ? "\(count)+" : DeskNumbers.shown(count) ?? "0"
                }
            }
            if rows.isEmpty {
                p(.class("muted")) { say("Niets.", "Nothing.") }
            } else {
                Worklist(
                    label: title, isDense: desk.person.member.isDense,
                    rows: rows.map { lines.row($0, deed: quick.deed(for: $0, anyway: anyway)) }
                ).html
            }
            if let view, count > rows.count { p { Link(say("Alle \(count)", "All \(count)"), to: Paths.worklist(view)) } }
        }
    }

    /// In work, not in heads, and never as a ranking: by name.
    private var load: HTML {
        let known = Dictionary(content.loads.map { ($0.handler, $0) }) { first, _ in first }
        let handlers = desk.colleagues(with: .handler)
        let rows = handlers.map { ($0.name, known[$0.id] ?? Workload(handler: $0.id)) }.sorted { $0.0 < $1.0 }
        let here = Set(handlers.map(\.id))
        let left = content.loads.compactMap { load in load.handler.flatMap { here.contains($0) ? nil : ($0, load) } }
        return section(.aria("labelledby", "board-load")) {
            h2(.id("board-load")) { say("Werkvoorraad", "Work at hand") }
            p(.class("muted")) {
                say(
                    "Gewogen: ernstig telt dubbel, zeer ernstig driedubbel, wachten op de klant half.",
                    "Weighed: serious counts twice, critical three times, waiting for the customer half.")
            }
            if let lightest { p { lightest } }
            div(
                .class("scroll"), .tabindex(0), .role("region"),
                .aria("label", say("Werkvoorraad per behandelaar", "Work at hand by handler"))
            ) {
                table(.class("table")) {
                    thead {
                        tr {
                            th(.scope("col")) { say("Behandelaar", "Handler") }
                            th(.scope("col"), .class("amount")) { say("Open", "Open") }
                            th(.scope("col"), .class("amount")) { say("Gewogen", "Weighed") }
                            th(.scope("col"), .class("amount")) { say("Te laat", "Late") }
                        }
                    }
                    tbody {
                        for (name, load) in rows { row(HTML(name), load) }
                        for (id, load) in left { row(leaver(id), load) }
                    }
                }
            }
        }
    }

    private func row(_ name: HTML, _ load: Workload) -> HTML {
        tr {
            th(.scope("row")) { name }
            td(.class("amount")) { "\(load.open)" }
            td(.class("amount")) { say.weighed(load.halves) }
            td(.class("amount")) { "\(load.late)" }
        }
    }

    /// Somebody who does not handle complaints any more: what is left there is to be handed over.
    private func leaver(_ id: StaffID) -> HTML {
        let name = desk.name(of: id) ?? ""
        return Link(say("\(name): draag over", "\(name): hand over"), to: WorklistQuery.open(of: id).address()).html
    }

    /// Whom to think of first for what is unassigned.
    private var lightest: String? {
        let known = Dictionary(content.loads.map { ($0.handler, $0.halves) }) { first, _ in first }
        guard !content.unassigned.isEmpty,
            let member = desk.colleagues(with: .handler).filter({ !content.quick.advice.absences.isAway($0.id) })
                .min(by: { (known[$0.id] ?? 0, $0.name) < (known[$1.id] ?? 0, $1.name) })
        else { return nil }
        return say("\(member.name) heeft nu het minste werk.", "\(member.name) has the least to do now.")
    }

    /// Promises kept over time: of those whose day has passed, week by week.
    private var kept: HTML {
        section(.aria("labelledby", "board-kept")) {
            h2(.id("board-kept")) { say("Toezeggingen nagekomen", "Promises kept") }
            let label = say("Per week: hoeveel er afliepen en hoeveel op tijd waren", "By week: how many were due, and how many in time")
            div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", label)) {
                table(.class("table")) {
                    thead {
                        tr {
                            th(.scope("col")) { say("Week van", "Week of") }
                            th(.scope("col"), .class("amount")) { say("Liepen af", "Were due") }
                            th(.scope("col"), .class("amount")) { say("Op tijd", "In time") }
                        }
                    }
                    tbody {
                        for week in content.kept {
                            tr {
                                th(.scope("row")) { DateWords.brief(week.first, desk.language, today: desk.now.day) }
                                td(.class("amount")) { "\(week.due)" }
                                td(.class("amount")) { week.due == 0 ? "–" : "\(week.kept)" }
                            }
                        }
                    }
                }
            }
            p { Link(say("Is de procedure gevolgd?", "Was the procedure followed?"), to: Paths.conductOverview) }
        }
    }

    /// Who is away, and what is left behind without anybody in their place.
    private var away: HTML {
        section(.aria("labelledby", "board-away")) {
            h2(.id("board-away")) { say("Afwezig", "Away") }
            if content.absences.isEmpty {
                p(.class("muted")) { say("Niemand, nu of binnenkort.", "Nobody, now or soon.") }
            } else {
                ul(.class("plain")) { for absence in content.absences { li { words(for: absence) } } }
            }
            p { Link(say("Afwezigheid noteren", "Note an absence"), to: Paths.away) }
        }
    }

    private func words(for absence: Absence) -> String {
        let name = desk.name(of: absence.staff) ?? ""
        let (first, last) = (
            DateWords.brief(absence.first, desk.language, today: desk.now.day),
            DateWords.brief(absence.last, desk.language, today: desk.now.day)
        )
        let days =
            absence.covers(desk.now.day)
            ? say("tot en met \(last)", "through \(last)") : say("\(first) tot en met \(last)", "\(first) through \(last)")
        let stand = desk.name(of: absence.replacement)
        return "\(name): \(days); "
            + (stand.map { say("vervanger: \($0)", "replacement: \($0)") } ?? say("geen vervanger", "no replacement"))
    }
}
