/// Fills what stands between braces with something drawn: `{dag}`, `{aantal}`, `{server}`.
enum DemoSlots {
    static func fill(_ text: String, english: Bool = false, _ dice: inout Dice) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            filled += value(of: String(rest[rest.index(after: open)..<close]), english, &dice)
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    private static func value(of slot: String, _ english: Bool, _ dice: inout Dice) -> String {
        switch slot {
        case "dag": dice.line(english ? englishDays : days)
        case "dagdeel": dice.line(["hele ochtend", "hele middag", "dag", "avond", "halve dag"])
        case "maand": dice.line(months)
        case "tijd": time(&dice)
        case "aantal": "\(dice.percent(70) ? dice.number(2...9) : dice.number(10...45))"
        case "tien": "\(dice.number(10...24))"
        case "derde": dice.line(english ? ["third", "fourth", "fifth"] : ["derde", "vierde", "tweede", "vijfde"])
        case "procent": "\(dice.number(4...19))"
        case "server": server(&dice)
        case "domein": domain(&dice)
        case "ticket": "M\(dice.number(100_000...999_999))"
        case "bedrag": amount(english, &dice)
        case "plaats": dice.line(DemoNames.places)
        case "naam": dice.line(DemoNames.first)
        default: slot
        }
    }

    private static func time(_ dice: inout Dice) -> String {
        let minutes = dice.line(["00", "10", "15", "20", "30", "40", "45"])
        return "\(dice.number(7...18)):\(minutes)"
    }

    private static func server(_ dice: inout Dice) -> String {
        dice.line(["web", "app", "db", "vm", "fs", "mail", "srv"]) + dice.line(["-", "-ams-", "-prod-", ""]) + "\(dice.number(1...99))"
    }

    private static func domain(_ dice: inout Dice) -> String {
        DemoCustomers.slug(dice.line(DemoNames.trades)) + "-" + DemoCustomers.slug(dice.line(DemoNames.fancies)) + ".invalid"
    }

    /// As people write it: € 85, € 1.240,50.
    private static func amount(_ english: Bool, _ dice: inout Dice) -> String {
        let euros = dice.percent(60) ? dice.number(35...480) : dice.number(500...9800)
        let thousands = euros >= 1000 ? "\(euros / 1000)\(english ? "," : ".")" : ""
        let rest = euros >= 1000 ? String(String(1000 + euros % 1000).dropFirst()) : "\(euros)"
        let cents = dice.percent(35) ? "\(english ? "." : ",")\(dice.number(10...99))" : ""
        return "€ \(thousands)\(rest)\(cents)"
    }

    private static let days = [
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "afgelopen maandag", "vorige week dinsdag", "eergisteren",
        "gisteren", "vorige week", "afgelopen weekend",
    ]
    private static let englishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "last Monday", "last week"]
    private static let months = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
    ]
}
