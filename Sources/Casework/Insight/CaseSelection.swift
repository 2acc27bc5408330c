package import Complaints
package import Records

/// Which complaints are looked at. Each part that is set narrows it; what was merged into another is never counted by itself.
package struct CaseSelection: Hashable, Sendable {
    /// Empty for complaints of which nobody has chosen it.
    package var about: String?
    package var wrong: String?
    package var channel: Channel?
    package var group: CustomerGroup?
    /// Whoever handles it is one of these; nil among them stands for nobody.
    package var handlers: Set<StaffID?>?

    package init() {}

    package var isEmpty: Bool { self == CaseSelection() }

    package func holds(_ one: CountedCase) -> Bool {
        if !one.isCounted { return false }
        if let about, about != one.about ?? "" { return false }
        if let wrong, wrong != one.wrong ?? "" { return false }
        if let channel, channel != one.channel { return false }
        if let group, group != one.figures.group { return false }
        if let handlers, !handlers.contains(one.handler) { return false }
        return true
    }
}
