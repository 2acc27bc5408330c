package import Complaints

/// Days, times and amounts as people read them. The one place that knows the names of months.
package enum DateWords {
    private static let dutchMonths = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
    private static let dutchDays = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
    private static let englishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    package static func month(_ month: Int, _ language: Language) -> String {
        let names = language == .dutch ? dutchMonths : englishMonths
        return names.indices.contains(month - 1) ? names[month - 1] : ""
    }

    package static func weekday(_ weekday: Weekday, _ language: Language) -> String {
        (language == .dutch ? dutchDays : englishDays)[weekday.rawValue - 1]
    }

    /// `dinsdag 24 november`, with the year when it is not this one: what a customer is told.
    package static func told(_ day: Day, today: Day, _ language: Language) -> String {
        day.year == today.year ? whole(day, language) : long(day, language)
    }

    /// `dinsdag 3 november 2026`.
    package static func long(_ day: Day, _ language: Language) -> String { "\(whole(day, language)) \(day.year)" }

    /// `di 28 april`, and with the year `vr 24 april 2026`: for the steps by which a date came about.
    package static func withoutYear(_ day: Day, _ language: Language) -> String {
        let civil = day.civil
        return "\(weekdayBrief(day.weekday, language)) \(civil.day) \(month(civil.month, language))"
    }

    package static func dated(_ day: Day, _ language: Language) -> String { "\(withoutYear(day, language)) \(day.civil.year)" }

    /// `di`, `Tue`.
    package static func weekdayBrief(_ weekday: Weekday, _ language: Language) -> String {
        String(self.weekday(weekday, language).prefix(language == .dutch ? 2 : 3))
    }

    private static func whole(_ day: Day, _ language: Language) -> String {
        let civil = day.civil
        return "\(weekday(day.weekday, language)) \(civil.day) \(month(civil.month, language))"
    }

    /// `di 24 nov`: for the narrow places of the desk.
    package static func brief(_ day: Day, _ language: Language) -> String {
        let civil = day.civil
        return "\(weekdayBrief(day.weekday, language)) \(civil.day) \(monthBrief(civil.month, language))"
    }

    /// The same, with the year where it isn't this one: `di 24 nov 2025`.
    package static func brief(_ day: Day, _ language: Language, today: Day) -> String {
        day.civil.year == today.civil.year ? brief(day, language) : "\(brief(day, language)) \(day.civil.year)"
    }

    package static func brief(_ moment: Moment, _ language: Language, today: Day) -> String {
        "\(brief(moment.day, language, today: today)) \(time(moment.time))"
    }

    /// `nov`. Three letters of "maart" would be a word of its own; "mrt" is what calendars print.
    package static func monthBrief(_ month: Int, _ language: Language) -> String {
        language == .dutch && month == 3 ? "mrt" : String(self.month(month, language).prefix(3))
    }

    /// `03-11-2026`.
    package static func short(_ day: Day) -> String {
        let civil = day.civil
        return "\(two(civil.day))-\(two(civil.month))-\(civil.year)"
    }

    /// `14:05`.
    package static func time(_ time: TimeOfDay) -> String { "\(two(time.hour)):\(two(time.minute))" }

    /// `03-11-2026 14:05`.
    package static func short(_ moment: Moment) -> String { "\(short(moment.day)) \(time(moment.time))" }

    /// `di 24 nov 14:05`.
    package static func brief(_ moment: Moment, _ language: Language) -> String { "\(brief(moment.day, language)) \(time(moment.time))" }

    /// `€ 1.234,50`, and `€1,234.50` in English.
    package static func money(_ money: Money, _ language: Language) -> String {
        let comma = language == .dutch ? "," : "."
        let cents = money.cents.magnitude
        let sign = money.cents < 0 ? "-" : ""
        return "€\(language == .dutch ? " " : "")\(sign)\(grouped(cents / 100, language))\(comma)\(two(Int(cents % 100)))"
    }

    /// "20.000", in English "20,000".
    static func grouped(_ number: some UnsignedInteger, _ language: Language) -> String {
        let point = language == .dutch ? "." : ","
        var (head, tail) = (String(number), "")
        while head.utf8.count > 3 {
            tail = point + head.suffix(3) + tail
            head = String(head.dropLast(3))
        }
        return head + tail
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
