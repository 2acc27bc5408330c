import Casework
import Complaints

/// How the date of a promise came about, step by step, so that anybody can count along.
extension Wording {
    /// "ontvangen vr 24 april 2026, 17:40 → werkdag 1: di 28 april (za, zo en Koningsdag ma 27 april tellen niet) → werkdag 2: wo 29 april,
    /// 17:00".
    ///
    /// - Parameter cause: what made its clock run; nil where that is in the nature of the promise.
    func explanation(of promise: Promise, on calendar: OfficeCalendar, cause: PromiseRule.Start? = .receipt) -> String {
        guard let count = promise.count(on: calendar) else { return "" }
        let start = begun(promise, at: count.start, cause)
        let steps: [String] =
            switch count.rule {
            case .workingDays: workingDaySteps(count)
            case .days, .weeks: dayTermSteps(count)
            case .hours(let hours): ["\(self.count(hours, ("uur", "uur"), ("hour", "hours"))): \(due(count))"]
            case .on: [due(count)]
            }
        let added = promise.added == 0 ? nil : extended(promise)
        let paused = promise.pausedSince.map { pause in
            let day = DateWords.brief(calendar.zone.moment(at: pause).day, language)
            return self("staat stil sinds \(day)", "stands still since \(day)")
        }
        return ([start] + [added].compactMap(\.self) + steps + [paused].compactMap(\.self)).joined(separator: " → ")
    }

    private func begun(_ promise: Promise, at start: Moment, _ cause: PromiseRule.Start?) -> String {
        let moment = "\(DateWords.dated(start.day, language)), \(DateWords.time(start.time))"
        switch cause {
        case .receipt: return self("ontvangen \(moment)", "received \(moment)")
        case .registration: return self("geregistreerd \(moment)", "registered \(moment)")
        case .assignment: return self("toegewezen \(moment)", "assigned \(moment)")
        case .contact: return self("contact met de klant \(moment)", "contact with the customer \(moment)")
        case .reopening, nil: break
        }
        return switch promise.kind {
        case .acknowledgement, .firstContact, .resolution, .statutory: self("heropend \(moment)", "reopened \(moment)")
        case .progress: self("laatste bericht \(moment)", "last message \(moment)")
        case .review: self("antwoord van de klant \(moment)", "customer's answer \(moment)")
        case .byHand: self("toegezegd \(moment)", "promised \(moment)")
        case .immediate: self("bekend \(moment)", "known \(moment)")
        }
    }

    private func extended(_ promise: Promise) -> String {
        let before = term(promise.rule)
        let after = term(promise.rule.lengthened(by: promise.added))
        return self("verlengd van \(before) naar \(after)", "extended from \(before) to \(after)")
    }

    private func due(_ count: TermCount) -> String { "\(day(count.due.day, in: count)), \(DateWords.time(count.due.time))" }

    /// A day, with the year where it is another than the one in which the clock began.
    private func day(_ day: Day, in count: TermCount) -> String {
        day.civil.year == count.start.day.civil.year ? DateWords.withoutYear(day, language) : DateWords.dated(day, language)
    }

    /// Working days one by one; of a longer term those that follow each other without a day between them are taken together.
    private func workingDaySteps(_ count: TermCount) -> [String] {
        var steps: [String] = []
        var skipped: [WorkingDayCount.Step] = []
        var run: [WorkingDayCount.Step] = []
        let isShort = count.rule.amount <= 3
        func close() {
            if !run.isEmpty { steps.append(words(for: run, behind: skipped, in: count)) }
            (run, skipped) = ([], [])
        }
        for step in count.steps {
            switch step.meaning {
            case .received: break
            case .shifted:
                steps.append(shifted(to: step.day, behind: skipped, in: count))
                skipped = []
            case .skipped, .paused:
                if !run.isEmpty { close() }
                skipped.append(step)
            case .counted:
                run.append(step)
                if isShort { close() }
            }
        }
        close()
        if let last = steps.popLast() { steps.append("\(last), \(DateWords.time(count.due.time))") }
        return steps
    }

    private func shifted(to day: Day, behind skipped: [WorkingDayCount.Step], in count: TermCount) -> String {
        let name = self.day(day, in: count)
        return self("buiten kantooruren, telt als \(name)", "outside office hours, counts as \(name)") + notCounted(skipped)
    }

    private func words(for run: [WorkingDayCount.Step], behind skipped: [WorkingDayCount.Step], in count: TermCount) -> String {
        guard let first = run.first, let last = run.last, case .counted(let from) = first.meaning, case .counted(let to) = last.meaning
        else {
            return ""
        }
        let days = [first, last].map { day($0.day, in: count) }
        if from == to { return self("werkdag \(from): \(days[0])", "working day \(from): \(days[0])") + notCounted(skipped) }
        return self("werkdag \(from) t/m \(to): \(days[0]) t/m \(days[1])", "working days \(from)–\(to): \(days[0]) to \(days[1])")
            + notCounted(skipped)
    }

    /// " (za, zo en Koningsdag ma 27 april tellen niet)"; nothing where no day was skipped.
    private func notCounted(_ steps: [WorkingDayCount.Step]) -> String {
        let waiting = steps.count { $0.meaning == .paused }
        var names = steps.compactMap { step -> String? in
            guard case .skipped(let reason) = step.meaning else { return nil }
            switch reason {
            case .weekend: return DateWords.weekdayBrief(step.day.weekday, language)
            case .holiday(let holiday): return "\(self.holiday(holiday)) \(DateWords.withoutYear(step.day, language))"
            case .closed(let name): return "\(name) \(DateWords.withoutYear(step.day, language))"
            }
        }
        if waiting > 0 {
            let days = workingDays(waiting)
            names.append(self("\(days) wachten op u", "\(days) of waiting"))
        }
        if names.isEmpty { return "" }
        let list = joined(names)
        return names.count == 1 && waiting != 1
            ? self(" (\(list) telt niet)", " (\(list) does not count)") : self(" (\(list) tellen niet)", " (\(list) do not count)")
    }

    private func dayTermSteps(_ count: TermCount) -> [String] {
        guard count.steps.count > 1 else { return [due(count)] }
        var steps = ["\(term(count.rule)): \(day(count.steps[1].day, in: count))"]
        if count.paused > 0 {
            steps.append(
                self(
                    "met \(self.count(count.paused, ("dag", "dagen"), ("day", "days"))) stilstand",
                    "with \(self.count(count.paused, ("dag", "dagen"), ("day", "days"))) of standing still"))
        }
        if count.steps.count > 2 {
            steps.append(self("opgeschoven naar \(due(count))", "moved on to \(due(count))") + notCounted(Array(count.steps.dropFirst(2))))
        }
        return steps
    }

    /// `2 werkdagen`, `6 weken`, `72 uur`.
    func term(_ rule: DeadlineRule) -> String {
        switch rule {
        case .workingDays(let number): workingDays(number)
        case .days(let number): count(number, ("dag", "dagen"), ("day", "days"))
        case .weeks(let number): count(number, ("week", "weken"), ("week", "weeks"))
        case .hours(let number): count(number, ("uur", "uur"), ("hour", "hours"))
        case .on(let day): DateWords.long(day, language)
        }
    }

    /// "za, zo en ma".
    func joined(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) \(self("en", "and")) \(last)"
    }
}
