import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// The complaints manager's board: four short lists and the load of everybody who handles complaints. Rows can be chosen and assigned from
/// here as in every list.
struct BoardPage {
    /// What was read for it, all of one moment.
    struct Content: Sendable {
        let late: [WorklistRow]
        let today: [WorklistRow]
        let nextDay: [WorklistRow]
        let silent: [WorklistRow]
        let unassigned: [WorklistRow]
        /// Where the customer asks to look again.
        let reopening: [WorklistRow]
        let loads: [HandlerLoad]
        let counts: [WorklistView: Int]
        /// The next working day.
        let next: Day

        /// Nothing happened for so many working days.
        static let silence = 3

        init(_ reader: WorklistReader, on calendar: OfficeCalendar, now: Moment, in snapshot: Snapshot) throws {
            func rows(_ view: WorklistView) throws -> [WorklistRow] {
                var filter = WorklistFilter()
                (filter.view, filter.order) = (view, .due)
                return try snapshot.worklist(filter, for: reader, limit: BoardRoutes.mostRows).rows
            }
            func count(_ view: WorklistView) throws -> Int {
                var filter = WorklistFilter()
                filter.view = view
                return try snapshot.worklistCount(filter, for: reader)
            }
            late = try rows(.late)
            today = try rows(.today)
            unassigned = try rows(.unassigned)
            reopening = try rows(.reopening)
            counts = [
                .late: try count(.late), .today: try count(.today), .unassigned: try count(.unassigned), .reopening: try count(.reopening),
            ]
            next = calendar.nextWorkingDay(after: now.day)
            let midnight = TimeOfDay(0)
            let span = Span(
                from: calendar.zone.instant(of: CivilTime(now.day.next, midnight)),
                before: calendar.zone.instant(of: CivilTime(next.next, midnight)))
            nextDay = try snapshot.complaintsDue(in: span, for: reader, limit: BoardRoutes.mostRows)
            var quiet = now.day
            for _ in 0..<Self.silence { quiet = calendar.previousWorkingDay(before: quiet) }
            let since = calendar.zone.instant(of: CivilTime(quiet, midnight))
            silent = try snapshot.silentComplaints(since: since, for: reader, limit: BoardRoutes.mostRows)
            loads = try snapshot.loads(for: reader)
        }

        var rows: [WorklistRow] {
            var known: Set<ComplaintID> = []
            return (late + today + nextDay + silent + unassigned + reopening).filter { known.insert($0.id).inserted }
        }
    }

    let desk: Desk
    let content: Content

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = say("Bord", "Board")
        let together = WorklistTogether(desk: desk, rows: content.rows)
        return desk.page(title, current: Paths.board, shortcuts: together.shortcuts) {
            Heading(title: title, remark: sentence).html
            div(.class("board")) {
                together.around(lists)
                load
            }
        }
    }

    private var sentence: String {
        let late = content.counts[.late] ?? 0
        if late == 0 { return say("Geen enkele toezegging is verlopen.", "No promise is overdue.") }
        return late == 1
            ? say("1 klacht is te laat.", "1 complaint is late.") : say("\(late) klachten zijn te laat.", "\(late) complaints are late.")
    }

    private var lists: HTML {
        let day = DateWords.brief(content.next, desk.language)
        return group {
            part("late", say("Te laat", "Late"), content.late, of: .late)
            part("unassigned", say("Niet toegewezen", "Unassigned"), content.unassigned, of: .unassigned)
            if !content.reopening.isEmpty {
                part("reopening", say("Heropenen gevraagd", "Reopening asked"), content.reopening, of: .reopening)
            }
            part("today", say("Vandaag af", "Due today"), content.today, of: .today)
            part("next", say("Volgende werkdag: \(day)", "Next working day: \(day)"), content.nextDay)
            part("silent", say("Al \(Content.silence) werkdagen stil", "Silent for \(Content.silence) working days"), content.silent)
        }
    }

    private func part(_ id: String, _ title: String, _ rows: [WorklistRow], of view: WorklistView? = nil) -> HTML {
        let lines = WorklistLines(desk: desk, hits: nil, excerpts: [:])
        let count = view.flatMap { content.counts[$0] } ?? rows.count
        return section(.aria("labelledby", "board-\(id)")) {
            h2(.id("board-\(id)")) {
                title
                " "
                span(.class("muted")) {
                    count >= 1000 ? "999+" : rows.count == BoardRoutes.mostRows && view == nil ? "\(count)+" : "\(count)"
                }
            }
            if rows.isEmpty {
                p(.class("muted")) { say("Niets.", "Nothing.") }
            } else {
                Worklist(label: title, isDense: desk.person.member.isDense, rows: rows.map { lines.row($0) }).html
            }
            if let view, count > rows.count { p { Link(say("Alle \(count)", "All \(count)"), to: Paths.worklist(view)) } }
        }
    }

    /// In work, not in heads, and never as a ranking: by name.
    private var load: HTML {
        let known = Dictionary(content.loads.map { ($0.handler, $0) }) { first, _ in first }
        let handlers = desk.colleagues(with: .handler)
        let rows = handlers.map { ($0.name, known[$0.id] ?? HandlerLoad(handler: $0.id)) }.sorted { $0.0 < $1.0 }
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
                        for (name, load) in rows {
                            tr {
                                th(.scope("row")) { name }
                                td(.class("amount")) { "\(load.open)" }
                                td(.class("amount")) { weighed(load.halves) }
                                td(.class("amount")) { "\(load.late)" }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Whom to think of first for what is unassigned.
    private var lightest: String? {
        let known = Dictionary(content.loads.map { ($0.handler, $0.halves) }) { first, _ in first }
        guard !content.unassigned.isEmpty,
            let member = desk.colleagues(with: .handler).min(by: { (known[$0.id] ?? 0, $0.name) < (known[$1.id] ?? 0, $1.name) })
        else { return nil }
        return say("\(member.name) heeft nu het minste werk.", "\(member.name) has the least to do now.")
    }

    private func weighed(_ halves: Int) -> String {
        halves.isMultiple(of: 2) ? "\(halves / 2)" : "\(halves / 2)\(say(",5", ".5"))"
    }
}
