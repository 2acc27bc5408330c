import Analysis
import Casework
import Complaints
import Records

/// What the first sentence of the page speaks of: signals of all complaints in the last weeks that nobody settled, whatever is chosen below.
struct SignalsStanding: Sendable {
    /// Whole weeks that it looks back.
    static let weeks = 8

    let today: Day
    /// What was kept and is not settled, the newest week first, but for what rises still.
    let open: [KeptSignal]
    /// Kinds that rise still, however long ago that was found, unless somebody settled it; and all complaints together.
    let rising: [SignalsReading.Kind]
    let totalRise: DriftState?
    /// What has a spike in the last whole week while nobody has judged it yet; what has too many already in the running one.
    let unjudged: [SignalsReading.Kind]
    let running: [SignalsReading.Kind]
    /// Of all complaints of the last year, those of which the level is another now.
    let shifted: [CaseChart]
    let lastWeek: CalendarWeek?
    let weeksMissing: Int

    /// - Parameters:
    ///   - all: of all complaints that the reader may see.
    ///   - charts: of the same, over the last year.
    init(_ all: SignalsReading, charts: [CaseChart], kept: [KeptSignal], judged: Set<Day>, today: Day) {
        self.today = today
        func isSettled(_ subject: SignalSubject, _ about: String?) -> Bool { kept.lastRise(of: subject, about)?.state.isSettled ?? false }
        let risers = all.signals.filter { $0.rise != nil }
        rising = risers.filter { !isSettled(.nature, $0.about) }
        totalRise = isSettled(.received, nil) ? nil : all.totalRise
        shifted = charts.filter(\.isShiftedNow)
        let first = CalendarWeek(of: today).monday - 7 * Self.weeks
        // What ripens is told of the week in which it began, up to seven weeks before it can be told.
        open = kept.filter { signal in
            if signal.state.isSettled || signal.week < (signal.subject.isCourse ? first - 7 * 7 : first) { return false }
            switch (signal.kind, signal.subject) {
            case (.drift, .nature): return !risers.contains { $0.about == signal.about }
            case (.drift, .received): return all.totalRise == nil
            default: return true
            }
        }
        (lastWeek, weeksMissing) = (all.lastWeek, all.weeksMissing)
        unjudged = all.lastWeek.map { judged.contains($0.monday) } ?? true ? [] : all.signals.filter { $0.finding?.isSpike ?? false }
        running = all.signals.filter { $0.isSpikeNow && !($0.finding?.isSpike ?? false) }
    }

    /// By the week in which they were found, the newest first.
    var byWeek: [(week: CalendarWeek, signals: [KeptSignal])] {
        Dictionary(grouping: open) { CalendarWeek(of: $0.week) }.map { (week: $0.key, signals: $0.value) }
            .sorted { $0.week.monday > $1.week.monday }
    }
}
