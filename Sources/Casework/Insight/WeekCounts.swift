package import Complaints
package import Records

/// How many complaints of one kind were received in each of some weeks.
package struct WeekCounts: Hashable, Sendable {
    /// The code of what it is about; nil for complaints without one.
    package let about: String?
    package let counts: [Int]

    package init(about: String?, counts: [Int]) { (self.about, self.counts) = (about, counts) }

    /// A line for each code that any of the complaints has, in the order of codes.
    package static func of(_ cases: [CountedCase], in weeks: [CalendarWeek], zone: OfficeZone) -> [WeekCounts] {
        let places = PeriodPlaces(weeks.map { CasePeriod(kind: .week, days: $0.days, isWhole: true) }, in: zone)
        var counts: [String?: [Int]] = [:]
        for one in cases {
            guard let place = places.place(of: one.receivedAt) else { continue }
            counts[one.about, default: Array(repeating: 0, count: weeks.count)][place] += 1
        }
        return counts.map { WeekCounts(about: $0.key, counts: $0.value) }.sorted { ($0.about ?? "~") < ($1.about ?? "~") }
    }
}
