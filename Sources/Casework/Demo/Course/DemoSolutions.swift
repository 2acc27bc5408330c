import Complaints

/// How an invented complaint is solved, and what the customer gets.
extension DemoCourse {
    /// - Parameter isFirstCall: solved while the customer was on the phone.
    mutating func solution(_ finding: Finding, on isFirstCall: Bool) -> ResolutionInput {
        var input = ResolutionInput()
        input.finding = finding.rawValue
        if let several = complaint?.grievances.count, several > 1, finding != .informal { split(finding, several, &input) }
        if !isFirstCall || dice.percent(60) { input.cause = cause().rawValue }
        input.answer = words.answer(finding, &dice)
        guard finding != .notUpheld, dice.percent(isFirstCall ? 12 : 48) else { return input }
        if dice.percent(60) { input.remedyAmount = amount() }
        if input.remedyAmount == nil || dice.percent(30) { input.remedyText = words.line(.remedy, &dice) }
        return input
    }

    /// Each point its own verdict, the first as a whole.
    private mutating func split(_ finding: Finding, _ count: Int, _ input: inout ResolutionInput) {
        input.finding = nil
        for point in 1...count {
            let own = point == 1 ? finding : dice.pick([Finding.upheld, .partlyUpheld, .notUpheld]) ?? finding
            input.findings["\(point)"] = own.rawValue
        }
    }

    private mutating func cause() -> Cause {
        if let incident = told.arrival.incident, dice.percent(88) { return incident.cause }
        return dice.weighted(DemoNatures.causes(of: told.nature)) ?? .process
    }

    /// Rounded as companies do: € 25, € 47,50.
    private mutating func amount() -> String {
        let median: Double =
            switch told.nature.wrong {
            case "wrong-amount": 110
            case "data-lost", "data-breach": 240
            case "unreachable": 75
            default: 40
            }
        let halves = max(10, Int(dice.around(median) / 2.5))
        let cents = halves * 250
        return "\(cents / 100),\(cents % 100 == 0 ? "00" : "50")"
    }
}
