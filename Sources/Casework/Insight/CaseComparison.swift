import Analysis
package import Complaints
package import Records

/// Some days against those before and against a year before: every number that is told is tested, all of them together, so that what stands
/// out is no coincidence of many looks.
package struct CaseComparison: Sendable {
    package enum Row: Hashable, Sendable {
        case received, handling
        case share(CaseChart.Subject)
    }

    package struct Change: Hashable, Sendable {
        /// By what factor the number, or by how much the share, is another; nil where that can't be said.
        package let factor: Double?
        package let difference: Double?
        /// Among all that is compared.
        package let p: Double

        package var isFinding: Bool { p < FalseDiscovery.q }
    }

    /// The days that are looked at, those before, and those a year before. Of a year or more these last are among those before: they would be
    /// held against the same twice.
    package let totals: [CaseTotals]
    /// What numbers are held against; nil where they are compared as they are.
    package let unit: ExposureUnit?
    /// Of how many thousands complaints came over each of the days; where that is not known, how many days there were. 0 for days before the house
    /// was in use: they are no days without complaints.
    package let exposures: [Double]
    /// Whether numbers are compared by the day, since the times are not of one length.
    package let isPerDay: Bool
    private let changes: [Row: [Change?]]

    package static let shares: [CaseChart.Subject] = [.contact, .term, .reopened, .satisfied]

    /// - Parameter begin: the day of the first complaint of the house.
    package init(
        _ cases: [CountedCase], over days: DayRange, since begin: Day? = nil, size: (unit: ExposureUnit, table: ExposureTable)? = nil,
        at now: Instant, on calendar: OfficeCalendar
    ) {
        let (previous, yearBefore) = (days.previous, days.yearBefore)
        let times = [days, previous] + (yearBefore.first < previous.first ? [yearBefore] : [])
        let totals = times.map { CaseTotals(cases, over: $0, at: now, on: calendar) }
        let today = calendar.zone.moment(at: now).day
        // Days that are to come have brought nothing, and are no part of how much there was.
        let lived = totals.map { $0.days.lived(since: begin, on: today) }
        let known = lived.map { $0.count > 0 ? size?.table.carried(over: $0) ?? 0 : 0 }
        let isKnown = known[0] > 0 && zip(lived, known).allSatisfy { $0.count <= 0 || $1 > 0 }
        (self.totals, unit) = (totals, isKnown ? size?.unit : nil)
        let lengths = lived.map { Double(max(0, $0.count)) }
        exposures = isKnown ? known : lengths
        isPerDay = !isKnown && Set(lengths.filter { $0 > 0 }).count > 1
        var found: [(row: Row, place: Int, change: Change)] = []
        for place in 1..<totals.count {
            let (one, other) = (totals[0], totals[place])
            if one.received + other.received > 0, exposures[0] > 0, exposures[place] > 0,
                let ratio = try? RateRatio(one.received, over: exposures[0], against: other.received, over: exposures[place])
            {
                found.append((.received, place, Change(factor: ratio.ratio, difference: nil, p: ratio.p)))
            }
            for subject in Self.shares {
                guard let share = subject.share else { continue }
                let wholes = [one, other].map { $0.count(share.whole) }
                guard wholes.allSatisfy({ $0 >= ProportionChart.fewest }),
                    let change = try? ShareChange(one.count(share.part), of: wholes[0], against: other.count(share.part), of: wholes[1])
                else { continue }
                found.append((.share(subject), place, Change(factor: nil, difference: change.difference, p: change.p)))
            }
            if [one, other].allSatisfy({ $0.handling.map { !$0.cautions.contains(where: \.isGate) } ?? false }),
                let test = try? LogRank([one.times.sample, other.times.sample])
            {
                found.append((.handling, place, Change(factor: nil, difference: nil, p: test.p)))
            }
        }
        let adjusted = (try? FalseDiscovery.adjusted(found.map(\.change.p))) ?? []
        var changes: [Row: [Change?]] = [:]
        for (one, p) in zip(found, adjusted) {
            changes[one.row, default: totals.dropFirst().map { _ in nil }][one.place - 1] =
                Change(factor: one.change.factor, difference: one.change.difference, p: p)
        }
        self.changes = changes
    }

    /// What `change` tells of.
    package var places: Range<Int> { 0..<(totals.count - 1) }

    /// Against the days before (0) or a year before (1); nil where there is too little to tell.
    package func change(_ row: Row, _ place: Int) -> Change? { changes[row].flatMap { $0.indices.contains(place) ? $0[place] : nil } }
}

extension HandlingTimes {
    /// Each complaint by itself.
    var sample: (times: [Double], ended: [Bool]) {
        var (times, over) = ([Double](), [Bool]())
        for day in counts.indices {
            times += Array(repeating: Double(day), count: counts[day].ended + counts[day].open)
            over += Array(repeating: true, count: counts[day].ended) + Array(repeating: false, count: counts[day].open)
        }
        return (times, over)
    }
}

extension ExposureTable {
    /// In thousands over some days; of days at the end that are not known yet as many as on the last that are, as long as that is not long ago.
    func carried(over days: DayRange) -> Double {
        let whole = amount(over: days)
        if whole > 0 || days.last < days.first { return whole / 1000 }
        var last = days.last
        while last > days.first, last > days.last - 7 * Self.mostCarried, amount(over: DayRange(first: last, last: last)) == 0 {
            last = last - 1
        }
        let known = amount(over: DayRange(first: days.first, last: last))
        let daily = amount(over: DayRange(first: last, last: last))
        guard known > 0, daily > 0 else { return 0 }
        return (known + daily * Double(days.last.number - last.number)) / 1000
    }
}
