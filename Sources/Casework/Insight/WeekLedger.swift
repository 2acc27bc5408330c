import Analysis
import Complaints
import Records

/// Whole weeks from the first in which anything came in, and what is counted in each: made once, to judge many weeks by it.
struct WeekLedger: Sendable {
    /// How many went wrong in each week, and of how many.
    struct Share: Sendable {
        var wrong: [Int]
        var all: [Int]
    }

    let weeks: [CalendarWeek]
    let received: [Int]
    /// By kind and by channel, in the order of codes.
    let natures: [(code: String, counts: [Int])]
    let channels: [(code: String, counts: [Int])]
    /// What complaints are counted against, in thousands; 0 where it is not known.
    let exposures: [Double]
    let handling: HandlingLedger
    private let shares: [SignalSubject: Share]

    /// A solution can be reopened for six weeks; whoever is asked how it was can answer for two after it was closed.
    private static let ripe: [SignalSubject: Int] = [.reopened: 7, .satisfied: 3]
    private static let reopening = 7 * 7 * 86_400_000 as Int64

    init(_ cases: [CountedCase], natures: NatureLists, size: ExposureTable?, today: Day, on calendar: OfficeCalendar) {
        let zone = calendar.zone
        let first = cases.lazy.map(\.receivedAt).min().map { CalendarWeek(of: zone.moment(at: $0).day) }
        let count = first.map { max(0, (CalendarWeek(of: today).monday.number - $0.monday.number) / 7) } ?? 0
        weeks = CalendarWeek(of: today).previous.last(count)
        let places = PeriodPlaces(weeks.map { CasePeriod(kind: .week, days: $0.days, isWhole: true) }, in: zone)
        let none = Array(repeating: 0, count: count)
        var (received, byNature, byChannel) = (none, [String: [Int]](), [String: [Int]]())
        var shares: [SignalSubject: Share] = [:]
        func add(_ subject: SignalSubject, _ moment: Instant?, wrong: Bool) {
            guard let place = moment.flatMap({ places.place(of: $0) }) else { return }
            shares[subject, default: Share(wrong: none, all: none)].all[place] += 1
            if wrong { shares[subject]?.wrong[place] += 1 }
        }
        for one in natures.joined(cases) {
            if let place = places.place(of: one.receivedAt) {
                received[place] += 1
                if let about = one.about { byNature[about, default: none][place] += 1 }
                byChannel[one.channel.rawValue, default: none][place] += 1
            }
            let figures = one.figures
            add(.contact, figures.firstContact?.due, wrong: !(figures.firstContact?.isKept ?? true))
            add(.term, figures.resolution?.due, wrong: !(figures.resolution?.isKept ?? true))
            guard let solved = figures.firstResolvedAt else { continue }
            let isBack = figures.reopenedAt.map { $0.milliseconds - solved.milliseconds < Self.reopening } ?? false
            add(.reopened, solved, wrong: isBack)
            if let isSatisfied = figures.isSatisfied { add(.satisfied, solved, wrong: !isSatisfied) }
        }
        self.received = received
        self.natures = byNature.map { (code: $0.key, counts: $0.value) }.sorted { $0.code < $1.code }
        channels = byChannel.map { (code: $0.key, counts: $0.value) }.sorted { $0.code < $1.code }
        self.shares = shares
        exposures = size?.known(from: weeks.map(\.monday)) ?? Array(repeating: 0, count: count)
        handling = HandlingLedger(cases, weeks: weeks, on: calendar)
    }

    /// Of numbers that are known.
    init(
        weeks: [CalendarWeek], received: [Int], natures: [(code: String, counts: [Int])], channels: [(code: String, counts: [Int])],
        shares: [SignalSubject: Share], handling: HandlingLedger
    ) {
        (self.weeks, self.received, self.natures, self.channels) = (weeks, received, natures, channels)
        (self.shares, self.handling, exposures) = (shares, handling, weeks.map { _ in 0 })
    }

    /// A week as it is judged: with the numbers that it is judged by.
    func judged(_ place: Int) -> JudgedWeek {
        JudgedWeek(
            monday: weeks[place].monday, received: received[place],
            earlier: received[max(0, place - SignalsReading.depth + 1)..<place].reduce(0, +),
            isFit: place >= Spike.baseline + Spike.skipped)
    }

    /// What had ripened by the end of a week, and in which week it began; nil where there is none yet.
    func share(_ subject: SignalSubject, by place: Int) -> (place: Int, share: Share)? {
        let last = place - (Self.ripe[subject] ?? 0)
        guard last >= 0, let share = shares[subject] else { return nil }
        return (last, Share(wrong: Array(share.wrong[...last]), all: Array(share.all[...last])))
    }

    /// How much there was in the weeks that a spike is told from; nil where it isn't known of all of them.
    func exposures(through place: Int) -> [Double]? {
        let first = max(0, place - Spike.baseline - Spike.skipped)
        let known = exposures[first...place]
        guard known.allSatisfy({ $0 > 0 }) else { return nil }
        // What was before them is not looked at, and must be something.
        return Array(repeating: known.first ?? 1, count: first) + known
    }
}
