import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// How the machine is doing, for the administrator: what is kept how, what waits, what there is room for.
struct StatusRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.status), use: show)
        routes.post(RouterPath(Paths.status), use: check)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: [.administrator])
        let health = try await workplace.records.health()
        let (desk, waiting) = try await workplace.desk(visit) { snapshot, _, now in try snapshot.waitingLetterTotal(at: now.instant) }
        let page = StatusPage(
            desk: desk, health: health, check: workplace.storeCheck.state, waitingLetters: waiting,
            space: workplace.office.blobs.space)
        return page.response()
    }

    /// Begins a check of the store; it runs beside the work.
    @Sendable func check(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn(as: [.administrator])
        let form = try await workplace.forms.read(request)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: [FormTokens.field])
        workplace.storeCheck.begin(on: workplace.records, clock: workplace.office.clock)
        return Answers.seeOther(Paths.status)
    }
}

struct StatusPage {
    let desk: Desk
    let health: EngineHealth
    let check: StoreCheck.State
    let waitingLetters: Int
    let space: DiskSpace?

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = say("Status", "Status")
        return desk.page(title, current: Paths.status, isReading: true) {
            Heading(title: title).html
            if !health.isDurable {
                Notice(.late) {
                    p {
                        say(
                            "De opslag kan bij stroomuitval werk kwijtraken. Zet Gehoor stil en herstel dit eerst.",
                            "The storage can lose work at a power cut. Stop Gehoor and repair this first.")
                    }
                }
            }
            FactList(facts: facts)
            desk.form(to: Paths.status) { actions { Button(say("Controleer de opslag nu", "Check the storage now")) } }
        }
    }

    private var facts: [Fact] {
        [
            Fact(say("Versie", "Version"), "Gehoor \(ProductVersion.number)"),
            Fact(say("Opslag", "Storage"), "\(health.name), \(bytes(health.size))"),
            Fact(say("Bij stroomuitval", "At a power cut"), durability),
            Fact(say("Laatste controle", "Last check"), checked),
            Fact(say("Schijfruimte", "Disk space"), space.map(room) ?? say("onbekend", "unknown")),
            Fact(say("E-mail", "E-mail"), say("nog niet ingericht: brieven wachten", "not set up yet: letters wait")),
            Fact(say("Wachtende brieven", "Waiting letters"), "\(waitingLetters)"),
        ]
    }

    private var durability: String {
        health.isDurable
            ? say("gaat niets verloren (\(health.durability))", "nothing gets lost (\(health.durability))")
            : say("kan werk verloren gaan (\(health.durability))", "work can get lost (\(health.durability))")
    }

    private var checked: String {
        switch check {
        case .never: say("nog niet sinds de start", "not yet since the start")
        case .running(let since): say("loopt sinds \(moment(since)); herlaad deze pagina", "runs since \(moment(since)); reload this page")
        case .failed(let at): say("lukte niet op \(moment(at))", "could not be done on \(moment(at))")
        case .done(let at, let findings) where findings.isEmpty: say("in orde op \(moment(at))", "sound on \(moment(at))")
        case .done(let at, let findings):
            say("op \(moment(at)) was er iets mis:", "on \(moment(at)) something was wrong:") + "\n" + findings.joined(separator: "\n")
        }
    }

    private func moment(_ instant: Instant) -> String { DateWords.short(desk.calendar.zone.moment(at: instant)) }

    private func room(_ space: DiskSpace) -> String {
        say("\(bytes(space.free)) vrij van \(bytes(space.total))", "\(bytes(space.free)) free of \(bytes(space.total))")
    }

    private func bytes(_ count: Int64) -> String {
        count >= 1 << 30 ? "\(count >> 30) GB" : count >= 1 << 20 ? "\(count >> 20) MB" : "\(max(1, count >> 10)) kB"
    }
}
