import Complaints

/// Something that went wrong for many customers at once, and the complaints it brought.
struct DemoIncident: Hashable, Sendable {
    enum Kind: CaseIterable, Hashable, Sendable { case storageOutage, billingRun, migration, mailOutage, priceRise }

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
        }
    }

    var cause: Cause {
        switch kind {
        case .storageOutage, .mailOutage: .technology
        case .billingRun, .migration: .process
        case .priceRise: .communication
        }
    }

    /// What it adds to the weight of a day whose ordinary weight is 1: at once a lot, then less and less.
    func extra(on day: Day) -> Double {
        let age = day.number - start.number
        guard age >= 0, age < days else { return 0 }
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
        return incidents.sorted { $0.start < $1.start }
    }

    private static func make(_ kind: Kind, _ start: Day, _ dice: inout Dice) -> DemoIncident {
        switch kind {
        case .storageOutage: DemoIncident(kind: kind, start: start, days: dice.number(9...14), strength: 1.2 + dice.fraction() * 0.8)
        case .billingRun: DemoIncident(kind: kind, start: start, days: dice.number(16...24), strength: 0.8 + dice.fraction() * 0.5)
        case .migration: DemoIncident(kind: kind, start: start, days: dice.number(30...45), strength: 0.45 + dice.fraction() * 0.3)
        case .mailOutage: DemoIncident(kind: kind, start: start, days: dice.number(3...6), strength: 0.6 + dice.fraction() * 0.5)
        case .priceRise: DemoIncident(kind: kind, start: start, days: dice.number(24...35), strength: 0.25 + dice.fraction() * 0.2)
        }
    }
}
