/// When complaints come in (A12): counts by day of the week and hour.
package struct WeekTable: Hashable, Sendable {
    /// Seven rows, Monday first, of 24 hours.
    package let counts: [[Int]]

    /// - Parameter moments: weekday from 0 (Monday) and hour; others are left out.
    package init(_ moments: some Sequence<(weekday: Int, hour: Int)>) {
        var counts = Array(repeating: Array(repeating: 0, count: 24), count: 7)
        for moment in moments where (0..<7).contains(moment.weekday) && (0..<24).contains(moment.hour) {
            counts[moment.weekday][moment.hour] += 1
        }
        self.counts = counts
    }

    package var total: Int { byWeekday.reduce(0, +) }
    package var byWeekday: [Int] { counts.map { $0.reduce(0, +) } }
    package var byHour: [Int] { (0..<24).map { hour in counts.reduce(0) { $0 + $1[hour] } } }
}
