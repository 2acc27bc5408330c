/// What is open, by age (A12).
package struct Backlog: Hashable, Sendable {
    package struct Band: Hashable, Sendable {
        /// From this age on, in the unit of the ages.
        package let from: Int
        /// Up to and including this one; nil for the oldest.
        package let through: Int?
        package let count: Int
    }

    package let bands: [Band]

    /// The bands that fit the procedure: within the first contact's term, within the term of resolution, twice it, and older.
    package static let workingDays = [0, 3, 6, 11, 21, 61]

    /// - Parameter starts: where each band begins, rising; ages below the first are left out.
    package init(ages: [Int], starts: [Int] = Backlog.workingDays) throws(AnalysisRefusal) {
        if starts.isEmpty { throw .empty }
        guard zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .setting("starts") }
        bands = starts.indices.map { index in
            let through = index + 1 < starts.count ? starts[index + 1] - 1 : nil
            return Band(
                from: starts[index], through: through, count: ages.count { $0 >= starts[index] && $0 <= through ?? .max })
        }
    }

    package var total: Int { bands.reduce(0) { $0 + $1.count } }
}
