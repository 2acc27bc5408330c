import Casework
import Complaints
import Markup
import Records

/// Complaints as rows of a list, for one reader.
struct WorklistLines {
    let desk: Desk
    /// What was searched: its hits are marked.
    let hits: SearchHits?
    let excerpts: [ComplaintID: SearchExcerpt]

    private let visibility: Visibility

    init(desk: Desk, hits: SearchHits?, excerpts: [ComplaintID: SearchExcerpt]) {
        (self.desk, self.hits, self.excerpts) = (desk, hits, excerpts)
        visibility = Visibility(desk.actor)
    }

    private var say: Wording { desk.say }

    /// Management reads lists without names.
    var hidesNames: Bool { !visibility.seesOrdinaryFiles }

    /// - Parameter isPlain: without a tick, where nothing is done to several at once.
    func row(_ row: WorklistRow, deed: HTML? = nil, isPlain: Bool = false) -> WorkRow {
        let maySee = visibility.seesFile(isConfidential: row.isConfidential, handler: row.handler, aboutStaff: row.aboutStaff)
        let isNew = row.phase == .assigned && row.handler != nil && row.handler == desk.actor.staff
        return WorkRow(
            subject: row.nature.map { desk.nature($0) } ?? say("Nog geen aard", "No nature yet"),
            address: maySee ? Paths.file(row.number) : nil, excerpt: excerpt(row),
            number: row.number.formatted, state: row.mark, about: about(row), marks: marks(row), promise: promise(row), since: since(row),
            isNew: isNew,
            deed: deed, newWords: say("Nieuw:", "New:"),
            tick: maySee && !isPlain && !isInPlace(row) ? WorklistTogether(desk: desk, rows: []).tick(row) : nil)
    }

    /// Whether it is the reader's alone in the place of the complaints manager, who is the subject: it is done from the file.
    private func isInPlace(_ row: WorklistRow) -> Bool {
        !visibility.seesOrdinaryFiles && row.aboutStaff.map(visibility.inPlaceOf.contains) ?? false
    }

    /// Where the words were found, or how the story begins.
    private func excerpt(_ row: WorklistRow) -> HTML {
        guard let found = excerpts[row.id] else {
            return row.opening.map { marked(hits?.around($0) ?? $0, for: hits) } ?? HTML()
        }
        return group {
            "\(SearchWords(say: say).place(of: found)): "
            marked(found.text, for: hits)
        }
    }

    private func about(_ row: WorklistRow) -> [HTML] {
        let names = hidesNames ? [] : [row.customerName ?? say("(gewist)", "(erased)"), row.organisation].compactMap(\.self)
        return names.map { marked($0, for: hits) } + [
            HTML(desk.name(of: row.handler) ?? say("niet toegewezen", "unassigned")), HTML(say.channel(row.channel)),
            HTML(desk.phase(row.phase)),
        ]
    }

    private func marks(_ row: WorklistRow) -> [WorkRow.Mark] {
        var marks: [WorkRow.Mark] = []
        if row.severity != .normal { marks.append(.init(say.severity(row.severity), .late)) }
        if row.isConfidential { marks.append(.init(say("vertrouwelijk", "confidential"), .soon)) }
        if row.awaitsReaction { marks.append(.init(say("reactie van klant", "reply from customer"), .waiting)) }
        if row.asksReopening { marks.append(.init(say("heropenen gevraagd", "reopening asked"), .waiting)) }
        return marks
    }

    private func promise(_ row: WorklistRow) -> PromisePill {
        if let due = row.nextDue { return say.nearness(of: due, now: desk.now, on: desk.calendar) }
        if let resolved = row.resolvedAt, !row.phase.isOpen {
            let day = desk.calendar.zone.moment(at: resolved).day
            return PromisePill(
                say(
                    "opgelost \(DateWords.brief(day, desk.language, today: desk.now.day))",
                    "resolved \(DateWords.brief(day, desk.language, today: desk.now.day))"), .good,
                date: DateWords.long(day, desk.language))
        }
        return PromisePill(row.phase.isOpen ? say("geen toezegging open", "no promise open") : desk.phase(row.phase), .good)
    }

    private func since(_ row: WorklistRow) -> String {
        if let kind = row.nextKind { return say.promise(kind) }
        let day = DateWords.brief(desk.calendar.zone.moment(at: row.receivedAt).day, desk.language, today: desk.now.day)
        return say("ontvangen \(day)", "received \(day)")
    }
}
