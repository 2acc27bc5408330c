import Complaints

/// One complaint that comes in: when, and by which incident if by one.
struct DemoArrival: Sendable {
    let day: Day
    let incident: DemoIncident?
    /// How busy the office is, 1 being ordinary.
    let load: Double
}

/// On which days complaints come in: a growing company, Mondays, winters, holidays, incidents.
struct DemoArrivals: Sendable {
    private let plan: DemoPlan
    let incidents: [DemoIncident]
    /// The weights of all days up to and with each, incidents included.
    private let totals: [Double]
    private let loads: [Double]
    private let improvement: DemoImprovement

    init(_ plan: DemoPlan, _ hours: OfficeHours) {
        let incidents = DemoIncident.history(of: plan)
        let improvement = DemoImprovement(plan)
        let days = (0..<plan.days).map { plan.first + $0 }
        let usual = days.map { Self.weight(of: $0, plan, hours) }
        let ordinary = zip(days, usual).map { $1 * improvement.share(on: $0) }
        // An incident brings as many as it would have brought.
        let weights = days.indices.map { place in
            ordinary[place] + usual[place] * incidents.reduce(0) { $0 + $1.extra(on: days[place]) }
        }
        var sum = 0.0
        self.plan = plan
        self.improvement = improvement
        self.incidents = incidents

        totals = weights.map { weight in
            sum += weight
            return sum
        }
        loads = Self.loads(weights, ordinary)
    }

    /// How often what comes in on this day, by no incident, is of which nature.
    func natures(on day: Day) -> [(Nature, Double)] { improvement.natures(on: day) }

    /// Every arrival, by day.
    func all() -> [DemoArrival] {
        var dice = plan.dice(2)
        let total = totals.last ?? 0
        var index = 0
        return (0..<plan.complaints).map { _ in dice.fraction() * total }.sorted().map { place in
            while index < totals.count - 1, totals[index] <= place { index += 1 }
            let day = plan.first + index
            let extras = incidents.map { $0.extra(on: day) }
            let chosen = dice.place(in: [improvement.share(on: day)] + extras)
            return DemoArrival(day: day, incident: chosen == 0 ? nil : incidents[chosen - 1], load: loads[index])
        }
    }

    private static func weight(of day: Day, _ plan: DemoPlan, _ hours: OfficeHours) -> Double {
        let weekday: [Double] = [1.32, 1.14, 1.03, 1.0, 0.86, 0.2, 0.14]
        let month: [Double] = [1.16, 1.04, 1.02, 0.98, 0.94, 0.95, 0.8, 0.76, 1.02, 1.06, 1.12, 1.02]
        let growth = 1 + 0.11 * Double(day.number - plan.first.number) / 365.25
        let isHoliday = day.weekday.rawValue <= 5 && !hours.isWorked(day)
        return growth * month[day.civil.month - 1] * (isHoliday ? 0.22 : weekday[day.weekday.rawValue - 1])
    }

    /// What came in over the last fortnight against an ordinary one.
    private static func loads(_ weights: [Double], _ ordinary: [Double]) -> [Double] {
        weights.indices.map { index in
            let days = max(0, index - 13)...index
            let usual = days.reduce(0) { $0 + ordinary[$1] }
            return usual > 0 ? days.reduce(0) { $0 + weights[$1] } / usual : 1
        }
    }
}
