import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// One sentence, then each step with its term and how often it was kept: a page to print, each number a link to the complaints behind it.
struct ConductOverviewPage {
    /// A promise of one kind under one version of the procedure.
    private struct Line: Hashable {
        let kind: PromiseKind
        let version: Int
    }

    private static let verdicts: [Conduct.Verdict] = [.inTime, .late, .broken, .open, .standingStill, .withdrawn]
    /// A share of fewer says nothing.
    private static let fewest = 5

    let desk: Desk
    let period: OverviewPeriod
    let tally: ConductTally

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = say("Is de procedure gevolgd?", "Was the procedure followed?")
        let isWrong = !period.problems.isEmpty
        return desk.page(
            (isWrong ? say("Fout: ", "Error: ") : "") + title, current: Paths.overview, status: isWrong ? .unprocessableContent : .ok
        ) {
            if isWrong {
                ErrorSummary(
                    title: say("Er is een probleem", "There is a problem"),
                    fields: period.problems.map { Field($0.field, "", error: PeriodChoice.words($0, say)) })
            }
            Heading(title: title, remark: days).html
            div(.class("no-print")) { PeriodChoice(say: say, period: period, path: Paths.conductOverview) }
            p(.class("verdict")) { verdict }
            if tally.complaints > 0 {
                steps
                promises
            }
            p(.class("muted")) { InsightWords(desk.language).unseen }
            p(.class("muted")) { words }
            p(.class("no-print")) {
                Link(say("Elke stap van elke klacht (CSV)", "Each step of each complaint (CSV)"), to: Paths.conductCSV + range)
                ", "
                Link("Excel", to: Paths.conductSheet + range)
            }
        }
    }

    private var days: String {
        say(
            "Klachten ontvangen van \(DateWords.short(period.days.first)) tot en met \(DateWords.short(period.days.last)); stand van \(DateWords.short(desk.now)).",
            "Complaints received from \(DateWords.short(period.days.first)) through \(DateWords.short(period.days.last)); as of \(DateWords.short(desk.now))."
        )
    }

    private var range: String { QueryText.query(pairs) }
    private var pairs: [(String, String)] {
        [(OverviewPeriod.firstField, period.days.first.iso), (OverviewPeriod.lastField, period.days.last.iso)]
    }

    private var verdict: HTML {
        if tally.complaints == 0 {
            return HTML(say("In deze dagen is geen klacht ontvangen.", "No complaint was received in these days."))
        }
        let many = linked(tally.complaints, .all)
        let complaints = tally.complaints == 1 ? say(" klacht", " complaint") : say(" klachten", " complaints")
        if tally.unfollowed == 0 {
            return HTML(joining: [
                HTML(say("Ja: bij ", "Yes: of ")), many, HTML(complaints + say(" is niets te laat gedaan.", " nothing was done late.")),
            ])
        }
        let some = linked(tally.unfollowed, .unfollowed)
        return desk.language == .dutch
            ? HTML(joining: [HTML("Niet altijd: bij "), some, HTML(" van "), many, HTML("\(complaints) is iets te laat of niet gedaan.")])
            : HTML(joining: [HTML("Not always: of "), many, HTML("\(complaints), "), some, HTML(" had something done late or not done.")])
    }

    /// A number with the list of what it counts.
    private func linked(_ count: Int, _ filter: ConductFilter) -> HTML {
        if count == 0 { return HTML("0") }
        return a(.href(ConductRoutes.address(filter, over: period.days))) { "\(count)" }
    }

    private var words: String {
        say(
            "Elk dossier telt, ook wat met een andere klacht is samengevoegd. Een toezegging die later werd nagekomen telt als te laat, ook als dat later is vastgelegd. Het CSV-bestand wordt uit het journaal zelf gemaakt, met bij elke stap de regel die het bewijst; de opdracht “gehoor verify” bewijst dat het journaal klopt.",
            "Every file counts, also what was merged into another complaint. A promise that was met later counts as late, however late that was recorded. The CSV file is made from the journal itself, with the entry that proves each step; the command “gehoor verify” proves that the journal is right."
        )
    }

    private var steps: HTML {
        let rows: [(String, Int, ConductFilter)] = [
            (say("Geregistreerd", "Registered"), tally.complaints, .all),
            (say("Behandelaar aangewezen", "Handler appointed"), tally.assigned, .assigned),
            (say("Als opgelost vastgelegd", "Recorded as resolved"), tally.resolved, .resolved),
            (say("Gesloten", "Closed"), tally.closed, .closed),
        ]
        return table(
            say("De stappen", "The steps"), [say("Stap", "Step"), say("Klachten", "Complaints")],
            rows: rows.map { name, count, filter in
                tr {
                    th(.scope("row")) { name }
                    td(.class("amount")) { linked(count, filter) }
                }
            })
    }

    private var lines: [Line] {
        let order = PromiseKind.allCases
        return Set(tally.counts.map { Line(kind: $0.kind, version: $0.procedureVersion) }).sorted {
            (order.firstIndex(of: $0.kind) ?? 0, $0.version) < (order.firstIndex(of: $1.kind) ?? 0, $1.version)
        }
    }

    private var promises: HTML {
        table(
            say("De termijnen", "The terms"),
            [say("Toezegging", "Promise"), say("Termijn", "Term")] + Self.verdicts.map(heading) + [say("Op tijd", "In time")],
            rows: lines.map(row))
    }

    private func row(_ line: Line) -> HTML {
        func count(_ verdict: Conduct.Verdict) -> Int {
            tally.counts.first { $0.kind == line.kind && $0.procedureVersion == line.version && $0.verdict == verdict }?.count ?? 0
        }
        let past = count(.inTime) + count(.late) + count(.broken)
        return tr {
            th(.scope("row")) { say.promise(line.kind).capitalisedFirst }
            td { term(of: line) }
            for verdict in Self.verdicts {
                td(.class("amount")) { linked(count(verdict), .promises(line.kind, version: line.version, verdict)) }
            }
            td(.class("amount")) { past < Self.fewest ? "–" : share(count(.inTime), of: past) }
        }
    }

    private func term(of line: Line) -> String {
        let rules = desk.house.procedures.version(line.version).promises.filter { $0.kind == line.kind }
        let terms = rules.map { say.term($0.within) }
        let version = say("versie \(line.version)", "version \(line.version)")
        guard let first = terms.first else { return version }
        return terms.allSatisfy { $0 == first } ? "\(first), \(version)" : say("verschilt, \(version)", "differs, \(version)")
    }

    private func share(_ part: Int, of whole: Int) -> String {
        let tenths = (part * 1000 + whole / 2) / whole
        return "\(tenths / 10)\(say(",", "."))\(tenths % 10)%"
    }

    private func heading(_ verdict: Conduct.Verdict) -> String { say.conduct(verdict).capitalisedFirst }

    private func table(_ label: String, _ headings: [String], rows: [HTML]) -> HTML {
        div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", label)) {
            Markup.table(.class("table")) {
                caption { label }
                thead {
                    tr { for (index, words) in headings.enumerated() { th(.scope("col"), .class(index > 0 ? "amount" : nil)) { words } } }
                }
                tbody { for row in rows { row } }
            }
        }
    }
}
