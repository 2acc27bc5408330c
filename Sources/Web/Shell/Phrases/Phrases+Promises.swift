import Casework
import Complaints

/// Promises in words: how near they are, and how their date came about.
extension Wording {
    /// "nog 1 werkdag", "2 werkdagen te laat"; the urgency repeats it in colour and icon.
    func nearness(of due: Instant, now: Moment, on calendar: OfficeCalendar) -> PromisePill {
        let moment = calendar.zone.moment(at: due)
        let date = "\(DateWords.long(moment.day, language)), \(DateWords.time(moment.time))"
        if due < now.instant {
            let days = calendar.signedWorkingDays(from: moment.day, to: now.day)
            if days == 0 {
                let since = DateWords.brief(moment.day, language)
                let isToday = moment.day == now.day
                let words = isToday ? self("vandaag te laat", "late today") : self("sinds \(since) te laat", "late since \(since)")
                return PromisePill(words, .late, date: date)
            }
            return PromisePill(self("\(workingDays(days)) te laat", "\(workingDays(days)) late"), .late, date: date)
        }
        let days = calendar.signedWorkingDays(from: now.day, to: moment.day)
        if days == 0 {
            let time = DateWords.time(moment.time)
            return PromisePill(
                moment.day == now.day ? self("vandaag uiterlijk \(time)", "today by \(time)") : DateWords.brief(moment, language), .soon,
                date: date)
        }
        return PromisePill(self("nog \(workingDays(days))", "\(workingDays(days)) left"), days == 1 ? .soon : .calm, date: date)
    }

    /// The date of a promise, worked out again in a few sentences: from when, by which rule, what was skipped.
    ///
    /// - Parameter isReceipt: whether the count began with the receipt of the complaint; else it began when it was reopened.
    func explanation(of promise: Promise, on calendar: OfficeCalendar, isReceipt: Bool = true) -> String {
        guard case .workingDays(let days) = promise.rule,
            let count = promise.rule.count(from: calendar.zone.moment(at: promise.start), on: calendar)
        else { return "" }
        let received = DateWords.brief(count.start, language)
        let due = DateWords.brief(CivilMoment.moment(count.due, in: calendar), language)
        let shifted = count.steps.compactMap { step in
            if case .shifted = step.meaning { DateWords.brief(step.day, language) } else { nil }
        }.first
        var sentences = [
            isReceipt
                ? self("Ontvangen op \(received); die dag telt niet mee.", "Received on \(received); that day does not count.")
                : self("Heropend op \(received); die dag telt niet mee.", "Reopened on \(received); that day does not count."),
            shifted.map { self("Buiten kantooruren: telt als \($0).", "Outside office hours: counts as \($0).") },
            self("\(workingDays(days)) later is het \(due).", "\(workingDays(days)) later it is \(due)."),
        ].compactMap(\.self)
        let skipped = skippedDays(count.steps)
        if !skipped.isEmpty { sentences.append(self("Overgeslagen: \(skipped).", "Skipped: \(skipped).")) }
        return sentences.joined(separator: " ")
    }

    /// "weekend (2 dagen), vr 25 dec (eerste kerstdag)".
    private func skippedDays(_ steps: [WorkingDayCount.Step]) -> String {
        var weekends = 0
        var named: [String] = []
        for step in steps {
            guard case .skipped(let reason) = step.meaning else { continue }
            switch reason {
            case .weekend: weekends += 1
            case .holiday(let holiday): named.append("\(DateWords.brief(step.day, language)) (\(self.holiday(holiday)))")
            case .closed(let name): named.append("\(DateWords.brief(step.day, language)) (\(name))")
            }
        }
        let weekend = weekends == 0 ? [] : [self("weekend", "weekend") + " (" + count(weekends, ("dag", "dagen"), ("day", "days")) + ")"]
        return (weekend + named).joined(separator: ", ")
    }

    func holiday(_ holiday: Holiday) -> String {
        switch holiday {
        case .newYear: self("Nieuwjaarsdag", "New Year's Day")
        case .goodFriday: self("Goede Vrijdag", "Good Friday")
        case .easterMonday: self("tweede paasdag", "Easter Monday")
        case .kingsDay: self("Koningsdag", "King's Day")
        case .liberationDay: self("Bevrijdingsdag", "Liberation Day")
        case .ascension: self("Hemelvaartsdag", "Ascension Day")
        case .whitMonday: self("tweede pinksterdag", "Whit Monday")
        case .christmas: self("eerste kerstdag", "Christmas Day")
        case .boxingDay: self("tweede kerstdag", "Boxing Day")
        }
    }
}

/// A civil time as a moment, for what writes moments.
enum CivilMoment {
    static func moment(_ civil: CivilTime, in calendar: OfficeCalendar) -> Moment { calendar.zone.moment(of: civil) }
}
