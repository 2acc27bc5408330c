import Analysis
package import Complaints
package import Exports
package import Records

/// What a company tells the world of its complaints in a year: numbers and nothing by which anybody could be known. What there is fewer
/// than five of is told together with others, or as "fewer than five".
package struct PublicReport: Sendable {
    package static let fewest = 5

    private let year: Int
    private let house: House
    private let language: Language
    private let words: InsightWords
    private let totals: CaseTotals
    private let received: [CountedCase]

    package init(_ cases: [CountedCase], year: Int, house: House, now: Moment, in language: Language) {
        (self.year, self.house, self.language) = (year, house, language)
        words = InsightWords(language)
        let days = DayRange(first: CalendarMonth(year: year, month: 1).days.first, last: CalendarMonth(year: year, month: 12).days.last)
        let counted = cases.filter(\.isCounted)
        totals = CaseTotals(counted, over: days, at: now.instant, on: house.calendar)
        let span = days.span(in: house.calendar.zone)
        received = counted.filter { span.contains($0.receivedAt) }
    }

    package var document: ReportDocument {
        var document = ReportDocument(
            title: say("Klachten in \(year)", "Complaints in \(year)"), subtitle: house.organisation.name,
            footer: "\(house.organisation.name) · \(year)")
        if house.isSample {
            document.blocks.append(.paragraph(say("Let op: dit zijn verzonnen gegevens.", "Note: these are invented data.")))
        }
        document.blocks += sentences.map { .paragraph($0) }
        document.blocks.append(
            .table(
                split(say("Waar het over ging", "What it was about")) { one in
                    one.about.map { house.natures.label(.about, $0, in: language) }
                }))
        document.blocks.append(
            .table(
                split(say("Wat er misging", "What went wrong")) { one in
                    one.wrong.map { house.natures.label(.wrong, $0, in: language) }
                }))
        document.blocks.append(
            .table(
                split(say("Waar het aan lag", "What it came from")) { one in
                    one.cause.map { CauseWords.name($0, language, in: house.causes) }
                }))
        return document
    }

    private func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        language == .dutch ? dutch() : english()
    }

    private var sentences: [String] {
        var sentences = [
            say("Wij ontvingen \(number(totals.received)) klachten.", "We received \(number(totals.received)) complaints.")
        ]
        for subject in [CaseChart.Subject.contact, .term, .satisfied] {
            guard let share = subject.share else { continue }
            let (part, whole) = (totals.count(share.part), totals.count(share.whole))
            // Of a few, and where all but a few or none did, a share would tell who.
            guard whole >= 4 * Self.fewest, part == whole || whole - part >= Self.fewest, part == 0 || part >= Self.fewest else { continue }
            sentences.append("\(words.title(subject)): \(words.percent(part, whole)).")
        }
        if let handling = totals.handling, handling.n >= 4 * Self.fewest, let median = handling.median {
            sentences.append(
                say("De helft was opgelost binnen \(words.days(median)).", "Half were solved within \(words.days(median))."))
        }
        return sentences
    }

    private func number(_ count: Int) -> String {
        count > 0 && count < Self.fewest ? say("minder dan vijf", "fewer than five") : "\(count)"
    }

    /// Small numbers are put together; and where what is put together is small itself, with the next larger one too: nothing can be worked
    /// out from the total.
    private func split(_ caption: String, _ name: (CountedCase) -> String?) -> ReportTable {
        let unknown = say("Overig of niet bekend", "Other or not known")
        var counts: [String: Int] = [:]
        for one in received { counts[name(one) ?? unknown, default: 0] += 1 }
        var rest = counts.removeValue(forKey: unknown) ?? 0
        var rows = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        while let last = rows.last, last.value < Self.fewest || (rest > 0 && rest < Self.fewest) {
            rest += last.value
            rows.removeLast()
        }
        var told = rows.map { [$0.key, "\($0.value)"] }
        if rest > 0 { told.append([unknown, number(rest)]) }
        return ReportTable(caption: caption, head: [caption, say("Aantal", "Number")], rows: told)
    }
}
