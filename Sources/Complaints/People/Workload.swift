/// What somebody has on their desk, counted by what it asks for and not by heads. It says who has room; it is no ranking of people.
package struct Workload: Hashable, Sendable {
    /// Nil for what nobody handles yet.
    package let handler: StaffID?
    package var open = 0
    package var late = 0
    /// In halves of an ordinary complaint at work: a serious one counts twice, a critical one three times; one that waits for the customer
    /// counts half.
    package var halves = 0

    package init(handler: StaffID?) { self.handler = handler }

    package mutating func add(_ count: Int, late: Int = 0, _ phase: Phase, _ severity: Severity) {
        open += count
        self.late += late
        halves += count * Self.halves(of: severity, in: phase)
    }

    package static func halves(of severity: Severity, in phase: Phase) -> Int {
        let weight =
            switch severity {
            case .normal: 2
            case .serious: 4
            case .critical: 6
            }
        return phase == .waitingForCustomer || phase == .solutionProposed ? weight / 2 : weight
    }
}
