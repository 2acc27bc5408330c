/// Who does the work of somebody who is away, from day to day: in a part of that time their replacement can be away too.
extension Absence {
    /// Days in a row on which the same person does the work, or nobody.
    package struct Stretch: Hashable, Sendable {
        package let first: Day
        package let last: Day
        package let standIn: StaffID?
    }

    /// The days of this absence in their order, told apart by who does the work.
    ///
    /// - Parameter all: what is recorded of everybody.
    package func stretches(among all: [Absence]) -> [Stretch] {
        situations(among: all).reduce(into: []) { stretches, part in
            let standIn = part.absences.standIn(for: staff)
            if let before = stretches.last, before.standIn == standIn {
                stretches[stretches.count - 1] = Stretch(first: before.first, last: part.last, standIn: standIn)
            } else {
                stretches.append(Stretch(first: part.first, last: part.last, standIn: standIn))
            }
        }
    }

    /// Those who by this absence would stand in for one another in a ring on some day, so that nobody did the work: whoever replaces this one
    /// first. Empty where there is no ring.
    ///
    /// - Parameter all: what is recorded of everybody.
    package func ring(among all: [Absence]) -> [StaffID] {
        situations(among: all).lazy.map { $0.absences.ring(through: staff) }.first { !$0.isEmpty } ?? []
    }

    /// The days of this absence, told apart by who is away on them.
    private func situations(among all: [Absence]) -> [(first: Day, last: Day, absences: Absences)] {
        let others = all.filter { $0.id != id && $0.staff != staff && $0.first <= last && first <= $0.last }
        let changes = others.flatMap { [$0.first, $0.last.next] }.filter { first < $0 && $0 <= last }
        let starts = Set(changes + [first]).sorted()
        return zip(starts, starts.dropFirst().map(\.previous) + [last]).map { start, end in
            (start, end, Absences((others + [self]).filter { $0.covers(start) }))
        }
    }
}

extension Absences {
    /// The replacements from this person on, as far as they lead back to this person.
    fileprivate func ring(through id: StaffID) -> [StaffID] {
        var (ring, one) = ([StaffID](), id)
        while let next = absence(of: one)?.replacement {
            if next == id { return ring }
            if ring.contains(next) { return [] }
            ring.append(next)
            one = next
        }
        return []
    }
}
