import Analysis
import Complaints
import Records

/// The mail that brings a report: one sentence, of a month also the numbers with what they were before and the measures that are open, and where
/// the rest stands. The report itself is no part of it and is read after signing in: in mail it would lie about where no right ends and nothing
/// is erased.
struct ReportMail {
    let kind: ReportKind
    let days: DayRange
    let member: StaffMember
    let house: House
    let now: Moment
    /// What the reader may see.
    let facts: ManagementReview.Facts

    private var language: Language { member.language }
    private var words: InsightWords { InsightWords(language) }
    private var period: String { kind.name(of: days, language) }
    private var counted: [CountedCase] { facts.cases.filter(\.isCounted) }

    private func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        language == .dutch ? dutch() : english()
    }

    var memo: NewMemo {
        let texts = MemoTexts(member: member, organisation: house.organisation.name)
        guard kind == .digest else {
            return texts.report(
                say("Klachten: directiebeoordeling van \(period)", "Complaints: management review of \(period)"),
                [
                    sentence, say("De directiebeoordeling van \(period) staat klaar:", "The management review of \(period) is ready:"),
                    (ReportLink.review(days)).mark, say("Om te printen (PDF):", "To print (PDF):"), ReportLink.printed(days).mark,
                ])
        }
        return texts.report(
            say("Klachten in \(period)", "Complaints in \(period)"),
            [
                sentence, numbers.joined(separator: "\n"), measuring,
                say("De maatregelen:", "The measures:") + "\n" + ReportLink.measures.mark,
                say("Wat er nu speelt:", "What is going on now:") + "\n" + ReportLink.signals.mark,
                say("De directiebeoordeling van deze maand:", "The management review of this month:") + "\n" + ReportLink.review(days).mark,
            ])
    }

    // MARK: The first sentence

    /// Answers "is er iets bijzonders?".
    private var sentence: String {
        let span = days.span(in: house.calendar.zone)
        if !counted.contains(where: { span.contains($0.receivedAt) }) {
            return say("In \(period) kwam er geen klacht binnen.", "No complaint came in in \(period).")
        }
        let signals = facts.signals.filter { $0.isFound(in: days) }
        let named = signals.map { "\(words.name(of: $0, in: house.natures)) (\(words.kind($0.kind)), \(words.state($0.state)))" }
        let first = named.isEmpty ? [] : [say("Let op in \(period): ", "Look at this in \(period): ") + named.joined(separator: "; ") + "."]
        let sentences = first + rising + worse
        return sentences.isEmpty ? say("Niets bijzonders in \(period).", "Nothing special in \(period).") : sentences.joined(separator: " ")
    }

    /// What rises still at the end of these days though it was found before them, unless somebody settled it.
    private var rising: [String] {
        let rising = StillRising(counted, facts.signals, over: days, house: house, today: now.day, memory: DriftMemory())
        if rising.abouts.isEmpty { return [] }
        let names = rising.abouts.map { house.natures.label(.about, $0, in: language) }.joined(separator: ", ")
        return [say("Loopt nog op: \(names).", "Still rising: \(names).")]
    }

    /// What was worse in the last month than chance explains, and what has another level since, where there are months enough to tell.
    private var worse: [String] {
        let zone = house.calendar.zone
        guard let first = counted.lazy.map(\.receivedAt).min().map({ zone.moment(at: $0).day }) else { return [] }
        let periods = CasePeriod.covering(
            DayRange(first: max(first, CalendarMonth.last(25, before: days.last)[0].days.first), last: days.last), today: now.day)
        guard periods.first?.kind == .month else { return [] }
        let limits = LimitDays(facts.baselines, first: first, today: now.day)
        let charts = CaseChart.all(
            counted, in: periods, limits: limits, per: facts.size?.table, at: now.instant, on: house.calendar)
        return charts.compactMap { words.worse($0) } + [words.level(charts)].compactMap { $0 }
    }

    // MARK: Numbers

    private var numbers: [String] {
        let totals = [days, days.previous].map { CaseTotals(counted, over: $0, at: now.instant, on: house.calendar) }
        func line(_ title: String, _ text: (CaseTotals) -> String) -> String {
            "\(title): \(text(totals[0])) " + say("(ervoor: \(text(totals[1])))", "(before: \(text(totals[1])))")
        }
        let shares = [CaseChart.Subject.contact, .term, .reopened, .satisfied].compactMap { subject -> String? in
            guard let share = subject.share, totals.contains(where: { $0.count(share.whole) > 0 }) else { return nil }
            return line(words.title(subject)) { words.share($0.count(share.part), $0.count(share.whole)) }
        }
        let before = kind.name(of: days.previous, language)
        let head = say("De cijfers, met die van \(before) ernaast:", "The figures, beside those of \(before):")
        return [head, line(words.title(.received)) { "\($0.received)" }] + shares + [
            line(say("Helft opgelost in", "Half solved in")) { totals in
                guard let handling = totals.handling, !handling.cautions.contains(where: \.isGate), let time = handling.median else {
                    return "–"
                }
                return words.days(time)
            }
        ]
    }

    private var measuring: String { MeasureSummary(measures: facts.measures, today: now.day, language: language).sentence }
}
