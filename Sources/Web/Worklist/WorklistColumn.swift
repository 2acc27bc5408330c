import Casework
import Complaints
import Records

/// The columns of a list as a file; raw values are the header that machines read.
enum WorklistColumn: String, CaseIterable {
    case number, phase, channel, received, registered, changed, customer, organisation, opening, about, wrong, severity, confidential,
        handler,
        finding, cause, promise, due, late, resolved, closed

    /// Whether people typed what stands here.
    var isFreeText: Bool {
        switch self {
        case .customer, .organisation, .opening, .handler, .about, .wrong: true
        default: false
        }
    }

    func title(_ say: Wording) -> String {
        switch self {
        case .number: say("Nummer", "Number")
        case .phase: say("Fase", "Phase")
        case .channel: say("Kanaal", "Channel")
        case .received: say("Ontvangen", "Received")
        case .registered: say("Geregistreerd", "Registered")
        case .changed: say("Gewijzigd", "Changed")
        case .customer: say("Klant", "Customer")
        case .organisation: say("Organisatie", "Organisation")
        case .opening: say("Begin van het verhaal", "Beginning of the story")
        case .about: say("Gaat over", "About")
        case .wrong: say("Wat misging", "What went wrong")
        case .severity: say("Ernst", "Severity")
        case .confidential: say("Vertrouwelijk", "Confidential")
        case .handler: say("Behandelaar", "Handler")
        case .finding: say("Oordeel", "Finding")
        case .cause: say("Oorzaak", "Cause")
        case .promise: say("Eerstvolgende toezegging", "Next promise")
        case .due: say("Uiterste datum", "Due")
        case .late: say("Te laat", "Late")
        case .resolved: say("Opgelost", "Resolved")
        case .closed: say("Gesloten", "Closed")
        }
    }

    /// Codes and ISO 8601, texts as they are.
    func code(_ row: WorklistRow, _ desk: Desk) -> String {
        switch self {
        case .number: row.number.formatted
        case .phase: row.phase.rawValue
        case .channel: row.channel.rawValue
        case .customer: row.customerName ?? ""
        case .organisation: row.organisation ?? ""
        case .opening: row.opening ?? ""
        case .about: row.nature?.about ?? ""
        case .wrong: row.nature?.wrong ?? ""
        case .severity: row.severity.rawValue
        case .confidential: row.isConfidential ? "true" : "false"
        case .handler: row.handler.flatMap { desk.staff[$0]?.email.text } ?? ""
        case .finding: row.outcome?.rawValue ?? ""
        case .cause: row.cause?.rawValue ?? ""
        case .promise: row.nextKind?.rawValue ?? ""
        case .late: row.isLate(at: desk.now.instant) ? "true" : "false"
        case .received, .registered, .changed, .due, .resolved, .closed:
            instant(row).map { MachineTime.text($0, desk.calendar.zone) } ?? ""
        }
    }

    /// The same as people read it.
    func words(_ row: WorklistRow, _ desk: Desk) -> String {
        let say = desk.say
        return switch self {
        case .phase: desk.phase(row.phase)
        case .channel: say.channel(row.channel)
        case .about: row.nature.map { desk.house.natures.label(.about, $0.about, in: desk.language) } ?? ""
        case .wrong: row.nature.map { desk.house.natures.label(.wrong, $0.wrong, in: desk.language) } ?? ""
        case .severity: say.severity(row.severity)
        case .confidential: row.isConfidential ? say("ja", "yes") : say("nee", "no")
        case .handler: desk.name(of: row.handler) ?? ""
        case .finding: row.outcome.map { say.finding($0) } ?? ""
        case .cause: row.cause.map { desk.cause($0) } ?? ""
        case .promise: row.nextKind.map { say.promise($0) } ?? ""
        case .late: row.isLate(at: desk.now.instant) ? say("ja", "yes") : say("nee", "no")
        case .received, .registered, .changed, .due, .resolved, .closed:
            instant(row).map { DateWords.short(desk.calendar.zone.moment(at: $0)) } ?? ""
        case .number, .customer, .organisation, .opening: code(row, desk)
        }
    }

    func instant(_ row: WorklistRow) -> Instant? {
        switch self {
        case .received: row.receivedAt
        case .registered: row.registeredAt
        case .changed: row.changedAt
        case .due: row.nextDue
        case .resolved: row.resolvedAt
        case .closed: row.closedAt
        default: nil
        }
    }
}
