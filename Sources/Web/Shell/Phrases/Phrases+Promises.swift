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
                let since = DateWords.brief(moment.day, language, today: now.day)
                let isToday = moment.day == now.day
                let words = isToday ? self("vandaag te laat", "late today") : self("sinds \(since) te laat", "late since \(since)")
                return PromisePill(words, .late, date: date)
            }
            return PromisePill(self("\(workingDays(days)) te laat", "\(workingDays(days)) late"), .late, date: date)
        }
        // What ends while nobody is at work must be done before that.
        let days = calendar.signedWorkingDays(from: now.day, to: calendar.lastOpen(by: moment).day)
        if days <= 0 {
            let time = DateWords.time(moment.time)
            return PromisePill(
                moment.day == now.day
                    ? self("vandaag uiterlijk \(time)", "today by \(time)") : DateWords.brief(moment, language, today: now.day), .soon,
                date: date)
        }
        return PromisePill(self("nog \(workingDays(days))", "\(workingDays(days)) left"), days == 1 ? .soon : .calm, date: date)
    }

    /// " uiterlijk di 24 nov 17:00 (nog 1 werkdag)", to follow what is to be done; nothing is said twice.
    func by(_ due: Instant, now: Moment, on calendar: OfficeCalendar) -> String {
        let moment = calendar.zone.moment(at: due)
        let date = DateWords.brief(moment, language, today: now.day)
        let isLaterToday = moment.day == now.day && due >= now.instant
        let near = isLaterToday ? self("vandaag", "today") : nearness(of: due, now: now, on: calendar).words
        let aside = near == date ? "" : " (\(near))"
        return self(" uiterlijk \(date)\(aside)", " by \(date)\(aside)")
    }

    /// The heading above files in which a customer has said nothing for too long.
    func leftWaiting(_ term: DeadlineRule) -> String {
        self("Wacht al \(self.term(term)) op de klant", "Waiting for the customer for \(self.term(term))")
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

    /// What a step of the procedure is called; a promise by its kind.
    func step(_ subject: Conduct.Subject) -> String {
        switch subject {
        case .registered: self("geregistreerd", "registered")
        case .assigned: self("behandelaar aangewezen", "handler appointed")
        case .resolved: self("als opgelost vastgelegd", "recorded as resolved")
        case .closed: self("gesloten", "closed")
        case .promise(let promise): self.promise(promise.kind)
        }
    }

    func conduct(_ verdict: Conduct.Verdict) -> String {
        switch verdict {
        case .done: self("gedaan", "done")
        case .inTime: self("op tijd", "in time")
        case .late: self("te laat gedaan", "done late")
        case .broken: self("niet gedaan", "not done")
        case .open: self("loopt", "open")
        case .standingStill: self("staat stil", "stands still")
        case .withdrawn: self("vervallen", "withdrawn")
        }
    }
}

extension String {
    /// With a full stop where it ends without a mark, so that a sentence can follow.
    var ended: String { [".", "!", "?", "…"].contains { hasSuffix($0) } ? self : self + "." }

    /// Its first line, as far as whole words go within so many characters.
    func beginning(within most: Int) -> String {
        let line = split(whereSeparator: \.isNewline).first ?? ""
        if line.count <= most { return String(line) }
        let start = line.prefix(most + 1)
        return (start.lastIndex(of: " ").map { start[..<$0] } ?? start.dropLast()) + "…"
    }
}
