import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// A staff page in the making: who reads it, in which language, at what moment, with the rail's numbers. One object, since every part of
/// the page holds on to it.
final class Desk: Sendable {
    let workplace: Workplace
    let visit: Visit
    let person: SignedInPerson
    let house: House
    let now: Moment
    let numbers: DeskNumbers
    let everybody: KnownStaff.Everybody
    /// What this person can undo now, or has just undone.
    let offer: UndoOffer?
    /// The hidden token that each form of the desk carries.
    let token: HTML

    init(
        workplace: Workplace, visit: Visit, person: SignedInPerson, house: House, now: Moment, numbers: DeskNumbers,
        everybody: KnownStaff.Everybody, offer: UndoOffer?
    ) {
        (self.workplace, self.visit, self.person, self.house) = (workplace, visit, person, house)
        (self.now, self.numbers, self.everybody, self.offer) = (now, numbers, everybody, offer)
        token = input(.type(.hidden), .name(FormTokens.field), .value(workplace.tokenField(person)))
    }

    var say: Wording { Wording(person.member.language) }
    var language: Language { person.member.language }
    var actor: Actor { person.actor }
    var calendar: OfficeCalendar { house.calendar }
    var staff: [StaffID: StaffMember] { everybody.members }

    /// A colleague's name, of those who left too.
    func name(of id: StaffID?) -> String? { id.map { staff[$0]?.name ?? say("onbekend", "unknown") } }

    /// Colleagues who can be chosen, by name.
    func colleagues(with role: Role? = nil) -> [StaffMember] {
        staff.values.filter { $0.isActive && (role.map($0.roles.contains) ?? true) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// The teams that anybody who works here belongs to, and "none".
    var teamChoices: [Choice] {
        everybody.teams.map { Choice($0, $0) } + [Choice(WorklistQuery.none, say("geen team", "no team"))]
    }

    /// A form that does something here.
    func form(to path: String, isUpload: Bool = false, class name: String? = nil, @HTMLBuilder content: () -> HTML) -> HTML {
        Markup.form(.method(.post), .action(path), .when(isUpload, .multipart), .class(name ?? "form"), .novalidate) {
            token
            content()
        }
    }
}

extension Desk {
    /// A phase as the procedure in force calls it, where it is not known under which one a complaint runs.
    func phase(_ phase: Phase) -> String { say.phase(phase, under: house.procedure) }

    /// The phase of a complaint as its own procedure calls it.
    func phase(of complaint: Complaint) -> String {
        say.phase(complaint.phase, under: house.procedures.version(complaint.procedureVersion))
    }
}

extension Workplace {
    /// Reads what a staff page needs together with the frame around it, all of one moment.
    ///
    /// - Parameter ahead: what the page is going to ask (`Snapshot.foresee`), by the settings as they were last read.
    func desk<T: Sendable>(
        _ visit: Visit, ahead: @escaping @Sendable (Snapshot, House, Moment) throws -> Void = { _, _, _ in },
        _ body: @escaping @Sendable (Snapshot, House, Moment) throws -> T
    ) async throws -> (desk: Desk, value: T) {
        let person = try visit.signedIn()
        let stamp = office.changes.count
        let instant = office.clock.now()
        let remembered = office.house.remembered
        let frame: @Sendable (Snapshot) throws -> Void = { snapshot in
            _ = try (snapshot.staffStamp(), snapshot.undoOffer(to: person.member.id))
            try ahead(snapshot, remembered, remembered.moment(at: instant))
        }
        return try await read(ahead: frame) { snapshot, house in
            let now = house.moment(at: instant)
            let reader = reader(for: person.actor, now: now, in: house)
            let numbers = try counts.numbers(
                for: person.actor, stamp: stamp, reader: reader, waitingSince: house.procedure.waitingTooLong(at: now, on: house.calendar),
                in: snapshot)
            let everybody = try knownStaff.all(in: snapshot)
            let offer = try snapshot.undoOffer(to: person.member.id).flatMap { $0.isShown(at: now.instant) ? $0 : nil }
            let desk = Desk(
                workplace: self, visit: visit, person: person, house: house, now: now, numbers: numbers, everybody: everybody, offer: offer)
            return (desk, try body(snapshot, house, now))
        }
    }

    func desk(_ visit: Visit) async throws -> Desk { try await desk(visit) { _, _, _ in 0 }.desk }

    /// Who looks and when, for lists and counts.
    func reader(for actor: Actor, now: Moment, in house: House) -> WorklistReader {
        WorklistReader(visibility: Visibility(actor), now: now, calendar: house.calendar)
    }
}
