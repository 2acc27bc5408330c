extension ProcedureReading {
    /// Who is reminded when, from early to late. No reminder may lie before the beginning of the shortest term.
    mutating func reminders(_ node: DocumentNode, promises: [PromiseRule]) -> [ReminderStep] {
        let shortest = promises.compactMap { if case .workingDays(let days) = $0.within { days } else { nil } }.min()
        var steps: [ReminderStep] = []
        for item in reader.items(of: node, at: "reminders") {
            let fields = reader.fields(of: item, at: "reminders", known: ["when", "to"], required: ["when", "to"])
            let recipients = fields["to"].map {
                reader.words($0.value, at: "reminders: to", ReminderStep.Recipient.self, or: ProcedureMistake.unknownRole)
            }
            guard let when = fields["when"], let days = workingDays(when.value), let recipients, let to = fields["to"] else { continue }
            if recipients.isEmpty { reader.note(.missingText("to"), at: "reminders: to", line: to.line) }
            if let shortest, -days > shortest {
                reader.note(.reminderBeforeStart(days: -days, term: shortest), at: "reminders: when", line: when.line)
            }
            if let last = steps.last, last.workingDays >= days { reader.note(.notLater, at: "reminders: when", line: when.line) }
            steps.append(ReminderStep(days, to: Set(recipients)))
        }
        return steps
    }

    /// `due`, `1 working day before`, `3 working days after`.
    private mutating func workingDays(_ node: DocumentNode) -> Int? {
        let place = "reminders: when"
        guard let text = reader.text(node, at: place) else { return nil }
        if text == "due" { return 0 }
        for (word, sign) in [(" before", -1), (" after", 1)] where text.hasSuffix(word) {
            let term = DocumentNode.text(String(text.dropLast(word.utf8.count)), line: node.line)
            return reader.term(term, at: place, in: [.workingDays]).map { $0.number * sign }
        }
        reader.note(.unknownValue(text, known: ["1 working day before", "due", "3 working days after"]), at: place, line: node.line)
        return nil
    }

    /// Who may do what. Nobody gets a right that the program can't give them, and no act is left without anybody.
    mutating func acts(_ node: DocumentNode) -> [Act: Set<Standing>] {
        let known = Act.allCases.filter { ![.contribute, .undo, .register].contains($0) }
        var acts: [Act: Set<Standing>] = [:]
        for (name, entry) in reader.fields(of: node, at: "acts", known: known.map(\.rawValue)).sorted(by: { $0.value.line < $1.value.line })
        {
            guard let act = Act(rawValue: name) else { continue }
            let roles = reader.words(entry.value, at: "acts: \(name)", Standing.self, or: ProcedureMistake.unknownRole)
            let choosable = PermissionTable.choosable(for: act)
            for role in roles where !choosable.contains(role) { reader.note(.mayNever(act, role), at: "acts: \(name)", line: entry.line) }
            // Without customer service, handler or manager nobody inside could do it.
            if Set(roles).isDisjoint(with: [.intake, .handler, .manager]) {
                reader.note(.nobodyMay(act), at: "acts: \(name)", line: entry.line)
            }
            acts[act] = Set(roles)
        }
        return acts
    }

    /// Whom each letter goes to: the customer (or whoever represents them) or nobody, and who of the company is told of it.
    mutating func letters(_ node: DocumentNode, into procedure: inout Procedure) {
        enum Audience: String, CaseIterable { case customer, nobody, handler, manager }
        let fields = reader.fields(of: node, at: "letters", known: surroundings?.letters.sorted())
        for (name, entry) in fields.sorted(by: { $0.value.line < $1.value.line }) {
            let place = "letters: \(name)"
            let audiences = Set(reader.words(entry.value, at: place, Audience.self, or: ProcedureMistake.unknownRole))
            guard !audiences.isEmpty else { continue }
            if audiences.contains(.nobody), audiences.count > 1 {
                reader.note(.doubled(Audience.nobody.rawValue), at: place, line: entry.line)
            }
            if !audiences.contains(.customer) {
                if surroundings?.neededLetters.contains(name) ?? false { reader.note(.letterNeeded(name), at: place, line: entry.line) }
                procedure.silentLetters.insert(name)
            }
            let copies = Set(audiences.compactMap { LetterCopy(rawValue: $0.rawValue) })
            if !copies.isEmpty { procedure.letterCopies[name] = copies }
        }
    }

    /// Above which amounts somebody else must agree, the lowest first.
    mutating func remedyLimits(_ node: DocumentNode) -> [RemedyLimit] {
        var limits: [RemedyLimit] = []
        for item in reader.items(of: node, at: "remedies") {
            let fields = reader.fields(of: item, at: "remedies", known: ["above", "agreed-by"], required: ["above", "agreed-by"])
            let by = fields["agreed-by"].flatMap {
                reader.word($0.value, at: "remedies: agreed-by", Standing.self, or: ProcedureMistake.unknownRole)
            }
            guard let above = fields["above"], let amount = amount(above.value), let by, let entry = fields["agreed-by"] else { continue }
            if by != .manager { reader.note(.noSecondPair, at: "remedies: agreed-by", line: entry.line) }
            if let last = limits.last, last.above >= amount { reader.note(.notLater, at: "remedies: above", line: above.line) }
            limits.append(RemedyLimit(above: amount, by: by))
        }
        return limits
    }

    private mutating func amount(_ node: DocumentNode) -> Money? {
        guard let text = reader.text(node, at: "remedies: above") else { return nil }
        do {
            return try Money(parsing: text)
        } catch {
            reader.note(error == .negative ? .notPositive(text) : .notAnAmount(text), at: "remedies: above", line: node.line)
            return nil
        }
    }

    mutating func immediateSteps(_ node: DocumentNode) -> [ImmediateStep] {
        var steps: [ImmediateStep] = []
        for item in reader.items(of: node, at: "immediate") {
            let fields = reader.fields(
                of: item, at: "immediate", known: ["reason", "within", "step"], required: ["reason", "within", "step"])
            let reason = fields["reason"].flatMap { reader.word($0.value, at: "immediate: reason", SeverityReason.self) }
            let within = fields["within"].flatMap { reader.rule($0.value, at: "immediate: within", in: [.hours, .workingDays]) }
            let step = fields["step"].flatMap { reader.bilingual($0.value, at: "immediate: step") }
            guard let reason, let within, let step else { continue }
            if steps.contains(where: { $0.reason == reason }) {
                reader.note(.doubled(reason.rawValue), at: "immediate: reason", line: item.line)
            }
            steps.append(ImmediateStep(reason, within: within, step: step))
        }
        return steps
    }

    mutating func attempts(_ node: DocumentNode) -> AttemptRule? {
        let fields = reader.fields(of: node, at: "attempts", known: ["after", "advice"], required: ["after", "advice"])
        let after = fields["after"].flatMap { reader.number($0.value, at: "attempts: after", in: 1...20) }
        let advice = fields["advice"].flatMap { reader.bilingual($0.value, at: "attempts: advice") }
        guard let after, let advice else { return nil }
        return AttemptRule(after: after, advice: advice)
    }
}
