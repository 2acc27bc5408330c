extension MeasureInput {
    /// Checks everything and notes what is wrong.
    ///
    /// - Parameter before: the plan that this one replaces; an owner who left meanwhile, or a nature that was switched off, may stay in it.
    func plan(today: Day, before: MeasurePlan?, _ facts: MeasureFacts, into check: inout FieldCheck) -> MeasurePlan? {
        let kind = check.value(kind, at: "kind", or: .unknown, required: true) { MeasureKind(rawValue: $0) }
        let title = check.line(title, at: "title", limit: Measure.longestTitle, required: true)
        let problem = check.prose(problem, at: "problem", limit: Measure.longestText, required: true)
        let root = check.prose(rootCause, at: "rootCause", limit: Measure.longestText)
        let action = check.prose(action, at: "action", limit: Measure.longestText, required: true)
        let owner = owner(before: before, facts, into: &check)
        let due = day(due, "due", from: before?.due ?? today, today: today, into: &check)
        let cost = check.value(cost, at: "cost", or: .notAnAmount) { try? Money(parsing: $0) }
        let effect = effect(due: due, today: today, before: before?.check, facts, into: &check)
        guard let kind, let title, let problem, let action, let owner, let due, let effect else { return nil }
        return MeasurePlan(
            kind: kind, title: Passage(title), problem: Passage(problem), rootCause: root.map { Passage($0) }, action: Passage(action),
            owner: owner, due: due, cost: cost, check: effect)
    }

    private func owner(before: MeasurePlan?, _ facts: MeasureFacts, into check: inout FieldCheck) -> StaffID? {
        guard let owner else {
            check.note(.missing, at: "owner")
            return nil
        }
        if owner != before?.owner, facts.colleagues[owner]?.isActive != true { check.note(.notSuitable, at: "owner") }
        return owner
    }

    /// A day that is still to come, or that stood there already; at most ten years ahead.
    private func day(_ day: Day?, _ field: String, from earliest: Day, today: Day, into check: inout FieldCheck) -> Day? {
        guard let day else {
            check.note(unreadable.contains(field) ? .malformed : .missing, at: field)
            return nil
        }
        if day < min(earliest, today) { check.note(.tooEarly, at: field) }
        if day > today + 3660 { check.note(.tooLate, at: field) }
        return day
    }

    private func effect(
        due: Day?, today: Day, before: EffectCheck?, _ facts: MeasureFacts, into check: inout FieldCheck
    ) -> EffectCheck? {
        let on = day(checkOn, "checkOn", from: before?.on ?? today, today: today, into: &check)
        // What is looked at before it is done shows nothing.
        if let on, let due, on <= due { check.note(.tooEarly, at: "checkOn") }
        let about = nature(about, .about, before?.about, facts, into: &check)
        let wrong = nature(wrong, .wrong, before?.wrong, facts, into: &check)
        if let theme, !facts.known.contains(MeasureSource(.theme, theme)) { check.note(.unknown, at: "theme") }
        let lag = number(lag, "lag", Measure.allowedLag, or: 0, into: &check)
        let hope = number(hope, "hope", Measure.allowedHope, or: 30, into: &check)
        guard let on, let lag, let hope else { return nil }
        return EffectCheck(on: on, about: about, wrong: wrong, theme: theme, lag: lag, hope: hope)
    }

    private func nature(
        _ raw: String?, _ axis: NatureAxis, _ before: String?, _ facts: MeasureFacts, into check: inout FieldCheck
    ) -> String? {
        check.value(raw, at: axis.rawValue, or: .unknown) { code in
            facts.natures.items(axis).contains { $0.code == code && ($0.isActive || code == before) } ? code : nil
        }
    }

    private func number(
        _ raw: String?, _ field: String, _ allowed: ClosedRange<Int>, or usual: Int, into check: inout FieldCheck
    ) -> Int? {
        if (raw ?? "").isBlank { return usual }
        return check.value(raw, at: field, or: .outside(allowed.lowerBound, allowed.upperBound)) { text in
            Int(text).flatMap { allowed.contains($0) ? $0 : nil }
        }
    }
}
