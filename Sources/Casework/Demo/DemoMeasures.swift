import Complaints

/// A measure that the invented company took.
struct DemoMeasure {
    /// How it goes. What is said of it is the verdict of the analysis, on the complaints that came in.
    enum Course: CaseIterable {
        /// Carried out, and from then on fewer complaints come in (`DemoImprovement`).
        case works
        /// Carried out, and nothing changes; something else is planned then.
        case fails
        /// Looked at sooner than anything can be said.
        case tooSoon
        /// Not carried out yet.
        case open
    }

    let course: Course
    let kind: MeasureKind
    let title: String
    let problem: String
    let action: String
    let about: String
    /// How many of a hundred complaints fewer were hoped for.
    let hope: Int
    var cents: Int64? = nil
    /// What is done instead when it does not work.
    var instead = "Wij zoeken eerst uit waaraan het ligt."

    static let all = [
        DemoMeasure(
            course: .works, kind: .corrective, title: "Werkplekken werken zichzelf bij",
            problem: "Updates met de hand mislukken, en bij een storing ligt de e-mail stil.",
            action: "Updates gaan vanzelf en in kleine groepen; de e-mail staat op twee plekken.", about: DemoImprovement.about, hope: 60,
            cents: 640_000),
        DemoMeasure(
            course: .fails, kind: .corrective, title: "Vaste terugbeluren op de servicedesk",
            problem: "Wie niemand bereikt, wordt te laat teruggebeld.",
            action: "De servicedesk houdt elke dag twee uur vrij om terug te bellen.", about: "servicedesk", hope: 70,
            instead: "Wie belt, kiest zelf een tijd waarop wij terugbellen; die afspraak staat in de agenda van een medewerker."),
        DemoMeasure(
            course: .tooSoon, kind: .preventive, title: "Opslag dubbel uitgevoerd", problem: "Bij uitval van de opslag ligt alles stil.",
            action: "De opslag in het tweede rekencentrum neemt het voortaan vanzelf over.", about: "hosting", hope: 70, cents: 1_850_000),
        DemoMeasure(
            course: .open, kind: .preventive, title: "Overstappen met een vast draaiboek",
            problem: "Bij elke overstap wordt iets anders vergeten.",
            action: "Elke overstap volgt één draaiboek, met een proef een week tevoren.", about: "migration", hope: 30),
    ]
}

/// When a measure is taken, carried out, and looked at.
struct DemoMeasureDays: Hashable, Sendable {
    let raised: Day
    /// A Monday.
    let done: Day
    let check: Day

    init(of course: DemoMeasure.Course, _ plan: DemoPlan) {
        switch course {
        case .works:
            // A whole year before it where there is one, and most of a year after it.
            done = Self.monday(plan.first + plan.days * 2 / 5)
            (raised, check) = (done - 35, done + 7 * 31)
        case .fails:
            done = Self.monday(plan.today - 7 * 31)
            (raised, check) = (done - 35, done + 7 * 27)
        case .tooSoon:
            done = Self.monday(plan.today - 7 * 7)
            (raised, check) = (done - 28, done + 7 * 5)
        case .open:
            done = Self.monday(plan.today + 30)
            (raised, check) = (plan.today - 12, done + 126)
        }
    }

    private static func monday(_ day: Day) -> Day { day - (day.weekday.rawValue - 1) }
}
