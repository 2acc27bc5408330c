package import Complaints
package import Records

/// Numbers per month or per span of days, as they are pasted from a sheet: a line for each, `2026-10;1250`, `oktober 2026;1250` or
/// `1-10-2026;31-10-2026;1250`. A first line without a number is a heading.
package struct ExposureInput: Sendable {
    package let unit: ExposureUnit
    package let text: String

    package init(unit: ExposureUnit, text: String) { (self.unit, self.text) = (unit, text) }

    static let mostLines = 400

    /// Problems name the line: `lines.3`. What is known already is replaced by numbers for all of its days, and never cut: of the days that
    /// would be left nobody said how many there were.
    package func checked(today: Day, known: [Exposure] = []) throws(Refusal) -> [Exposure] {
        var check = FieldCheck()
        var exposures: [Exposure] = []
        var places: [Int] = []
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        if lines.count > Self.mostLines { check.note(.tooMany(limit: Self.mostLines), at: "lines") }
        for (place, line) in lines.prefix(Self.mostLines).enumerated() where !String(line).isBlank {
            let cells = line.split(omittingEmptySubsequences: false) { $0 == ";" || $0 == "\t" || $0 == "," }.map { String($0).trimmed }
            if place == 0, !cells.contains(where: { $0.utf8.contains { (0x30...0x39).contains($0) } }) { continue }
            guard let exposure = Self.exposure(cells, today) else {
                check.note(.malformed, at: "lines.\(place + 1)")
                continue
            }
            if exposures.contains(where: { $0.first <= exposure.last && exposure.first <= $0.last }) {
                check.note(.itself, at: "lines.\(place + 1)")
            }
            exposures.append(exposure)
            places.append(place + 1)
        }
        for old in known {
            let touching = exposures.indices.filter { exposures[$0].first <= old.last && old.first <= exposures[$0].last }
            let covered = touching.reduce(0) { sum, place in
                sum + min(exposures[place].last, old.last).number - max(exposures[place].first, old.first).number + 1
            }
            guard let first = touching.first, covered < old.last.number - old.first.number + 1 else { continue }
            check.note(.overlaps(old.first, old.last), at: "lines.\(places[first])")
        }
        if exposures.isEmpty, check.problems.isEmpty { check.note(.missing, at: "lines") }
        try check.finish()
        return exposures
    }

    private static func exposure(_ cells: [String], _ today: Day) -> Exposure? {
        guard cells.count > 1, let amount = amount(cells[cells.count - 1]) else { return nil }
        if cells.count == 2 {
            guard let days = month(cells[0], today) else { return nil }
            return Exposure(first: days.first, last: days.last, amount: amount)
        }
        guard cells.count == 3, let first = try? Day(typed: cells[0], today: today), let last = try? Day(typed: cells[1], today: today),
            first <= last, last - 400 < first
        else { return nil }
        return Exposure(first: first, last: last, amount: amount)
    }

    /// `1250`, `1.250`, `1 250`: what is set apart is three figures long, so that 12.5 is not read as 125.
    private static func amount(_ text: String) -> Int? {
        let groups = text.utf8.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ") }
        let digits = Array(groups.joined())
        guard !digits.isEmpty, digits.count <= 12, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }

    /// `2026-10`, `10-2026`, `10/2026`, `oktober 2026`.
    private static func month(_ text: String, _ today: Day) -> DayRange? {
        let parts = text.split { $0 == "-" || $0 == "/" || $0 == "." }.map { String($0).trimmed }
        if parts.count == 2, let one = Int(parts[0]), let other = Int(parts[1]) {
            let (year, month) = one > 31 ? (one, other) : (other, one)
            return (1...12).contains(month) && (2000...2100).contains(year) ? CalendarMonth(year: year, month: month).days : nil
        }
        guard let day = try? Day(typed: "1 \(text)", today: today) else { return nil }
        return CalendarMonth(of: day).days
    }
}

/// How much there was of a unit over any days, from what is known of some.
package struct ExposureTable: Sendable {
    private let known: [Exposure]

    package init(_ known: [Exposure]) { self.known = known }

    package var isEmpty: Bool { known.isEmpty }

    /// Weeks at the end that are not known yet count with the last one that is: numbers come in after their month.
    package static let mostCarried = 13

    /// How much there was in each of some weeks, in thousands; nil where it isn't known of all of them.
    package func weekly(from mondays: [Day]) -> [Double]? {
        let amounts = known(from: mondays)
        return !amounts.isEmpty && amounts.allSatisfy { $0 > 0 } ? amounts : nil
    }

    /// The same, with 0 for weeks of which it is not known.
    func known(from mondays: [Day]) -> [Double] {
        var amounts = mondays.map { amount(over: DayRange(first: $0, last: $0 + 6)) / 1000 }
        guard let last = amounts.lastIndex(where: { $0 > 0 }), amounts.count - 1 - last <= Self.mostCarried else { return amounts }
        for place in amounts.indices where place > last { amounts[place] = amounts[last] }
        return amounts
    }

    /// Each known number spread evenly over its days, in units per month of 365/12 days; 0 where a day of them is not known.
    package func amount(over days: DayRange) -> Double {
        var sum = 0.0
        var covered = 0
        for exposure in known {
            let first = max(exposure.first, days.first)
            let last = min(exposure.last, days.last)
            if first > last { continue }
            let count = last.number - first.number + 1
            covered += count
            sum += Double(exposure.amount) * Double(count) / Double(exposure.last.number - exposure.first.number + 1)
        }
        return covered == days.count ? sum : 0
    }
}

extension ExposureTable {
    /// The unit that complaints are counted against: of those that are kept up to date, the one that is known of most days. A number that
    /// somebody tried once never takes the place of a series; of equals the first counts.
    package static func unit(of known: [ExposureUnit: [Exposure]]) -> ExposureUnit? {
        func days(_ unit: ExposureUnit) -> Int { (known[unit] ?? []).reduce(0) { $0 + $1.last.number - $1.first.number + 1 } }
        guard let newest = known.values.joined().map(\.last).max() else { return nil }
        let current = ExposureUnit.allCases.filter { unit in (known[unit] ?? []).contains { $0.last >= newest - 7 * mostCarried } }
        return current.max { days($0) < days($1) }
    }
}

extension Snapshot {
    package func exposures() throws -> [ExposureUnit: [Exposure]] {
        Dictionary(uniqueKeysWithValues: try ExposureUnit.allCases.map { ($0, try exposures($0)) })
    }

    /// What is known of the unit that complaints are counted against.
    package func knownSize() throws -> (unit: ExposureUnit, table: ExposureTable)? {
        let known = try exposures()
        return ExposureTable.unit(of: known).map { ($0, ExposureTable(known[$0] ?? [])) }
    }
}
