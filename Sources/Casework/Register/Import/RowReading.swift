import Complaints

/// What reading a row needs to know about this house.
struct ImportFacts: Sendable {
    let facts: Facts
    /// Everybody, by e-mail address in small letters.
    let staff: [String: StaffID]
    let times: TimeReader
    let now: Instant

    func moment(at instant: Instant) -> Moment { facts.calendar.zone.moment(at: instant) }
}

/// Reads the fields of a row that the domain does not read itself, and gathers everything that is wrong.
struct RowReading {
    let row: ImportRow
    let house: ImportFacts
    private(set) var problems: [RowProblem] = []

    init(_ row: ImportRow, in house: ImportFacts) {
        self.row = row
        self.house = house
    }

    mutating func note(_ field: ImportField, _ reason: RowReason) {
        problems.append(RowProblem(field: field.rawValue, value: row[field], reason))
    }

    /// A moment: of a bare day the time that is given, and never before `earliest` on that day.
    mutating func instant(_ field: ImportField, bareDayAt time: TimeOfDay, from earliest: Instant? = nil) -> Instant? {
        guard let text = row[field] else { return nil }
        do throws(TimeProblem) {
            let instant = try moment(of: house.times.read(text), bareDayAt: time, from: earliest)
            if instant > house.now { note(field, RowReason(.inTheFuture)) }
            if let earliest, instant < earliest {
                note(field, RowReason("dit ligt vóór wat eerst gebeurd moet zijn", "this lies before what must have come first"))
            }
            return instant
        } catch {
            note(field, error.reason)
            return nil
        }
    }

    private func moment(of time: ImportedTime, bareDayAt usual: TimeOfDay, from earliest: Instant?) -> Instant {
        switch time {
        case .instant(let instant): return instant
        case .day(let day):
            let instant = house.facts.calendar.zone.instant(of: CivilTime(day, usual))
            if day == house.moment(at: house.now).day, instant > house.now { return house.now }
            if let earliest, day == house.moment(at: earliest).day { return max(instant, earliest) }
            return instant
        }
    }

    mutating func handler() -> StaffID? {
        guard let text = row[.handler] else { return nil }
        let id = staff(text)
        if id == nil {
            note(.handler, RowReason("niemand hier heeft dit e-mailadres", "nobody here has this e-mail address"))
        }
        return id
    }

    private func staff(_ text: String) -> StaffID? {
        (try? EmailAddress(parsing: text)).flatMap { house.staff[$0.normalised] }
    }

    mutating func isConfidential() -> Bool {
        guard let text = row[.confidential] else { return false }
        switch ImportMap.key(text) {
        case "yes", "true", "1", "ja": return true
        case "no", "false", "0", "nee": return false
        default:
            note(.confidential, RowReason("dit moet ja of nee zijn", "this must be yes or no"))
            return false
        }
    }

    /// A value by its code; nil when the field is empty or can't be read, which is noted.
    mutating func value<Value: RawRepresentable<String> & CaseIterable>(_ field: ImportField, as type: Value.Type) -> Value? {
        guard let text = row[field] else { return nil }
        let value = Value(rawValue: ImportMap.key(text))
        if value == nil {
            let codes = Value.allCases.map(\.rawValue).joined(separator: " ")
            note(field, RowReason("dit moet een van deze zijn: \(codes)", "this must be one of: \(codes)"))
        }
        return value
    }
}
