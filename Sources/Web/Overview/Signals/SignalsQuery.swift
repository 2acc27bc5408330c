import Casework
import Complaints
import Records

/// Which complaints over which days, as the address of the page says it.
struct SignalsQuery: Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case quarter = "kwartaal"
        case year = "jaar"
        case twoYears = "twee-jaar"
        case fiveYears = "vijf-jaar"
    }

    enum Name: String, CaseIterable {
        case kind = "periode"
        case first = "van"
        case last = "tot"
        case about = "over"
        case wrong = "mis"
        case channel = "kanaal"
        case group = "groep"
        case team

        static let selection: [Name] = [.about, .wrong, .channel, .group, .team]
    }

    /// Nil when the days were typed.
    let kind: Kind?
    let days: DayRange
    let selection: CaseSelection
    let problems: [FieldProblem]
    private let values: [Name: String]
    private let natures: NatureLists

    /// What is looked at, where that is one kind.
    var about: String? { self[.about].isEmpty || self[.about] == WorklistQuery.none ? nil : self[.about] }

    /// What can't be read does not narrow, and is told.
    ///
    /// - Parameters:
    ///   - natures: what was split off of what.
    ///   - everybody: who belongs to which team now.
    init(_ fields: QueryFields, today: Day, natures: NatureLists, everybody: KnownStaff.Everybody) {
        var values: [Name: String] = [:]
        for name in Name.allCases { values[name] = fields[name.rawValue].trimmed }
        let typed = (first: values[.first] ?? "", last: values[.last] ?? "")
        let read = TypedDays(typed, fields: (Name.first.rawValue, Name.last.rawValue), today: today) { first, last in
            let last = last ?? today
            return DayRange(first: first ?? last - 371, last: last)
        }
        var (range, problems) = (read.range, read.problems)
        var selection = CaseSelection()
        func value<Value>(_ name: Name, _ read: (String) -> Value?) -> Value? {
            guard let text = values[name], !text.isEmpty else { return nil }
            if let value = read(text) { return value }
            problems.append(FieldProblem(name.rawValue, .unknown))
            return nil
        }
        selection.about = value(.about) { $0 == WorklistQuery.none ? [""] : Set(natures.parts(of: $0)) }
        selection.wrong = value(.wrong) { $0 == WorklistQuery.none ? "" : $0 }
        selection.channel = value(.channel) { Channel(rawValue: $0) }
        selection.group = value(.group) { CustomerGroup(rawValue: $0) }
        selection.handlers = value(.team) { everybody.handlers(of: $0) }
        kind = range == nil ? Kind(rawValue: values[.kind] ?? "") ?? .year : nil
        if let kind { range = Self.days(of: kind, today: today) }
        days = range ?? DayRange(first: today, last: today)
        (self.values, self.selection, self.problems, self.natures) = (values, selection, problems, natures)
    }

    subscript(name: Name) -> String { values[name] ?? "" }

    /// Whether it is all complaints over the usual time.
    var isUsual: Bool { kind == .year && selection.isEmpty }

    /// Whole weeks or months and the one that is running.
    static func days(of kind: Kind, today: Day) -> DayRange {
        switch kind {
        case .quarter: DayRange(first: CalendarWeek(of: today).monday - 13 * 7, last: today)
        case .year: DayRange(first: CalendarWeek(of: today).monday - 52 * 7, last: today)
        case .twoYears: DayRange(first: CalendarMonth.last(25, before: today)[0].days.first, last: today)
        case .fiveYears: DayRange(first: CalendarMonth.last(61, before: today)[0].days.first, last: today)
        }
    }

    /// The same selection over another period.
    func address(of kind: Kind) -> String {
        Paths.signals
            + QueryText.query([(Name.kind.rawValue, kind.rawValue)] + Name.selection.map { ($0.rawValue, self[$0]) })
    }

    // MARK: The lists behind numbers

    /// The list of what is selected; every number leads to one that is made from it.
    var list: WorklistQuery {
        var query = WorklistQuery()
        query[.counted] = WorklistQuery.yes
        query[.about] = natures.listed(self[.about])
        query[.wrong] = self[.wrong]
        query[.channel] = selection.channel?.rawValue ?? ""
        query[.group] = selection.group?.rawValue ?? ""
        query[.team] = selection.handlers == nil ? "" : self[.team]
        return query
    }

    /// The complaints of one kind, with what was split off of it.
    func received(in days: DayRange, about: String?) -> WorklistQuery {
        // Of a kind that was chosen its parts are told as one.
        received(in: days).with(.about, natures.listed(about ?? WorklistQuery.none))
    }

    func received(in days: DayRange) -> WorklistQuery { list.with(.from, days.first.iso).with(.until, days.last.iso) }

    func course(_ course: CaseCourse, in days: DayRange) -> WorklistQuery {
        list.with(.course, course.rawValue).with(.courseFrom, days.first.iso).with(.courseUntil, days.last.iso)
    }
}

extension NatureLists {
    /// A kind with what was split off of it, as the address of a list has it.
    func listed(_ code: String) -> String { parts(of: code).joined(separator: WorklistQuery.separator) }
}
