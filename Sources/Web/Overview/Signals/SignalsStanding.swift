import Analysis
import Casework
import Complaints
import Records

/// What the first sentence of the page speaks of: signals of all complaints in the last weeks that nobody settled, whatever is chosen below.
struct SignalsStanding: Sendable {
    /// Whole weeks that it looks back.
    static let weeks = 8

    let today: Day
    /// What was kept and is not settled, the newest week first.
    let open: [KeptSignal]
    /// What stands out in the last whole week while nobody has judged it yet; what has too many already in the running one.
    let unjudged: [SignalsReading.Kind]
    let running: [SignalsReading.Kind]
    let lastWeek: CalendarWeek?
    let weeksMissing: Int

    /// - Parameter all: of all complaints that the reader may see.
    init(_ all: SignalsReading, kept: [KeptSignal], judged: Set<Day>, today: Day) {
        self.today = today
        let first = CalendarWeek(of: today).monday - 7 * Self.weeks
        // What ripens is told of the week in which it began, up to seven weeks before it can be told.
        open = kept.filter { !$0.state.isSettled && $0.week >= ($0.subject.isCourse ? first - 7 * 7 : first) }
        (lastWeek, weeksMissing) = (all.lastWeek, all.weeksMissing)
        unjudged = all.lastWeek.map { judged.contains($0.monday) } ?? true ? [] : all.signals.filter { $0.finding?.isSignal ?? false }
        running = all.signals.filter { $0.isSpikeNow && !($0.finding?.isSignal ?? false) }
    }

    /// By the week in which they were found, the newest first.
    var byWeek: [(week: CalendarWeek, signals: [KeptSignal])] {
        Dictionary(grouping: open) { CalendarWeek(of: $0.week) }.map { (week: $0.key, signals: $0.value) }
            .sorted { $0.week.monday > $1.week.monday }
    }
}
