import Casework
import Complaints
import Hummingbird
import Markup

/// How complaints are handled here, told from the very procedure and calendar that the house runs by.
struct ProcedurePage {
    let frame: PublicFrame

    private var say: Wording { frame.say }
    private var procedure: Procedure { frame.house.procedure }
    private var calendar: OfficeCalendar { frame.house.calendar }

    func response() -> Response {
        let title = say("Zo behandelen wij uw klacht", "How we handle your complaint")
        return frame.page(title) {
            h1 { title }
            p(.class("lead")) {
                say("Elke klacht helpt ons om het beter te doen.", "Every complaint helps us to do better.")
            }
            part(say("Indienen", "Making a complaint"), making)
            part(say("Wat u van ons hoort", "What you hear from us"), hearing)
            part(say("Bent u niet tevreden?", "Are you not satisfied?"), reopening)
            part(say("Wat wij ervan leren", "What we learn from it"), learning)
            part(say("Werkdagen", "Working days"), workingDays)
            actions { Button(say("Klacht indienen", "Make a complaint"), .primary, to: frame.address(Paths.report)) }
        }
    }

    private func part(_ title: String, _ sentences: [String]) -> HTML {
        section(.class("stack close")) {
            h2 { title }
            for sentence in sentences { p { sentence } }
        }
    }

    private var making: [String] {
        [
            say(
                "U kunt klagen met het formulier op deze site, per telefoon, per e-mail of per brief.",
                "You can complain with the form on this site, by phone, by e-mail or by letter."),
            say(
                "Wij schrijven op wat er misging, wie u bent en wanneer wij uw klacht ontvingen. U krijgt meteen een klachtnummer.",
                "We write down what went wrong, who you are and when we received your complaint. You get a complaint number at once."),
        ]
    }

    private func days(_ rule: DeadlineRule) -> String {
        switch rule {
        case .workingDays(let days): say.workingDays(days)
        }
    }

    private var hearing: [String] {
        [
            say(
                "De klachtenmanager wijst een medewerker aan. Die neemt binnen \(days(procedure.firstContact)) contact met u op.",
                "The complaints manager appoints a member of staff, who gets in touch with you within \(days(procedure.firstContact))."),
            say(
                "Deze medewerker zoekt het uit, zo nodig met collega's. Binnen \(days(procedure.resolution)) krijgt u ons antwoord.",
                "This person looks into it, with colleagues where needed. You get our answer within \(days(procedure.resolution))."),
            say(
                "Bij elke stap vertellen wij u wat er gebeurt en wanneer u weer van ons hoort. U leest het terug op uw pagina.",
                "At each step we tell you what happens and when you hear from us again. Your personal page shows all of it."),
        ]
    }

    private var reopening: [String] {
        let weeks = procedure.reopeningDays / 7
        let term =
            procedure.reopeningDays % 7 == 0
            ? say.count(weeks, ("week", "weken"), ("week", "weeks"))
            : say.count(procedure.reopeningDays, ("dag", "dagen"), ("day", "days"))
        return [
            say(
                "Vertel ons waarom. Dat kan tot \(term) na het sluiten van uw klacht. De klachtenmanager beslist of wij opnieuw kijken.",
                "Tell us why. You can until \(term) after your complaint was closed. The complaints manager decides whether we look again.")
        ]
    }

    private var learning: [String] {
        [
            say(
                "De directie bekijkt de overzichten van alle klachten, zonder namen, om te zien wat beter moet.",
                "Management looks at overviews of all complaints, without names, to see what must be done better.")
        ]
    }

    private var workingDays: [String] {
        let hours = "\(DateWords.time(calendar.opens))–\(DateWords.time(calendar.closes))"
        let weekdays = Weekday.allCases.filter { calendar.workingWeekdays.contains($0) }
        let names = weekdays.map { DateWords.weekday($0, frame.language) }
        let isRow = weekdays.count > 2 && zip(weekdays, weekdays.dropFirst()).allSatisfy { $1.rawValue == $0.rawValue + 1 }
        let list =
            isRow
            ? say("\(names[0]) tot en met \(names[names.count - 1])", "\(names[0]) to \(names[names.count - 1])")
            : Self.joined(names, and: say("en", "and"))
        var sentences = [
            say("Wij werken op \(list), \(hours) uur.", "We work on \(list), \(hours)."),
            say(
                "De dag van ontvangst telt niet mee. Een termijn eindigt om \(DateWords.time(calendar.closes)) uur op de laatste werkdag.",
                "The day of receipt does not count. A term ends at \(DateWords.time(calendar.closes)) on the last working day."),
            calendar.lateArrivalsCountFromNextWorkingDay
                ? say(
                    "Wat na sluitingstijd of op een vrije dag binnenkomt, geldt als ontvangen op de volgende werkdag.",
                    "What comes in after closing time or on a day off counts as received on the next working day.")
                : say(
                    "Ook wat na sluitingstijd of op een vrije dag binnenkomt, geldt als ontvangen op die dag zelf.",
                    "What comes in after closing time or on a day off counts as received on that very day, too."),
            say("Geen werkdagen zijn: \(holidays).", "These days are not working days: \(holidays)."),
        ]
        let closing = calendar.closingDays.filter { $0.day >= frame.now.day }.prefix(20)
        if !closing.isEmpty {
            let days = closing.map { "\(DateWords.long($0.day, frame.language)) (\($0.name))" }.joined(separator: ", ")
            sentences.append(say("Ook gesloten: \(days).", "Also closed: \(days)."))
        }
        return sentences
    }

    private var holidays: String {
        let kept = Holiday.allCases.filter { holiday in
            switch holiday {
            case .goodFriday: calendar.goodFridayIsFree
            case .liberationDay: calendar.liberationDayIsFree
            default: true
            }
        }
        return Self.joined(kept.map { say.holiday($0) }, and: say("en", "and"))
    }

    private static func joined(_ words: [String], and: String) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) \(and) \(last)"
    }
}
