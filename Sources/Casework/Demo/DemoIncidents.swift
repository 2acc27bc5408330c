import Complaints

/// Something that went wrong for many customers at once, and the complaints it brought.
struct DemoIncident: Hashable, Sendable {
    enum Kind: CaseIterable, Hashable, Sendable {
        case storageOutage, billingRun, migration, mailOutage, priceRise, lineTrouble, crowdedDesk
    }

    let kind: Kind
    let start: Day
    /// How many days people complain about it.
    let days: Int
    /// Complaints on its worst day, in parts of an ordinary day.
    let strength: Double

    var nature: Nature {
        switch kind {
        case .storageOutage: Nature(about: "hosting", wrong: "unreachable")
        case .billingRun: Nature(about: "billing", wrong: "wrong-amount")
        case .migration: Nature(about: "migration", wrong: "done-wrong")
        case .mailOutage: Nature(about: "workplace", wrong: "unreachable")
        case .priceRise: Nature(about: "contract", wrong: "badly-informed")
        case .lineTrouble: Nature(about: "network", wrong: "unreachable")
        case .crowdedDesk: Nature(about: "servicedesk", wrong: "too-slow")
        }
    }

    var cause: Cause {
        switch kind {
        case .storageOutage, .mailOutage: .technology
        case .lineTrouble: .supplier
        case .crowdedDesk: .people
        case .billingRun, .migration: .process
        case .priceRise: .communication
        }
    }

    /// What it adds to the weight of a day whose ordinary weight is 1: at once a lot, then less and less; of the two that are
    /// only just large enough to be found, as much each day.
    func extra(on day: Day) -> Double {
        let age = day.number - start.number
        guard age >= 0, age < days else { return 0 }
        if kind == .lineTrouble || kind == .crowdedDesk { return strength }
        return strength * Double(days - age) / Double(days)
    }
}

extension DemoIncident {
    /// The incidents of a history: of each of the first three kinds one at least, more in longer ones; a price rise with every new year.
    static func history(of plan: DemoPlan) -> [DemoIncident] {
        var dice = plan.dice(1)
        var incidents: [DemoIncident] = []
        for (index, kind) in [Kind.storageOutage, .billingRun, .migration].enumerated() {
            // One in each half of two years or so, kept apart from the others and from the edges.
            let count = max(1, plan.years * 2 / 3)
            for turn in 0..<count {
                let slot = plan.days / (count * 3)
                let offset = (turn * 3 + index) * slot + dice.number(slot / 8...max(slot / 8, slot / 2))
                incidents.append(make(kind, plan.first + offset, &dice))
            }
        }
        for _ in 0..<plan.years { incidents.append(make(.mailOutage, plan.first + dice.number(10...plan.days - 30), &dice)) }
        for year in plan.first.year...plan.today.year {
            guard let newYear = Day(year: year, month: 1, day: 3), newYear > plan.first, newYear < plan.today else { continue }
            incidents.append(make(.priceRise, newYear, &dice))
        }
        let improvement = DemoImprovement(plan)
        return (incidents.filter { !improvement.prevents($0) } + quiet(plan)).sorted { $0.start < $1.start }
    }

    /// Two that nobody would notice by hand, in whole weeks: one that doubles what is about the network for ten weeks, and one that brings four
    /// times as much about the service desk in one week. They come once there are years to hold them against.
    private static func quiet(_ plan: DemoPlan) -> [DemoIncident] {
        guard plan.years >= 2 else { return [] }
        var dice = plan.dice(6)
        func monday(_ share: Double) -> Day {
            let day = plan.first + Int(Double(plan.days) * share)
            return day - (day.weekday.rawValue - 1)
        }
        return [
            DemoIncident(
                kind: .lineTrouble, start: monday(0.6 + dice.fraction() * 0.15), days: 70, strength: DemoNatures.share(of: "network")),
            DemoIncident(
                kind: .crowdedDesk, start: monday(0.84 + dice.fraction() * 0.1), days: 7, strength: 3 * DemoNatures.share(of: "servicedesk")
            ),
        ]
    }

    private static func make(_ kind: Kind, _ start: Day, _ dice: inout Dice) -> DemoIncident {
        switch kind {
        case .storageOutage: DemoIncident(kind: kind, start: start, days: dice.number(9...14), strength: 1.2 + dice.fraction() * 0.8)
        case .billingRun: DemoIncident(kind: kind, start: start, days: dice.number(16...24), strength: 0.8 + dice.fraction() * 0.5)
        case .migration: DemoIncident(kind: kind, start: start, days: dice.number(30...45), strength: 0.45 + dice.fraction() * 0.3)
        case .mailOutage: DemoIncident(kind: kind, start: start, days: dice.number(3...6), strength: 0.6 + dice.fraction() * 0.5)
        case .priceRise, .lineTrouble, .crowdedDesk:
            DemoIncident(kind: kind, start: start, days: dice.number(24...35), strength: 0.25 + dice.fraction() * 0.2)
        }
    }
}
