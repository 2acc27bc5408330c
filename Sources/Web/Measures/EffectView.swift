import Casework
import Complaints
import Markup
import Records

/// Whether the measure works: a sentence, the weeks as a line with the measure marked in it, and the same figures as a table.
struct EffectView: Component {
    let desk: Desk
    let measure: Measure
    let effect: EffectSeries
    /// When the last verdict was recorded.
    var recordedAt: Instant? = nil

    private var say: Wording { desk.say }
    private let width = 640.0
    private let height = 150.0

    var html: HTML {
        section(.class("chart"), .aria("labelledby", "effect-title")) {
            h2(.id("effect-title")) { say("Werkt het?", "Does it work?") }
            p(.class("reading")) {
                strong { say.verdict(reading.verdict).capitalisedFirst }
                ". "
                sentence
            }
            p(.class("muted")) { basisOfVerdict }
            if !effect.weeks.isEmpty {
                plot
                details {
                    summary { say("De cijfers", "The figures") }
                    if effect.unit != nil {
                        p(.class("muted")) {
                            say(
                                "Weken waarvan nog niet bekend is hoeveel er waren, tellen als de laatste week waarvan dat wel bekend is.",
                                "Weeks of which it is not known yet how many there were count as the last week of which it is.")
                        }
                    }
                    p(.class("muted")) {
                        say(
                            "Vertrouwelijke klachten tellen niet mee: zo is het oordeel voor iedereen hetzelfde.",
                            "Confidential complaints do not count: so the verdict is the same for everybody.")
                    }
                    twin
                }
            }
        }
    }

    /// What was recorded; before that, what the numbers say until now.
    private var reading: EffectReading { measure.reading ?? effect.reading }

    private var basisOfVerdict: String {
        if measure.reading != nil, let recordedAt {
            let day = DateWords.brief(desk.calendar.zone.moment(at: recordedAt).day, desk.language, today: desk.now.day)
            return say(
                "Zo is het op \(day) gemeten en vastgelegd. De grafiek telt de klachten van die weken zoals zij nu geboekt staan.",
                "So it was measured and recorded on \(day). The chart counts the complaints of those weeks as they are booked now.")
        }
        guard let day = measure.nextCheck else { return say("Dit is de stand van nu.", "This is how it stands now.") }
        let words = DateWords.told(day, today: desk.now.day, desk.language)
        return say(
            "Dit is de stand van nu. Het oordeel gaat over de weken tot \(words): dat staat vooraf vast.",
            "This is how it stands now. The verdict is about the weeks up to \(words): that is fixed beforehand.")
    }

    /// What the numbers say, and when more can be said.
    private var sentence: String {
        let complaints = say.count(reading.complaintsBefore, ("klacht", "klachten"), ("complaint", "complaints"))
        let (before, after) = (weeks(reading.weeksBefore), weeks(reading.weeksAfter))
        let counted = say(
            "\(complaints) in \(before) ervoor, \(reading.complaintsAfter) in \(after) erna.",
            "\(complaints) in \(before) before it, \(reading.complaintsAfter) in \(after) after it.")
        switch reading.verdict {
        case .works, .worksNot: return [counted, change(reading), basis].compactMap(\.self).joined(separator: " ")
        case .tooEarly:
            guard let day = reading.sayableOn else {
                return counted + " "
                    + say(
                        "Met zo weinig klachten of weken is het binnen twee jaar niet te zeggen.",
                        "With so few complaints or weeks it can't be said within two years.")
            }
            let words = DateWords.told(day, today: desk.now.day, desk.language)
            return counted + " " + say("Op \(words) is het te zeggen.", "It can be said on \(words).")
        }
    }

    private func weeks(_ count: Int) -> String { say.count(count, ("week", "weken"), ("week", "weeks")) }

    private var basis: String? {
        reading.per.flatMap { ExposureUnit(rawValue: $0) }.map {
            say("Gerekend per duizend \(say.unit($0)).", "Reckoned per thousand \(say.unit($0)).")
        }
    }

    /// The change with its uncertainty, in whole per cents.
    private func change(_ reading: EffectReading) -> String? {
        guard let ratio = reading.ratio, let lower = reading.lower, let upper = reading.upper else { return nil }
        func per(_ ratio: Int) -> Int { Int((Double(ratio - 1000) / 10).rounded()) }
        let change = per(ratio)
        let words = change <= 0 ? say("\(-change)% minder", "\(-change)% fewer") : say("\(change)% meer", "\(change)% more")
        func signed(_ value: Int) -> String { value > 0 ? "+\(value)%" : value < 0 ? "−\(-value)%" : "0%" }
        return say(
            "Dat is \(words) dan zonder de maatregel verwacht (tussen \(signed(per(lower))) en \(signed(per(upper)))).",
            "That is \(words) than expected without the measure (between \(signed(per(lower))) and \(signed(per(upper)))).")
    }

