/// Where to act first: causes (or natures × causes) from large to small, by how many complaints and by what these cost (A9).
///
/// Large by number and large by burden are different things: both orders are given. Each cause is compared with the previous period by
/// `RateRatio`, all of them together at a false discovery rate of 5 %. Needs 30 complaints.
package struct Pareto<Cause: Hashable & Sendable>: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let cause: Cause
        package let count: Int
        /// Days, euros or points of severity: whatever the caller adds up.
        package let burden: Double
        package let previous: Int

        package init(cause: Cause, count: Int, burden: Double, previous: Int) {
            (self.cause, self.count, self.burden, self.previous) = (cause, count, burden, previous)
        }
    }

    package struct Row: Hashable, Sendable {
        package let entry: Entry
        /// Of all complaints, this cause and those above it.
        package let cumulativeCount: Double
        /// Of the whole burden, this cause and those above it.
        package let cumulativeBurden: Double
        package let change: RateRatio
        /// The change's p-value among all causes.
        package let adjusted: Double

        package var isChanged: Bool { adjusted < FalseDiscovery.q }
    }

    package let byCount: [Row]
    package let byBurden: [Row]
    package let cautions: [Caution]

    package static var fewest: Int { 30 }

    /// - Parameters:
    ///   - exposure: of this period, and of the `previous` one.
    package init(_ entries: [Entry], exposure: Double = 1, previous: Double = 1) throws(AnalysisRefusal) {
        try Checked.counts(entries.map(\.count))
        try Checked.times(entries.map(\.burden))
        var changes: [RateRatio] = []
        for entry in entries {
            changes.append(try RateRatio(entry.count, over: exposure, against: entry.previous, over: previous))
        }
        let adjusted = try FalseDiscovery.adjusted(changes.map(\.p))
        // A stable order: what is as large stays as it was given.
        let byNumber = entries.indices.sorted { (entries[$0].count, $1) > (entries[$1].count, $0) }
        let byWeight = entries.indices.sorted { (entries[$0].burden, $1) > (entries[$1].burden, $0) }
        byCount = Self.rows(byNumber, entries, changes, adjusted)
        byBurden = Self.rows(byWeight, entries, changes, adjusted)
        cautions = Caution.gate(.complaints, entries.reduce(0) { $0 + $1.count }, atLeast: Self.fewest)
    }

    private static func rows(_ order: [Int], _ entries: [Entry], _ changes: [RateRatio], _ adjusted: [Double]) -> [Row] {
        let all = entries.reduce(0.0) { $0 + Double($1.count) }
        let whole = entries.reduce(0.0) { $0 + $1.burden }
        var (count, burden) = (0.0, 0.0)
        return order.map { index in
            count += Double(entries[index].count)
            burden += entries[index].burden
            return Row(
                entry: entries[index], cumulativeCount: all > 0 ? count / all : 0, cumulativeBurden: whole > 0 ? burden / whole : 0,
                change: changes[index], adjusted: adjusted[index])
        }
    }
}
