import Complaints

/// What the invented company really got better at: from the week in which its measure was carried out, only a part of the ordinary complaints
/// of one kind still comes in, and what went wrong at once does not happen again. Its other measures change nothing.
struct DemoImprovement: Sendable {
    /// The Monday of the week.
    let since: Day
    static let about = "workplace"
    static let ended = DemoIncident.Kind.mailOutage
    /// Which part of them still comes in.
    static let left = 0.2

    private let before = DemoNatures.mix.map { ($0.nature, $0.weight) }
    private let after = DemoNatures.mix.map { ($0.nature, $0.nature.about == Self.about ? $0.weight * Self.left : $0.weight) }

    init(_ plan: DemoPlan) { since = DemoMeasureDays(of: .works, plan).done }

    /// How often an ordinary complaint of this day is of which nature.
    func natures(on day: Day) -> [(Nature, Double)] { day < since ? before : after }

    /// Which part of the ordinary complaints comes in on this day.
    func share(on day: Day) -> Double { day < since ? 1 : 1 - (1 - Self.left) * DemoNatures.share(of: Self.about) }

    func prevents(_ incident: DemoIncident) -> Bool { incident.kind == Self.ended && incident.start >= since }
}