    // MARK: The picture

    /// Where the numbers beside the line end.
    private let left = 30.0
    private var most: Double { max(Double(effect.counts.max() ?? 0), effect.trend.max() ?? 0, 1) * 1.1 }
    private func x(_ place: Double) -> Double {
        effect.weeks.count > 1 ? left + (width - left - 8) * place / Double(effect.weeks.count - 1) : width / 2
    }
    private func y(_ amount: Double) -> Double { 12 + height * (1 - amount / most) }

    private var plot: HTML {
        // With a lag the weeks until it can work are among those before it.
        let isAtOnce = measure.plan.check.lag == 0
        let picture =
            isAtOnce
            ? say("Klachten per week; de maatregel is gemarkeerd.", "Complaints per week; the measure is marked.")
            : say(
                "Klachten per week; gemarkeerd is vanaf wanneer de maatregel kan werken.",
                "Complaints per week; marked is from when the measure can work.")
        let fitted = effect.trend
        return svg(.class("plot"), .viewBox(0, 0, width, height + 56), .role("img"), .aria("label", picture + " " + sentence)) {
            line(.class("axis"), .x1(0), .x2(width), .y1(y(0)), .y2(y(0)))
            scale
            polyline(.class("weeks"), .points(effect.counts.enumerated().map { (x: x(Double($0.offset)), y: y(Double($0.element))) }))
            trend(fitted, 0..<min(effect.before, fitted.count))
            trend(fitted, min(effect.before, fitted.count)..<fitted.count)
            if effect.before < effect.weeks.count {
                let place = x(Double(effect.before) - 0.5)
                line(.class("mark"), .x1(place), .x2(place), .y1(4), .y2(y(0)))
                svgText(.class("value"), .x(place), .y(height + 50), .textAnchor("middle")) {
                    isAtOnce ? say("maatregel", "measure") : say("kan werken", "can work")
                }
            }
        }
    }

    /// How many there were at most, and over which weeks.
    private var scale: HTML {
        let highest = effect.counts.max() ?? 0
        return group {
            if highest > 0 {
                line(.class("axis"), .x1(left - 4), .x2(width), .y1(y(Double(highest))), .y2(y(Double(highest))))
                svgText(.x(0), .y(y(Double(highest)) + 4), .textAnchor("start")) { "\(highest)" }
            }
            svgText(.x(0), .y(y(0) - 4), .textAnchor("start")) { "0" }
            if let first = effect.weeks.first {
                svgText(.x(0), .y(height + 30), .textAnchor("start")) { DateWords.short(first) }
            }
            if effect.weeks.count > 1, let last = effect.weeks.last {
                svgText(.x(width), .y(height + 30), .textAnchor("end")) { DateWords.short(last) }
            }
        }
    }

    private func trend(_ fitted: [Double], _ range: Range<Int>) -> HTML {
        if range.count < 2 { return HTML() }
        return polyline(.class("trend"), .points(range.map { (x: x(Double($0)), y: y(fitted[$0])) }))
    }

    /// The number, with its complaints behind it for who has lists.
    private func count(_ count: Int, _ week: Day) -> HTML {
        guard Visibility(desk.actor).seesLists else { return HTML("\(count)") }
        let check = measure.plan.check
        var list = WorklistQuery()
        list[.from] = week.iso
        list[.until] = (week + 6).iso
        list[.counted] = WorklistQuery.yes
        list[.confidential] = WorklistQuery.no
        list[.about] = check.about.map { desk.house.natures.listed($0) } ?? ""
        list[.wrong] = check.wrong ?? ""
        list[.theme] = check.theme.map { "\($0)" } ?? ""
        return a(.href(list.address())) { "\(count)" }
    }

    private var twin: HTML {
        table(.class("table")) {
            thead {
                tr {
                    th(.scope("col")) { say("Week vanaf", "Week from") }
                    th(.scope("col"), .class("amount")) { say("Klachten", "Complaints") }
                    th(.scope("col")) { say("Wanneer", "When") }
                }
            }
            tbody {
                for (place, week) in effect.weeks.enumerated().reversed() {
                    tr {
                        th(.scope("row")) { DateWords.short(week) }
                        td(.class("amount")) { count(effect.counts[place], week) }
                        td { place < effect.before ? say("ervoor", "before") : say("erna", "after") }
                    }
                }
            }
        }
    }
}
