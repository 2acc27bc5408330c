/// A piece of a typed date: a run of digits, or a run of letters in lower case.
enum TypedWord: Equatable {
    case digits(value: Int, count: Int)
    case name(String)

    /// The pieces of a text; nil when it is longer than any date, or holds a byte that dates do not have.
    static func words(of text: some StringProtocol) -> [TypedWord]? {
        let bytes = Array(text.utf8.prefix(longestInput + 1))
        guard bytes.count <= longestInput else { return nil }
        var words: [TypedWord] = []
        var rest = bytes[...]
        while let byte = rest.first {
            if byte.isDigit {
                let run = rest.prefix { $0.isDigit }
                guard run.count <= 4, let value = Day.digits(run) else { return nil }
                words.append(.digits(value: value, count: run.count))
                rest = rest.dropFirst(run.count)
            } else if byte.isLetter {
                let run = rest.prefix { $0.isLetter }
                words.append(.name(String(decoding: run.map(\.lowered), as: UTF8.self)))
                rest = rest.dropFirst(run.count)
            } else {
                let separator = Separators.lengthOfSeparator(atStartOf: rest)
                guard separator > 0 || otherSeparators.contains(byte) else { return nil }
                rest = rest.dropFirst(max(separator, 1))
            }
        }
        return words
    }

    var name: String? { if case .name(let name) = self { name } else { nil } }
    var number: Int? { if case .digits(let value, _) = self { value } else { nil } }
    var digits: Int { if case .digits(_, let count) = self { count } else { 0 } }

    /// One or two digits.
    var dayOfMonth: Int? { digits <= 2 ? number : nil }

    /// One or two digits, or a name.
    var month: Int? {
        switch self {
        case .digits: dayOfMonth
        case .name(let name): TypedWord.months[name]
        }
    }

    /// Four digits as they are; two are the year at most twenty years after today that ends so.
    func year(near today: Day) -> Int? {
        guard let number else { return nil }
        switch digits {
        case 4: return number
        case 2:
            let latest = today.year + 20
            return latest - (latest - number) % 100
        default: return nil
        }
    }

    private static let longestInput = 64
    private static let otherSeparators = Array("/,'".utf8)

    static let weekdays: [String: Weekday] = [
        "maandag": .monday, "ma": .monday, "monday": .monday, "mon": .monday,
        "dinsdag": .tuesday, "di": .tuesday, "tuesday": .tuesday, "tue": .tuesday,
        "woensdag": .wednesday, "wo": .wednesday, "wednesday": .wednesday, "wed": .wednesday,
        "donderdag": .thursday, "do": .thursday, "thursday": .thursday, "thu": .thursday,
        "vrijdag": .friday, "vr": .friday, "friday": .friday, "fri": .friday,
        "zaterdag": .saturday, "za": .saturday, "saturday": .saturday, "sat": .saturday,
        "zondag": .sunday, "zo": .sunday, "sunday": .sunday, "sun": .sunday,
    ]

    static let months: [String: Int] = [
        "januari": 1, "january": 1, "jan": 1, "februari": 2, "february": 2, "feb": 2, "maart": 3, "march": 3, "mrt": 3, "mar": 3,
        "april": 4, "apr": 4, "mei": 5, "may": 5, "juni": 6, "june": 6, "jun": 6, "juli": 7, "july": 7, "jul": 7,
        "augustus": 8, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "oktober": 10, "october": 10, "okt": 10, "oct": 10,
        "november": 11, "nov": 11, "december": 12, "dec": 12,
    ]

    /// Words before a stretch of days.
    static let relative: Set<String> = [
        "vorige", "vorig", "afgelopen", "laatste", "deze", "dit", "volgende", "last", "previous", "this", "next",
    ]

    /// Stretches of more than one day.
    static let spans: Set<String> = ["week", "weekend", "weekeinde", "maand", "jaar", "month", "year", "weken", "maanden"]
}
