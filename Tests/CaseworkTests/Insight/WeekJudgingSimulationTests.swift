import Analysis
import Complaints
import Records
import Rehearsal
import Testing

@testable import Casework

/// All that is judged in a week together, where nothing ever changes: twenty kinds at three a week, their sum, six channels, the shares and how
/// long it takes. A signal that goes on is kept once in half a year, as in the house.
struct WeekJudgingSimulationTests {
    @Test func `everything that is judged gives at most four false alarms a year`() throws {
        let years = 12
        let history = 104
        var (dice, designs) = (Dice(20_261_127), DriftDesigns())
        var kept: [SignalSubject: Int] = [:]
        for _ in 0..<years {
            let weeks = CalendarWeek(of: "2026-11-16").last(history + 52)
            let ledger = Self.stable(weeks, &dice)
            var last: [String: Int] = [:]
            for place in history..<weeks.count {
                for signal in try WeekJudging(ledger, place, at: TestClock.start).signals(&designs) {
                    let name = "\(signal.kind) \(signal.subject) \(signal.about ?? "")"
                    defer { last[name] = place }
                    // A week that is as it was the week before is one alarm.
                    if let before = last[name], place - before <= (signal.kind == .drift ? 26 : 1) { continue }
                    kept[signal.subject, default: 0] += 1
                }
            }
        }
        let all = Double(kept.values.reduce(0, +)) / Double(years)
        print("simulation: everything that is judged gives \(all) false alarms a year, in \(years) years \(kept)")
        #expect(all <= 4)
    }

    private static func stable(_ weeks: [CalendarWeek], _ dice: inout Dice) -> WeekLedger {
        let none = weeks.map { _ in 0 }
        var natures = (0..<20).map { (code: "nature-\($0)", counts: none) }
        var channels = Channel.allCases.map { (code: $0.rawValue, counts: none) }
        var received = none
        var shares: [SignalSubject: WeekLedger.Share] = [:]
        var courses: [HandlingLedger.Course] = []
        let rates: [(SignalSubject, all: Double, wrong: Double)] = [
            (.contact, 1, 0.08), (.term, 1, 0.15), (.reopened, 0.95, 0.06), (.satisfied, 0.4, 0.2),
        ]
        for subject in rates { shares[subject.0] = WeekLedger.Share(wrong: none, all: none) }
        for (place, week) in weeks.enumerated() {
            for nature in natures.indices {
                let count = poisson(&dice)
                natures[nature].counts[place] = count
                received[place] += count
                for _ in 0..<count {
                    channels[dice.place(in: [40, 30, 15, 8, 5, 2])].counts[place] += 1
                    for (subject, all, wrong) in rates where dice.fraction() < all {
                        shares[subject]?.all[place] += 1
                        if dice.fraction() < wrong { shares[subject]?.wrong[place] += 1 }
                    }
                    let at = DayRange.midnight(week.monday + dice.number(0...4), .amsterdam).adding(seconds: 36_000)
                    courses.append(HandlingLedger.Course(received: at, until: at.adding(days: Int(dice.around(7))), isOver: true))
                }
            }
        }
        return WeekLedger(
            weeks: weeks, received: received, natures: natures, channels: channels, shares: shares,
            handling: HandlingLedger(courses: courses, weeks: weeks, on: .standard(zone: .amsterdam)))
    }

    /// A count with a mean of three, by multiplying until it falls below e⁻³.
    private static func poisson(_ dice: inout Dice) -> Int {
        var (product, count) = (dice.fraction(), 0)
        while product > 0.049_787_068_367_863_94 {
            product *= dice.fraction()
            count += 1
        }
        return count
    }
}
