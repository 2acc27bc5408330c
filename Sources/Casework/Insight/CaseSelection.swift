package import Complaints
package import Records

/// Which complaints are looked at. Each part that is set narrows it; what was merged into another is never counted by itself.
package struct CaseSelection: Hashable, Sendable {
    /// Any of these, of which an empty one stands for complaints of which nobody has chosen it: something and what was split off of it.
    package var about: Set<String>?
    package var wrong: String?
    package var channel: Channel?
    package var group: CustomerGroup?
    /// Whoever handles it is one of these; nil among them stands for nobody.
    package var handlers: Set<StaffID?>?

    package init() {}

    package var isEmpty: Bool { self == CaseSelection() }

    package func holds(_ one: CountedCase) -> Bool {
        if !one.isCounted { return false }
        if let about, !about.contains(one.about ?? "") { return false }
        if let wrong, wrong != one.wrong ?? "" { return false }
        if let channel, channel != one.channel { return false }
        if let group, group != one.figures.group { return false }
        if let handlers, !handlers.contains(one.handler) { return false }
        return true
    }
}

extension NatureLists {
    /// Complaints counted under what their kind was split off of: the trend of a kind goes on when it is split.
    package func joined(_ cases: [CountedCase]) -> [CountedCase] {
        if !hasSplits { return cases }
        let roots = Dictionary(about.map { ($0.code, root(of: $0.code)) }) { first, _ in first }
        return cases.map { one in
            guard let about = one.about, let root = roots[about], root != about else { return one }
            return one.about(root)
        }
    }
}
