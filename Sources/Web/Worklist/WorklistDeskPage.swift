import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// A list on the desk: what it is called and how many it holds, how it is narrowed and sorted, its rows, the way to the next.
struct WorklistDeskPage {
    /// What was read for it, all of one moment.
    struct Content: Sendable {
        let filter: WorklistFilter
        let problems: [FieldProblem]
        let page: WorklistPage
        let count: Int
        /// What was searched: its hits are marked.
        let hits: SearchHits?
        /// Where the words were found, for rows whose first words don't show it.
        let excerpts: [ComplaintID: SearchExcerpt]
        /// Whom to assign to, in the list of what nobody handles.
        var quick: QuickAssignReading? = nil
        /// Who is away, for whoever assigns.
        var absences = Absences()
    }

    let desk: Desk
    let query: WorklistQuery
    let content: Content

    private var say: Wording { desk.say }
    private var rows: [WorklistRow] { content.page.rows }

    func response() -> Response {
        let isWrong = !content.problems.isEmpty
        return desk.page(
            (isWrong ? say("Fout: ", "Error: ") : "") + title, current: isPlainView ? query.view.rawValue : "", query: query[.words],
            shortcuts: shortcuts, status: isWrong ? .unprocessableContent : .ok
        ) {
            filters.summary
            Heading(title: title, remark: countWords, acts: exports).html
            filters.html
            LiveLine(say: say, stream: LiveLine.list(query)).list(count: content.count)
            if query.view == .mine, isPlainView { standingIn }
            if let cut = content.page.cut { p(.class("notice")) { SearchWords(say: say).cut(cut) } }
            if rows.isEmpty, query.cursor != nil, content.count > 0 {
                nothingFurther
            } else if rows.isEmpty {
                EmptyWorklist(desk: desk, query: query, filter: content.filter).html
            } else {
                list
            }
        }
    }

    /// For whom the reader handles complaints meanwhile, and where those are.
    private var standingIn: HTML {
        group {
            for id in desk.actor.standsInFor.sorted() {
                let name = desk.name(of: id) ?? ""
                p(.class("notice")) {
                    say("U neemt waar voor \(name): ", "You stand in for \(name): ")
                    a(.href(query.with(.view, WorklistView.open.rawValue).with(.handler, "\(id.value)").address())) {
                        say("de open klachten van \(name)", "the open complaints of \(name)")
                    }
                }
            }
        }
    }

    private var isPlainView: Bool { query[.words].isEmpty && !query.hasFilters }

    private var title: String {
        let view = say.view(query.view)
        if query[.words].isEmpty { return view }
        let words = String(String.UnicodeScalarView(query[.words].unicodeScalars.prefix(80)))
        let search = say("Zoeken: \(words)", "Search: \(words)")
        return query.view == .all ? search : "\(view) · \(search)"
    }

    private var countWords: String {
        if content.count > query.mostCounted {
            return say("meer dan \(query.mostCounted) klachten", "more than \(query.mostCounted) complaints")
        }
        return say.count(content.count, ("klacht", "klachten"), ("complaint", "complaints"))
    }

    private var filters: WorklistFilters { WorklistFilters(desk: desk, query: query, problems: content.problems) }

    private var exports: HTML {
        group {
            if !rows.isEmpty {
                Button(say("Excel", "Excel"), .quiet, to: query.firstPage.address(Paths.worklistSpreadsheet))
                Button(say("CSV", "CSV"), .quiet, to: query.firstPage.address(Paths.worklistCSV))
            }
        }
    }

    private var list: HTML {
        let lines = WorklistLines(desk: desk, hits: content.hits, excerpts: content.excerpts)
        return group {
            if lines.hidesNames {
                p(.class("muted")) { say("Namen en verhalen zijn hier verborgen.", "Names and stories are hidden here.") }
            }
            together.around(
                Worklist(
                    label: title, isDense: desk.person.member.isDense, rows: rows.map { lines.row($0, deed: quick?.deed(for: $0)) }
                ).html)
            if let quick { quick.form }
            if content.page.next != nil || query.cursor != nil { pager }
        }
    }

    /// Behind the last row, such as where others were closed meanwhile.
    private var nothingFurther: HTML {
        EmptyState(
            icon: .search, title: say("Verder is er niets", "There is nothing further"),
            words: say("Deze lijst is intussen korter, of het adres klopt niet.", "This list has become shorter, or the address is wrong."),
            act: Button(say("Naar het begin", "To the beginning"), to: query.firstPage.address())
        ).html
    }

    private var quick: QuickAssign? { content.quick.map { QuickAssign(desk: desk, reading: $0) } }

    private var together: WorklistTogether { WorklistTogether(desk: desk, rows: rows, absences: content.absences) }

    /// The number of the first row here. The address says it, and can say anything: what is counted to the last knows better on the last page.
    private var first: Int {
        if query.cursor == nil { return 1 }
        let isCounted = content.count <= query.mostCounted
        let latest = max(1, isCounted ? content.count - rows.count + 1 : 1_000_000_000)
        let isLast = isCounted && content.page.next == nil && content.page.cut == nil
        return isLast ? latest : min(max(1, Int(query[.start]) ?? 1), latest)
    }

    private var pager: HTML {
        let last = first + rows.count - 1
        var next: Link?
        if let cursor = content.page.next {
            next = Link(
                say("Volgende", "Next"), to: query.with(.after, cursor.text).with(.start, "\(last + 1)").address())
        }
        return Pager(
            label: say("Bladeren", "Pages"), summary: "\(first)–\(last) · \(countWords)",
            previous: query.cursor == nil ? nil : Link(say("Naar het begin", "To the beginning"), to: query.firstPage.address()), next: next
        ).html
    }

    private var shortcuts: [Shortcut] {
        [
            Shortcut(key: "j / k", meaning: say("volgende / vorige klacht", "next / previous complaint")),
            Shortcut(key: "Enter", meaning: say("openen", "open")), Shortcut(key: "f", meaning: say("filters", "filters")),
            Shortcut(key: "] / [", meaning: say("volgende bladzijde / begin", "next page / beginning")),
            Shortcut(key: ".", meaning: say("wijzigingen tonen", "show changes")),
        ] + [quick?.shortcut].compactMap(\.self) + together.shortcuts
    }
}
