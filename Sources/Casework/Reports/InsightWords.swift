import Analysis
package import Complaints

/// What series and numbers say, in one line each: the same words on pages, on paper and in mail.
package struct InsightWords: Sendable {
    package let language: Language

    package init(_ language: Language) { self.language = language }

    func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        language == .dutch ? dutch() : english()
    }

    package func title(_ subject: CaseChart.Subject) -> String {
        switch subject {
        case .received: say("Ontvangen", "Received")
        case .rate: say("Ontvangen per duizend", "Received per thousand")
        case .late: say("Niet op tijd opgelost", "Not solved in time")
        case .contact: say("Eerste contact op tijd", "First contact in time")
        case .term: say("Op tijd opgelost", "Solved in time")
        case .handling: say("Doorlooptijd", "Handling time")
        case .reopened: say("Opgelost en later heropend", "Solved and reopened later")
        case .satisfied: say("Tevreden", "Satisfied")
        }
    }

    /// Nil unless the last whole period is worse than chance explains.
    package func worse(_ chart: CaseChart) -> String? {
        guard chart.isWorse else { return nil }
        switch chart.subject {
        case .received: return say("Er kwamen meer klachten dan gewoonlijk.", "More complaints came in than usual.")
        case .rate:
            return say(
                "Er kwamen naar verhouding meer klachten dan gewoonlijk.", "More complaints came in than usual, in proportion.")
        case .late: return say("Meer oplossingen dan gewoonlijk waren te laat.", "More solutions than usual were late.")
        case .contact: return say("Er was minder vaak op tijd contact dan gewoonlijk.", "Contact was in time less often than usual.")
        case .term: return say("Minder klachten dan gewoonlijk waren op tijd opgelost.", "Fewer complaints than usual were solved in time.")
        case .handling: return say("De behandeling duurde langer dan gewoonlijk.", "Handling took longer than usual.")
        case .reopened: return say("Er werden meer klachten heropend dan gewoonlijk.", "More complaints than usual were reopened.")
        case .satisfied: return say("Minder klanten dan gewoonlijk waren tevreden.", "Fewer customers than usual were satisfied.")
        }
    }

    package func name(_ period: CasePeriod) -> String {
        switch period.kind {
        case .week: return "Week \(CalendarWeek(of: period.days.first).number)"
        case .month:
            let name = "\(DateWords.month(period.days.first.civil.month, language)) \(period.days.first.year)"
            return name.prefix(1).uppercased() + name.dropFirst()
        }
    }

    package func brief(_ period: CasePeriod) -> String {
        switch period.kind {
        case .week: "wk \(CalendarWeek(of: period.days.first).number)"
        case .month: "\(DateWords.monthBrief(period.days.first.civil.month, language)) \(period.days.first.year % 100)"
        }
    }

    /// Why numbers differ by who reads them: said to everybody, since saying it only where something was left out would tell that it is there.
    package var unseen: String {
        say("Dossiers die u niet mag zien, tellen hier niet mee.", "Files that you may not see don't count here.")
    }

    // MARK: A series

    /// "Week 46: 83%, 19 van 23, normaal 71–100%. Het niveau is verschoven …"
    package func reading(_ chart: CaseChart) -> String {
        guard let last = chart.lastWhole else {
            return say("Er is nog geen hele week of maand voorbij.", "No whole week or month is over yet.")
        }
        var sentences = [latest(chart, last)]
        if !chart.isFit { sentences.append(tooFew(chart)) } else if let shift = chart.shift { sentences.append(shifted(shift, chart)) }
        return sentences.joined(separator: " ")
    }

    /// "Grenzen uit 24-11-2025 – 29-11-2026."
    package func limits(_ chart: CaseChart) -> String? {
        guard chart.isFit, let days = chart.limitDays else { return nil }
        let span = "\(DateWords.short(days.first)) – \(DateWords.short(days.last))"
        return say("Grenzen uit \(span).", "Limits from \(span).")
    }

    private func latest(_ chart: CaseChart, _ last: Int) -> String {
        let (name, point) = (name(chart.periods[last]), chart.points[last])
        let usual = chart.isFit ? usual(point, chart.subject) : ""
        if chart.subject.share != nil {
            let (part, whole) = (chart.parts[last], chart.wholes[last])
            if whole == 0 { return say("\(name): geen.", "\(name): none.") }
            let share = whole >= ProportionChart.fewest ? "\(percent(part, whole)), " : ""
            return say("\(name): \(share)\(part) van \(whole)\(usual).", "\(name): \(share)\(part) of \(whole)\(usual).")
        }
        if chart.subject == .handling {
            guard let median = point.value else {
                return say(
                    "\(name): nog niet te zeggen (te weinig, of meer dan de helft open).",
                    "\(name): can't be told yet (too few, or more than half are open).")
            }
            return say("\(name): de helft in \(days(median))\(usual).", "\(name): half in \(days(median))\(usual).")
        }
        if chart.subject == .rate {
            guard let rate = point.value, rate.isFinite else {
                return say("\(name): aantal klanten niet bekend.", "\(name): size not known.")
            }
            return "\(name): \(decimal(rate))\(usual)."
        }
        return "\(name): \(chart.parts[last])\(usual)."
    }

    /// ", normaal 4–19": of numbers those that lie between the limits; of what is measured the limits themselves.
    private func usual(_ point: ControlChart.Point, _ subject: CaseChart.Subject) -> String {
        guard let upper = point.upper else { return "" }
        let lower = point.lower ?? 0
        let range =
            switch subject {
            case .contact, .term, .reopened, .satisfied: "\(Int((lower * 100).rounded()))–\(Int((upper * 100).rounded()))%"
            case .handling, .rate: "\(decimal(lower))–\(decimal(upper))"
            case .received, .late: "\(Int(lower.rounded(.up)))–\(Int(upper.rounded(.down)))"
            }
        return say(", normaal \(range)", ", usually \(range)")
    }

    private func units(_ kind: CasePeriod.Kind?) -> String { kind == .month ? say("maanden", "months") : say("weken", "weeks") }

    /// Limits come from weeks, also where months are shown; those of medians from what is shown.
    private func tooFew(_ chart: CaseChart) -> String {
        let need = ControlChart.fewestPeriods
        let units = units(chart.subject == .handling ? chart.periods.first?.kind : .week)
        return say(
            "Grenzen zijn er vanaf \(need) \(units) waarin genoeg te meten valt.",
            "There are limits from \(need) \(units) on in which there is enough to measure.")
    }

    /// What is past is told with its time: only what goes on is told as of now.
    private func shifted(_ shift: CaseChart.Shift, _ chart: CaseChart) -> String {
        let units = units(chart.periods.first?.kind)
        switch shift {
        case .running(let count, _):
            return say(
                "Het niveau is verschoven: al \(count) \(units) achter elkaar aan één kant van het midden.",
                "The level has shifted: the last \(count) \(units) in a row on one side of the middle.")
        case .ended(let count, let places):
            let time = span(chart.periods[places.lowerBound], chart.periods[places.upperBound])
            return say(
                "In \(time) lag het \(count) \(units) achter elkaar aan één kant van het midden; dat is voorbij.",
                "In \(time) it lay on one side of the middle for \(count) \(units) in a row; that is over.")
        case .quiet: return say("Het niveau is verschoven in deze tijd.", "The level has shifted over this time.")
        }
    }

    /// "Het niveau is verschoven: Doorlooptijd (al 12 weken boven het midden)."; nil where none goes on.
    package func level(_ charts: [CaseChart]) -> String? {
        let told = charts.compactMap { chart -> String? in
            guard case .running(let count, let isAbove) = chart.shift else { return nil }
            let (title, units) = (title(chart.subject), units(chart.periods.first?.kind))
            return isAbove
                ? say("\(title) (al \(count) \(units) boven het midden)", "\(title) (the last \(count) \(units) above the middle)")
                : say("\(title) (al \(count) \(units) onder het midden)", "\(title) (the last \(count) \(units) below the middle)")
        }
        if told.isEmpty { return nil }
        return say("Het niveau is verschoven: ", "The level has shifted: ") + told.joined(separator: ", ") + "."
    }

    /// "week 3–12", "mrt 25 – dec 25".
    private func span(_ first: CasePeriod, _ last: CasePeriod) -> String {
        if first.kind == .month { return "\(brief(first)) – \(brief(last))" }
        let (from, until) = (CalendarWeek(of: first.days.first).number, CalendarWeek(of: last.days.first).number)
        return say("week \(from)–\(until)", "weeks \(from)–\(until)")
    }

    // MARK: Numbers

    package func range(_ range: ClosedRange<Int>) -> String {
        range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    }

    /// "1 op 800": one digit from a hundred on, so that it is the same wherever it is told, also of what was kept as a whole number.
    package func chance(_ p: Double) -> String {
        if p < 1e-6 { return say("minder dan 1 op een miljoen", "less than 1 in a million") }
        return say("1 op \(grouped(Self.oneIn(p)))", "1 in \(grouped(Self.oneIn(p)))")
    }

    /// "Dit komt bij toeval eens in de 800 weken voor."
    package func seldom(_ p: Double) -> String {
        if p < 1e-6 {
            return say(
                "Dit komt bij toeval minder dan eens in een miljoen weken voor.",
                "By chance this comes less than once in a million weeks.")
        }
        return say(
            "Dit komt bij toeval eens in de \(grouped(Self.oneIn(p))) weken voor.",
            "By chance this comes once in \(grouped(Self.oneIn(p))) weeks.")
    }

    private static func oneIn(_ p: Double) -> Int {
        let one = Int((1 / p).rounded())
        if one < 100 { return one }
        var unit = 1
        while one / unit >= 10 { unit *= 10 }
        return Int((Double(one) / Double(unit)).rounded()) * unit
    }

    /// "800", "1000", "20.000": thousands are set apart from five digits on.
    private func grouped(_ number: Int) -> String {
        number < 10_000 ? "\(number)" : DateWords.grouped(number.magnitude, language)
    }

    package func decimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10)" + (tenths % 10 == 0 ? "" : say(",", ".") + "\(tenths % 10)")
    }

    package func days(_ number: Double) -> String {
        number == 1 ? say("1 werkdag", "1 working day") : say("\(decimal(number)) werkdagen", "\(decimal(number)) working days")
    }

    package func percent(_ part: Int, _ whole: Int) -> String {
        whole == 0 ? "–" : "\(Int((Double(part) / Double(whole) * 100).rounded()))%"
    }

    /// "19 van 23 (83%)"; of a few without the percentage.
    package func share(_ part: Int, _ whole: Int) -> String {
        let remark = whole >= ProportionChart.fewest ? " (\(percent(part, whole)))" : ""
        return say("\(part) van \(whole)\(remark)", "\(part) of \(whole)\(remark)")
    }

    /// Against what it is compared, in the order of `CaseComparison.places`.
    package func against(_ compared: CaseComparison) -> [String] {
        let heads = [say("Tegen de tijd ervoor", "Against the time before"), say("Tegen een jaar eerder", "Against a year before")]
        return compared.places.map { heads[$0] }
    }

    /// What a comparison says of a number: by how much it is another, and how often that comes by chance.
    package func change(_ change: CaseComparison.Change?) -> String {
        guard let change else { return say("te weinig om te zeggen", "too little to tell") }
        guard change.isFinding else { return say("niet meer dan toeval verklaart", "no more than chance explains") }
        let chance = say("; bij toeval ", "; by chance ") + self.chance(change.p)
        if let difference = change.difference {
            let points = Int((difference * 100).rounded())
            if points == 0 { return say("minder dan 1 procentpunt", "less than 1 percentage point") + chance }
            return signed(points) + say(" procentpunt", " percentage points") + chance
        }
        guard let factor = change.factor else { return say("anders", "different") + chance }
        if !factor.isFinite { return say("nieuw", "new") }
        let percent = Int(((factor - 1) * 100).rounded())
        return (percent == 0 ? say("minder dan 1%", "less than 1%") : signed(percent) + "%") + chance
    }

    /// "+4", "−12"; never a 0 with a sign.
    private func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : number < 0 ? "−\(-number)" : "0" }
}
