extension ProcedureReading {
    private static let names = [
        "promise", "within", "severity", "about", "from", "through", "starts", "ends", "pauses", "extension", "basis",
    ]
    /// What a document can promise; the others come from what somebody writes, and from `immediate`.
    private static let kinds: Set<String> = Set(
        [PromiseKind.acknowledgement, .firstContact, .resolution, .progress, .statutory].map(\.rawValue))

    /// The promises. First contact and a solution must be promised to everybody; a rule that an earlier one leaves nothing is refused.
    mutating func promises(_ node: DocumentNode) -> [PromiseRule] {
        var rules: [PromiseRule] = []
        for item in reader.items(of: node, at: "promises") {
            guard let rule = promise(item) else { continue }
            if rules.contains(where: { $0.kind == rule.kind && $0.isGeneral }) {
                reader.note(.ruleNeverHolds(rule.kind), at: "promises", line: item.line)
            }
            rules.append(rule)
        }
        for kind in PromiseKind.main where !rules.contains(where: { $0.kind == kind && $0.isGeneral }) {
            let isThere = rules.contains { $0.kind == kind }
            reader.note(isThere ? .noGeneralRule(kind) : .missingPromise(kind), at: "promises", line: node.line)
        }
        return rules
    }

    private mutating func promise(_ node: DocumentNode) -> PromiseRule? {
        let fields = reader.fields(of: node, at: "promises", known: Self.names, required: ["promise", "within"])
        let kind = fields["promise"].flatMap { reader.word($0.value, at: "promises: promise", PromiseKind.self, among: Self.kinds) }
        // A term by law rolls over weekends and holidays, which only a term of weeks does here.
        let units: [WrittenTerm.Unit] =
            kind == .statutory ? [.weeks] : [.workingDays, .days, .weeks] + (kind == .acknowledgement ? [.hours] : [])
        let read = fields["within"].flatMap { reader.rule($0.value, at: "promises: within", in: units) }
        guard let kind else { return nil }
        // A term that can't be read has its finding; the promise itself is there, and needs none of its own.
        let within = read ?? .workingDays(WorkingDayCount.allowed.upperBound)
        var rule = PromiseRule(kind, within: within)
        if let severity = fields["severity"] {
            rule.severities = Set(reader.words(severity.value, at: "promises: severity", Severity.self))
        }
        rule.about = fields["about"].map { about($0.value) } ?? []
        rule.validFrom = fields["from"].flatMap { reader.day($0.value, at: "promises: from") }
        rule.validThrough = fields["through"].flatMap { reader.day($0.value, at: "promises: through") }
        if let from = rule.validFrom, let through = rule.validThrough, through < from {
            reader.note(
                .endsBeforeItStarts(from: from, through: through), at: "promises: through", line: fields["through"]?.line ?? node.line)
        }
        readClock(fields, into: &rule)
        rule.extending = read == nil ? nil : fields["extension"].flatMap { extending($0.value, of: within) }
        rule.basis = fields["basis"].flatMap { reader.bilingual($0.value, at: "promises: basis") }
        return rule
    }

    /// Codes of the nature list that can be chosen now.
    private mutating func about(_ node: DocumentNode) -> Set<String> {
        var codes: Set<String> = []
        for item in reader.list(node, at: "promises: about") {
            guard let code = reader.text(item, at: "promises: about") else { continue }
            if surroundings?.natures.about.contains(where: { $0.code == code && $0.isActive }) ?? true {
                codes.insert(code)
            } else {
                reader.note(.removedNature(code), at: "promises: about", line: item.line)
            }
        }
        return codes
    }

    private mutating func readClock(_ fields: [String: DocumentNode.Entry], into rule: inout PromiseRule) {
        if let starts = fields["starts"] {
            let allowed = Set(rule.kind.possibleStarts.map(\.rawValue))
            rule.starts = Set(reader.words(starts.value, at: "promises: starts", PromiseRule.Start.self, among: allowed))
            if rule.starts.isEmpty { reader.note(.missingText("starts"), at: "promises: starts", line: starts.line) }
            // Another rule of this kind would not hold for the same complaints: nothing would be promised to them before they are reopened.
            if isNew, PromiseKind.main.contains(rule.kind), rule.starts == [.reopening] {
                reader.note(.startsOnlyAgain(rule.kind), at: "promises: starts", line: starts.line)
            }
        }
        if let ends = fields["ends"] {
            let allowed = Set(rule.kind.possibleEnds.map(\.rawValue))
            rule.ends = Set(reader.words(ends.value, at: "promises: ends", Act.self, among: allowed))
            if rule.ends.isEmpty { reader.note(.missingText("ends"), at: "promises: ends", line: ends.line) }
        }
        if let pauses = fields["pauses"] {
            let open = Set(Phase.open.map(\.rawValue))
            rule.pauses = Set(
                reader.words(pauses.value, at: "promises: pauses", Phase.self, among: open, or: ProcedureMistake.unknownPhase))
            if rule.pauses.isSuperset(of: Phase.open) || rule.pauses.contains(.received) {
                reader.note(.pausesEverywhere, at: "promises: pauses", line: pauses.line)
            }
        }
    }

    private mutating func extending(_ node: DocumentNode, of term: DeadlineRule) -> PromiseRule.Extension? {
        let place = "promises: extension"
        let fields = reader.fields(of: node, at: place, known: ["by", "times"], required: ["by"])
        let unit: WrittenTerm.Unit =
            switch term {
            case .workingDays, .on: .workingDays
            case .days: .days
            case .weeks: .weeks
            case .hours: .hours
            }
        let by = fields["by"].flatMap { reader.term($0.value, at: "\(place): by", in: [unit]) }
        let times = fields["times"].map { reader.number($0.value, at: "\(place): times", in: 1...12) } ?? 1
        guard let by, let times, let entry = fields["by"] else { return nil }
        let most = term.allowed.upperBound
        if case .on = term {
        } else if term.amount + by.number * times > most {
            reader.note(.termTooLong("\(term.amount) + \(times) × \(by.number)", most: most), at: "\(place): by", line: entry.line)
        }
        return PromiseRule.Extension(most: by.number, times: times)
    }
}
