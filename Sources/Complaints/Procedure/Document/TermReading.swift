/// A length of time as it is written: `2 working days`, `6 weeken`, `72 uur`.
package struct WrittenTerm: Hashable, Sendable {
    package enum Unit: String, CaseIterable, Hashable, Sendable {
        case workingDays = "working days"
        case days, weeks, months, hours

        fileprivate static let spellings: [String: Unit] = [
            "working day": .workingDays, "working days": .workingDays, "werkdag": .workingDays, "werkdagen": .workingDays,
            "day": .days, "days": .days, "dag": .days, "dagen": .days, "week": .weeks, "weeks": .weeks, "weken": .weeks,
            "month": .months, "months": .months, "maand": .months, "maanden": .months, "hour": .hours, "hours": .hours, "uur": .hours,
            "uren": .hours,
        ]
    }

    package let number: Int
    package let unit: Unit

    /// Nil for what is no number with a unit.
    package init?(_ text: String) {
        let words = text.split(separator: " ")
        guard let first = words.first, first.utf8.count <= 12, let number = Int(first),
            let unit = Unit.spellings[words.dropFirst().joined(separator: " ")]
        else { return nil }
        (self.number, self.unit) = (number, unit)
    }

    fileprivate var rule: DeadlineRule? {
        switch unit {
        case .workingDays: .workingDays(number)
        case .days: .days(number)
        case .weeks: .weeks(number)
        case .hours: .hours(number)
        case .months: nil
        }
    }
}

extension DocumentReader {
    /// A term in one of these units, more than nothing.
    mutating func term(_ node: DocumentNode, at place: String, in units: [WrittenTerm.Unit]) -> WrittenTerm? {
        guard let text = text(node, at: place) else { return nil }
        guard let term = WrittenTerm(text) else {
            note(.notATerm(text), at: place, line: node.line)
            return nil
        }
        guard term.number > 0 else {
            note(.notPositive(text), at: place, line: node.line)
            return nil
        }
        guard units.contains(term.unit) else {
            note(.wrongUnit(text, allowed: units.map(\.rawValue)), at: place, line: node.line)
            return nil
        }
        if let most = term.rule?.allowed.upperBound, term.number > most {
            note(.termTooLong(text, most: most), at: place, line: node.line)
            return nil
        }
        return term
    }

    mutating func rule(_ node: DocumentNode, at place: String, in units: [WrittenTerm.Unit]) -> DeadlineRule? {
        term(node, at: place, in: units)?.rule
    }

    /// A number of days in days, weeks.
    mutating func calendarDays(_ node: DocumentNode, at place: String) -> Int? {
        term(node, at: place, in: [.days, .weeks]).map { $0.unit == .weeks ? $0.number * 7 : $0.number }
    }
}
